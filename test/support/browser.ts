import { ARGS, findBrowser, NEVER_SEEN } from './find-browser.js';

/**
 * Playwright turns off ThirdPartyStoragePartitioning, and with it a frame of another site loses its storage and locks,
 * which no agent's browser does. The last of several `--disable-features` is the one that Chromium obeys.
 */
const keepStorage = `--disable-features=AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsUpgrades,MediaRouter,OptimizationHints,${NEVER_SEEN}`;

/** Playwright's options for the installed browser. */
export const browserOptions = {
  launchOptions: { executablePath: findBrowser(), args: [...ARGS, keepStorage] },
};

/** The same in a browser that denies storage and locks to a frame of another site. */
export const withoutStorage = { executablePath: findBrowser(), args: [...ARGS] };
