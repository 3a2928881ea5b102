import { windowClock, type Clock } from '../transport/clock.ts';
import type { SocketFactory } from '../transport/web-socket.ts';

export type StoreName = 'sessionStorage' | 'localStorage';

/** Something that the page's Content-Security-Policy has stopped. */
export interface Violation {
  /** `connect-src` */
  readonly directive: string;
  /** The address, or `inline`, `eval`, … */
  readonly blocked: string;
}

/** The browser, as far as the checks try it. Tests hand in their own; {@link browserOf} is the real one. */
export interface Browser {
  readonly clock: Clock;
  readonly randomBytes: (into: Uint8Array<ArrayBuffer>) => unknown;
  readonly socket: SocketFactory;
  /** Address of the softphone's own page. */
  readonly address: string;
  readonly framed: boolean;
  /** Origin of the page that frames this one; '' where the browser does not tell. */
  readonly framedBy: string;
  /** Policies that the page carries itself, in `<meta>`. */
  readonly metaPolicies: readonly string[];
  /** The headers that the page's server answers with, asked anew. */
  readonly headers: () => Promise<Pick<Headers, 'get'>>;
  /** Writes to a storage and reads it again; throws where that is denied. */
  readonly tryStore: (name: StoreName) => void;
  readonly tryDatabase: () => Promise<void>;
  /** Takes a lock, and opens a channel to other tabs. */
  readonly tryLocks: () => Promise<void>;
  /** @returns the state of a new AudioContext */
  readonly trySound: () => Promise<string>;
  /** undefined where this browser has none. */
  readonly notifications: NotificationPermission | undefined;
  /** Calls back for what the policy stops, also for what it has stopped before where the browser tells that. */
  readonly onViolation: (listener: (violation: Violation) => void) => () => void;
}

const NAME = 'gc-softphone-check';

/** The browser window this runs in. */
export function browserOf(view: Window & typeof globalThis = window): Browser {
  const { document: page, location } = view;
  return {
    clock: windowClock,
    randomBytes: (into) => view.crypto.getRandomValues(into),
    socket: (url, protocols) => new view.WebSocket(url, protocols),
    address: location.href,
    framed: view.parent !== view,
    framedBy: parentOrigin(view),
    metaPolicies: [...page.querySelectorAll('meta')]
      .filter(({ httpEquiv }) => httpEquiv.toLowerCase() === 'content-security-policy')
      .map(({ content }) => content),
    headers: async () => (await view.fetch(location.href, { method: 'HEAD', cache: 'no-store' })).headers,
    tryStore(name) {
      const store = view[name];
      store.setItem(NAME, NAME);
      const kept = store.getItem(NAME);
      store.removeItem(NAME);
      if (kept !== NAME) throw new Error(`${name} does not keep what it is given`);
    },
    tryDatabase: () => tryDatabase(view.indexedDB),
    async tryLocks() {
      await view.navigator.locks.request(NAME, () => undefined);
      new view.BroadcastChannel(NAME).close();
    },
    async trySound() {
      const audio = new view.AudioContext();
      // Where the browser holds sound back this never resolves.
      if (audio.state !== 'running') await Promise.race([audio.resume(), pause(1000)]);
      const { state } = audio;
      await audio.close();
      return state;
    },
    notifications: 'Notification' in view ? view.Notification.permission : undefined,
    onViolation(listener) {
      const hear = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void =>
        listener({ directive: effectiveDirective, blocked: blockedURI });
      page.addEventListener('securitypolicyviolation', hear);
      const stopEarlier = hearEarlier(view, listener);
      return () => {
        page.removeEventListener('securitypolicyviolation', hear);
        stopEarlier();
      };
    },
  };
}

function parentOrigin({ location, document, parent, self }: Window & typeof globalThis): string {
  if (parent === self) return '';
  // Not in Firefox; there the referrer, where the framing page lets it be told.
  const [origin] = 'ancestorOrigins' in location ? location.ancestorOrigins : [];
  if (origin) return origin;
  return URL.canParse(document.referrer) ? new URL(document.referrer).origin : '';
}

/** What was stopped before anybody listened: an observer is told it afterwards, where the browser keeps it. */
function hearEarlier(view: Window & typeof globalThis, listener: (violation: Violation) => void): () => void {
  if (!('ReportingObserver' in view)) return () => undefined;
  const observer = new view.ReportingObserver(
    (reports) => {
      for (const { body } of reports) {
        const { effectiveDirective, blockedURL } = body as unknown as Partial<Record<string, string>>;
        listener({ directive: effectiveDirective ?? '', blocked: blockedURL ?? '' });
      }
    },
    { types: ['csp-violation'], buffered: true },
  );
  observer.observe();
  return () => observer.disconnect();
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => windowClock.after(milliseconds, resolve));

async function tryDatabase(databases: IDBFactory): Promise<void> {
  const opening = databases.open(NAME);
  opening.onupgradeneeded = () => void opening.result.createObjectStore(NAME);
  const database = await answer(opening);
  try {
    await answer(database.transaction(NAME, 'readwrite').objectStore(NAME).put(NAME, NAME));
    const kept: unknown = await answer(database.transaction(NAME).objectStore(NAME).get(NAME));
    if (kept !== NAME) throw new Error('IndexedDB does not keep what it is given');
  } finally {
    database.close();
    databases.deleteDatabase(NAME);
  }
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'));
  });
}
