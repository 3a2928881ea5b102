/**
 * `dist/host.js`: the CRM page's side of the web contract, version 1. Importing it does nothing. docs/web-contract.md
 * shows a page that uses it.
 */
import { asObject, asText, systemClock, type Clock } from '../values.ts';
import type { Attention, ClickToDial, CrmRecord } from '../port.ts';
import type { Requests } from './contract.ts';
import { createTalk, type Ear, type Target } from './talk.ts';

export { CrmError } from '../port.ts';
export type {
  Activity,
  Attention,
  AttentionKind,
  ClickToDial,
  CrmErrorCode,
  CrmRecord,
  CrmUser,
  NewRecord,
  SearchResult,
} from '../port.ts';
export type { Requests } from './contract.ts';

/**
 * What this CRM does for the softphone; what is left out, it cannot do. A handler may throw a `CrmError` that says why
 * not. It answers first and leaves its page afterwards: a page that has gone has not answered.
 */
export type Handlers = {
  readonly [N in keyof Requests]?: (
    asked: Requests[N]['asks'],
  ) => Requests[N]['answers'] | Promise<Requests[N]['answers']>;
};

/** What happens at the softphone. */
export interface SoftphoneEvents {
  /** There is a softphone now, or none any more. */
  connection: { readonly connected: boolean };
  /** The phone in a few words. */
  state: Attention;
  /** The softphone wants to be seen, or need not be. */
  panel: { readonly visible: boolean };
}

export interface SoftphoneOptions {
  /** Origins that the softphone may come from; on a Finesse desktop that of each Finesse server. Exact. */
  readonly origins: readonly string[];
  readonly handlers: Handlers;
  /** The frame that the softphone is in, where it is in one of this page. */
  readonly frame?: HTMLIFrameElement | undefined;
  /** The window that the softphone is in, or has a frame in; left out: the one that opened this page. */
  readonly window?: Target | null | undefined;
  /** For tests. */
  readonly view?: HostView | undefined;
  readonly clock?: Clock | undefined;
  readonly page?: string | undefined;
}

export interface Softphone {
  readonly connected: boolean;
  /**
   * Has the softphone dial a number, as it is written; whether that is possible now, the softphone tells the agent.
   * @param record what the call is about
   * @returns false when no softphone is there
   */
  dial(number: string, record?: CrmRecord): boolean;
  /** The record that is before the agent now; without one, any other page. Call it whenever that changes. */
  viewed(record?: CrmRecord): void;
  /** @returns the unsubscribe */
  on<E extends keyof SoftphoneEvents>(event: E, listener: (what: SoftphoneEvents[E]) => void): () => void;
  dispose(): void;
}

/** What is used of this page's window. */
export interface HostView extends Ear {
  readonly opener: unknown;
  addEventListener(
    type: 'message' | 'pagehide' | 'pageshow' | 'focus',
    listener: (event: never) => void,
  ): void;
  removeEventListener(
    type: 'message' | 'pagehide' | 'pageshow' | 'focus',
    listener: (event: never) => void,
  ): void;
}

/** While there is no softphone, one is looked for so often; after a while, and to notice that it has gone, less. */
const SOON_MS = 1000;
const LATER_MS = 10_000;
const SOON = 30;

/** Finds the softphone, again after a reload of either, and serves it. */
export function connectSoftphone(options: SoftphoneOptions): Softphone {
  const { origins, handlers, frame, window: given, view = window as HostView, clock = systemClock } = options;
  const listeners = new Map<string, Set<(what: never) => void>>();
  let viewing: CrmRecord | undefined;
  let tries = 0;
  let cancel = (): void => undefined;

  const emit = <E extends keyof SoftphoneEvents>(event: E, what: SoftphoneEvents[E]): void => {
    for (const listener of listeners.get(event) ?? []) (listener as (what: SoftphoneEvents[E]) => void)(what);
  };

  const talk = createTalk({
    role: 'crm',
    ear: view,
    origins,
    handles: Object.keys(handlers).filter((name) => handlers[name as keyof Handlers]),
    clock,
    page: options.page,
    targets: () => framesOf(frame?.contentWindow ?? given ?? (view.opener as Target | null)),
    answer(name, body) {
      if (!Object.hasOwn(handlers, name)) throw new Error(`No handler for ${name}`);
      return (handlers[name as keyof Handlers] as (asked: unknown) => unknown)(body);
    },
    hear(event, body) {
      const { kind, label, visible } = asObject(body);
      if (event === 'state') emit('state', { kind: kind as Attention['kind'], label: asText(label) });
      if (event === 'panel') emit('panel', { visible: visible === true });
    },
    onPeer() {
      tries = 0;
      if (talk.peer && viewing) talk.tell('viewed', { record: viewing });
      emit('connection', { connected: talk.peer !== undefined });
      if (!talk.peer) look();
    },
  });

  function look(): void {
    cancel();
    tries++;
    cancel = clock.after(talk.peer || tries > SOON ? LATER_MS : SOON_MS, look);
    talk.hello();
  }

  function leave(): void {
    cancel();
    talk.bye();
  }

  /** A page in the background is given few ticks; one that the browser kept comes back as it was left. */
  const moments = { pagehide: leave, pageshow: look, focus: look };
  for (const [moment, run] of Object.entries(moments)) view.addEventListener(moment as 'focus', run);
  look();

  return {
    get connected() {
      return talk.peer !== undefined;
    },
    dial: (number, record) =>
      talk.tell('dial', { number, ...(record ? { record } : {}) } satisfies ClickToDial),
    viewed(record) {
      viewing = record;
      talk.tell('viewed', record ? { record } : {});
    },
    on(event, listener) {
      const heard = listeners.get(event) ?? new Set();
      listeners.set(event, heard.add(listener));
      return () => heard.delete(listener);
    },
    dispose() {
      cancel();
      for (const [moment, run] of Object.entries(moments)) view.removeEventListener(moment as 'focus', run);
      talk.dispose();
    },
  };
}

/** A window and every frame in it: a gadget is in one of the desktop's. Any page may count another one's. */
function framesOf(target: Target | null | undefined): readonly Target[] {
  if (!target || target.closed) return [];
  const frames = target as Target & { readonly length?: number; readonly [index: number]: Target };
  return [target, ...Array.from({ length: frames.length ?? 0 }, (_, at) => framesOf(frames[at])).flat()];
}
