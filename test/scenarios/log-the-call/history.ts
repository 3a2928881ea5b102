import type { Page } from '@playwright/test';
import type { OutboxEntry } from '../../../crm-adapter/outbox.ts';
import type { Task } from '../../../demo/records.ts';
import type { Demo } from '../../../demo/server.ts';
import type { Control } from '../../../simulator/api.ts';
import { Crm, expect, MARIA, phoneIn, ring, softphoneFrame, type Phone } from '../../support/desk.ts';

export const NOTE = 'Credit note by Monday';

/** A CRM's page with the softphone in it. */
export interface Place {
  readonly crm: Crm;
  readonly phone: Phone;
}

/** What the CRM was told since this was asked for. */
export interface History {
  readonly tasks: () => readonly Task[];
  /** How often a log was sent, whatever became of it. */
  readonly sent: () => number;
}

export function historyOf({ store, openCti }: Demo): History {
  const before = store.org().tasks.length;
  return {
    tasks: () => store.org().tasks.slice(before),
    sent: () => openCti.calls()['saveLog'] ?? 0,
  };
}

/** Maria calls, is answered and hangs up: the wrap-up stands open. */
export async function talkTo(phone: Phone, gc: Control, agent = '1001'): Promise<void> {
  const dialog = ring(gc, { ...MARIA.offer, agent });
  await phone.take();
  gc.hangUp({ dialog });
  await expect(phone.wrapUp.getByRole('button', { name: 'Save', exact: true })).toBeVisible();
}

/** The list of calls that the CRM does not have, by how many they are. */
export function pendingIn(phone: Phone, count = 1) {
  return phone.root.getByRole('list', { name: count === 1 ? '1 log pending' : `${count} logs pending` });
}

/** What the browser keeps of calls on their way into the history; of those that have arrived, their keys. */
export function kept(page: Page): Promise<readonly OutboxEntry[]> {
  return softphoneFrame(page).evaluate(
    () =>
      new Promise<OutboxEntry[]>((resolve, reject) => {
        const opening = indexedDB.open('gc-softphone');
        // Made by the softphone, and not by who looks into it.
        opening.onupgradeneeded = () => opening.transaction?.abort();
        opening.onerror = () => resolve([]);
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction('outbox').objectStore('outbox').getAll();
          reading.onerror = () => reject(new Error(String(reading.error)));
          reading.onsuccess = () => {
            database.close();
            resolve(reading.result as OutboxEntry[]);
          };
        };
      }),
  );
}

/** Waits until what was written last is on the disk. */
export async function expectKept(page: Page, what: { readonly notes?: string; readonly log?: string }) {
  await expect
    .poll(async () => {
      const [call] = (await kept(page)).flatMap((one) => one.call ?? []);
      const notes = what.notes === undefined ? {} : { notes: call?.draft.notes };
      return { ...notes, ...(what.log === undefined ? {} : { log: call?.log?.phase }) };
    })
    .toEqual(what);
}

/** The browser takes the page away, as a crash does: what the tab itself kept is gone. The agent opens another one. */
async function kill({ crm }: Place, demo: Demo): Promise<Place> {
  const context = crm.page.context();
  await crm.page.close();
  const page = await context.newPage();
  await page.goto(demo.crmUrl);
  const phone = phoneIn(page);
  await phone.submit();
  await expect(phone.state).toBeVisible();
  return { crm: new Crm(page), phone };
}

async function reload({ crm, phone }: Place): Promise<Place> {
  await crm.page.reload();
  await expect(phone.state).toBeVisible();
  return { crm, phone };
}

/** Ways for a page to go in the middle of something. Each gives the place where the agent, signed in again, goes on. */
export const WAYS = { 'the tab is killed': kill, 'the page is reloaded': reload } as const;
