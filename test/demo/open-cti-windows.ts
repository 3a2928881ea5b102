import { createOpenCtiControl } from '../../demo/open-cti/control.ts';
import type { OpenCtiControl, Turn } from '../../demo/open-cti/control.ts';
import { createOpenCtiHost } from '../../demo/open-cti/host.ts';
import type { OpenCtiHost } from '../../demo/open-cti/host.ts';
import type { Envelope, Hearer, Receiver } from '../../demo/open-cti/messages.ts';
import { createOpenCti } from '../../demo/open-cti/opencti.ts';
import type { OpenCtiChanges } from '../../demo/open-cti/options.ts';
import { createDesk } from './open-cti-desk.ts';
import type { TestDesk } from './open-cti-desk.ts';

export const ORG = 'https://org.example';
export const PHONE = 'https://phone.example';

type Method = (args?: unknown) => void;

/** One window that hears messages: they are cloned, and come later, as in a browser. */
export interface FakeWindow extends Receiver, Hearer {
  /** A message from any window and origin. */
  hear(message: { readonly data: unknown; readonly origin: string; readonly source: unknown }): void;
}

function fakeWindow(
  origin: string,
  sender: () => { readonly source: unknown; readonly origin: string },
): FakeWindow {
  let listeners: ((event: MessageEvent) => void)[] = [];
  const hear: FakeWindow['hear'] = (message) => {
    for (const listener of listeners) listener(message as MessageEvent);
  };
  return {
    hear,
    addEventListener: (_: string, listener: unknown) => {
      listeners = [...listeners, listener as (event: MessageEvent) => void];
    },
    postMessage: (data: unknown, target: unknown) => {
      const copy: unknown = structuredClone(data);
      if (target === origin) queueMicrotask(() => hear({ data: copy, ...sender() }));
    },
  };
}

export interface Pair {
  readonly page: TestDesk;
  readonly control: OpenCtiControl;
  readonly host: OpenCtiHost;
  readonly crm: FakeWindow;
  readonly phone: FakeWindow;
  /** `sforce.opencti` of the script that was loaded last. */
  opencti(): Readonly<Record<string, unknown>>;
  /** Calls a method; resolves with what its callback gets, `undefined` if it was not called once all has come to rest. */
  call(method: string, args?: Record<string, unknown>): Promise<Envelope | undefined>;
  /** Loads the softphone's frame anew. */
  reload(): void;
  /** Lets time pass. */
  pass(ms: number): Promise<void>;
  /** Until nothing more happens by itself. */
  rest(): Promise<void>;
}

/** Both halves of the stand-in, with a control that answers as the server does. */
export function createPair(changes: OpenCtiChanges = {}, ask?: () => Promise<Turn>): Pair {
  const page = createDesk();
  const control = createOpenCtiControl(changes);
  const timers: { readonly at: number; readonly run: () => void }[] = [];
  let now = 0;
  const crm: FakeWindow = fakeWindow(ORG, () => ({ source: phone, origin: PHONE }));
  let phone: FakeWindow = fakeWindow(PHONE, () => ({ source: crm, origin: ORG }));
  const frame = {
    get contentWindow(): FakeWindow {
      return phone;
    },
  };
  const settings = { softphoneOrigin: PHONE, openCti: control.options() };
  const host = createOpenCtiHost(frame, settings, page.desk, {
    page: crm,
    ask: ask ?? (async (method) => structuredClone(control.take(method))),
    after: (ms, run) => void timers.push({ at: now + ms, run }),
  });
  let opencti = createOpenCti(ORG, crm, phone);

  // Everything in here is a promise away; timers run only by `pass`.
  const rest = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };

  return {
    page,
    control,
    host,
    crm,
    get phone() {
      return phone;
    },
    opencti: () => opencti,
    async call(method, args = {}) {
      let answer: Envelope | undefined;
      const [name = '', inHvs] = method.split('.').reverse();
      const owner = (inHvs ? opencti['hvs'] : opencti) as Record<string, Method>;
      owner[name]?.({ ...args, callback: (response: Envelope) => (answer = response) });
      await rest();
      return answer;
    },
    reload() {
      phone = fakeWindow(PHONE, () => ({ source: crm, origin: ORG }));
      opencti = createOpenCti(ORG, crm, phone);
    },
    async pass(ms) {
      now += ms;
      for (const { run } of timers.filter(({ at }) => at <= now && at > now - ms)) run();
      await rest();
    },
    rest,
  };
}

/** A pair that has said hello. */
export async function started(...args: Parameters<typeof createPair>): Promise<Pair> {
  const pair = createPair(...args);
  await pair.rest();
  return pair;
}

/** The codes of a refusal. */
export function codesOf(answer: Envelope | undefined): readonly string[] | undefined {
  return answer?.errors?.map(({ code }) => code);
}
