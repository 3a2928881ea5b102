/**
 * The browser that the tests run in: `CHROME_PATH`, else the first that is installed.
 * @returns its path
 * @throws when there is none
 */
export function findBrowser(): string;
export const NEVER_SEEN: string;
export const ARGS: readonly string[];
