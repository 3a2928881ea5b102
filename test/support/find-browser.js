import { existsSync } from 'node:fs';

const PLACES = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/microsoft-edge',
];

/**
 * The browser that the tests run in: `CHROME_PATH`, else the first that is installed.
 * @returns {string} its path
 * @throws {Error} when there is none
 */
export function findBrowser() {
  const given = process.env['CHROME_PATH'];
  const found = given || PLACES.find((place) => existsSync(place));
  if (!found || !existsSync(found)) {
    throw new Error(
      given
        ? `CHROME_PATH names ${given}, which is not there.`
        : `No browser found at ${PLACES.join(', ')}. Install Chromium (Debian: apt-get install chromium) or set CHROME_PATH.`,
    );
  }
  return found;
}

/**
 * What a browser starts for each window although no test looks at it: the lists under its address bar, pages that take
 * longer to make than ours, and a process in reserve. A value of `--disable-features`.
 */
export const NEVER_SEEN = 'SpareRendererForSitePerProcess,WebUIOmniboxAimPopup,WebUIOmniboxPopup';

/** What every browser of the tests is started with. */
export const ARGS = ['--no-sandbox', '--disable-dev-shm-usage', '--no-first-run', '--disable-sync'];
