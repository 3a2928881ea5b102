import { existsSync } from 'node:fs';
import { findBrowser } from '../test/support/find-browser.js';
import { has, run } from './run.ts';

/**
 * Sees to a browser for the tests: an installed one, else Debian's Chromium where we may install it.
 * @returns its path
 * @throws an Error whose message says what to install
 */
export async function provideBrowser(): Promise<string> {
  try {
    return findBrowser();
  } catch (error) {
    const mayInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version') && has('apt-get');
    if (!mayInstall || process.env['CHROME_PATH']) throw error;
  }
  console.log('No browser is installed: Chromium comes from Debian.');
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], quiet);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet);
  return findBrowser();
}
