/** A fake of `sforce.opencti` that records each call and answers as it is told, and a clock turned by hand. */
import type { Clock, OpenCtiMethod, OpenCtiResponse } from '../../crm-adapter/salesforce/open-cti-api.ts';
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

export class FakeOpenCti {
  /** Every call: the method and its argument object without the callback. */
  readonly calls: [method: string, args: unknown][] = [];
  readonly lastCallback = new Map<string, (response: unknown) => void>();
  listener: ((payload: unknown) => void) | undefined;
  readonly #answers = new Map<string, Answer[]>();

  readonly SCREENPOP_TYPE = { SOBJECT: 'sobject' };
  readonly CALL_TYPE = { INBOUND: 'inbound', OUTBOUND: 'outbound', INTERNAL: 'internal' };

  readonly enableClickToDial = (args: Args): void => this.#called('enableClickToDial', args);
  readonly disableClickToDial = (args: Args): void => this.#called('disableClickToDial', args);
  readonly isSoftphonePanelVisible = (args: Args): void => this.#called('isSoftphonePanelVisible', args);
  readonly refreshView = (args: Args): void => this.#called('refreshView', args);
  readonly saveLog = (args: Args): void => this.#called('saveLog', args);
  readonly screenPop = (args: Args): void => this.#called('screenPop', args);
  readonly searchAndScreenPop = (args: Args): void => this.#called('searchAndScreenPop', args);
  readonly setSoftphonePanelVisibility = (args: Args): void =>
    this.#called('setSoftphonePanelVisibility', args);

  readonly notifyInitializationComplete = (...args: unknown[]): void => {
    this.calls.push(['notifyInitializationComplete', args]);
  };

  readonly onClickToDial = ({
    listener,
    ...rest
  }: Args & { readonly listener: (payload: unknown) => void }): void => {
    this.calls.push(['onClickToDial', rest]);
    this.listener = listener;
  };

  /** The next answers of a method, in order; after them, success. */
  answer(method: OpenCtiMethod, ...answers: Answer[]): void {
    this.#answers.set(method, answers);
  }

  /** The argument objects of the calls of one method. */
  argsOf(method: string): unknown[] {
    return this.calls.filter(([called]) => called === method).map(([, args]) => args);
  }

  #called(method: string, { callback, ...args }: Args): void {
    this.calls.push([method, args]);
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

/** After this every promise that could settle has. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
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
