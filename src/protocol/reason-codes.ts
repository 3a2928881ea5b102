/**
 * Reason codes that UCCX sets by itself. GC does not list them (its lists are the administrator's), so they are
 * labelled here: the words are in the locales, under `reasonCode.<key>`.
 *
 * Source: UCCX reason codes table. `state` is where the agent ends up.
 */

export type SystemReasonState = 'LOGOUT' | 'NOT_READY' | 'READY' | 'OUTBOUND';

export const SYSTEM_REASONS = {
  22: { key: 'supervisorLogout', state: 'LOGOUT' },
  33: { key: 'supervisorNotReady', state: 'NOT_READY' },
  255: { key: 'connectionFailure', state: 'LOGOUT' },
  32740: { key: 'systemRelogin', state: 'LOGOUT' },
  32741: { key: 'extensionConflict', state: 'LOGOUT' },
  32742: { key: 'nonAcdOffhook', state: 'NOT_READY' },
  32745: { key: 'outboundWork', state: 'OUTBOUND' },
  32746: { key: 'outboundReservedDirectPreview', state: 'OUTBOUND' },
  32747: { key: 'outboundReserved', state: 'OUTBOUND' },
  32748: { key: 'agentDeleted', state: 'LOGOUT' },
  32749: { key: 'callCancel', state: 'NOT_READY' },
  32750: { key: 'extensionModified', state: 'LOGOUT' },
  32751: { key: 'skipPreviewCall', state: 'READY' },
  32752: { key: 'cancelReservationPreviewCall', state: 'READY' },
  32753: { key: 'restrictedLine', state: 'NOT_READY' },
  32754: { key: 'restrictedDevice', state: 'NOT_READY' },
  32755: { key: 'callEnded', state: 'NOT_READY' },
  32756: { key: 'phoneWorking', state: 'NOT_READY' },
  32757: { key: 'cucmFailover', state: 'NOT_READY' },
  32758: { key: 'wrapUpTimerExpiry', state: 'NOT_READY' },
  32759: { key: 'phoneFailure', state: 'NOT_READY' },
  32760: { key: 'logon', state: 'NOT_READY' },
  32761: { key: 'nonAcdBusy', state: 'NOT_READY' },
  32762: { key: 'offhook', state: 'NOT_READY' },
  32763: { key: 'callNotAnswered', state: 'NOT_READY' },
  32764: { key: 'systemStandby', state: 'LOGOUT' },
  32765: { key: 'systemDisconnect', state: 'LOGOUT' },
  32766: { key: 'manualLogout', state: 'LOGOUT' },
  32767: { key: 'deviceConflict', state: 'LOGOUT' },
} as const satisfies Record<number, { readonly key: string; readonly state: SystemReasonState }>;

export type SystemReason = (typeof SYSTEM_REASONS)[keyof typeof SYSTEM_REASONS];

/** The system's reason with this code, as State events carry it; undefined for an administrator's own. */
export function systemReason(code: string): SystemReason | undefined {
  return Object.hasOwn(SYSTEM_REASONS, code)
    ? SYSTEM_REASONS[code as unknown as keyof typeof SYSTEM_REASONS]
    : undefined;
}
