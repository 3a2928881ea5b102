import { defineConfig } from '@playwright/test';
import { browserOptions } from './test/support/browser.ts';

/** The scenarios of `test/scenarios`: the built softphone in the demo CRM, against the simulator. */
export default defineConfig({
  testDir: 'test/scenarios',
  testMatch: '**/*.spec.ts',
  globalSetup: './test/support/built.ts',
  outputDir: 'test-results',
  reporter: [['./scripts/scenario-reporter.ts']],
  fullyParallel: true,
  workers: 3,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  // Long enough for a machine that does other things as well; what comes in time waits for nothing.
  expect: { timeout: 15_000 },
  use: {
    ...browserOptions,
    viewport: { width: 1280, height: 800 },
    actionTimeout: 15_000,
    screenshot: 'only-on-failure',
    // A trace costs each scenario a third of its time: `npx playwright test <file> --trace on` makes one.
    trace: 'off',
  },
});
