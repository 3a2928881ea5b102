import { command } from '../protocol/commands.ts';
import { forbiddenCharacter } from '../protocol/encode.ts';
import { isLive } from '../state/call-parts.ts';
import type { CallKey, Millis } from '../state/model.ts';
import type { Store } from '../state/store.ts';
import type { Clock } from '../transport/clock.ts';
import type { Sender } from './sender.ts';

/** A choice that arrow keys go by has come to rest after this time. */
const RESTS_AFTER: Millis = 1_000;

/** Tells GC the reasons of wrap-ups, each once. Source: GC wire contract, section 4, "Wrap-up". */
export interface ReasonTeller {
  /** While the dialog is up, or the agent is in wrap-up, GC takes a reason; later it is the CRM's alone. */
  tell(call: CallKey): void;
  /** The same, once the choice rests. */
  tellAtRest(call: CallKey): void;
  forget(): void;
}

/** Makes a teller. */
export function createReasonTeller(
  store: Store,
  sender: Sender,
  clock: Clock,
  wrapUpBy: 'label' | 'code',
): ReasonTeller {
  let forget = (): void => undefined;

  const tell = (key: CallKey): void => {
    const { agent, reasons, service, setup, calls } = store.state;
    const call = calls.find((one) => one.key === key);
    const reason = reasons.wrapUp.find((one) => one.key === call?.draft.reason);
    const keys = [reason?.key, ...(call?.draft.more ?? [])].flatMap((one) => one ?? []);
    const told = keys.join();
    if (!call || !reason || call.reasonSent === told || service.phase !== 'inService') return;
    if (!agent || (!isLive(call) && !agent.state.startsWith('WORK'))) return;
    const { label } = reason;
    const wrapupReason = wrapUpBy === 'label' ? label : reason.key;
    const isSendable = forbiddenCharacter(wrapupReason) === undefined;
    if (!isSendable)
      store.apply({ type: 'notice', level: 'status', key: 'notice.wrapUpNotSent', values: { label } });
    const { agentId: subject } = agent;
    const { dialogId } = call;
    const tells = setup.capabilities.severalWrapUpReasons
      ? ({ type: 'SetWrapUpReasons', subject, params: { dialogId, reasons: keys } } as const)
      : command('wrapup', subject, { wrapupReason, dialogId });
    if (!isSendable || sender.send(tells)) store.apply({ type: 'reasonSent', call: key, reason: told });
  };

  return {
    tell,
    tellAtRest(key) {
      forget();
      forget = clock.after(RESTS_AFTER, () => tell(key));
    },
    forget: () => forget(),
  };
}
