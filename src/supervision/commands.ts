import { command } from '../protocol/commands.ts';
import type { SupervisorIntent } from '../state/intents.ts';
import type { SoftphoneState } from '../state/model.ts';
import { nameOf } from './members.ts';
import type { SupervisionOptions } from './supervision.ts';

/** What a supervisor does to a member, or to a member's call. */
export type MemberIntent = Exclude<SupervisorIntent, { type: 'watchTeam' | 'askMember' | 'loadQueues' }>;

const STATE_COMMAND = {
  memberReady: 'MakeReady',
  memberNotReady: 'MakeNotReady',
  memberSignOut: 'Logout',
} as const;

/** Sends what an intent comes to. Source: GC wire contract, section 4; GC commands table, supervisor_*. */
export function doSupervision(
  intent: MemberIntent,
  { store, send, bargeInBy }: Pick<SupervisionOptions, 'store' | 'send' | 'bargeInBy'>,
): void {
  const { state } = store;
  const own = state.agent?.agentId ?? '';
  switch (intent.type) {
    case 'monitor':
      send(command('silentmonitor', own, { agentExtension: intent.extension }));
      break;
    case 'bargeIn':
    case 'endMonitoring': {
      const call = state.calls.find((one) => one.key === intent.call && one.monitors);
      if (!call) break;
      const { dialogId, number } = call;
      const teamAgentLoginId = bargeInBy === 'extension' ? number : loginIdAt(state, number);
      send(
        intent.type === 'endMonitoring'
          ? command('endsilentmonitor', own, { dialogId })
          : command('bargein', own, { teamAgentLoginId, dialogId }),
      );
      break;
    }
    default:
      changeState(intent, { store, send });
  }
}

function changeState(
  { type, agentId }: Extract<MemberIntent, { readonly agentId: string }>,
  { store, send }: Pick<SupervisionOptions, 'store' | 'send'>,
): void {
  const { supervision, setup } = store.state;
  const member = supervision?.members.find((one) => one.agentId === agentId);
  if (!member) return;
  // UCCX tells nothing of a not-ready during a call: it has no answer to wait for.
  const isLater =
    type === 'memberNotReady' && setup.platform === 'uccx' && /^(TALK|HOLD)/.test(member.state ?? '');
  const isSent = send(command(STATE_COMMAND[type], agentId), { quiet: isLater });
  if (!isSent || !isLater) return;
  const values = { name: nameOf(member) };
  store.apply({ type: 'notice', level: 'status', key: 'notice.memberNotReadyLater', values });
}

/** Who sits at this extension, as far as anybody told; the extension where nobody did. */
function loginIdAt({ supervision, directory }: SoftphoneState, extension: string): string {
  const member = supervision?.members.find((one) => one.extension === extension);
  const agent = directory.agents.members.find((one) => one.extension === extension);
  return member?.agentId ?? agent?.loginId ?? extension;
}
