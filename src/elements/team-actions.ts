import { isInService } from '../state/buttons.ts';
import { isOpen } from '../state/call-parts.ts';
import type { SupervisorIntent } from '../state/intents.ts';
import type { Call, SoftphoneState, TeamMember, Waiting } from '../state/model.ts';
import type { MessageKey } from '../ui/i18n.ts';

/** What a supervisor does to a member of a team. */
export type MemberAction = Exclude<SupervisorIntent['type'], 'watchTeam' | 'askMember' | 'loadQueues'>;

/** A button of a member's row. `why` is the sentence that says why it is off. */
export interface MemberButton {
  readonly intent: Extract<SupervisorIntent, { type: MemberAction }>;
  readonly waiting: boolean;
  readonly why?: MessageKey;
}

/** The command that each sends, for its waiting mark. Source: GC commands table, supervisor_*. */
const COMMANDS: Readonly<Record<MemberAction, readonly Waiting['command'][]>> = {
  monitor: ['silentmonitor'],
  bargeIn: ['bargein'],
  endMonitoring: ['endsilentmonitor'],
  memberReady: ['MakeReady'],
  memberNotReady: ['MakeNotReady', 'MakeNotReadyWithReason'],
  memberSignOut: ['Logout', 'logoutwithreason'],
};

/** The call that the supervisor listens to. */
export function monitoredCall({ calls }: SoftphoneState): Call | undefined {
  return calls.find((call) => call.monitors && isOpen(call));
}

/** Whether the supervisor listens to this member. */
export function isHeard({ extension }: TeamMember, monitored: Call | undefined): boolean {
  return extension !== undefined && monitored?.number === extension;
}

/** Members for whom a command of the supervisor waits, by login id. */
export function waitingMembers({ waiting, agent }: SoftphoneState): ReadonlySet<string> {
  return new Set(
    waiting.flatMap(({ blocks, subject }) => (blocks && subject !== agent?.agentId ? [subject] : [])),
  );
}

/** What can be done to a member now, and why not. None for the supervisor's own row. */
export function memberButtons(state: SoftphoneState, member: TeamMember): readonly MemberButton[] {
  const { agentId, extension = '' } = member;
  if (agentId === state.agent?.agentId) return [];
  const monitored = monitoredCall(state);
  const calls =
    monitored && isHeard(member, monitored)
      ? monitorButtons(state, monitored)
      : [button(state, { type: 'monitor', extension }, whyNoMonitoring(state, member, monitored))];
  const changes = (['memberReady', 'memberNotReady', 'memberSignOut'] as const).map((type) =>
    button(state, { type, agentId }, whyNoChange(state, member, type)),
  );
  return [...calls, ...changes];
}

/** What can be done about the call that the supervisor listens to. */
export function monitorButtons(state: SoftphoneState, { key, phase }: Call): readonly MemberButton[] {
  return [
    button(state, { type: 'bargeIn', call: key }, phase === 'active' ? undefined : 'team.why.notHeardYet'),
    button(state, { type: 'endMonitoring', call: key }),
  ];
}

function button(state: SoftphoneState, intent: MemberButton['intent'], off?: MessageKey): MemberButton {
  const why = isInService(state) ? off : 'why.notInService';
  return { intent, waiting: isWaiting(state, intent), ...(why ? { why } : {}) };
}

function isWaiting({ waiting, calls, agent }: SoftphoneState, intent: MemberButton['intent']): boolean {
  return waiting.some(({ blocks, command, subject, number, dialogId }) => {
    if (!blocks || !COMMANDS[intent.type].includes(command)) return false;
    if ('agentId' in intent) return subject === intent.agentId;
    if (subject !== agent?.agentId) return false;
    if ('extension' in intent) return number === intent.extension;
    return calls.some(({ key, dialogId: id }) => key === intent.call && id === dialogId);
  });
}

/** Source: GC wire contract, section 4; Finesse lets a supervisor listen who is not ready and has no call. */
function whyNoMonitoring(
  { agent, calls }: SoftphoneState,
  { state, extension }: TeamMember,
  monitored: Call | undefined,
): MessageKey | undefined {
  if (monitored) return 'team.why.oneAtATime';
  if (!extension || state !== 'TALKING') return 'team.why.notTalking';
  if (calls.some(isOpen)) return 'team.why.ownCall';
  return agent?.state === 'NOT_READY' ? undefined : 'why.notReadyFirst';
}

const isTalking = (state: TeamMember['state']): boolean => state === 'TALKING' || state === 'HOLD';
const isBusy = (state: TeamMember['state'] = 'UNKNOWN'): boolean => /^(TALK|HOLD|RESERVED)/.test(state);

/** What a member's state allows; one that is not known is left to GC. Source: GC wire contract, section 4. */
function whyNoChange(
  { setup }: SoftphoneState,
  { state }: TeamMember,
  type: 'memberReady' | 'memberNotReady' | 'memberSignOut',
): MessageKey | undefined {
  if (state === 'LOGOUT') return 'team.why.signedOut';
  const isUcce = setup.platform === 'ucce';
  switch (type) {
    case 'memberReady':
      if (state === 'READY') return 'team.why.readyAlready';
      return isBusy(state) && !(isUcce && isTalking(state)) ? 'team.why.onCall' : undefined;
    case 'memberNotReady':
      if (state === 'NOT_READY') return 'team.why.notReadyAlready';
      return isBusy(state) && !isTalking(state) ? 'team.why.onCall' : undefined;
    case 'memberSignOut':
      if (isBusy(state)) return 'team.why.onCall';
      return isUcce && state === 'READY' ? 'team.why.notReadyBefore' : undefined;
  }
}
