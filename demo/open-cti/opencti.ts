import { Fault, bad, fromHost, post } from './messages.ts';
import type { Envelope, Hearer, Receiver } from './messages.ts';
import { CALL_TYPE, METHODS, SCREENPOP_TYPE } from './methods.ts';

type Callback = (response: Envelope & { readonly subscription?: unknown }) => void;
type Listener = (payload: unknown) => void;

/**
 * Makes `sforce.opencti`, as Salesforce's script does.
 * @param org origin of the CRM's page
 * @param host its window; with the origin the only one that is heard
 * @param page the window of the softphone
 */
export function createOpenCti(org: string, host: Receiver, page: Hearer): Readonly<Record<string, unknown>> {
  const waiting = new Map<number, Callback>();
  const listeners = new Map<string, Listener[]>();
  let containerReady = false;
  let lastId = 0;

  function call(method: string, given: unknown = {}): void {
    const { callback, listener, ...args } = (
      typeof given === 'object' && given !== null ? given : { [String(given)]: given }
    ) as Record<string, unknown>;
    const answer = typeof callback === 'function' ? (callback as Callback) : () => undefined;
    const wrong = (name: string, why: string): Fault =>
      new Fault('INVALID_PARAM', `${method}: ${name} ${why}`);
    const kind = METHODS[method]?.listener;
    try {
      if (callback !== undefined && typeof callback !== 'function')
        throw wrong('callback', 'must be a function');
      if (kind ? typeof listener !== 'function' : listener !== undefined) {
        throw wrong('listener', kind ? 'must be a function' : 'is no parameter');
      }
      if (kind === 'only') {
        const [unknown] = Object.keys(args);
        if (unknown !== undefined) throw wrong(unknown, 'is no parameter');
        if (callback) throw wrong('callback', 'is no parameter');
        listen(method, listener as Listener);
        return;
      }
      if (!containerReady) throw new Fault('SOFTPHONE_CONTAINER_ERROR');
      post(host, org, { kind: 'call', id: lastId + 1, method, args });
      lastId += 1;
      waiting.set(lastId, method === 'subscribe' ? subscribed(listener as Listener, answer) : answer);
    } catch (error) {
      // What cannot be cloned is a wrong argument. As in Salesforce, a callback never runs before the call has returned.
      const fault = error instanceof Fault ? error : new Fault('INVALID_PARAM', String(error));
      queueMicrotask(() => answer(bad(fault)));
    }
  }

  function listen(name: string, listener: Listener): void {
    listeners.set(name, [...(listeners.get(name) ?? []), listener]);
  }

  /** A subscription's callback gets it beside the usual fields. */
  function subscribed(listener: Listener, answer: Callback): Callback {
    return (response) => {
      const { id } = (response.returnValue ?? {}) as { readonly id?: string };
      if (id !== undefined) listen(id, listener);
      answer(response.success ? { ...response, subscription: response.returnValue } : response);
    };
  }

  page.addEventListener('message', (event) => {
    const message = fromHost(event, host, org);
    if (message?.kind === 'ready') containerReady = true;
    if (message?.kind === 'event') {
      for (const listener of listeners.get(message.name) ?? []) listener(message.payload);
    }
    if (message?.kind === 'answer') {
      const answer = waiting.get(message.id);
      waiting.delete(message.id);
      answer?.(message.response);
    }
  });
  post(host, org, { kind: 'hello' });

  const api: Record<string, unknown> = { SCREENPOP_TYPE, CALL_TYPE };
  const hvs: Record<string, unknown> = {};
  for (const method of Object.keys(METHODS)) {
    const [name = '', inHvs] = method.split('.').reverse();
    (inHvs ? hvs : api)[name] = (args?: unknown): void => call(method, args);
  }
  return { ...api, hvs };
}
