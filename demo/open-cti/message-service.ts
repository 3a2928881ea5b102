import { Fault } from './messages.ts';

/** The Lightning message service of one page: components of the page speak on it, and through Open CTI the softphone. */
export interface MessageService {
  /** @throws {Fault} for a channel that is not there, and for what is no plain JSON object */
  publish(channel: string, message: unknown): void;
  /**
   * @returns the unsubscribe
   * @throws {Fault} for a channel that is not there
   */
  subscribe(channel: string, listener: (message: unknown) => void): () => void;
}

/** What the org has: as the softphone's metadata deploys them (crm-adapter/salesforce). */
export const CHANNELS = { events: 'GcSoftphoneEvents__c', commands: 'GcSoftphoneCommands__c' } as const;

/** @param channels API names of the org's message channels */
export function createMessageService(channels: readonly string[] = Object.values(CHANNELS)): MessageService {
  const listeners = new Map<string, Set<(message: unknown) => void>>();

  function of(channel: string): Set<(message: unknown) => void> {
    if (!channels.includes(channel))
      throw new Fault('INVALID_PARAM', `There is no message channel ${channel}`);
    const known = listeners.get(channel) ?? new Set();
    listeners.set(channel, known);
    return known;
  }

  return {
    publish(channel, message) {
      const heard = of(channel);
      if (!isPlain(message) || Array.isArray(message) || typeof message !== 'object')
        throw new Fault('INVALID_PARAM', 'A message is a serializable JSON object');
      // Everybody gets one of their own, after whoever says it has gone on.
      const text = JSON.stringify(message);
      queueMicrotask(() => {
        for (const listener of [...heard]) listener(JSON.parse(text));
      });
    },
    subscribe(channel, listener) {
      const heard = of(channel);
      // The same function twice is heard twice.
      const own = (message: unknown): void => listener(message);
      heard.add(own);
      return () => heard.delete(own);
    },
  };
}

/** Whether it would be the same after it was written as JSON and read again. */
function isPlain(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isPlain);
  if (typeof value !== 'object') return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && Object.values(value).every(isPlain);
}
