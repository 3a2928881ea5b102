import { command } from '../protocol/commands.ts';
import type { GcEvent, SystemEvent } from '../protocol/events.ts';
import type { Millis, Service } from '../state/model.ts';
import { backoff } from '../transport/backoff.ts';
import type { Clock } from '../transport/clock.ts';
import { ConnectionError, type Connection, type OpenOptions } from '../transport/connection.ts';
import { createHeartbeat } from './heartbeat.ts';

/** An address is good when Hello is answered within this time. Source: GC wire contract, section 2. */
export const HELLO_WITHIN: Millis = 10_000;

export interface LineOptions {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly random: () => number;
  readonly heartbeatInterval: Millis;
  /** Who we are, for the destination and the broker's login, asked at each attempt. */
  readonly identity: () => Omit<OpenOptions, 'endpoint'>;
  readonly isSignedIn: () => boolean;
  /** While one is, the address that carries it stays the first choice. */
  readonly isCallUp: () => boolean;
  readonly onService: (service: Service) => void;
  /** GC is there, for the first time or again. */
  readonly onUp: () => void;
  /** GC is out of reach: nothing that was sent will be answered. */
  readonly onDown: () => void;
  /** The broker does not let us in. It is tried again, unless this stops the line. */
  readonly onRefused: () => void;
  readonly onEvent: (event: GcEvent) => void;
  readonly onUndecoded: (kind: 'unknown' | 'malformed') => void;
}

/** Keeps us in touch with GC: addresses, Hello, heartbeat, and coming back after a cut. It signs nobody in. */
export interface Line {
  /** Connects, and goes on trying until `stop`. Harmless when it does already. */
  start(): void;
  stop(): void;
  catchUp(): void;
}

/** Makes a line that is down. */
export function createLine(options: LineOptions): Line {
  const { connection, clock, random, identity, onService } = options;
  const isHeartbeatOurs = connection.capabilities.heartbeat === 'ours';
  /**
   * off ──start──▶ opening ──open──▶ asking ──System──▶ up ⇄ outOfService
   *                   ▲  no answer, refused │              │ lost, silent
   *                   └─────────────────────┴──────────────┘
   */
  let phase: 'off' | 'opening' | 'asking' | 'up' | 'outOfService' = 'off';
  /** Tells the callbacks of an attempt that a newer one, or a stop, has made void. */
  let turn = 0;
  let attempt = 0;
  let endpoint = 0;
  let cancelTimer = (): void => undefined;

  const heartbeat = createHeartbeat({
    clock,
    interval: options.heartbeatInterval,
    isSignedIn: options.isSignedIn,
    send: ask,
    onSilence: down,
  });

  function ask(kind: 'Hello' | 'Beat'): void {
    try {
      connection.send(command(kind, identity().destination));
    } catch {
      down();
    }
  }

  function connect(): void {
    const mine = (turn += 1);
    connection.open({ endpoint, ...identity() }).then(
      () => {
        // A host that watches over its own connection says System by itself, perhaps already.
        if (mine !== turn || phase !== 'opening') return;
        phase = 'asking';
        if (!isHeartbeatOurs) return;
        cancelTimer = clock.after(HELLO_WITHIN, tryNext);
        ask('Hello');
      },
      (error: unknown) => {
        const isRefused = error instanceof ConnectionError && error.code === 'refused';
        if (mine === turn && isRefused) options.onRefused();
        if (mine === turn) tryNext();
      },
    );
  }

  function disconnect(): void {
    turn += 1;
    phase = 'opening';
    cancelTimer();
    heartbeat.stop();
    connection.close();
  }

  function connectLater(): void {
    cancelTimer = clock.after(backoff(attempt, random()), connect);
    attempt += 1;
  }

  /** This address did not do: the next one, after a pause. */
  function tryNext(): void {
    disconnect();
    endpoint = (endpoint + 1) % connection.endpoints;
    connectLater();
  }

  /** The connection is gone. Before GC was ever reached that is one more address that did not do. */
  function down(): void {
    if (phase === 'off') return;
    if (phase === 'opening' || phase === 'asking') {
      tryNext();
      return;
    }
    disconnect();
    if (!options.isCallUp()) endpoint = 0;
    onService({ phase: 'reconnecting', since: clock.now() });
    options.onDown();
    connectLater();
  }

  function hearSystem(status: SystemEvent['status']): void {
    if (phase === 'opening' || phase === 'asking') {
      cancelTimer();
      attempt = 0;
      if (isHeartbeatOurs) heartbeat.start();
    }
    const before = phase;
    phase = status === 'IN_SERVICE' ? 'up' : 'outOfService';
    if (phase === before) return;
    onService({ phase: phase === 'up' ? 'inService' : 'outOfService' });
    if (phase === 'up') options.onUp();
  }

  connection.onReport((report) => {
    if (phase === 'off') return;
    if (report.kind === 'lost') {
      down();
      return;
    }
    const event = report.kind === 'event' ? report.event : undefined;
    heartbeat.alive(event?.type === 'System');
    if (report.kind === 'unknown' || report.kind === 'malformed') options.onUndecoded(report.kind);
    if (event?.type === 'System') hearSystem(event.status);
    if (event) options.onEvent(event);
  });

  return {
    start() {
      if (phase !== 'off') return;
      phase = 'opening';
      attempt = 0;
      endpoint = 0;
      onService({ phase: 'connecting' });
      connect();
    },
    stop() {
      disconnect();
      phase = 'off';
    },
    catchUp: () => heartbeat.catchUp(),
  };
}
