import { test as base } from '@playwright/test';
import { startActiveMq } from './activemq.ts';
import type { TestBroker } from './broker.ts';
import { startRabbitMq } from './rabbitmq.ts';

/** What all the tests of a worker share, since brokers start slowly. */
export interface BrokersOfWorker {
  readonly kind: TestBroker['kind'];
  /** Two brokers of that kind, which know nothing of each other. */
  readonly pair: readonly [TestBroker, TestBroker];
}

export const test = base.extend<object, BrokersOfWorker>({
  kind: ['activemq', { option: true, scope: 'worker' }],
  pair: [
    async ({ kind }, use) => {
      const start = kind === 'activemq' ? startActiveMq : startRabbitMq;
      const first = await start();
      const second = await start().catch(async (error: unknown) => {
        await first.remove();
        throw error;
      });
      await use([first, second]);
      await Promise.all([first.remove(), second.remove()]);
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});
