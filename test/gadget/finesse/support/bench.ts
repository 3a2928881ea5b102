import assert from 'node:assert/strict';
import { finesseConnection } from '../../../../gadget/finesse/connection.ts';
import * as supervisors from '../../../../gadget/finesse/supervising.ts';
import type { Desktop } from '../../../../gadget/finesse/library.ts';
import type { AnyCommand } from '../../../../src/protocol/desktop-commands.ts';
import type { GcEvent } from '../../../../src/protocol/events.ts';
import type { OpenOptions } from '../../../../src/transport/connection.ts';
import { TestClock, settle } from '../../../session/support/stage.ts';
import { CONFIG, FakeDesktop } from './library.ts';

export const OPEN: OpenOptions = { endpoint: 0, destination: 'unused' };

/** A connection to a desktop that a test holds. */
export function bench(given: Partial<Parameters<typeof finesseConnection>[0]> & { fake?: FakeDesktop } = {}) {
  const { fake = new FakeDesktop(), ...options } = given;
  const clock = new TestClock();
  const events: GcEvent[] = [];
  const desktop: Desktop = fake;
  const connection = finesseConnection({
    desktop,
    config: CONFIG,
    clock,
    supervisors: () => Promise.resolve(supervisors),
    ...options,
  });
  connection.onReport((report) => {
    assert.ok(report.kind === 'event');
    events.push(report.event);
  });
  const self = {
    fake,
    clock,
    connection,
    /** What was told since the last look. */
    news: (): GcEvent[] => events.splice(0),
    /** As `news`, without what is told of the agent at the start. */
    calls: (): GcEvent[] =>
      self.news().filter(({ type }) => !['System', 'State', 'AgentInfo'].includes(type)),
    async open() {
      const opening = connection.open(OPEN);
      fake.answer();
      await opening;
      return self;
    },
    /** Lets Finesse answer, and what waits for it run. */
    async answer(): Promise<void> {
      for (let round = 0; round < 3; round += 1) {
        fake.answer();
        await settle();
      }
    },
    /** Sends, and lets Finesse and everything that waits answer. */
    send: async (command: AnyCommand): Promise<GcEvent[]> => {
      connection.send(command);
      await self.answer();
      return self.news();
    },
  };
  return self;
}
