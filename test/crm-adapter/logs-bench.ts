import { createLogs, type Logs } from '../../crm-adapter/logs.ts';
import { outboxOn, type Outbox, type OutboxEntry } from '../../crm-adapter/outbox.ts';
import type { Shelf } from '../../crm-adapter/outbox-shelf.ts';
import { CrmError, type Activity, type CrmUser } from '../../crm-adapter/port.ts';
import type { Input } from '../../src/state/inputs.ts';
import type { Call, CallKey, CallLog, SoftphoneState } from '../../src/state/model.ts';
import { createStore, type Store } from '../../src/state/store.ts';
import { TestClock } from '../session/support/stage.ts';
import { signedIn } from '../support/make-state.ts';

/** Lets what waits in promises run. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A disk that outlives pages. What it is given waits until it works, unless it works at once. */
export class Disk {
  readonly entries = new Map<string, OutboxEntry>();
  worksAtOnce = true;
  private queue: (() => void)[] = [];

  /** The shelf as one page has it. */
  shelf(): Shelf {
    const soon = (work: () => void): Promise<void> =>
      new Promise((resolve) => {
        this.queue.push(() => {
          work();
          resolve();
        });
        if (this.worksAtOnce) this.work();
      });
    return {
      put: (entry) => soon(() => this.entries.set(`${entry.owner} ${entry.key}`, structuredClone(entry))),
      sweep: (stays) =>
        soon(() => {
          for (const [id, entry] of this.entries) if (!stays(structuredClone(entry))) this.entries.delete(id);
        }),
    };
  }

  work(count = Infinity): void {
    for (const work of this.queue.splice(0, count)) work();
  }

  /** The page is gone: what it had not written yet is not written. */
  forget(): void {
    this.queue = [];
  }

  get(key: CallKey): OutboxEntry | undefined {
    return [...this.entries.values()].find((entry) => entry.key === key);
  }
}

/** What becomes of a request: done and said so, done and not said so, not done and why. */
export type Fate = 'done' | 'doneUnsaid' | CrmError['code'];

/** A CRM's history, as it really is. */
export class History {
  readonly activities: { id: string; activity: Activity }[] = [];
  readonly asked: string[] = [];
  user: CrmUser = { org: 'org', id: 'ada' };
  keyedWrite = false;
  tellsIds = true;
  /** What becomes of the next requests; done when none is left. */
  readonly fates: (Fate | Promise<Fate>)[] = [];
  fields: Record<string, string> = {};

  of(key: CallKey): readonly Activity[] {
    return this.activities.filter((one) => one.activity.callKey === key).map((one) => one.activity);
  }

  commit(activity: Activity, id?: string): string {
    const before = this.activities.find((one) =>
      id === undefined ? this.keyedWrite && one.activity.callKey === activity.callKey : one.id === id,
    );
    if (before) before.activity = activity;
    else this.activities.push({ id: `00T${this.activities.length + 1}`, activity });
    return before?.id ?? this.activities.at(-1)!.id;
  }

  async handle(activity: Activity, id?: string): Promise<{ id: string }> {
    this.asked.push(`${id === undefined ? 'create' : `update ${id}`} ${activity.notes}`.trim());
    const fate = await (this.fates.shift() ?? 'done');
    if (fate !== 'done' && fate !== 'doneUnsaid')
      throw new CrmError(fate, `is ${fate}`, { fields: this.fields });
    const written = this.commit(activity, id);
    if (fate === 'doneUnsaid') throw new CrmError('unconfirmed', 'no answer');
    return { id: this.tellsIds ? written : '' };
  }
}

export interface BenchOptions {
  readonly state?: SoftphoneState;
  readonly disk?: Disk;
  readonly crm?: History;
  readonly clock?: TestClock;
  readonly outbox?: Outbox;
  readonly fields?: Record<string, string>;
  readonly subject?: string;
}

/** One page: a store, the logs, and what the link does between them. */
export interface Bench {
  readonly store: Store;
  readonly logs: Logs;
  readonly crm: History;
  readonly disk: Disk;
  readonly clock: TestClock;
  /** Whether the CRM can be reached. */
  isReachable: boolean;
  asksOfCalls: number;
  refreshes: number;
  apply(...inputs: readonly Input[]): Promise<void>;
  call(key?: CallKey): Call | undefined;
  log(key?: CallKey): CallLog | undefined;
  alerts(): readonly string[];
  /** What the status line has said. */
  readonly said: string[];
  end(): void;
}

/** A page that has not started. */
export function logsBench(options: BenchOptions = {}): Bench {
  const { disk = new Disk(), crm = new History(), clock = new TestClock() } = options;
  const store = createStore(options.state ?? signedIn());
  let isGone = false;
  const said: string[] = [];
  const logs = createLogs({
    port: {
      capabilities: {
        search: true,
        createRecord: true,
        logActivity: true,
        clickToDial: true,
        panel: true,
        attention: true,
        get keyedWrite() {
          return crm.keyedWrite;
        },
      },
      user: () => Promise.resolve(crm.user),
      logActivity: (activity) => crm.handle(activity),
      updateActivity: (id, activity) => crm.handle(activity, id).then(() => undefined),
    },
    popPort: () => ({
      refresh: () => {
        bench.refreshes += 1;
        return Promise.resolve();
      },
    }),
    whenOpen: async (run) => {
      if (!bench.isReachable) throw new CrmError('unavailable', 'gone');
      return run();
    },
    store,
    clock: {
      now: () => clock.now(),
      after: (delay, run) => clock.after(delay, () => !isGone && run()),
    },
    outbox:
      options.outbox ??
      outboxOn(disk.shelf(), {
        now: () => clock.now(),
        after: () => undefined,
        onDenied: () => said.push('denied'),
      }),
    askCalls: () => (bench.asksOfCalls += 1),
    activity: { subject: options.subject ?? '{direction} call {ani}', fields: options.fields ?? {} },
  });
  store.subscribe((next, previous) => {
    if (next.status && next.status !== previous.status) said.push(next.status.key);
    for (const call of next.calls) {
      const before = previous.calls.find((one) => one.key === call.key);
      if (call !== before) logs.look(call, before);
    }
  });
  const bench: Bench = {
    store,
    logs,
    crm,
    disk,
    clock,
    isReachable: true,
    asksOfCalls: 0,
    refreshes: 0,
    async apply(...inputs) {
      for (const input of inputs) store.apply(input);
      await settle();
    },
    call: (key) =>
      key === undefined ? store.state.calls[0] : store.state.calls.find((one) => one.key === key),
    log: (key) => bench.call(key)?.log,
    alerts: () => store.state.alerts.map((one) => one.key),
    said,
    end() {
      isGone = true;
      logs.dispose();
      disk.forget();
    },
  };
  return bench;
}

/** The same, started. */
export async function logged(options: BenchOptions = {}): Promise<Bench> {
  const bench = logsBench(options);
  bench.logs.start();
  await settle();
  return bench;
}
