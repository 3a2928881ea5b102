import type {
  Activity,
  Attention,
  ClickToDial,
  CrmCapabilities,
  CrmPort,
  CrmRecord,
  NewRecord,
  SearchResult,
} from '../../crm-adapter/port.ts';
import { MARIA } from '../support/make-state.ts';

/** Lets what waits in promises run. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** What is given, thrown when it is an error. */
export type Answer<T> = T | Error | Promise<T>;

const given = async <T>(answer: Answer<T>): Promise<T> => {
  if (answer instanceof Error) throw answer;
  return answer;
};

/** A CRM that a test holds: what it was asked, and what it answers. */
export class FakeCrm implements CrmPort {
  readonly capabilities: CrmCapabilities;
  readonly asked: string[] = [];
  readonly activities: Activity[] = [];
  readonly created: NewRecord[] = [];
  readonly attentions: Attention[] = [];
  /** How the next openings go; well when none is left. */
  readonly openings: Answer<void>[] = [];
  /** How the next new records go; well when none is left. */
  readonly creations: Answer<void>[] = [];
  /** What each term or id finds; nothing where it is not named. */
  readonly finds: Record<string, Answer<SearchResult>> = {};
  readonly writings: Answer<{ id: string }>[] = [];
  dialingOptions: Awaited<ReturnType<CrmPort['dialing']>> = {};
  private clicks: ((click: ClickToDial) => void) | undefined;
  private navigations: ((record: CrmRecord | undefined) => void) | undefined;

  constructor(can: Partial<CrmCapabilities> = {}) {
    this.capabilities = {
      search: true,
      createRecord: true,
      logActivity: true,
      keyedWrite: false,
      clickToDial: true,
      panel: true,
      attention: true,
      ...can,
    };
  }

  async open(): Promise<void> {
    this.asked.push('open');
    await given(this.openings.shift());
  }
  async ready(): Promise<void> {
    this.asked.push('ready');
  }
  async user() {
    return { org: 'crm.example', id: '0051' };
  }
  async dialing() {
    return this.dialingOptions;
  }
  async search(term: string, options: Parameters<CrmPort['search']>[1]): Promise<SearchResult> {
    this.asked.push(`search ${term} ${options.callType}${options.pop ? ' pop' : ''}`);
    const found = await given(this.finds[term] ?? { records: [], opened: false });
    return { ...found, opened: found.opened && options.pop };
  }
  async openRecord({ id }: { readonly id: string }): Promise<void> {
    this.asked.push(`open ${id}`);
    await given(this.finds[id] as Answer<unknown>);
  }
  async createRecord(record: NewRecord): Promise<void> {
    this.asked.push(`create ${record.type}`);
    this.created.push(record);
    await given(this.creations.shift());
  }
  async logActivity(activity: Activity): Promise<{ id: string }> {
    this.activities.push(activity);
    return given(this.writings.shift() ?? { id: '00T1' });
  }
  async updateActivity(_id: string, activity: Activity): Promise<void> {
    this.activities.push(activity);
  }
  async refresh(): Promise<void> {
    this.asked.push('refresh');
  }
  async showPanel(): Promise<void> {
    this.asked.push('panel');
  }
  async setAttention(attention: Attention): Promise<void> {
    this.attentions.push(attention);
  }
  async check() {
    return [];
  }
  onClickToDial(listener: (click: ClickToDial) => void): () => void {
    this.clicks = listener;
    return () => (this.clicks = undefined);
  }
  onNavigate(listener: (record: CrmRecord | undefined) => void): () => void {
    this.navigations = listener;
    return () => (this.navigations = undefined);
  }
  dispose(): void {
    this.asked.push('dispose');
  }

  click(click: ClickToDial): void {
    this.clicks?.(click);
  }
  navigate(record: CrmRecord | undefined): void {
    this.navigations?.(record);
  }
  /** What was asked since the last call, the panel and the view left out. */
  news(): string[] {
    return this.asked.splice(0).filter((one) => one !== 'panel' && one !== 'refresh');
  }
}

export const only = (record = MARIA): SearchResult => ({ records: [record], opened: true });
export const several = (...records: CrmRecord[]): SearchResult => ({ records, opened: false });
