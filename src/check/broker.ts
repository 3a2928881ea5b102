import type { Config } from '../config.ts';
import { command } from '../protocol/commands.ts';
import type { SystemEvent } from '../protocol/events.ts';
import { makeDestination } from '../session/destination.ts';
import type { SoftphoneState } from '../state/model.ts';
import { ConnectionError, type Connection } from '../transport/connection.ts';
import { gcCapabilities } from '../transport/gc-capabilities.ts';
import type { SocketFactory } from '../transport/web-socket.ts';
import { wireConnection, type Wire } from '../transport/wire.ts';
import type { Browser, Violation } from './browser.ts';
import { bad, good, LIMIT, warning, within, type Finding } from './given.ts';

/** What trying one address came to. */
export interface BrokerAnswer {
  readonly broker: Finding;
  /** Absent where the broker did not let us in. */
  readonly gc?: Finding;
  /** The broker's clock less ours, in milliseconds, where it tells its time. */
  readonly ahead?: number;
}

export interface BrokerQuestion {
  readonly gc: Config['gc'];
  readonly state: SoftphoneState;
  readonly browser: Browser;
  readonly violations: readonly Violation[];
}

/**
 * Opens one address beside the session, on a destination of its own, and asks GC behind it: Hello is answered by System.
 * Nobody is signed in by it, and the session's destination is left alone. Source: GC wire contract, section 3.
 * @param url one of `gc.urls`
 */
export async function tryBroker(url: string, question: BrokerQuestion): Promise<BrokerAnswer> {
  const { gc, state, browser } = question;
  const { host } = new URL(url);
  const agentId = state.agent?.agentId;
  const needed = `${gc.login} ${gc.passcode} ${gc.destination}`;
  if (needed.includes('{password}') || (agentId === undefined && needed.includes('{agentId}'))) {
    return {
      broker:
        state.service.phase === 'inService'
          ? good('check.broker.inUse', { host })
          : warning('check.broker.needsSignIn', { host }),
    };
  }
  let ahead: number | undefined;
  const wire = await makeWire(gc, url, browser, (timestamp) => (ahead = timestamp - browser.clock.now()));
  const connection = wireConnection(wire, gcCapabilities(gc.recording));
  const destination = makeDestination(gc.destination, agentId ?? '', browser.randomBytes);
  try {
    const start = browser.clock.now();
    const options = { endpoint: 0, destination, ...(agentId === undefined ? {} : { agentId }) };
    const refusal = await within(
      browser.clock,
      connection.open(options).then(() => null, asError),
    );
    if (refusal !== null) return { broker: whyNot(host, refusal, question) };
    const milliseconds = String(browser.clock.now() - start);
    const status = await within(browser.clock, askGc(connection, destination));
    return {
      broker: good('check.broker.good', { host, milliseconds }),
      gc: gcFinding(host, status),
      ...(ahead === undefined ? {} : { ahead }),
    };
  } finally {
    connection.close();
  }
}

async function makeWire(
  gc: Config['gc'],
  url: string,
  { socket, clock }: Browser,
  onTime: (timestamp: number) => void,
): Promise<Wire> {
  if (gc.transport === 'socket') {
    return (await import('../transport/socket.ts')).socketWire({ urls: [url], socket, clock });
  }
  const { stompWire } = await import('../transport/stomp.ts');
  return stompWire({ ...gc, urls: [url], socket: listening(socket, onTime), clock });
}

/** Reads the header `timestamp` of what comes: ActiveMQ stamps its messages with its own time. */
function listening(make: SocketFactory, onTime: (timestamp: number) => void): SocketFactory {
  return (url, protocols) => {
    const socket = make(url, protocols);
    socket.addEventListener('message', ({ data }: MessageEvent<string | ArrayBuffer>) => {
      const text = typeof data === 'string' ? data : new TextDecoder().decode(data);
      const [, timestamp] = /^MESSAGE\n(?:.+\n)*?timestamp:(\d+)/m.exec(text) ?? [];
      if (timestamp) onTime(Number(timestamp));
    });
    return socket;
  };
}

function askGc(connection: Connection, destination: string): Promise<SystemEvent['status'] | 'lost'> {
  return new Promise((resolve) => {
    connection.onReport((report) => {
      if (report.kind === 'lost') resolve('lost');
      if (report.kind === 'event' && report.event.type === 'System') resolve(report.event.status);
    });
    connection.send(command('Hello', destination));
  });
}

function gcFinding(host: string, status: SystemEvent['status'] | 'lost' | undefined): Finding {
  switch (status) {
    case 'IN_SERVICE':
      return good('check.gc.good', { host });
    case 'OUT_OF_SERVICE':
      return bad('check.gc.outOfService', { host });
    case 'lost':
      return bad('check.gc.lost', { host });
    case undefined:
      return bad('check.gc.silent', { host, seconds: String(LIMIT / 1000) });
  }
}

/** @param refusal undefined: no answer in time */
function whyNot(host: string, refusal: ConnectionError | undefined, { violations }: BrokerQuestion): Finding {
  if (violations.some(({ blocked }) => blocked.includes(`//${host}`))) {
    return bad('check.broker.forbidden', { host });
  }
  // The broker's own words follow the address, which the line names already.
  const [, why = ''] = /: (.*)/s.exec(refusal?.message ?? '') ?? [];
  return refusal?.code === 'refused'
    ? bad('check.broker.refused', { host, why })
    : bad('check.broker.unreachable', { host });
}

function asError(error: unknown): ConnectionError {
  return error instanceof ConnectionError ? error : new ConnectionError('unreachable', String(error));
}
