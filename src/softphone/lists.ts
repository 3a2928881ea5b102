import { answersOf, type GcCommand } from '../protocol/commands.ts';
import type { GcEvent } from '../protocol/events.ts';
import type { Session } from '../session/session.ts';
import type { Store } from '../state/store.ts';

/** Asks GC for lists. */
export interface Lists {
  /**
   * Asks, once what is answered alike has been answered.
   * @param settle gets the answer, or nothing where there is none: refused, lost, or not there in ten seconds
   */
  ask(command: GcCommand, settle: (answer?: GcEvent) => void): void;
  stop(): void;
}

interface Question {
  readonly command: GcCommand;
  readonly settle: (answer?: GcEvent) => void;
  /** The state knows that it was sent. */
  isOut: boolean;
}

/**
 * Makes the asking of a tab that leads. GC's answer does not say to which of several commands, or of which phonebook, it
 * is: those are asked one after another. Source: GC wire contract, section 1.
 */
export function createLists(store: Store, send: Session['send']): Lists {
  /** By the event that answers; the first of each was sent. */
  const queues = new Map<string, Question[]>();

  const sendFirst = (kind: string): void => {
    const [first] = queues.get(kind) ?? [];
    if (first && !send(first.command, { quiet: true })) fail(kind);
  };
  /** A late answer to the first would be taken for that of the next: they all fail. */
  const fail = (kind: string): void => {
    for (const { settle } of queues.get(kind)?.splice(0) ?? []) settle();
  };

  const stop = store.subscribe(({ waiting }, before, input) => {
    if (waiting === before.waiting) return;
    for (const [kind, queue] of queues) {
      const [first] = queue;
      if (!first) continue;
      if (waiting.some(({ command }) => command === first.command.type)) first.isOut = true;
      else if (first.isOut) {
        const answer = input.type === 'gc' && input.event.type === kind ? input.event : undefined;
        if (!answer) {
          fail(kind);
          continue;
        }
        queue.shift();
        sendFirst(kind);
        first.settle(answer);
      }
    }
  });

  return {
    ask(command, settle) {
      const [kind = ''] = answersOf(command.type);
      const queue = queues.get(kind) ?? [];
      queues.set(kind, queue);
      if (queue.push({ command, settle, isOut: false }) === 1) sendFirst(kind);
    },
    stop,
  };
}
