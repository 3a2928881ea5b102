/**
 * A moment of Finesse's (ISO 8601, UTC, by the server's clock) as GC writes it, `yyyy-MM-dd HH:mm:ss`, by this browser's
 * clock. The one place where the two meet: with this transport the zone of GC's times is UTC.
 * @param drift milliseconds that the server's clock is ahead of this browser's
 * @returns undefined for anything else
 */
export function gcTime(iso: unknown, drift: number): string | undefined {
  const at = Date.parse(typeof iso === 'string' ? iso : '');
  return Number.isNaN(at) ? undefined : new Date(at - drift).toISOString().slice(0, 19).replace('T', ' ');
}
