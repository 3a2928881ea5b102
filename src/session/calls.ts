import { command } from '../protocol/commands.ts';
import { defined, isOpen } from '../state/call-parts.ts';
import type { Intent } from '../state/intents.ts';
import type { Call, Millis, SoftphoneState } from '../state/model.ts';
import type { Store } from '../state/store.ts';
import type { Clock } from '../transport/clock.ts';
import { callCommand, dialled, type CallCommandIntent } from './call-commands.ts';
import type { Sender } from './sender.ts';
import { createReasonTeller } from './wrap-up-reason.ts';

/** A call is asked for at most once in this time. Source: GC wire contract, section 4, "Waiting". */
const ASK_AGAIN_AFTER: Millis = 10_000;

export type CallIntent =
  CallCommandIntent | Extract<Intent, { type: 'dial' | 'editWrapUp' | 'saveWrapUp' | 'setVariable' }>;

/** What an agent does with calls, as commands. */
export interface CallDesk {
  do(intent: CallIntent): void;
  /** GC has spoken: what was waiting for that goes on. */
  hear(before: SoftphoneState): void;
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
  const reasons = createReasonTeller(store, sender, clock, wrapUpBy);

  const ask = (dialogId: string): void => {
    const before = asked.get(dialogId);
    if (before) {
      before.isWanted = true;
      return;
    }
    // A preview whose customer is being called has no dialog.
    if (!dialogId || !sender.send(command('getdialogstate', agentId(), { dialogId }), { quiet: true }))
      return;
    const cancel = clock.after(ASK_AGAIN_AFTER, () => {
      const isOnScreen = store.state.calls.some((call) => isOpen(call) && call.dialogId === dialogId);
      const isWanted = asked.get(dialogId)?.isWanted;
      asked.delete(dialogId);
      if (isWanted && isOnScreen) ask(dialogId);
    });
    asked.set(dialogId, { isWanted: false, cancel });
  };
  /** Dialogs of which it was asked who is on them: a GC that does not tell by itself is asked once. */
  const named = new Set<string>();
  const askWho = ({ dialogId, participants }: Call): void => {
    if (participants.length > 0 || named.has(dialogId)) return;
    named.add(dialogId);
    sender.send(command('getDialogParticipants', agentId(), { dialogId }), { quiet: true });
  };
  const askAll = (): void => {
    for (const call of store.state.calls.filter(isOpen)) ask(call.dialogId);
  };
  const forget = (): void => {
    for (const { cancel } of asked.values()) cancel();
    asked.clear();
    named.clear();
    reasons.forget();
  };

  return {
    do(intent) {
      if ('number' in intent && dialled(store.state, intent.number) === '') {
        store.apply({ type: 'notice', level: 'alert', key: 'notice.numberEmpty' });
        return;
      }
      if (intent.type === 'dial') {
        const otherPartyNumber = dialled(store.state, intent.number);
        sender.send(command('MakeCall', agentId(), { otherPartyNumber }), defined({ record: intent.record }));
        return;
      }
      const call = store.state.calls.find((one) => one.key === intent.call);
      if (!call) return;
      const { key, dialogId } = call;
      switch (intent.type) {
        case 'editWrapUp': {
          const { reason, more, notes, stepping } = intent;
          store.apply({ type: 'draft', call: key, ...defined({ reason, more, notes }) });
          if (reason) reasons[stepping ? 'tellAtRest' : 'tell'](key);
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
          reasons.tell(key);
          store.apply({ type: 'saved', call: key });
          if (intent.thenReady) sender.send(command('MakeReady', agentId()));
          break;
        default: {
          const wanted = callCommand(store.state, call, intent);
          if (wanted) sender.send(...wanted);
        }
      }
    },
    hear(before) {
      const { calls, waiting } = store.state;
      const settled = before.waiting.filter(({ id }) => !waiting.some((one) => one.id === id));
      const isFree = calls.every(({ phase }) => phase !== 'active');
      const callAt = (dialogId?: string): Call | undefined => calls.find((one) => one.dialogId === dialogId);
      for (const { command: done, dialogId, next } of settled) {
        // Nothing is active, so it was held: the other half of alternating.
        if (next && isFree && callAt(next)?.phase === 'held') {
          sender.send(command('RetrieveCall', agentId(), { dialogId: next }));
        }
        const call = callAt(dialogId);
        if (done === 'Conferencecall' && call) askWho(call);
      }
      // Found again by a DialogState, a call does not say with whom it is.
      for (const call of calls) {
        if (call.number === '' && (call.phase === 'active' || call.phase === 'held')) askWho(call);
      }
    },
    ask: askAll,
    askAnew() {
      forget();
      askAll();
      for (const call of store.state.calls) reasons.tell(call.key);
    },
    forget,
  };
}
