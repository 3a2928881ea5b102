import { command } from '../protocol/commands.ts';
import { forbiddenCharacter } from '../protocol/encode.ts';
import { defined, isLive, isOpen } from '../state/call-parts.ts';
import type { Intent } from '../state/intents.ts';
import type { CallKey, Millis } from '../state/model.ts';
import { cleanNumber, dialable } from '../state/number.ts';
import type { Store } from '../state/store.ts';
import type { Clock } from '../transport/clock.ts';
import type { Sender } from './sender.ts';

/** A call is asked for at most once in this time. Source: GC wire contract, section 4, "Waiting". */
const ASK_AGAIN_AFTER: Millis = 10_000;

export type CallIntent = Extract<
  Intent,
  { type: 'answer' | 'hold' | 'resume' | 'end' | 'dial' | 'editWrapUp' | 'saveWrapUp' | 'setVariable' }
>;

const COMMAND = {
  answer: 'AnswerCall',
  hold: 'HoldCall',
  resume: 'RetrieveCall',
  end: 'ReleaseCall',
} as const;

/** What an agent does with calls, as commands. */
export interface CallDesk {
  do(intent: CallIntent): void;
  /** Asks GC for the state of every call on the line, each at most once in ten seconds. */
  ask(): void;
  /** After a gap: asks for every call whenever it was asked for last, and tells GC the wrap-up reasons that it missed. */
  askAnew(): void;
  forget(): void;
}

export interface CallDeskOptions {
  readonly store: Store;
  readonly sender: Sender;
  readonly clock: Clock;
  readonly wrapUpBy: 'label' | 'code';
}

/** Makes the desk of a session. */
export function createCallDesk({ store, sender, clock, wrapUpBy }: CallDeskOptions): CallDesk {
  /** Dialogs asked for in the last ten seconds. */
  const asked = new Map<string, { isWanted: boolean; readonly cancel: () => void }>();
  const agentId = (): string => store.state.agent?.agentId ?? '';

  const ask = (dialogId: string): void => {
    const before = asked.get(dialogId);
    if (before) {
      before.isWanted = true;
      return;
    }
    if (!sender.send(command('getdialogstate', agentId(), { dialogId }), { quiet: true })) return;
    const cancel = clock.after(ASK_AGAIN_AFTER, () => {
      const isOnScreen = store.state.calls.some((call) => isOpen(call) && call.dialogId === dialogId);
      const isWanted = asked.get(dialogId)?.isWanted;
      asked.delete(dialogId);
      if (isWanted && isOnScreen) ask(dialogId);
    });
    asked.set(dialogId, { isWanted: false, cancel });
  };
  const askAll = (): void => {
    for (const call of store.state.calls.filter(isOpen)) ask(call.dialogId);
  };
  const forget = (): void => {
    for (const { cancel } of asked.values()) cancel();
    asked.clear();
  };

  /** While the dialog is up, or the agent is in wrap-up, GC takes a reason; later it is the CRM's alone. */
  const tellReason = (key: CallKey): void => {
    const { agent, reasons, service, calls } = store.state;
    const call = calls.find((one) => one.key === key);
    const reason = reasons.wrapUp.find((one) => one.key === call?.draft.reason);
    if (!call || !reason || call.reasonSent === reason.key || service.phase !== 'inService') return;
    if (!isLive(call) && agent?.state !== 'WORK' && agent?.state !== 'WORK_READY') return;
    const { label } = reason;
    const words = wrapUpBy === 'label' ? label : reason.key;
    if (forbiddenCharacter(words) !== undefined) {
      store.apply({ type: 'notice', level: 'status', key: 'notice.wrapUpNotSent', values: { label } });
      return;
    }
    if (sender.send(command('wrapup', agentId(), { wrapupReason: words, dialogId: call.dialogId }))) {
      store.apply({ type: 'reasonSent', call: key, reason: reason.key });
    }
  };

  return {
    do(intent) {
      if (intent.type === 'dial') {
        const otherPartyNumber = dialable(cleanNumber(intent.number), store.state.setup.dialing);
        if (otherPartyNumber)
          sender.send(
            command('MakeCall', agentId(), { otherPartyNumber }),
            defined({ record: intent.record }),
          );
        else store.apply({ type: 'notice', level: 'alert', key: 'notice.numberEmpty' });
        return;
      }
      const call = store.state.calls.find((one) => one.key === intent.call);
      if (!call) return;
      const { key, dialogId } = call;
      switch (intent.type) {
        case 'editWrapUp': {
          const { reason, notes } = intent;
          store.apply({ type: 'draft', call: key, ...defined({ reason, notes }) });
          if (reason) tellReason(key);
          break;
        }
        case 'setVariable': {
          const { name: variableName, value: variableValue } = intent;
          sender.send(command('update_call_variable', agentId(), { dialogId, variableName, variableValue }), {
            quiet: true,
          });
          break;
        }
        case 'saveWrapUp':
          tellReason(key);
          store.apply({ type: 'saved', call: key });
          if (intent.thenReady) sender.send(command('MakeReady', agentId()));
          break;
        default:
          sender.send(command(COMMAND[intent.type], agentId(), { dialogId }));
      }
    },
    ask: askAll,
    askAnew() {
      forget();
      askAll();
      for (const call of store.state.calls) tellReason(call.key);
    },
    forget,
  };
}
