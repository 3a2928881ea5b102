import { bad, good, fromFrame, post } from './messages.ts';
import type { CrmSettings, Envelope, ListenerName } from './messages.ts';
import { createHandlers } from './handlers.ts';
import type { Desk } from './handlers.ts';
import { checkArguments } from './methods.ts';

/** The CRM page's half of the stand-in. */
export interface OpenCtiHost {
  /** Tells the softphone, if it listens. */
  emit(name: ListenerName, payload: unknown): void;
}

/**
 * Answers the script in the softphone's frame.
 * @param frame its window and origin are the only ones that are heard
 */
export function createOpenCtiHost(frame: HTMLIFrameElement, settings: CrmSettings, desk: Desk): OpenCtiHost {
  const { softphoneOrigin, openCti } = settings;
  const handlers = createHandlers(desk);
  const listening = new Set<ListenerName>();
  /** Grows with each start of the script, so that an answer to the page before is not sent to the next. */
  let run = 0;

  function hello(): void {
    run += 1;
    listening.clear();
    desk.setClickToDial(false);
    desk.panel.standby(true);
    later(openCti.containerDelayMs, run, () => send({ kind: 'ready' }));
  }

  function later(ms: number, inRun: number, action: () => void): void {
    const act = (): void => {
      if (inRun === run) action();
    };
    if (ms > 0) setTimeout(act, ms);
    else act();
  }

  function send(message: Parameters<typeof post>[2]): void {
    if (frame.contentWindow) post(frame.contentWindow, softphoneOrigin, message);
  }

  async function answer(method: string, args: Record<string, unknown>): Promise<Envelope> {
    try {
      checkArguments(method, args);
      return good(await handlers[method]?.(args));
    } catch (error) {
      return bad(error);
    }
  }

  window.addEventListener('message', (event) => {
    const message = fromFrame(event, frame.contentWindow, softphoneOrigin);
    if (message?.kind === 'hello') hello();
    if (message?.kind !== 'call') return;
    const { id, method, args } = message;
    const asked = run;
    if (method === 'onClickToDial' || method === 'onNavigationChange') listening.add(method);
    void answer(method, args).then((response) => {
      later(openCti.latencyMs, asked, () => send({ kind: 'answer', id, response }));
    });
  });

  return {
    emit(name, payload) {
      if (listening.has(name)) send({ kind: 'event', name, payload });
    },
  };
}
