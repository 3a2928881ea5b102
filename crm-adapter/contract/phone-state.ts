import { buttonsOf, whyOff } from '../../src/state/buttons.ts';
import { defined, isOpen } from '../../src/state/call-parts.ts';
import type { Call, SoftphoneState } from '../../src/state/model.ts';
import { isOwnAddress } from '../../src/state/party.ts';
import { hasWrapUp, isReasonRequired, lacksReason, partyOf, queueOf } from '../../src/state/select.ts';
import { callTypeOf } from '../activity.ts';
import { refusalOf } from '../click.ts';
import { attentionOf, type Words } from '../presence.ts';
import type { PartnerRequest, PhoneAgent, PhoneCall, PhoneState } from './contract.ts';

const time = (millis: number): string => new Date(millis).toISOString();

/** Any number will do, to ask whether one could be dialled now. */
const SOME_NUMBER = '1';

/** What components of the CRM's page are told of the softphone. Pure, and plain JSON. */
export function phoneStateOf(state: SoftphoneState, words: Words): PhoneState {
  const { agent, setup } = state;
  return {
    // Not known yet who is signed in: nobody, for those who ask now.
    ...(attentionOf(state, words) ?? { kind: 'signedOut', label: words.t('agentState.LOGOUT') }),
    ...(isSignedIn(state) && agent ? { agent: agentOf(agent) } : {}),
    calls: state.calls.filter((call) => call.phase !== 'logging').map((call) => phoneCallOf(state, call)),
    wrapUp: {
      mode: agent?.wrapUpMode ?? 'OPTIONAL',
      required: isReasonRequired(state),
      several: setup.capabilities.severalWrapUpReasons,
      reasons: state.reasons.wrapUp.map(({ key, label }) => ({ key, label })),
    },
    callVariables: setup.callVariables,
    can: ['state', ...(refusalOf(state, SOME_NUMBER) ? [] : (['dial'] as const)), 'openRecord'],
  };
}

/** Whether anybody is in, by the softphone's own sign-in or the desktop's around it. */
export function isSignedIn({ signIn, agent }: SoftphoneState): boolean {
  return signIn.phase === 'signedIn' && agent !== undefined;
}

function agentOf(agent: NonNullable<SoftphoneState['agent']>): PhoneAgent {
  const { agentId, extension, state, since, reason, pending } = agent;
  const name = agent.fullName ?? [agent.firstName, agent.lastName].filter(Boolean).join(' ');
  return { agentId, extension, name, state, since: time(since), ...defined({ reason, pending }) };
}

/** One call, as components see it. */
export function phoneCallOf(state: SoftphoneState, call: Call): PhoneCall {
  const { key, phase, direction, number, match, draft, answeredAt, consultFor } = call;
  const heldSince = phase === 'held' ? call.heldSince : undefined;
  const endedAt = 'endedAt' in call ? call.endedAt : undefined;
  const times = Object.entries(defined({ answeredAt, heldSince, endedAt }));
  return {
    callKey: key,
    phase: phase === 'logging' ? 'ended' : phase,
    direction,
    callType: callTypeOf(call),
    number,
    name: partyOf(call).name ?? '',
    queue: queueOf(state, call) ?? '',
    startedAt: time(call.firstSeen),
    ...Object.fromEntries(times.map(([name, millis]) => [name, time(millis)])),
    variables: variablesOf(state, call),
    match: {
      phase: match.phase,
      records: match.records.map(({ id, type, name }) => ({ id, type, name })),
      ...defined({ related: match.related }),
    },
    wrapUp: { reason: draft.reason ?? null, more: draft.more ?? [], notes: draft.notes },
    ...defined({ consultFor, activityId: call.log?.id || undefined }),
    ...controlsOf(state, call),
  };
}

/** Those that agents see, and no other: a component of the page is anybody's. */
function variablesOf({ setup }: SoftphoneState, { variables }: Call): Record<string, string> {
  return Object.fromEntries(
    setup.callVariables.flatMap(({ name }) => {
      const value = variables[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

const BUTTONS = ['answer', 'hold', 'resume', 'end'] as const;

/** What may be asked for of this call, as its buttons and fields in the softphone would allow it. */
function controlsOf(state: SoftphoneState, call: Call): Pick<PhoneCall, 'can' | 'waiting'> {
  const buttons = buttonsOf(state, call);
  const { phase, match } = call;
  const isUp = phase === 'active' || phase === 'held';
  // Where GC says what may be done, as the field for it in the softphone has it.
  const own = call.participants.find((one) => isOwnAddress(state, one.mediaAddress));
  const canChange = !whyOff(state) && (own?.actions?.includes('UPDATE_CALL_DATA') ?? true);
  const canWrapUp = hasWrapUp(state) && (isUp || phase === 'wrapUp');
  const can: readonly (PartnerRequest | false | undefined)[] = [
    ...BUTTONS.map((button) => buttons[button]?.enabled && button),
    isUp && canChange && state.setup.callVariables.some(({ editable }) => editable) && 'setVariable',
    canWrapUp && 'setWrapUp',
    canWrapUp && 'addNote',
    phase === 'wrapUp' && !lacksReason(state, call) && 'saveWrapUp',
    // What a search that is under way finds would take its place.
    (isOpen(call) || phase === 'wrapUp') && match.phase !== 'searching' && 'linkRecord',
  ];
  return {
    can: can.filter((one) => typeof one === 'string'),
    waiting: BUTTONS.filter((button) => buttons[button]?.waiting),
  };
}
