import { defineConfig } from '@playwright/test';
import type { BrokersOfWorker } from '../support/brokers/pair.ts';
import { browserOptions } from '../support/browser.ts';

/** The tests of this folder: the built softphone in the demo CRM, with real brokers between it and the simulator. */
export default defineConfig<object, BrokersOfWorker>({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  globalSetup: '../support/built.ts',
  outputDir: '../../test-results/brokers',
  reporter: [['../../scripts/scenario-reporter.ts']],
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  // Brokers take seconds to start again, and the softphone waits longer from one attempt to the next.
  expect: { timeout: 20_000 },
  use: {
    ...browserOptions,
    viewport: { width: 1280, height: 800 },
    actionTimeout: 10_000,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'activemq', use: { kind: 'activemq' } },
    { name: 'rabbitmq', use: { kind: 'rabbitmq' }, testIgnore: '**/jms.spec.ts' },
  ],
});
