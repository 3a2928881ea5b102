import { defineConfig } from '@playwright/test';
import { browserOptions } from '../support/browser.ts';

const { launchOptions } = browserOptions;

/** The pictures that are compared, and the gallery that they are taken from. */
export default defineConfig({
  testDir: '..',
  testMatch: ['pictures/*.spec.ts', 'gallery/*.spec.ts'],
  outputDir: '../../test-results/pictures',
  snapshotPathTemplate: '{testDir}/pictures/expected/{arg}{ext}',
  // `npm run pictures -- --update` makes them: a picture that is missing is a failure here.
  updateSnapshots: 'none',
  reporter: [['../../scripts/scenario-reporter.ts']],
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 30_000,
  expect: {
    timeout: 5_000,
    toHaveScreenshot: { maxDiffPixelRatio: 0.01, animations: 'disabled', caret: 'hide', scale: 'css' },
  },
  use: {
    ...browserOptions,
    launchOptions: {
      ...launchOptions,
      // The same drawing on every machine: by the processor alone, without what this screen or that processor can.
      args: [
        ...launchOptions.args,
        '--disable-gpu',
        '--disable-lcd-text',
        '--disable-font-subpixel-positioning',
        '--disable-skia-runtime-opts',
        '--font-render-hinting=none',
        '--force-color-profile=srgb',
        '--force-device-scale-factor=1',
      ],
    },
    contextOptions: { reducedMotion: 'reduce' },
    colorScheme: 'light',
    deviceScaleFactor: 1,
    locale: 'en-US',
    timezoneId: 'UTC',
    actionTimeout: 5_000,
    screenshot: 'off',
    trace: 'off',
  },
});
