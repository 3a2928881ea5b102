import assert from 'node:assert/strict';
import type { PopPort } from '../../../crm-adapter/port.ts';
import { initialState } from '../../../src/state/initial.ts';
import type { Intent } from '../../../src/state/intents.ts';
import { createStore } from '../../../src/state/store.ts';
import type { Locks } from '../../../src/tabs/election.ts';
import type { SharedIntent } from '../../../src/state/intents.ts';
import type { Channel, Home, Page } from '../../../src/tabs/messages.ts';
import * as others from '../../../src/tabs/others.ts';
import { createTabs, type Desk, type TabsOptions } from '../../../src/tabs/tabs.ts';
import { SETUP } from '../../support/make-state.ts';
import { settle, TestClock } from '../../session/support/stage.ts';

/** How long it takes from tab to tab, and to the locks and back, in milliseconds. */
const HOP = 2;
/** How long a leader takes to GC. */
const TO_GC = 30;

interface Holder {
  readonly tab: FakeTab;
  readonly rob: () => void;
}

interface Waiting {
  readonly tab: FakeTab;
  readonly grant: () => void;
}

/** A browser with tabs that can be opened, closed, frozen and hung, on a clock that the test turns. */
export class FakeBrowser {
  readonly clock = new TestClock();
  readonly tabs: FakeTab[] = [];
  readonly executed: { readonly tab: FakeTab; readonly intent: Intent }[] = [];
  readonly posted: unknown[] = [];
  /** Tabs that were told to be the last one. */
  readonly farewells: string[] = [];
  holder: Holder | undefined;
  readonly queue: Waiting[] = [];
  hasChannel = true;

  get leader(): FakeTab | undefined {
    return this.tabs.find((one) => one.desk !== undefined && one.isAlive);
  }

  open(options: Partial<TabsOptions> = {}): FakeTab {
    const tab = new FakeTab(this, `tab${this.tabs.length}`, options);
    this.tabs.push(tab);
    return tab;
  }

  async advance(milliseconds: number): Promise<void> {
    // What a task has left to its end, first.
    await settle();
    await this.clock.advance(milliseconds);
  }

  /** A few hops: whatever is on its way arrives. */
  settle(): Promise<void> {
    return this.advance(10 * HOP + TO_GC);
  }

  grantNext(): void {
    if (!this.holder) this.queue.shift()?.grant();
  }
}

export class FakeTab {
  readonly browser: FakeBrowser;
  readonly name: string;
  readonly store = createStore(initialState(SETUP));
  readonly left: Home[] = [];
  readonly popped: string[] = [];
  readonly options: Partial<TabsOptions>;
  desk: Desk | undefined;
  state: 'awake' | 'hung' | 'frozen' | 'closed' = 'awake';
  isVisible = true;
  destination = '';
  private readonly backlog: (() => void)[] = [];
  private readonly hearers: ((event: { readonly data: unknown }) => void)[] = [];
  private listeners: readonly ((what: 'look' | 'close' | 'leave' | 'return') => void)[] = [];
  readonly tabs;

  constructor(browser: FakeBrowser, name: string, options: Partial<TabsOptions>) {
    this.browser = browser;
    this.name = name;
    this.options = options;
    const parts: TabsOptions = {
      name: 'softphone',
      tab: name,
      store: this.store,
      clock: {
        now: browser.clock.now,
        after: (delay, run) => {
          let isOff = false;
          const cancel = browser.clock.after(delay, () => this.run(() => isOff || run()));
          return () => {
            isOff = true;
            cancel();
          };
        },
      },
      page: this.page(),
      locks: this.locks(),
      channel: () => this.channel(),
      port: () => this.port(),
      lead: (home, guard) => this.lead(home, guard),
      onLeave: (home) => this.left.push(home),
      ...options,
    };
    this.tabs = createTabs(parts, () => Promise.resolve(others));
  }

  get isAlive(): boolean {
    return this.state !== 'closed';
  }

  get isLeading(): boolean {
    return this.desk !== undefined;
  }

  get alerts(): readonly string[] {
    return this.store.state.alerts.map((one) => one.key);
  }

  dispatch(intent: Intent): void {
    this.tabs.dispatch(intent as SharedIntent);
  }

  /** Something happens to this page: now, or once it can run again. */
  run(task: () => void): void {
    if (this.state === 'awake') task();
    else if (this.state !== 'closed') this.backlog.push(task);
  }

  hear(data: unknown): void {
    for (const hearer of [...this.hearers]) hearer({ data });
  }

  close(): void {
    if (this.state === 'awake') {
      this.tell('close');
      this.tell('leave');
    }
    this.state = 'closed';
    this.release();
  }

  freeze(): void {
    this.tell('leave');
    this.state = 'frozen';
  }

  resume(): void {
    this.state = 'awake';
    this.tell('return');
    this.catchUp();
  }

  hang(): void {
    this.state = 'hung';
  }

  wake(): void {
    this.state = 'awake';
    this.catchUp();
  }

  look(isVisible = true): void {
    this.isVisible = isVisible;
    this.tell('look');
  }

  private catchUp(): void {
    for (const task of this.backlog.splice(0)) this.run(task);
  }

  private tell(what: 'look' | 'close' | 'leave' | 'return'): void {
    for (const listener of this.listeners) listener(what);
  }

  private page(): Page {
    const visible = (): boolean => this.isVisible;
    return {
      get visible() {
        return visible();
      },
      on: (listener) => {
        this.listeners = [...this.listeners, listener];
        return () => {
          this.listeners = this.listeners.filter((one) => one !== listener);
        };
      },
    };
  }

  private channel(): Channel {
    if (!this.browser.hasChannel) throw new Error('denied');
    return {
      postMessage: (message) => {
        assert.ok(this.isAlive);
        const data = structuredClone(message);
        this.browser.posted.push(data);
        for (const other of this.browser.tabs) {
          if (other !== this) this.browser.clock.after(HOP, () => other.run(() => other.hear(data)));
        }
      },
      addEventListener: (_type, listener) => this.hearers.push(listener),
      close: () => this.hearers.splice(0),
    };
  }

  private release(): void {
    const { browser } = this;
    if (browser.holder?.tab === this) browser.holder = undefined;
    browser.queue.splice(0, browser.queue.length, ...browser.queue.filter(({ tab }) => tab !== this));
    browser.grantNext();
  }

  private locks(): Locks {
    const { browser } = this;
    return {
      query: () => new Promise((resolve) => browser.clock.after(HOP, () => this.run(() => resolve(0)))),
      request: (_name, { ifAvailable, steal, signal }, run) =>
        new Promise((resolve, reject) => {
          const grant = (): void => {
            const holder: Holder = {
              tab: this,
              rob: () => {
                browser.clock.after(HOP, () =>
                  this.run(() => reject(new DOMException('stolen', 'AbortError'))),
                );
              },
            };
            browser.holder = holder;
            browser.clock.after(HOP, () =>
              this.run(() => {
                void Promise.resolve(run({})).then(() => {
                  if (browser.holder === holder) browser.holder = undefined;
                  browser.grantNext();
                  resolve(undefined);
                });
              }),
            );
          };
          const arrive = (): void => {
            if (!this.isAlive || signal?.aborted) return;
            if (steal) {
              browser.holder?.rob();
              grant();
            } else if (!browser.holder && browser.queue.length === 0) grant();
            else if (ifAvailable) {
              browser.clock.after(HOP, () =>
                this.run(() => void Promise.resolve(run(null)).then(() => resolve(undefined))),
              );
            } else {
              const waiting = { tab: this, grant };
              browser.queue.push(waiting);
              signal?.addEventListener('abort', () => {
                const place = browser.queue.indexOf(waiting);
                if (place >= 0) browser.queue.splice(place, 1);
                reject(new DOMException('taken back', 'AbortError'));
              });
            }
          };
          browser.clock.after(HOP, arrive);
        }),
    };
  }

  private port(): PopPort {
    const note = async (what: string): Promise<void> => void this.popped.push(what);
    return {
      search: async (term) => {
        this.popped.push(`search ${term}`);
        return { records: [{ id: '1', type: 'Contact', name: term }], opened: true };
      },
      openRecord: ({ id }) => note(`open ${id}`),
      createRecord: ({ type }) => note(`create ${type}`),
      refresh: () => note('refresh'),
    };
  }

  /** A desk that is in service after a while, and does what it is told. */
  private lead(home: Home | undefined, guard: (run: () => void) => void): Desk {
    const { browser, store } = this;
    const destination = home?.destination ?? `made by ${this.name}`;
    this.destination = destination;
    store.apply({ type: 'service', service: { phase: 'connecting' } });
    const cancel = browser.clock.after(TO_GC, () =>
      this.run(() => guard(() => store.apply({ type: 'service', service: { phase: 'inService' } }))),
    );
    const desk: Desk = {
      home: { destination, invalidated: false },
      dispatch: (intent) => {
        assert.equal(browser.holder?.tab, this, `${this.name} acts without the lock`);
        browser.executed.push({ tab: this, intent });
        const call = 'call' in intent ? intent.call : '';
        if (intent.type === 'editWrapUp') store.apply({ ...intent, type: 'draft' });
        else if (intent.type === 'dial') {
          store.apply({ type: 'notice', level: 'status', key: 'dialled', values: { call: intent.number } });
        } else if (intent.type === 'dismiss') store.apply({ type: 'dismissed', notice: intent.notice });
        else store.apply({ type: 'notice', level: 'status', key: intent.type, values: { call } });
      },
      farewell: () => browser.farewells.push(this.name),
      dispose: () => {
        cancel();
        this.desk = undefined;
      },
    };
    this.desk = desk;
    return desk;
  }
}
