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
  // One more than the machine of CI has cores: much of a scenario is waiting.
  workers: 3,
  retries: 0,
  forbidOnly: true,
  timeout: 45_000,
  expect: { timeout: 8_000 },
  use: {
    ...browserOptions,
    viewport: { width: 1280, height: 800 },
    actionTimeout: 8_000,
    screenshot: 'only-on-failure',
    // A trace costs each scenario a third of its time: `npx playwright test <file> --trace on` makes one.
    trace: 'off',
  },
});
