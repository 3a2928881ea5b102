import { CrmError } from '../port.ts';
import type { AttentionKind, ClickToDial, CrmPort, CrmRecord, SearchResult } from '../port.ts';
import { asObject, asText, systemClock, type Clock } from '../values.ts';
import { createCaller } from './open-cti-caller.ts';
import type { ThroughApex } from './open-cti-apex.ts';
import type { Caller } from './open-cti-caller.ts';
import { guarded } from './open-cti-errors.ts';
import { readClick, readPage, readSearch, shows } from './open-cti-records.ts';
import { browserPage, loadOpenCti, orgOrigin } from './open-cti-script.ts';
import type { HostPage } from './open-cti-script.ts';
import { cut, filled, taskOf } from './open-cti-task.ts';
import type { Task } from './open-cti-task.ts';

export interface OpenCtiOptions {
  /** `crm.origins`: the origins that Open CTI may be loaded from; none: Salesforce's Lightning hosts. */
  readonly origins?: readonly string[];
  /** `crm.apex`: the org has the softphone's Apex. */
  readonly apex?: boolean;
  readonly page?: HostPage;
  readonly clock?: Clock;
}

/** Open CTI, loaded from the org that frames the softphone. */
export interface Attached extends Caller, Partial<ThroughApex> {
  readonly origin: string;
  readonly call: Caller['call'];
}

/** Keys of the utility icons of the Salesforce Lightning Design System. */
const ICONS: Readonly<Record<AttentionKind, string>> = {
  ringing: 'incoming_call',
  wrapUp: 'edit_form',
  talking: 'call',
  held: 'pause',
  dialing: 'outbound_call',
  ready: 'success',
  notReady: 'away',
  signedOut: 'offline',
};

/** The bar at the bottom of Lightning has room for so many characters beside other items. */
const LABEL_LENGTH = 40;

/** Salesforce finds nothing for a shorter term, and says that it is a mistake. */
const SHORTEST_TERM = 3;

/** Which page is open is known without a server; it must not hold up a pop. */
const PAGE_MS = 1000;

/** What the items `reqOutsidePrefix`, … of the call centre definition mean here (Open CTI Developer Guide). */
const DIALING = {
  outsidePrefix: 'Outside',
  nationalPrefix: 'LongDist',
  internationalPrefix: 'International',
};

/** Loads Open CTI. @throws {CrmError} `unavailable`, or `denied` for an origin that is not allowed */
export async function attach({
  origins = [],
  page = browserPage(),
  clock = systemClock,
  apex,
}: OpenCtiOptions): Promise<Attached> {
  const origin = orgOrigin(page, origins);
  const caller = createCaller(await loadOpenCti(page, origin, clock), clock);
  return {
    origin,
    ...caller,
    ...(apex ? (await import('./open-cti-apex.ts')).throughApex(caller) : {}),
  };
}

/** The adapter for Salesforce Lightning: Open CTI's methods behind the {@link CrmPort}. */
export function createOpenCtiAdapter(options: OpenCtiOptions = {}): CrmPort {
  const clicks = new Set<(click: ClickToDial) => void>();
  const pages = new Set<(record: CrmRecord | undefined) => void>();
  /** The fields that were written, by the id of their Task. */
  const written = new Map<string, Task>();
  let loading: Promise<Attached> | undefined;
  /** Set once the container has answered: before that it takes no call. */
  let session: Attached | undefined;
  let disposed = false;

  const load = (): Promise<Attached> =>
    (loading ??= guarded(() => attach(options)).catch((cause: unknown) => {
      loading = undefined;
      throw cause;
    }));

  function opened(): Attached {
    if (!session || disposed) throw left();
    return session;
  }

  const ask = async (...call: Parameters<Caller['call']>): Promise<unknown> => opened().call(...call);

  /** For calls that nobody waits for. */
  function inBackground(run: () => unknown): void {
    guarded(run).catch((error: unknown) => disposed || console.warn(`gc-softphone: ${String(error)}`));
  }

  function tell<T>(listeners: ReadonlySet<(heard: T) => void>, heard: T): void {
    if (!disposed) for (const listener of listeners) listener(heard);
  }

  function added<T>(listeners: Set<(heard: T) => void>, listener: (heard: T) => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  /** The page before the agent, by Salesforce's word of this moment: consoles leave what was told earlier stale. */
  const pageNow = (): Promise<unknown> => ask('getAppViewInfo', {}, PAGE_MS).catch(() => undefined);

  const recordPop = (id: string) => ({
    type: opened().api.SCREENPOP_TYPE.SOBJECT,
    params: { recordId: id },
  });

  return {
    capabilities: {
      search: true,
      createRecord: true,
      logActivity: true,
      // `saveLog` knows no unique key: asked twice, it writes two. The org's Apex does.
      keyedWrite: !!options.apex,
      clickToDial: true,
      panel: true,
      attention: true,
    },

    async open() {
      const made = await load();
      if (disposed) throw left();
      // The cheapest question there is: answered, the container works.
      await made.call('isSoftphonePanelVisible');
      if (session) return;
      session = made;
      const { api } = made;
      // Open CTI knows no way to take a listener back: it is given one, once.
      inBackground(() => api.onNavigationChange({ listener: (payload) => tell(pages, readPage(payload)) }));
      // The listener hears of changes only, not of what is open already.
      void pageNow().then((page) => page && tell(pages, readPage(page)));
      inBackground(() => {
        api.onClickToDial({
          listener(payload) {
            const click = readClick(payload);
            if (click.number) tell(clicks, click);
          },
        });
        return ask('enableClickToDial');
      });
    },

    // Documented without arguments: nothing tells when it is done.
    ready: () => guarded(() => opened().api.notifyInitializationComplete()),

    // Open CTI tells nothing about the user (Open CTI Developer Guide, methods for Lightning Experience).
    user: () => guarded(() => ({ org: opened().origin.split('//')[1] ?? '' })),

    async dialing() {
      const settings = asObject(await ask('getCallCenterSettings'));
      return filled(
        Object.entries(DIALING).map(([key, item]) => [
          key,
          asText(settings[`/reqDialingOptions/req${item}Prefix`]).replace(/[\s-]+/g, ''),
        ]),
      );
    },

    async search(term, { callType, pop }): Promise<SearchResult> {
      const { CALL_TYPE, SCREENPOP_TYPE } = opened().api;
      if (term.trim().length < SHORTEST_TERM) return { records: [], opened: false };
      const [found, page] = await Promise.all([
        ask('searchAndScreenPop', {
          searchParams: term,
          // In Lightning the softphone layout of the call's own type says which objects are searched. Searching
          // every call as INBOUND would find more where only that part is filled in, but override an administrator
          // who set the others up: `check()` names an empty part instead.
          callType: CALL_TYPE[callType.toUpperCase() as Uppercase<typeof callType>],
          // Always: else Salesforce brings up a list or an empty form when it finds several or none.
          deferred: true,
        }),
        pop ? pageNow() : undefined,
      ]);
      const { records, popData } = readSearch(found);
      const [only] = records;
      if (!pop || !only || records.length > 1) return { records, opened: false };
      // Salesforce's own words carry what the softphone layout says about a single match: a flow starts on any page.
      const elsewhere = popData && popData['type'] !== SCREENPOP_TYPE.SOBJECT;
      if (elsewhere || !shows(page, only.id)) await ask('screenPop', popData ?? recordPop(only.id));
      return { records, opened: true };
    },

    async openRecord({ id }) {
      // It may come out of a call variable. Anything else than an id could be read as a path.
      if (!/^\w{15,18}$/.test(id)) throw new CrmError('invalid', 'The record has no Salesforce id');
      if (!shows(await pageNow(), id)) await ask('screenPop', recordPop(id));
    },

    async createRecord({ type, fields }) {
      await ask('screenPop', {
        type: opened().api.SCREENPOP_TYPE.NEW_RECORD_MODAL,
        params: { entityName: type, defaultFieldValues: fields },
      });
    },

    async logActivity(activity) {
      const task = taskOf(activity);
      const saved = await ask('saveLog', { value: { entityApiName: 'Task', ...task } });
      // Documented as the record's id, seen as an object that holds it. Saved is saved, even when no id can be read.
      const { recordId, Id } = asObject(saved);
      const id = asText(saved) || asText(recordId) || asText(Id);
      written.set(id, task);
      return { id };
    },

    async updateActivity(id, activity) {
      // The subtype can be set once only (Object Reference, Task).
      const { TaskSubtype: _, ...task } = taskOf(activity);
      // A relation of ours that no longer holds is taken back; what somebody filled in by hand stays.
      const { WhoId, WhatId } = written.get(id) ?? {};
      const before = { ...(WhoId ? { WhoId: null } : {}), ...(WhatId ? { WhatId: null } : {}) };
      await ask('saveLog', { value: { ...before, ...task, Id: id } });
      written.set(id, task);
    },

    async refresh() {
      await ask('refreshView');
    },

    async showPanel(visible) {
      await ask('setSoftphonePanelVisibility', { visible });
    },

    async setAttention({ kind, label }) {
      await Promise.all(
        (['Item', 'Panel'] as const).flatMap((place) => [
          ask(`setSoftphone${place}Label`, { label: cut(label, LABEL_LENGTH) }),
          ask(`setSoftphone${place}Icon`, { key: ICONS[kind] }),
        ]),
      );
    },

    check: () => guarded(async () => (await import('./open-cti-check.ts')).checkOpenCti(load)),

    onClickToDial: (listener) => added(clicks, listener),
    onNavigate: (listener) => added(pages, listener),

    dispose() {
      if (session) inBackground(() => ask('disableClickToDial'));
      disposed = true;
      loading?.then(
        ({ close }) => close(),
        () => undefined,
      );
    },
  };
}

function left(): CrmError {
  return new CrmError('unavailable', 'The softphone is not attached to Salesforce');
}
