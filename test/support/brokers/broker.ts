import type { Credentials } from './stomp-client.ts';

/** A real message broker on this machine, with the rights of docs/brokers.md. */
export interface TestBroker {
  readonly kind: 'activemq' | 'rabbitmq';
  /** For softphones: STOMP over WebSocket. */
  readonly url: string;
  /** For GC: STOMP over TCP, with GC's login. */
  readonly gcUrl: string;
  /** STOMP over TCP. */
  readonly stompPort: number;
  /** For JMS clients, as GC is one, where the broker is theirs. */
  readonly openWireUrl?: string;
  /** GC's queue as GC, and as an agent, has to name it. */
  readonly queuePrefix: { readonly gc: string; readonly agent: string };
  /** Where the broker puts commands that nobody took in time. */
  readonly expired: string;
  /** Takes up again after `stop`, at the same addresses. */
  start(): Promise<void>;
  /** Ends the broker, and with it every connection; `SIGKILL`: without a word. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Ends it for good and removes its files. */
  remove(): Promise<void>;
}

export const QUEUE = 'Connector1';
export const GC: Credentials = { login: 'gc', passcode: 'of-gc-alone' };
/** The agents' logins at the broker are their own. */
export const ADA_AT_BROKER: Credentials = { login: '1001', passcode: 'secret' };
export const GRACE_AT_BROKER: Credentials = { login: '1002', passcode: 'compiler' };
/** What the softphone is configured with for such logins. */
export const AGENTS_OWN_LOGIN = {
  login: '{agentId}',
  passcode: '{password}',
  destination: '{agentId}.{random}',
};
