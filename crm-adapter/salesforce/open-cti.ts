import { CrmError } from '../port.ts';
import type { ClickToDial, CrmPort, SearchResult } from '../port.ts';
import { asObject, asText, systemClock } from './open-cti-api.ts';
import type { Clock, OpenCti } from './open-cti-api.ts';
import { createCaller } from './open-cti-caller.ts';
import type { Caller } from './open-cti-caller.ts';
import { thrown } from './open-cti-errors.ts';
import { readClick, readSearch } from './open-cti-records.ts';
import { browserPage, loadOpenCti, orgOrigin } from './open-cti-script.ts';
import type { HostPage } from './open-cti-script.ts';
import { taskOf } from './open-cti-task.ts';

export interface OpenCtiOptions {
  /** `crm.origins`: the origins that Open CTI may be loaded from; none: Salesforce's Lightning hosts. */
  readonly origins?: readonly string[];
  /** Version of Open CTI, as Salesforce writes it. */
  readonly apiVersion?: string;
  readonly page?: HostPage;
  readonly clock?: Clock;
  /** Told of what went wrong where nobody waits for an answer: click-to-dial, refreshing the view. */
  readonly onProblem?: (error: CrmError) => void;
}

const API_VERSION = '66.0';

/** The adapter for Salesforce Lightning: Open CTI's methods behind the {@link CrmPort}. */
export function createOpenCtiAdapter(options: OpenCtiOptions = {}): CrmPort {
  const { page = browserPage(), clock = systemClock, onProblem = warn } = options;
  const listeners = new Set<(click: ClickToDial) => void>();
  let session: { readonly api: OpenCti; readonly caller: Caller } | undefined;
  let disposed = false;
  let clicksHeard = false;

  function opened(): { readonly api: OpenCti; readonly caller: Caller } {
    if (session && !disposed) return session;
    throw new CrmError('unavailable', 'The softphone is not attached to Salesforce');
  }

  /** For calls whose failure changes nothing for the agent. */
  function inBackground(method: 'refreshView' | 'enableClickToDial' | 'disableClickToDial'): void {
    if (!session || disposed) return;
    session.caller.call(method).catch((error: unknown) => {
      if (error instanceof CrmError && !disposed) onProblem(error);
    });
  }

  function hearClicks({ api }: { readonly api: OpenCti }): void {
    // Open CTI knows no way to take a listener back: it is given one, once.
    try {
      if (!clicksHeard) api.onClickToDial({ listener: (payload) => heard(readClick(payload)) });
    } catch (cause) {
      onProblem(thrown(cause));
      return;
    }
    clicksHeard = true;
    inBackground('enableClickToDial');
  }

  function heard(click: ClickToDial): void {
    if (click.number && !disposed) for (const listener of [...listeners]) listener(click);
  }

  return {
    capabilities: { search: true, logActivity: true, clickToDial: true, panel: true },

    async open() {
      const origin = orgOrigin(page, options.origins ?? []);
      const api = await loadOpenCti(page, origin, options.apiVersion ?? API_VERSION, clock);
      if (disposed) throw new CrmError('unavailable', 'The softphone has left Salesforce');
      session = { api, caller: createCaller(api, clock) };
      // The cheapest question there is: answered, the container works.
      await session.caller.call('isSoftphonePanelVisible');
      if (listeners.size > 0) hearClicks(opened());
    },

    ready() {
      return new Promise((resolve, reject) => {
        try {
          // Documented without arguments: nothing tells when it is done.
          opened().api.notifyInitializationComplete();
          resolve();
        } catch (cause) {
          reject(thrown(cause));
        }
      });
    },

    async search(term, { callType, pop }): Promise<SearchResult> {
      const { api, caller } = opened();
      // Deferred always: an immediate search would also bring up a list or an empty form when it finds several or none.
      const { records, popData } = readSearch(
        await caller.call('searchAndScreenPop', {
          searchParams: term,
          callType: api.CALL_TYPE[callType.toUpperCase() as Uppercase<typeof callType>],
          deferred: true,
        }),
      );
      const [only] = records;
      if (!pop || !only || records.length > 1) return { records, opened: false };
      const exact = { type: api.SCREENPOP_TYPE.SOBJECT, params: { recordId: only.id } };
      // Salesforce's own words for it also carry what the softphone layout says about a single match.
      await caller.call('screenPop', popData ?? exact);
      return { records, opened: true };
    },

    async openRecord({ id }) {
      const { api, caller } = opened();
      await caller.call('screenPop', { type: api.SCREENPOP_TYPE.SOBJECT, params: { recordId: id } });
    },

    async logActivity(activity) {
      const saved = await opened().caller.call('saveLog', { value: taskOf(activity) });
      inBackground('refreshView');
      // Documented as the record's id, seen as an object that holds it. Saved is saved, even when no id can be read.
      return { id: asText(saved) || asText(asObject(saved)['recordId']) || asText(asObject(saved)['Id']) };
    },

    async showPanel(visible) {
      await opened().caller.call('setSoftphonePanelVisibility', { visible });
    },

    onClickToDial(listener) {
      const own = (click: ClickToDial): void => listener(click);
      listeners.add(own);
      if (session && !disposed && listeners.size === 1) hearClicks(session);
      return () => {
        if (listeners.delete(own) && listeners.size === 0 && clicksHeard) inBackground('disableClickToDial');
      };
    },

    dispose() {
      if (clicksHeard && listeners.size > 0) inBackground('disableClickToDial');
      listeners.clear();
      disposed = true;
      session?.caller.close();
    },
  };
}

function warn(error: CrmError): void {
  console.warn(`gc-softphone: ${error.message}`);
}
