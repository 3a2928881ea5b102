import { createLink } from '../../crm-adapter/link.ts';
import {
  CrmError,
  type ClickToDial,
  type CrmActivity,
  type CrmPort,
  type SearchResult,
} from '../../crm-adapter/port.ts';
import type { PopRule } from '../../crm-adapter/screen-pop.ts';
import type { Intent } from '../../src/state/intents.ts';
import type { SoftphoneState } from '../../src/state/model.ts';
import { createStore, type Store } from '../../src/state/store.ts';
import { MARIA, signedIn } from '../support/make-state.ts';

/** Lets what waits in promises run. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export type Answer<T> = T | CrmError | Promise<T>;

const given = async <T>(answer: Answer<T>): Promise<T> => {
  if (answer instanceof CrmError) throw answer;
  return answer;
};

/** A CRM that a test holds: what it was asked, and what it answers. */
export class FakeCrm implements CrmPort {
  readonly capabilities = { search: true, logActivity: true, clickToDial: true, panel: true };
  readonly asked: string[] = [];
  readonly activities: CrmActivity[] = [];
  /** How the next openings go; well when none is left. */
  readonly openings: Answer<void>[] = [];
  /** What each term finds; nothing where it is not named. */
  readonly finds: Record<string, Answer<SearchResult>> = {};
  readonly writings: Answer<{ id: string }>[] = [];
  private listener: ((click: ClickToDial) => void) | undefined;

  async open(): Promise<void> {
    this.asked.push('open');
    await given(this.openings.shift());
  }
  async ready(): Promise<void> {
    this.asked.push('ready');
  }
  async search(term: string, options: Parameters<CrmPort['search']>[1]): Promise<SearchResult> {
    this.asked.push(`search ${term} ${options.callType}${options.pop ? ' pop' : ''}`);
    return given(this.finds[term] ?? { records: [], opened: false });
  }
  async openRecord({ id }: { readonly id: string }): Promise<void> {
    this.asked.push(`open ${id}`);
    await given(this.finds[id] as Answer<unknown>);
  }
  async logActivity(activity: CrmActivity): Promise<{ id: string }> {
    this.activities.push(activity);
    return given(this.writings.shift() ?? { id: '00T1' });
  }
  async showPanel(): Promise<void> {
    this.asked.push('panel');
  }
  onClickToDial(listener: (click: ClickToDial) => void): () => void {
    this.listener = listener;
    return () => (this.listener = undefined);
  }
  dispose(): void {
    this.asked.push('dispose');
  }
  click(click: ClickToDial): void {
    this.listener?.(click);
  }
  /** What was asked since the last call, the panel left out. */
  news(): string[] {
    return this.asked.splice(0).filter((one) => one !== 'panel');
  }
}

export const only = (record = MARIA): SearchResult => ({ records: [record], opened: true });

export interface BenchOptions {
  readonly state?: SoftphoneState;
  readonly rules?: readonly PopRule[];
  readonly on?: 'ring' | 'answer';
  readonly crm?: FakeCrm;
  readonly fields?: Record<string, string>;
}

export interface LinkBench {
  readonly crm: FakeCrm;
  readonly store: Store;
  readonly link: ReturnType<typeof createLink>;
  readonly intents: Intent[];
  readonly alerts: () => readonly string[];
}

/** A link between a fake CRM and a real store, not started. */
export function linkBench(options: BenchOptions = {}): LinkBench {
  const { crm = new FakeCrm() } = options;
  const store = createStore(options.state ?? signedIn());
  const intents: Intent[] = [];
  const link = createLink({
    port: crm,
    store,
    dispatch: (intent) => intents.push(intent),
    screenPop: { on: options.on ?? 'ring', rules: options.rules ?? [{ search: '{ani}' }] },
    dialing: { outsidePrefix: '0', internationalPrefix: '00' },
    activity: { subject: '{direction} call {ani}', fields: options.fields ?? {} },
  });
  return { crm, store, link, intents, alerts: () => store.state.alerts.map((one) => one.key) };
}

/** The same, started. */
export async function linked(options: BenchOptions = {}): Promise<LinkBench> {
  const bench = linkBench(options);
  await bench.link.start();
  bench.crm.news();
  return bench;
}
