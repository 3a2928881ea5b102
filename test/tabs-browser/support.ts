import assert from 'node:assert/strict';
import { launch, type Browser, type Frame, type Page } from 'puppeteer-core';
import { startDemo, type Demo } from '../../demo/server.ts';
import type { JsonObject } from '../../demo/server/config.ts';
import type { Control, Simulator } from '../../simulator/api.ts';
import { createSimulator } from '../../simulator/simulator.ts';
import type { Intent } from '../../src/state/intents.ts';
import type { SoftphoneState } from '../../src/state/model.ts';
import { ARGS, findBrowser, NEVER_SEEN } from '../support/find-browser.js';

/** How long anything may take, in milliseconds: the machine may be busy. */
const WITHIN = 20_000;

/** A softphone in a page, as its elements see it. */
interface Shown {
  readonly state: SoftphoneState;
  subscribe(listener: () => void): () => void;
  dispatch(intent: Intent): void;
}
type Host = HTMLElement & { readonly softphone?: Shown };

/** A browser with real tabs, a GC and a CRM. */
export interface Bench {
  readonly gc: Control;
  readonly demo: Demo;
  /** Opens the softphone in a tab of its own, in front. */
  openAlone(): Promise<Tab>;
  /** Opens the CRM with its softphone in a tab, in front. */
  openCrm(path?: string): Promise<Tab>;
  /** Opens a tab as "Duplicate" does: the same address, with what the first tab's page had stored for itself. */
  duplicate(tab: Tab): Promise<Tab>;
  close(): Promise<void>;
}

export async function createBench(config: JsonObject = {}): Promise<Bench> {
  const simulator: Simulator = await createSimulator({});
  const dist = process.env['DIST'];
  const demo = await startDemo({
    gc: { urls: [simulator.url] },
    config,
    configAlone: config,
    ...(dist ? { dist } : {}),
  });
  const browser: Browser = await launch({
    executablePath: findBrowser(),
    args: [...ARGS, '--disable-gpu', `--disable-features=${NEVER_SEEN}`],
  });
  const open = async (url: string): Promise<Tab> => {
    const page = await browser.newPage();
    await page.goto(url);
    return tabOf(page);
  };
  return {
    gc: simulator.control,
    demo,
    openAlone: () => open(demo.standaloneUrl),
    openCrm: (path = '') => open(demo.crmUrl + path),
    async duplicate({ page: first }) {
      const opened = new Promise<Page | null>((resolve) => first.once('popup', resolve));
      // The new tab gets its address once puppeteer holds it: of a frame that appears while it attaches to the page,
      // puppeteer may never learn where to evaluate. What the first page stored is copied as the tab is opened.
      await first.evaluate(() => void window.open('about:blank'));
      const page = await opened;
      assert.ok(page);
      await page.goto(first.url());
      return tabOf(page);
    },
    async close() {
      await browser.close();
      await Promise.all([demo.close(), simulator.close()]);
    },
  };
}

async function tabOf(page: Page): Promise<Tab> {
  const frame = await page.waitForFrame((one) => one.url().includes('/softphone.html'), { timeout: WITHIN });
  const tab = new Tab(page, frame);
  await frame.waitForFunction(
    () => (document.querySelector<Host>('gc-softphone')?.softphone as object | undefined) !== undefined,
    { timeout: WITHIN, polling: 20 },
  );
  return tab;
}

/** One tab with a softphone in it. */
export class Tab {
  readonly page: Page;
  readonly frame: Frame;

  constructor(page: Page, frame: Frame) {
    this.page = page;
    this.frame = frame;
  }

  state(): Promise<SoftphoneState> {
    return this.frame.evaluate(() => document.querySelector<Host>('gc-softphone')!.softphone!.state);
  }

  /** Waits for a state. @param test runs in the page, and sees nothing but the state */
  async until(test: (state: SoftphoneState) => boolean): Promise<void> {
    await this.frame
      .waitForFunction(`(${String(test)})(document.querySelector('gc-softphone').softphone.state)`, {
        timeout: WITHIN,
        polling: 20,
      })
      .catch(async (error: unknown) => {
        const { service, signIn, calls, alerts } = await this.state();
        throw new Error(`${String(test)}: ${JSON.stringify({ service, signIn, calls, alerts })}`, {
          cause: error,
        });
      });
  }

  /** Presses a button, by its English name. */
  async press(name: string): Promise<void> {
    const button = await this.frame.waitForSelector(`::-p-aria(${name})`, { timeout: WITHIN });
    await button!.evaluate((element) => (element as HTMLElement).click());
  }

  /** Types into a field, by its English name. */
  async type(name: string, text: string): Promise<void> {
    await this.page.bringToFront();
    const field = await this.frame.waitForSelector(`::-p-aria([name="${name}"][role="textbox"])`, {
      timeout: WITHIN,
    });
    await field!.focus();
    await field!.type(text, { delay: 15 });
  }

  async signIn(): Promise<void> {
    await this.type('Agent ID', '1001');
    await this.type('Password', 'secret');
    await this.type('Extension', '2001');
    await this.press('Sign in[role="button"]');
    await this.until((state) => state.signIn.phase === 'signedIn' && state.agent?.state === 'NOT_READY');
  }

  async goReady(): Promise<void> {
    await this.dispatch({ type: 'makeReady' });
    await this.until((state) => state.agent?.state === 'READY');
  }

  dispatch(intent: Intent): Promise<void> {
    return this.frame.evaluate(
      (wanted) => document.querySelector<Host>('gc-softphone')!.softphone!.dispatch(wanted),
      intent,
    );
  }

  /** When this tab has taken over, and is in service. @returns that moment, by this machine's clock */
  async watchTakeOver(): Promise<() => Promise<number>> {
    await this.frame.evaluate(() => {
      const phone = document.querySelector<Host>('gc-softphone')!.softphone!;
      const own = window as unknown as { tookOver?: number };
      let isConnecting = false;
      phone.subscribe(() => {
        const { phase } = phone.state.service;
        isConnecting ||= phase === 'connecting';
        if (isConnecting && phase === 'inService') own.tookOver ??= Date.now();
      });
    });
    return async () => {
      const moment = await this.frame.waitForFunction(
        () => (window as unknown as { tookOver?: number }).tookOver,
        { timeout: WITHIN, polling: 20 },
      );
      return (await moment.jsonValue())!;
    };
  }

  async freeze(): Promise<void> {
    const client = await this.page.createCDPSession();
    await client.send('Page.setWebLifecycleState', { state: 'frozen' });
  }

  async resume(): Promise<void> {
    const client = await this.page.createCDPSession();
    await client.send('Page.setWebLifecycleState', { state: 'active' });
  }
}

/** A call comes to the agent. @returns its dialog id */
export function ring(gc: Control): string {
  const { dialog } = gc.offerCall({
    agent: '1001',
    from: '+4533550123',
    variables: { callVariable1: 'Gold', callVariable2: '500-0042' },
  });
  assert.ok(dialog);
  return dialog;
}

/** How often GC was told something. */
export function told(gc: Control, command: string): number {
  return gc.commands().filter((one) => one.command === command).length;
}
