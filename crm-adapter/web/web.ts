/** The adapter for any CRM with a page that speaks the web contract: by `dist/host.js`, or by itself. */
import { CrmError, type Attention, type ClickToDial, type CrmPort, type CrmRecord } from '../port.ts';
import { asObject, asText, systemClock, type Clock } from '../values.ts';
import { listOf, readRecord, type Events, type Requests } from './contract.ts';
import { createTalk, type Ear, type Target } from './talk.ts';
import { findOrOpen, pagesAround, type View } from './windows.ts';

/** `crm` of the configuration, and the browser. */
export interface WebOptions {
  /** Pages that may be the CRM. */
  readonly origins: readonly string[];
  /** The page that is opened where none is there; '': it is left to the agent. */
  readonly url: string;
  /** The name of its window. */
  readonly window: string;
  readonly view?: View & Ear & Clicks;
  readonly clock?: Clock;
  /** Names this load of the page. */
  readonly page?: string;
}

interface Clicks {
  addEventListener(type: 'click' | 'pagehide', listener: () => void, options?: AddEventListenerOptions): void;
  removeEventListener(type: 'click' | 'pagehide', listener: () => void, isCaptured?: boolean): void;
}

/** How long a page that is there may take to say so: it says hello once a second while it has no softphone. */
const FIND_MS = 2500;
/** How long a page that is opened may take to load. */
const LOAD_MS = 15_000;
/** How long an answer may take. */
const ANSWER_MS = 10_000;

const NOT_THERE = 'No page of the CRM answers. Open the CRM, and look whether its origin is in crm.origins';
const BLOCKED =
  'The browser blocked the window of the CRM. Allow pop-ups of this page, or click in the softphone';

export function createWebAdapter(options: WebOptions): CrmPort {
  const { origins, url, window: name, clock = systemClock, page } = options;
  const view: View & Ear & Clicks = options.view ?? window;
  const clicks = new Set<(click: ClickToDial) => void>();
  const pages = new Set<(record: CrmRecord | undefined) => void>();
  const arrivals = new Set<() => void>();
  let opened: Target | undefined;
  let isBlocked = false;
  let reaching: Promise<void> | undefined;
  let attention: Attention | undefined;

  const talk = createTalk({
    role: 'softphone',
    ear: view,
    origins,
    clock,
    page,
    targets: () => [...pagesAround(view, origins), ...(opened && !opened.closed ? [opened] : [])],
    hear(event, body) {
      if (event === 'dial') heardClick(body);
      if (event === 'viewed') for (const listener of pages) listener(readRecord(asObject(body)['record']));
    },
    onPeer() {
      if (!talk.peer) return;
      if (attention) talk.tell('state', attention);
      for (const arrive of [...arrivals]) arrive();
    },
  });
  // So that the page looks for the softphone that comes after this one.
  view.addEventListener('pagehide', talk.bye);

  function heardClick(body: unknown): void {
    const { number, record: about } = asObject(body);
    const record = readRecord(about);
    const click = { number: asText(number).trim(), ...(record ? { record } : {}) };
    if (click.number) for (const listener of clicks) listener(click);
  }

  const isThere = (): boolean => talk.peer !== undefined;

  /** Resolves when a page is there, or after `ms` milliseconds. */
  function arrival(ms: number): Promise<void> {
    if (isThere()) return Promise.resolve();
    return new Promise((resolve) => {
      const arrive = (): void => {
        cancel();
        arrivals.delete(arrive);
        resolve();
      };
      const cancel = clock.after(ms, arrive);
      arrivals.add(arrive);
    });
  }

  /** Tried by itself once; a browser that blocks it allows it on a click. */
  function openPage(): void {
    if (!url || isBlocked || (opened && !opened.closed)) return;
    const found = findOrOpen(view, url, name);
    opened = found?.target;
    isBlocked = !found;
    if (found?.isNew === false) talk.hello();
    if (isBlocked) view.addEventListener('click', openOnClick, { once: true, capture: true });
  }

  function openOnClick(): void {
    isBlocked = false;
    if (!isThere()) openPage();
  }

  const reach = (): Promise<void> =>
    (reaching ??= (async () => {
      talk.hello();
      await arrival(FIND_MS);
      if (isThere()) return;
      openPage();
      if (url && !isBlocked) await arrival(LOAD_MS);
      if (!isThere()) throw new CrmError('unavailable', isBlocked ? BLOCKED : NOT_THERE);
    })().finally(() => (reaching = undefined)));

  async function ask<N extends keyof Requests>(request: N, body: Requests[N]['asks']): Promise<unknown> {
    if (!talk.peer || talk.peer.window.closed) await reach();
    if (!can(request)) throw new CrmError('denied', `The page of the CRM has no handler for ${request}`);
    return talk.request(request, body, ANSWER_MS);
  }

  /** A page that has not come yet is taken to be able to. */
  const can = (request: keyof Requests): boolean => talk.peer?.handles.has(request) ?? true;

  const tell = <N extends keyof Events>(event: N, body: Events[N]): Promise<void> => {
    talk.tell(event, body);
    return Promise.resolve();
  };

  return {
    capabilities: {
      get search() {
        return can('search');
      },
      get createRecord() {
        return can('createRecord');
      },
      get logActivity() {
        return can('logActivity');
      },
      // The contract wants it of every page.
      keyedWrite: true,
      clickToDial: true,
      panel: true,
      attention: true,
    },

    open: () => reach(),
    ready: () => Promise.resolve(),

    async user() {
      const org = new URL(talk.peer?.origin ?? origins[0] ?? '').host;
      const user = asObject(can('user') ? await ask('user', undefined) : {});
      return { org: asText(user['org']) || org, ...(asText(user['id']) ? { id: asText(user['id']) } : {}) };
    },

    dialing: () => Promise.resolve({}),

    async search(term, how) {
      const { records, opened: isOpened } = asObject(await ask('search', { term, ...how }));
      return {
        records: listOf(records).flatMap((one) => readRecord(one) ?? []),
        opened: isOpened === true,
      };
    },

    async openRecord({ id }) {
      await ask('openRecord', { id });
    },

    async createRecord(record) {
      await ask('createRecord', record);
    },

    async logActivity(activity) {
      return { id: asText(asObject(await ask('logActivity', activity))['id']) };
    },

    async updateActivity(id, activity) {
      await ask('updateActivity', { id, activity });
    },

    async refresh() {
      if (can('refresh')) await ask('refresh', undefined);
    },

    showPanel: (visible) => tell('panel', { visible }),

    setAttention(next) {
      attention = next;
      return tell('state', next);
    },

    async check() {
      await reach().catch(() => undefined);
      const { malformed, version } = talk.dropped;
      const values = { origin: talk.peer?.origin ?? '', origins: origins.join(', ') };
      const missing = (['search', 'openRecord', 'logActivity', 'updateActivity'] as const).filter(
        (request) => !can(request),
      );
      return [
        talk.peer
          ? { key: 'page', outcome: 'good', values }
          : { key: isBlocked ? 'blockedPage' : 'noPage', outcome: 'bad', values },
        ...(missing.length > 0
          ? [{ key: 'noHandler', outcome: 'warning', values: { requests: missing.join(', ') } } as const]
          : []),
        ...(malformed + version > 0
          ? [{ key: 'dropped', outcome: 'warning', values: { count: String(malformed + version) } } as const]
          : []),
      ];
    },

    onClickToDial(listener) {
      clicks.add(listener);
      return () => clicks.delete(listener);
    },

    onNavigate(listener) {
      pages.add(listener);
      return () => pages.delete(listener);
    },

    dispose() {
      talk.dispose();
      view.removeEventListener('pagehide', talk.bye);
      view.removeEventListener('click', openOnClick, true);
      clicks.clear();
      pages.clear();
    },
  };
}
