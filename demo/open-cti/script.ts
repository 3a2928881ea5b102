/**
 * A stand-in for Salesforce's Open CTI script, served by the demo CRM under the same path. It runs in the softphone's
 * frame, defines `sforce.opencti` and speaks to the CRM's page. Its answers follow the Open CTI Developer Guide.
 */
import { Fault, bad, fromHost, post } from './messages.ts';
import type { Envelope, ListenerName } from './messages.ts';
import { CALL_TYPE, METHODS, SCREENPOP_TYPE } from './methods.ts';

type Callback = (response: Envelope) => void;

function start(org: string, parent: Window): Record<string, unknown> {
  const callbacks = new Map<number, Callback>();
  const listeners = new Map<ListenerName, ((payload: unknown) => void)[]>();
  let containerReady = false;
  let lastId = 0;

  function call(method: string, given: unknown = {}): void {
    const { callback, listener, ...args } = (
      typeof given === 'object' && given !== null ? given : {}
    ) as Record<string, unknown>;
    const answer: Callback = typeof callback === 'function' ? (callback as Callback) : () => undefined;
    try {
      if (callback !== undefined && typeof callback !== 'function') {
        throw new Fault('INVALID_PARAM', `${method}: callback must be a function`);
      }
      if (METHODS[method]?.listener) listen(method as ListenerName, listener);
      else if (listener !== undefined)
        throw new Fault('INVALID_PARAM', `${method}: listener is not an argument`);
      if (!containerReady && method !== 'notifyInitializationComplete' && !METHODS[method]?.listener) {
        throw new Fault('SOFTPHONE_CONTAINER_ERROR', 'The softphone container is not initialized yet');
      }
      lastId += 1;
      callbacks.set(lastId, answer);
      post(parent, org, { kind: 'call', id: lastId, method, args });
    } catch (error) {
      callbacks.delete(lastId);
      // As in Salesforce, a callback never runs before the call has returned.
      queueMicrotask(() =>
        answer(bad(error instanceof DOMException ? new Fault('INVALID_PARAM', error.message) : error)),
      );
    }
  }

  function listen(name: ListenerName, listener: unknown): void {
    if (typeof listener !== 'function')
      throw new Fault('INVALID_PARAM', `${name}: listener must be a function`);
    listeners.set(name, [...(listeners.get(name) ?? []), listener as (payload: unknown) => void]);
  }

  window.addEventListener('message', (event) => {
    const message = fromHost(event, parent, org);
    if (message?.kind === 'ready') containerReady = true;
    if (message?.kind === 'event')
      for (const listener of listeners.get(message.name) ?? []) listener(message.payload);
    if (message?.kind === 'answer') {
      const callback = callbacks.get(message.id);
      callbacks.delete(message.id);
      callback?.(message.response);
    }
  });
  post(parent, org, { kind: 'hello' });

  const api: Record<string, unknown> = { SCREENPOP_TYPE, CALL_TYPE };
  for (const method of Object.keys(METHODS)) {
    api[method] = (args?: unknown): void => {
      call(method, args);
    };
  }
  return api;
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement && window.parent !== window) {
  const before: unknown = Reflect.get(window, 'sforce');
  const opencti = start(new URL(script.src).origin, window.parent);
  Reflect.set(window, 'sforce', { ...(typeof before === 'object' ? before : {}), opencti });
}
