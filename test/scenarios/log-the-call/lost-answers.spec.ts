import { expect, MARIA, test } from '../../support/desk.ts';
import { historyOf, NOTE, pendingIn, talkTo } from './history.ts';

/** The softphone gives an answer 10 seconds. */
const ANSWERED_WITHIN = 15_000;

test('created, and the answer is lost: the agent is asked, and nothing is sent by itself', async ({
  crm,
  phone,
  gc,
  demo,
}) => {
  const history = historyOf(demo);
  await phone.signInReady();
  demo.openCti.set({ faults: [{ method: 'saveLog', times: 1, lost: 'answer' }] });
  await talkTo(phone, gc);
  await phone.chooseReason('Invoice disputed');
  await phone.notes.fill(NOTE);
  await phone.save();
  await crm.page.getByRole('link', { name: 'Contacts' }).first().click();
  const pending = pendingIn(phone);
  await expect(pending).toContainText('May already be saved', { timeout: ANSWERED_WITHIN });
  await expect(pending).toContainText('Invoice disputed');
  await expect(pending).toContainText(NOTE);

  await crm.page.reload();
  await expect(pending).toContainText('May already be saved');
  expect(history.sent()).toBe(1);
  await expect(crm.title).toHaveText('All contacts');
  await pending.getByRole('button', { name: /^Open: / }).click();
  await expect(crm.title).toHaveText(MARIA.record);
  await expect(crm.history.first()).toContainText('Inbound call +4533550123');
  await pending.getByRole('button', { name: /^It is there: / }).click();
  await expect(pending).toBeHidden();
  expect(history.tasks()).toHaveLength(1);
  expect(history.sent()).toBe(1);
});

test('changed, and the answer is lost: it is changed again, and nobody is asked', async ({
  phone,
  gc,
  demo,
}) => {
  const history = historyOf(demo);
  await phone.signInReady();
  await talkTo(phone, gc);
  await expect.poll(() => history.tasks().length).toBe(1);
  demo.openCti.set({ faults: [{ method: 'saveLog', times: 1, lost: 'answer' }] });
  await phone.notes.fill(NOTE);
  await phone.save();
  await expect(pendingIn(phone)).toContainText('Trying again in', { timeout: ANSWERED_WITHIN });
  await expect(phone.status).toContainText('Call saved in the CRM');
  await expect(pendingIn(phone)).toBeHidden();
  expect(history.sent()).toBe(3);
  expect(history.tasks().map(({ Description }) => Description)).toEqual([NOTE]);
});
