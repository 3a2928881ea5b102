import { partyOf } from '../state/select.ts';
import type { PendingLog } from '../state/select.ts';

/** A text to keep, and the name it is kept under. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Calls that the CRM did not take, for whoever enters them by hand: a paragraph each, with everything that the history
 * should hold. The words before the colons are the activity's own, the same in every language.
 *
 * @param now milliseconds since 1970: the day in the file's name
 */
export function logFile(calls: readonly PendingLog[], now: number): TextFile {
  // The Swedes write 2026-11-21.
  const day = new Date(now).toLocaleDateString('sv-SE');
  return { name: `calls-${day}.txt`, text: `${calls.map(paragraph).join('\n\n')}\n` };
}

function paragraph(call: PendingLog): string {
  const { activity, phase, problem = '', fields = {} } = call.log;
  const lines: readonly (readonly [name: string, value: string])[] = [
    ['callKey', activity.callKey],
    ['state', `${phase} ${problem}`],
    ...Object.entries(fields).map(([field, why]) => [`problem of ${field}`, why] as const),
    ['party', partyOf(call).name ?? ''],
    ['number', activity.number],
    ['callType', activity.callType],
    ['startedAt', activity.startedAt],
    ['durationSeconds', String(activity.durationSeconds)],
    ['subject', activity.subject],
    ['disposition', call.draft.label || activity.disposition],
    ['notes', call.draft.notes || activity.notes],
    ...activity.records.map(({ type, id, name }) => ['record', `${type} ${id} ${name}`] as const),
    ...Object.entries(activity.fields).map(([field, value]) => [`field ${field}`, value] as const),
  ];
  return lines
    .map(([name, value]) => [name, value.trim().replace(/\r\n|[\n\r\u2028\u2029]/g, '\n    ')] as const)
    .filter(([, value]) => value !== '')
    .map((line) => line.join(': '))
    .join('\n');
}

/** Has the browser keep a file. */
export function saveFile({ name, text }: TextFile): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  link.download = name;
  link.click();
  // Some browsers read it only later.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
