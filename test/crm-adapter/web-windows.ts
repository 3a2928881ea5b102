/** Windows of several pages, as far as they talk to each other; what is posted arrives when the test says so. */
import type { HostView } from '../../crm-adapter/web/host.ts';
import type { Heard, Target } from '../../crm-adapter/web/talk.ts';
import type { WebOptions } from '../../crm-adapter/web/web.ts';
import { settled } from './open-cti-fake.ts';

interface Posted {
  readonly to: FakeWindow;
  readonly heard: Heard;
  readonly targetOrigin: string;
}

type Listener = (event: never) => void;

/** All windows of a browser, and the way between them. */
export class Browser {
  /** Everything that was ever posted, delivered or not. */
  readonly posted: Posted[] = [];
  /** Names that `open` knows, and whether a new window is blocked. */
  readonly named = new Map<string, FakeWindow>();
  /** Addresses that were opened or gone to, by window name. */
  readonly visited: (readonly [name: string, url: string])[] = [];
  blocks = false;
  /** Called for each message before it is delivered; false loses it. */
  passes: (data: Readonly<Record<string, unknown>>) => boolean = () => true;
  #underway: Posted[] = [];

  post(posted: Posted): void {
    this.posted.push(posted);
    this.#underway.push(posted);
  }

  /** Delivers what is underway, and what comes of it. */
  async deliver(): Promise<void> {
    await settled();
    for (let next = this.#underway.shift(); next; next = this.#underway.shift()) {
      const { to, heard, targetOrigin } = next;
      const isMeant = targetOrigin === to.origin && !to.closed;
      if (isMeant && this.passes(heard.data as Record<string, unknown>)) to.happen('message', heard);
      await settled();
    }
  }

  /** What reached pages of an origin, by kind. */
  kindsTo(origin: string): string[] {
    return this.posted
      .filter(({ to, targetOrigin }) => to.origin === origin && targetOrigin === origin)
      .map(({ heard }) => String((heard.data as { kind: unknown }).kind));
  }
}

/** One window, with one page in it at a time. */
export class FakeWindow {
  readonly browser: Browser;
  readonly parent: FakeWindow | undefined;
  opener: FakeWindow | undefined;
  readonly frames: FakeWindow[] = [];
  origin: string;
  closed = false;
  focused = 0;
  readonly #proxies = new Map<FakeWindow, Target>();
  #listeners = new Map<string, Set<Listener>>();

  constructor(browser: Browser, origin: string, around: { parent?: FakeWindow; opener?: FakeWindow } = {}) {
    this.browser = browser;
    this.origin = origin;
    this.parent = around.parent;
    this.opener = around.opener;
    around.parent?.frames.push(this);
  }

  happen(type: string, event: unknown = {}): void {
    for (const listener of [...(this.#listeners.get(type) ?? [])])
      (listener as (event: unknown) => void)(event);
  }

  get listening(): number {
    return [...this.#listeners.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** The page goes, and another one comes. */
  reload(origin = this.origin): void {
    this.happen('pagehide');
    this.#listeners = new Map();
    this.origin = origin;
  }

  close(): void {
    this.happen('pagehide');
    this.closed = true;
  }

  /** This window as a page in another one sees it. */
  seenBy(viewer: FakeWindow): Target {
    const known = this.#proxies.get(viewer);
    if (known) return known;
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    const to = this;
    const proxy = {
      get closed() {
        return to.closed;
      },
      get length() {
        return to.frames.length;
      },
      postMessage(data: unknown, targetOrigin: string) {
        const heard = { data: structuredClone(data), origin: viewer.origin, source: viewer.seenBy(to) };
        to.browser.post({ to, heard, targetOrigin });
      },
      focus: () => void (to.focused += 1),
      get location() {
        return {
          get href() {
            if (to.origin !== 'null') throw new DOMException('Blocked', 'SecurityError');
            return 'about:blank';
          },
          replace(url: string) {
            to.origin = new URL(url).origin;
            const [name = ''] = [...to.browser.named].find(([, one]) => one === to) ?? [];
            to.browser.visited.push([name, url]);
          },
        };
      },
    };
    for (const at of [0, 1]) Object.defineProperty(proxy, at, { get: () => to.frames[at]?.seenBy(viewer) });
    this.#proxies.set(viewer, proxy);
    return proxy;
  }

  /** `window` of the page in it. */
  get view(): NonNullable<WebOptions['view']> & HostView {
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    const self = this;
    const { browser, parent, opener } = this;
    const view = {
      addEventListener(type: string, listener: Listener) {
        const known = self.#listeners.get(type) ?? new Set();
        self.#listeners.set(type, known.add(listener));
      },
      removeEventListener: (type: string, listener: Listener) => self.#listeners.get(type)?.delete(listener),
      opener: opener?.seenBy(self) ?? null,
      location: { ancestorOrigins: parent ? [parent.origin] : [] },
      document: {},
      parent: undefined as unknown,
      top: undefined as unknown,
      open(url: string, name: string) {
        let found = browser.named.get(name);
        if (found?.closed) found = undefined;
        if (!found) {
          if (browser.blocks) return null;
          found = new FakeWindow(browser, 'null', { opener: self });
          browser.named.set(name, found);
        }
        if (url) {
          found.origin = new URL(url).origin;
          browser.visited.push([name, url]);
        }
        return found.seenBy(self);
      },
    };
    view.parent = parent?.seenBy(self) ?? view;
    view.top = parent ? { opener: parent.opener?.seenBy(self) ?? null } : view;
    return view as unknown as NonNullable<WebOptions['view']> & HostView;
  }
}
