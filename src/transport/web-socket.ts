import { ConnectionError } from './connection.ts';

/** Makes a WebSocket; tests hand in their own. */
export type SocketFactory = (url: string, protocols: string[]) => WebSocket;

/** How long an address may take to let us in, in milliseconds. */
export const OPEN_WITHIN = 10_000;

/**
 * A socket that opens.
 * @throws {ConnectionError} where the browser does not even try: an address it cannot read, a policy against it
 */
export function openSocket(
  url: string,
  protocols: string[],
  make: SocketFactory = (...given) => new WebSocket(...given),
): WebSocket {
  try {
    return make(url, protocols);
  } catch (error) {
    throw new ConnectionError('unreachable', String(error));
  }
}
