import { findBrowser } from './find-browser.js';

const args = ['--no-sandbox', '--disable-dev-shm-usage', '--no-first-run', '--disable-sync'];

/**
 * Playwright turns off ThirdPartyStoragePartitioning, and with it a frame of another site loses its storage and locks,
 * which no agent's browser does. The last of several `--disable-features` is the one that Chromium obeys.
 */
const keepStorage =
  '--disable-features=AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsUpgrades,MediaRouter,OptimizationHints';

/** Playwright's options for the installed browser. */
export const browserOptions = {
  launchOptions: { executablePath: findBrowser(), args: [...args, keepStorage] },
};

/** The same in a browser that denies storage and locks to a frame of another site. */
export const withoutStorage = { executablePath: findBrowser(), args };
