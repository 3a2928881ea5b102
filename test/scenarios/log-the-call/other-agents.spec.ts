import type { OutboxEntry } from '../../../crm-adapter/outbox.ts';
import { ADA, expect, GRACE, softphoneFrame, test, type Phone } from '../../support/desk.ts';
import { historyOf, kept, NOTE, pendingIn, talkTo } from './history.ts';

const DOWN = [{ method: 'saveLog', code: 'SERVER_ERROR' }] as const;

async function signOut(phone: Phone): Promise<void> {
  await phone.chooseState('End of shift');
  await expect(phone.signInForm).toBeVisible();
}

test("an agent's pending log is not shown or delivered to the next one, and goes out when they are back", async ({
  phone,
  gc,
  demo,
}) => {
  const history = historyOf(demo);
  await phone.signInReady(ADA);
  demo.openCti.set({ faults: DOWN });
  await talkTo(phone, gc);
  await phone.notes.fill(NOTE);
  await phone.save();
  const pending = pendingIn(phone);
  await expect(pending).toContainText('Trying again in');

  await phone.chooseState('Lunch');
  await signOut(phone);
  await phone.signIn(GRACE);
  demo.openCti.set({ faults: [] });
  await expect(phone.root.getByText('log pending')).toBeHidden();
  // Her own call is written; nothing else is.
  await phone.goReady();
  await talkTo(phone, gc, '1002');
  await phone.chooseReason('Complaint');
  await phone.save();
  await expect(phone.status).toContainText('Call saved in the CRM');
  await expect(phone.root.getByText('log pending')).toBeHidden();
  expect(history.tasks().map(({ CallDisposition }) => CallDisposition)).toEqual(['Complaint']);

  await phone.chooseState('Lunch');
  await signOut(phone);
  await phone.submit(ADA);
  await expect.poll(() => history.tasks().length).toBe(2);
  expect(history.tasks()[1]).toMatchObject({ Description: NOTE });
  expect(history.tasks()[1]?.CallObject).toContain('-1001-');
  await expect(phone.root.getByText('log pending')).toBeHidden();
});

test('after 30 days a log that could not be delivered is thrown away', async ({ crm, phone, gc, demo }) => {
  await phone.signInReady();
  const details = [{ statusCode: 'INSUFFICIENT_ACCESS', message: 'no' }];
  demo.openCti.set({ faults: [{ ...DOWN[0], details }] });
  await talkTo(phone, gc);
  await phone.notes.fill(NOTE);
  await phone.save();
  await expect(pendingIn(phone)).toContainText(`Send again`);

  const days = (count: number): number => Date.now() - count * 24 * 60 * 60 * 1000;
  const [entry] = await kept(crm.page);
  const old = { ...entry!, key: 'old', keptAt: days(30.1), call: { ...entry!.call!, key: 'old' } };
  const young = { ...entry!, key: 'young', keptAt: days(29.9), call: { ...entry!.call!, key: 'young' } };
  await softphoneFrame(crm.page).evaluate(
    (entries: readonly OutboxEntry[]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('gc-softphone');
        opening.onerror = () => reject(new Error(String(opening.error)));
        opening.onsuccess = () => {
          const writing = opening.result.transaction('outbox', 'readwrite');
          for (const one of entries) writing.objectStore('outbox').put(one);
          writing.onabort = () => reject(new Error(String(writing.error)));
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    [old, young],
  );
  await crm.page.reload();
  await expect(pendingIn(phone, 2).getByRole('listitem')).toHaveCount(2);
  await expect
    .poll(async () => (await kept(crm.page)).map(({ key }) => key).sort())
    .toEqual([entry!.key, 'young'].sort());
});
