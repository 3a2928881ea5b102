/** Where a real broker is, and who GC is there. */
export interface BrokerAddress {
  /** `host:port`, to be shown: without login and passcode. */
  readonly host: string;
  /** STOMP over TCP; left out: over the WebSocket at `url`. */
  readonly tcp?: { readonly name: string; readonly port: number };
  /** Without login and passcode. */
  readonly url: string;
  readonly login: string;
  readonly passcode: string;
}

/** STOMP's usual port. */
const USUAL_PORT = 61_613;

/**
 * Reads `stomp://login:passcode@host:port`, `ws://…` or `wss://…`.
 * @throws an Error that says what was expected; never with the passcode in it
 */
export function brokerAddress(text: string): BrokerAddress {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['stomp:', 'ws:', 'wss:'].includes(url.protocol) || url.hostname === '') {
    throw new Error('A broker: expected stomp://login:passcode@host:port, ws://… or wss://…');
  }
  const isTcp = url.protocol === 'stomp:';
  const tcp = { name: url.hostname, port: Number(url.port || USUAL_PORT) };
  const login = decodeURIComponent(url.username);
  const passcode = decodeURIComponent(url.password);
  url.username = url.password = '';
  return {
    host: isTcp ? `${tcp.name}:${tcp.port}` : url.host,
    ...(isTcp ? { tcp } : {}),
    url: url.href,
    login,
    passcode,
  };
}
