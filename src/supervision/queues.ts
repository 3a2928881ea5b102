import { command } from '../protocol/commands.ts';
import type { Board } from './board.ts';
import type { SupervisionOptions } from './supervision.ts';

/** Asks for the numbers of the queues. */
export interface QueueDesk {
  /** Never twice at a time. */
  load(): void;
}

/** Makes the desk of a supervisor's queues. */
export function createQueueDesk(
  { store, clock, lists }: Pick<SupervisionOptions, 'store' | 'clock' | 'lists'>,
  board: Board,
): QueueDesk {
  let isAsking = false;
  return {
    load() {
      if (isAsking) return;
      isAsking = true;
      lists.ask(command('getqueuelist', store.state.agent?.agentId ?? ''), (answer) => {
        isAsking = false;
        if (!board.current) return;
        const { queuesFailed: _queuesFailed, ...before } = board.current;
        board.show(
          answer?.type === 'QueueList'
            ? { ...before, queues: answer.queues, queuesAt: clock.now() }
            : { ...before, queuesFailed: true },
        );
      });
    },
  };
}
