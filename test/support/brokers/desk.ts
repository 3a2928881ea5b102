import { mergeTests } from '@playwright/test';
import { createSimulator } from '../../../simulator/simulator.ts';
import type { JsonObject } from '../../../demo/server/config.ts';
import { BROKEN_SOCKET, test as onDesk } from '../desk.ts';
import { AGENTS_OWN_LOGIN, type TestBroker } from './broker.ts';
import { test as withBrokers } from './pair.ts';

export { ADA, expect, MARIA, ring } from '../desk.ts';

export interface BrokerOptions {
  /** How many brokers the softphone and GC know. */
  readonly count: 1 | 2;
  /** Laid over `gc` of the configuration. */
  readonly gcConfig: JsonObject;
}

/** An agent's desk whose GC is attached to a real broker, the agents with logins of their own there. */
export const test = mergeTests(onDesk, withBrokers).extend<
  BrokerOptions & { readonly brokers: readonly TestBroker[]; readonly broker: TestBroker }
>({
  count: [1, { option: true }],
  gcConfig: [{}, { option: true }],

  brokers: async ({ pair, count }, use) => {
    // A test may have left one stopped.
    await Promise.all(pair.map((broker) => broker.start()));
    await use(pair.slice(0, count));
  },
  broker: ({ brokers: [first] }, use) => use(first!),
  simulator: async ({ brokers, simulation, gcLog }, use) => {
    const simulator = await createSimulator({
      ...simulation,
      attachTo: brokers.map(({ gcUrl }) => gcUrl),
      queuePrefix: brokers[0]!.queuePrefix.gc,
      log: (line) => gcLog.push(line),
    });
    await use(simulator);
    await simulator.close();
  },
  urls: ({ brokers }, use) => use(brokers.map(({ url }) => url)),
  config: async ({ broker, gcConfig }, use) => {
    const gc = { ...AGENTS_OWN_LOGIN, queuePrefix: broker.queuePrefix.agent, ...gcConfig };
    await use({ gc });
  },
  problems: async ({ problems }, use) => {
    problems.allow(BROKEN_SOCKET);
    await use(problems);
  },
});
