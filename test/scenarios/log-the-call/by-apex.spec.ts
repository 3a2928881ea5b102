import { expect, test } from '../../support/desk.ts';
import { historyOf, NOTE, pendingIn, talkTo } from './history.ts';

/** The softphone gives an answer 10 seconds. */
const ANSWERED_WITHIN = 15_000;

test.use({
  config: {
    crm: { apex: true },
    activity: { fields: { GcQueue__c: '{queue}', GcWrapUpCode__c: '{wrapUpCode}' } },
  },
});

test('written by its key: answers that are lost are asked for again, and nobody is asked to look', async ({
  crm,
  phone,
  gc,
  demo,
}) => {
  const history = historyOf(demo);
  const writes = (): number => demo.openCti.calls()['runApex'] ?? 0;
  await phone.signInReady();
  await talkTo(phone, gc);
  // The first write is on its way, or done; whichever it is, the two after it are answered to nobody.
  demo.openCti.set({ faults: [{ method: 'runApex', times: 2, lost: 'answer' }] });
  await phone.chooseReason('Invoice disputed');
  await phone.notes.fill(NOTE);
  await phone.save();
  await expect(pendingIn(phone)).toContainText('Trying again in', { timeout: ANSWERED_WITHIN });
  await expect(pendingIn(phone)).not.toContainText('May already be saved');

  await crm.page.reload();
  await expect(phone.status).toContainText('Call saved in the CRM', { timeout: 2 * ANSWERED_WITHIN });
  await expect(pendingIn(phone)).toBeHidden();
  expect(writes()).toBeGreaterThan(2);
  expect(demo.openCti.calls()['saveLog'] ?? 0).toBe(0);
  const tasks = history.tasks();
  expect(
    tasks.map(({ Description, CallDisposition, GcQueue__c }) => [Description, CallDisposition, GcQueue__c]),
  ).toEqual([[NOTE, 'Invoice disputed', 'Billing']]);
  expect(tasks[0]?.GcCallKey__c).toBe(tasks[0]?.CallObject);
});

test('a field that the agent may not edit is named, and not dropped without a word', async ({
  phone,
  gc,
  demo,
}) => {
  const history = historyOf(demo);
  demo.openCti.set({ hiddenFields: ['GcQueue__c'] });
  await phone.signInReady();
  await talkTo(phone, gc);
  await phone.save();
  await expect(pendingIn(phone)).toContainText('GcQueue__c');
  expect(history.tasks()).toEqual([]);

  demo.openCti.set({ hiddenFields: [] });
  await pendingIn(phone)
    .getByRole('button', { name: /^Send again: / })
    .click();
  await expect(phone.status).toContainText('Call saved in the CRM');
  expect(history.tasks()).toHaveLength(1);
});
