/** A fake of `sforce.opencti` that records each call and answers as it is told, and a clock turned by hand. */
import type { Clock } from '../../crm-adapter/values.ts';
import type {
  OpenCtiEvent,
  OpenCtiMethod,
  OpenCtiResponse,
} from '../../crm-adapter/salesforce/open-cti-api.ts';
import type { HostPage } from '../../crm-adapter/salesforce/open-cti-script.ts';

type Args = Record<string, unknown> & { readonly callback?: (response: unknown) => void };

/** An answer; 'silence': the callback never comes; 'nothing': it comes with nothing; or what throws. */
type Answer = OpenCtiResponse | 'silence' | 'nothing' | (() => never);

export const ok = (returnValue: unknown = null): OpenCtiResponse => ({
  success: true,
  returnValue,
  errors: null,
});

export const refused = (code: string, description = '', details?: unknown): OpenCtiResponse => ({
  success: false,
  returnValue: null,
  errors: [{ code, description, details }],
});

/** The methods that answer through a callback. */
const METHODS: readonly OpenCtiMethod[] = [
  'disableClickToDial',
  'enableClickToDial',
  'getAppViewInfo',
  'getCallCenterSettings',
  'getSoftphoneLayout',
  'isSoftphonePanelVisible',
  'publish',
  'refreshView',
  'runApex',
  'saveLog',
  'screenPop',
  'searchAndScreenPop',
  'setSoftphoneItemIcon',
  'setSoftphoneItemLabel',
  'setSoftphonePanelIcon',
  'setSoftphonePanelLabel',
  'setSoftphonePanelVisibility',
  'unsubscribe',
];

export class FakeOpenCti {
  /** Every call: the method and its argument object without the callback. */
  readonly calls: [method: string, args: unknown][] = [];
  readonly lastCallback = new Map<string, (response: unknown) => void>();
  /** What was registered for each event, in order. */
  readonly listeners = new Map<string, ((payload: unknown) => void)[]>();
  readonly #answers = new Map<string, Answer[]>();

  readonly SCREENPOP_TYPE = { SOBJECT: 'sobject', NEW_RECORD_MODAL: 'newRecord' };
  readonly CALL_TYPE = { INBOUND: 'inbound', OUTBOUND: 'outbound', INTERNAL: 'internal' };

  constructor() {
    for (const method of METHODS)
      Object.assign(this, { [method]: (...args: unknown[]) => this.#called(method, args) });
  }

  readonly notifyInitializationComplete = (...args: unknown[]): void => {
    this.calls.push(['notifyInitializationComplete', args]);
  };

  readonly onClickToDial = (args: Args): void => this.#listens('onClickToDial', args);
  readonly onNavigationChange = (args: Args): void => this.#listens('onNavigationChange', args);

  /** The listener of each channel that is subscribed to. */
  readonly channels = new Map<string, (message: unknown) => void>();

  readonly subscribe = ({ listener, channelName, callback, ...rest }: Args): void => {
    const answer = this.#answers.get('subscribe')?.shift() ?? {
      ...ok(),
      subscription: { id: `of ${String(channelName)}` },
    };
    this.calls.push(['subscribe', { channelName, ...rest }]);
    if (typeof answer === 'function' || answer === 'silence') return;
    if (answer !== 'nothing' && answer.success === true)
      this.channels.set(String(channelName), listener as (message: unknown) => void);
    queueMicrotask(() => callback?.(answer));
  };

  /** Salesforce tells of a click or a navigation. */
  happens(event: OpenCtiEvent, payload: unknown): void {
    for (const listener of this.listeners.get(event) ?? []) listener(payload);
  }

  /** The next answers of a method, in order; after them, success. */
  answer(method: OpenCtiMethod, ...answers: Answer[]): void {
    this.#answers.set(method, answers);
  }

  /** The argument objects of the calls of one method. */
  argsOf(method: string): unknown[] {
    return this.calls.filter(([called]) => called === method).map(([, args]) => args);
  }

  #listens(event: OpenCtiEvent, { listener, ...rest }: Args): void {
    this.calls.push([event, rest]);
    this.listeners.set(event, [...(this.listeners.get(event) ?? []), listener as (payload: unknown) => void]);
  }

  /** As Salesforce's script: one object with arguments, which goes to another window. */
  #called(method: string, all: readonly unknown[]): void {
    if (all.length !== 1) throw new TypeError('Must pass in only one object');
    const { callback, ...args } = all[0] as Args;
    this.calls.push([method, structuredClone(args)]);
    if (callback) this.lastCallback.set(method, callback);
    const answer = this.#answers.get(method)?.shift() ?? ok();
    if (typeof answer === 'function') answer();
    else if (answer !== 'silence')
      queueMicrotask(() => callback?.(answer === 'nothing' ? undefined : answer));
  }
}

export class ManualClock implements Clock {
  readonly waits: number[] = [];
  #now = 0;
  #due: { readonly at: number; readonly run: () => void }[] = [];

  after(ms: number, run: () => void): () => void {
    const entry = { at: this.#now + ms, run };
    this.waits.push(ms);
    this.#due.push(entry);
    return () => {
      this.#due = this.#due.filter((other) => other !== entry);
    };
  }

  /** How many timers still run. */
  get running(): number {
    return this.#due.length;
  }

  /** Moves time on, and lets promises settle before and after each timer. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    await settled();
    for (;;) {
      const next = this.#due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#now = next.at;
      this.#due = this.#due.filter((entry) => entry !== next);
      next.run();
      await settled();
    }
    this.#now = end;
  }
}

/** After this every promise that could settle has, the fetching of what reads a refusal too. */
export async function settled(): Promise<void> {
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  await turn();
  await import('../../crm-adapter/salesforce/open-cti-refusal.ts');
  await turn();
}

export const ORG = 'https://acme.lightning.force.com';

/** A page framed by an org; `loadScript` brings the fake. */
export function fakePage(
  api: unknown,
  changes: Partial<HostPage> = {},
): HostPage & { readonly loaded: string[] } {
  const loaded: string[] = [];
  let sforce: unknown;
  return {
    loaded,
    framed: true,
    parentOrigin: ORG,
    referrer: '',
    sforce: () => sforce,
    loadScript: async (url) => {
      loaded.push(url);
      sforce = { opencti: api };
    },
    ...changes,
  };
}
