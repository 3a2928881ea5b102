import type { GcEvent } from '../../../../src/protocol/events.ts';
import { bench } from './bench.ts';
import type { FakeDesktop } from './library.ts';

/** Events by type, call and state. */
export const words = (events: readonly GcEvent[]): string[] =>
  events.map((event) =>
    [event.type, 'dialogId' in event ? event.dialogId : '', 'state' in event ? event.state : '']
      .filter(Boolean)
      .join(' '),
  );
/** A bench that is open, and has told of the agent. */
export const opened = async (fake?: FakeDesktop) => {
  const one = await bench(fake ? { fake } : {}).open();
  one.news();
  return one;
};
