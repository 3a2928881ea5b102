import type { Occasion, Turn } from './control.ts';
import type { AppView, Desk } from './desk.ts';
import { createHandlers, withPerson } from './handlers.ts';
import { Fault, bad, fromFrame, good, post } from './messages.ts';
import type { CrmSettings, Envelope, Hearer, ListenerName, Receiver, ToFrame, ToHost } from './messages.ts';
import { checkArguments } from './methods.ts';

/** A number that was clicked, with its record. */
export interface Click {
  readonly number: string;
  readonly recordId: string;
  readonly recordName: string;
  readonly objectType: string;
  /** What the component that was clicked was given, separated by commas. */
  readonly params: string;
}

/** The CRM page's half of the stand-in. */
export interface OpenCtiHost {
  emitClick(click: Click): void;
  /** To be called for every change of what the agent looks at, for a form that opened, and when the page gets the focus back. */
  emitNavigation(): void;
}

/** What the host needs beside the desk; the browser's by default. */
export interface HostSurroundings {
  /** The page that hears messages. */
  readonly page: Hearer;
  /** Asks the server how to meet a call or an occasion. */
  readonly ask: (method: string) => Promise<Turn>;
  readonly after: (ms: number, run: () => void) => void;
}

/**
 * Answers the script in the softphone's frame.
 * @param frame its window and the softphone's origin are the only ones that are heard
 */
export function createOpenCtiHost(
  frame: { readonly contentWindow: Receiver | null },
  { softphoneOrigin, openCti }: Pick<CrmSettings, 'softphoneOrigin' | 'openCti'>,
  desk: Desk,
  surroundings: HostSurroundings = inBrowser(),
): OpenCtiHost {
  const { page, ask, after } = surroundings;
  const handlers = createHandlers(desk, (name, payload) => send({ kind: 'event', name, payload }));
  let options = openCti;
  /** Grows with each start of the script, so that an answer to the page before is not sent to the next. */
  let run = 0;
  /** Calls begin one after the other, as they came; their answers may overtake. */
  let line = Promise.resolve();

  const inTurn = (act: () => Promise<void>): void => {
    line = line.then(act);
  };

  function send(message: ToFrame): void {
    if (frame.contentWindow) post(frame.contentWindow, softphoneOrigin, message);
  }

  /** Says something after a while, unless the frame was loaded anew. */
  function later(ms: number, inRun: number, message: ToFrame): void {
    const act = (): void => {
      if (inRun === run) send(message);
    };
    if (ms > 0) after(ms, act);
    else act();
  }

  async function consult(method: string): Promise<Turn> {
    const turn = await ask(method);
    options = turn.options;
    return turn;
  }

  function hello(): void {
    run += 1;
    const started = run;
    desk.setClickToDial(false);
    desk.panel.standby(true);
    inTurn(async () => {
      await consult('start' satisfies Occasion).catch(() => undefined);
      later(options.containerDelayMs, started, { kind: 'ready' });
    });
  }

  async function meet({ id, method, args }: Extract<ToHost, { kind: 'call' }>, inRun: number): Promise<void> {
    const answer = (response: Envelope, ms = 0): void => later(ms, inRun, { kind: 'answer', id, response });
    try {
      checkArguments(method, args);
    } catch (error) {
      answer(bad(error));
      return;
    }
    const turn = await consult(method).catch(() => undefined);
    if (!turn) {
      answer(bad(new Fault('SERVER_ERROR')));
      return;
    }
    const { fault } = turn;
    if (fault?.lost === 'call') return;
    const ms = fault?.latencyMs ?? turn.options.latencyMs;
    const respond = (response: Envelope): void => {
      if (fault?.lost !== 'answer') answer(response, ms);
    };
    if (fault?.code) {
      respond(bad(new Fault(fault.code, fault.description, fault.details)));
      return;
    }
    // What the server takes its time for must not keep the next call waiting.
    void perform(method, args, turn).then(respond);
  }

  async function perform(method: string, args: Record<string, unknown>, turn: Turn): Promise<Envelope> {
    try {
      return good(await handlers[method]?.(args, turn.options));
    } catch (error) {
      return bad(error);
    }
  }

  function emit(name: ListenerName, payload: AppView | Click): void {
    const inRun = run;
    inTurn(async () => {
      await consult('event' satisfies Occasion).catch(() => undefined);
      const told = withPerson(desk, options, payload);
      const shape = options.payloads === 'wrapped' ? { returnValue: told } : told;
      later(0, inRun, { kind: 'event', name, payload: shape });
    });
  }

  page.addEventListener('message', (event) => {
    const message = fromFrame(event, frame.contentWindow, softphoneOrigin);
    if (message?.kind === 'hello') hello();
    if (message?.kind !== 'call') return;
    const inRun = run;
    inTurn(() => meet(message, inRun));
  });

  return {
    emitClick: (click) => emit('onClickToDial', click),
    emitNavigation() {
      const view: AppView = desk.view();
      // A console app tells nothing of a list: the softphone keeps what it knew.
      if (view.recordId || !desk.isConsole()) emit('onNavigationChange', view);
    },
  };
}

function inBrowser(): HostSurroundings {
  return {
    page: window,
    // Asked anew for each call: a stream of news would hold one of the browser's few connections in every tab.
    ask: async (method) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch('/api/open-cti/call', {
        method: 'POST',
        headers,
        body: JSON.stringify({ method }),
      });
      if (!response.ok) throw new Error(`the server answered ${response.status}`);
      return (await response.json()) as Turn;
    },
    after: (ms, act) => void setTimeout(act, ms),
  };
}
