import { command } from '../protocol/commands.ts';
import type { Intent } from '../state/intents.ts';
import type { Store } from '../state/store.ts';
import type { Sender } from './sender.ts';

export type AgentIntent = Extract<Intent, { type: 'makeReady' | 'makeNotReady' | 'signOut' }>;

/** What agents do with their own state, as commands. */
export function sendAgentIntent(store: Store, sender: Sender, agentId: string, intent: AgentIntent): void {
  if (intent.type !== 'signOut' && intent.afterWrapUp) {
    sender.send(command(intent.type === 'makeReady' ? 'makeworkready' : 'makeworknotready', agentId));
    return;
  }
  if (intent.type === 'makeReady') {
    sender.send(command('MakeReady', agentId));
    return;
  }
  const { reason } = intent;
  if (intent.type === 'signOut') {
    sender.send(
      reason === undefined
        ? command('Logout', agentId)
        : command('logoutwithreason', agentId, { reasonCode: reason }),
    );
    return;
  }
  // UCCX tells nothing of a not-ready during a call: it has no answer to wait for.
  const { agent, setup } = store.state;
  const isOnCall = agent?.state === 'TALKING' || agent?.state === 'HOLD';
  sender.send(
    reason === undefined
      ? command('MakeNotReady', agentId)
      : command('MakeNotReadyWithReason', agentId, { agentReasonCode: reason }),
    { quiet: setup.platform === 'uccx' && isOnCall },
  );
}
