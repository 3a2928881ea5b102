import { mkdirSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { startDemo, type Demo } from '../../demo/server.ts';
import type { Control } from '../../simulator/api.ts';
import { manualClock, systemClock } from '../../simulator/clock.ts';
import { createSimulator } from '../../simulator/simulator.ts';
import { MARIA, ring } from '../../test/support/crm.ts';
import { phoneIn } from '../../test/support/desk.ts';
import { Phone } from '../../test/support/phone.ts';

const FOLDER = 'docs/pictures';
/** Of the sheet with the softphone's states, in CSS pixels. */
const TILE = { width: 320, height: 480, gap: 16, columns: 4 };

interface Stage {
  readonly page: Page;
  readonly demo: Demo;
  readonly gc: Control;
  /** Lets time pass, for the page and for the contact centre, in seconds. */
  readonly pass: (seconds: number) => Promise<void>;
}

/** Opens a page with a contact centre and a CRM of its own. */
async function on(
  browser: Browser,
  options: BrowserContextOptions,
  play: (stage: Stage) => Promise<void>,
): Promise<void> {
  const simulator = await createSimulator({ clock: manualClock(), brokerClock: systemClock });
  const { control } = simulator;
  // The plain socket: STOMP's heart-beats would take the time that passes here for silence.
  const gc = { transport: 'socket' as const, urls: [simulator.url] };
  const demo = await startDemo({ gc, config: { locale: 'en' }, configAlone: { locale: 'en' } });
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  await page.clock.install();
  const pass = async (seconds: number): Promise<void> => {
    control.advance({ ms: seconds * 1000 });
    await page.clock.fastForward(seconds * 1000);
  };
  await play({ page, demo, gc: control, pass });
  await context.close();
  await demo.close();
  await simulator.close();
}

/** A call from its ring to its place in the history, in the CRM. */
async function inTheCrm({ page, demo, gc, pass }: Stage): Promise<void> {
  const take = (name: string) => page.screenshot({ path: `${FOLDER}/${name}.png` });
  await page.goto(demo.crmUrl);
  const phone = phoneIn(page);
  await phone.signInReady();
  const dialog = ring(gc);
  await phone.incoming.getByText('Gold').waitFor();
  await pass(4);
  await page.getByRole('heading', { name: MARIA.record }).waitFor();
  await take('incoming');
  await phone.take();
  await pass(252);
  gc.hangUp({ dialog });
  await phone.notes.fill('Credit note for invoice 2231, confirm by mail.');
  await phone.chooseReason('Invoice disputed');
  await pass(21);
  await take('wrap-up');
  await phone.save();
  await phone.wrapUp.waitFor({ state: 'hidden' });
  await page.getByText('Credit note for invoice 2231, confirm by mail.').waitFor();
  await take('history');
}

/** The softphone alone, state after state. @returns the pictures, as data URLs */
async function states({ page, demo, gc, pass }: Stage): Promise<readonly string[]> {
  const pictures: string[] = [];
  const take = async (): Promise<void> => {
    // What was clicked last is not pointed at any more.
    await page.mouse.move(0, 0);
    const png = await page.screenshot();
    pictures.push(`data:image/png;base64,${png.toString('base64')}`);
  };
  await page.goto(demo.standaloneUrl);
  const phone = new Phone(page);
  await phone.status.getByText('Connected').waitFor();
  await take();
  await phone.signIn();
  await pass(48);
  await phone.state.click();
  await take();
  await page.keyboard.press('Escape');
  await phone.goReady();
  await pass(72);
  await take();
  const dialog = ring(gc);
  await phone.answer.waitFor();
  await pass(4);
  await take();
  await phone.take();
  await pass(97);
  await take();
  await phone.hold.click();
  await phone.resume.waitFor();
  await pass(41);
  await take();
  gc.refuseConnections({ on: true });
  gc.dropSockets();
  await phone.banner('Reconnecting').waitFor();
  await take();
  gc.refuseConnections({ on: false });
  await phone.banner('Reconnecting').waitFor({ state: 'hidden' });
  gc.hangUp({ dialog });
  await phone.notes.fill('Credit note for invoice 2231.');
  await phone.chooseReason('Invoice disputed');
  await pass(12);
  await take();
  return pictures;
}

/** Lays pictures out on one sheet. */
async function sheet(
  browser: Browser,
  pictures: readonly string[],
  path: string,
  background: string,
): Promise<void> {
  const { width, height, gap, columns } = TILE;
  const rows = Math.ceil(pictures.length / columns);
  const viewport = { width: columns * (width + gap) + gap, height: rows * (height + gap) + gap };
  const page = await browser.newPage({ viewport });
  const tiles = pictures.map((src) => `<img src="${src}" width="${width}" height="${height}">`).join('');
  await page.setContent(
    `<body style="margin:0;padding:${gap}px;display:grid;gap:${gap}px;grid-template-columns:repeat(${columns},${width}px);background:${background}">${tiles}`,
  );
  await page.screenshot({ path });
  await page.close();
}

/**
 * Takes the pictures of `docs/pictures` from the running product, as it was built: the moments of a call in the demo CRM,
 * and the softphone alone in its states, light and dark.
 * @returns their paths
 */
export async function takeForDocs(browser: Browser): Promise<readonly string[]> {
  mkdirSync(FOLDER, { recursive: true });
  await on(browser, { viewport: { width: 1200, height: 680 }, colorScheme: 'light' }, inTheCrm);
  for (const [colorScheme, background] of [
    ['light', '#dfe3ea'],
    ['dark', '#05070a'],
  ] as const) {
    const viewport = { width: TILE.width, height: TILE.height };
    await on(browser, { viewport, colorScheme }, async (stage) => {
      await sheet(browser, await states(stage), `${FOLDER}/states-${colorScheme}.png`, background);
    });
  }
  const names = ['incoming', 'wrap-up', 'history', 'states-light', 'states-dark'];
  return names.map((name) => `${FOLDER}/${name}.png`);
}
