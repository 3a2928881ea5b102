/**
 * Whether an origin is one of those that an administrator allows.
 * @param allowed exact origins, or `https://*.example.com` for any host below example.com; a star anywhere else stands
 *   for nothing
 */
export function isAllowed(origin: string, allowed: readonly string[]): boolean {
  return allowed.some(
    (pattern) =>
      pattern === origin ||
      (pattern.startsWith('https://*.') &&
        origin.startsWith('https://') &&
        origin.endsWith(pattern.slice(9))),
  );
}
