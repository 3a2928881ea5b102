import { answersOf } from '../protocol/commands.ts';
import type { AnyCommand } from '../protocol/desktop-commands.ts';
import { EncodeError, UnsupportedError } from '../protocol/encode.ts';
import { defined } from '../state/call-parts.ts';
import type { Waiting } from '../state/model.ts';
import type { Store } from '../state/store.ts';
import { ANSWER_WITHIN } from '../state/waiting.ts';
import type { Clock } from '../transport/clock.ts';

/** What is to be known of a command beside itself. */
export interface SendOptions extends Partial<Pick<Waiting, 'record' | 'next' | 'dialogId' | 'subject'>> {
  /** No button was pressed: none waits, and nothing is said when nothing comes of it. */
  readonly quiet?: boolean;
}

/** Puts commands on the line, and sees to it that each stops waiting. */
export interface Sender {
  /**
   * Sends a command, and has its button wait for the answer. Nothing is kept for later: when GC is out of reach the
   * agent is told so.
   * @returns whether it was sent
   */
  readonly send: (command: AnyCommand, options?: SendOptions) => boolean;
  /** No command is waited for any more. */
  cut(): void;
}

/** Makes the sender of a session. */
export function createSender(put: (command: AnyCommand) => void, store: Store, clock: Clock): Sender {
  const timers = new Map<number, () => void>();
  let id = 0;

  /** Why not. Of a text that cannot be carried never its value: it may be a password. */
  const refuse = (error?: unknown): false => {
    const isText = error instanceof EncodeError;
    const isOff = error instanceof UnsupportedError;
    const key = `notice.${isText ? 'forbiddenCharacter' : isOff ? 'unsupported' : 'notInService'}`;
    const values = isText ? { character: error.character ?? '', field: `field.${error.param}` } : undefined;
    store.apply({ type: 'notice', level: 'alert', key, ...defined({ values }) });
    return false;
  };

  return {
    send(command, { quiet = false, ...more } = {}) {
      if (store.state.service.phase !== 'inService') return !quiet && refuse();
      try {
        put(command);
      } catch (error) {
        return refuse(error);
      }
      const { type, subject } = command;
      const params: object = command.params;
      const {
        mainDialogId,
        dialogId = mainDialogId,
        otherPartyNumber,
        agentExtension,
      } = params as Readonly<Record<string, string>>;
      const mine = (id += 1);
      store.apply({
        type: 'sent',
        id: mine,
        command: type,
        subject,
        ...defined({ dialogId, number: otherPartyNumber ?? agentExtension }),
        ...more,
        blocks: !quiet && answersOf(type).length > 0,
        at: clock.now(),
      });
      const cancel = clock.after(ANSWER_WITHIN, () => {
        timers.delete(mine);
        store.apply({ type: 'expired', id: mine });
      });
      timers.set(mine, cancel);
      return true;
    },
    cut() {
      for (const cancel of timers.values()) cancel();
      timers.clear();
      store.apply({ type: 'cut' });
    },
  };
}
