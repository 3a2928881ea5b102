import type { Demo } from '../../../demo/server.ts';
import { caseName, type Task } from '../../../demo/records.ts';
import { expect, test as base, type Phone } from '../../support/desk.ts';

export { BROKEN_SOCKET, expect, MARIA, phoneIn, ring, softphoneFrame } from '../../support/desk.ts';

/** Callers, each with what the CRM knows of the number. */
export const LUCIA = { from: '+34915550178', queue: 'Sales' };
/** Anna's and Jonas's telephone. */
export const HOLM = { from: '+4570102030', queue: 'Sales' };
export const STRANGER = { from: '+442079460018', queue: 'Sales' };

/** One call of the softphone to Open CTI, as the CRM's page hears it. */
export interface Asked {
  readonly method: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** The desk, with an ear on what the softphone asks of the CRM. */
export const test = base.extend<{ asked: Asked[] }>({
  asked: [
    async ({ page }, use) => {
      const asked: Asked[] = [];
      await page.exposeFunction('noteAsked', (one: Asked) => asked.push(one));
      await page.addInitScript(() => {
        addEventListener('message', ({ data }: MessageEvent<Partial<Asked & { kind: string }> | null>) => {
          if (data?.kind === 'call') (window as unknown as { noteAsked(one: object): void }).noteAsked(data);
        });
      });
      await use(asked);
    },
    { auto: true },
  ],
});

/** How often the softphone has opened something. */
export function pops(demo: Demo): number {
  return demo.openCti.calls()['screenPop'] ?? 0;
}

export function searches(demo: Demo): number {
  return demo.openCti.calls()['searchAndScreenPop'] ?? 0;
}

/** The id of a record of the demo by its name; of a case by number and subject. */
export function idOf(demo: Demo, name: string): string {
  const { contacts, accounts, leads, cases } = demo.store.org();
  const named = [...contacts, ...accounts, ...leads].find(({ Name }) => Name === name);
  const found = named ?? cases.find((one) => caseName(one) === name);
  if (!found) throw new Error(`The demo has no ${name}`);
  return found.Id;
}

/** Ends the call that is up and files it. @returns its activity */
export async function fileCall(phone: Phone, demo: Demo): Promise<Task | undefined> {
  await phone.end.click();
  return fileWrapUp(phone, demo);
}

export async function fileWrapUp(phone: Phone, demo: Demo): Promise<Task | undefined> {
  await phone.chooseReason('New enquiry');
  await phone.save();
  await expect(phone.status).toContainText('Call saved in the CRM');
  return demo.store.org().tasks.at(-1);
}
