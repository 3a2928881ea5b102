import { readFile } from 'node:fs/promises';
import { expect, test } from '../../support/desk.ts';
import { historyOf, kept, NOTE, pendingIn, talkTo } from './history.ts';

const SERVER_ERROR = { method: 'saveLog', code: 'SERVER_ERROR' } as const;

test('the server fails once: the call is sent again, and the agent sees nothing of it', async ({
  phone,
  gc,
  demo,
}) => {
  const history = historyOf(demo);
  await phone.signInReady();
  demo.openCti.set({ faults: [{ ...SERVER_ERROR, times: 1 }] });
  await talkTo(phone, gc);
  await expect.poll(() => history.tasks().length).toBe(1);
  expect(history.sent()).toBe(2);
  await expect(phone.alerts).toHaveCount(0);
  await phone.notes.fill(NOTE);
  await phone.save();
  await expect(phone.status).toContainText('Call saved in the CRM');
  expect(history.tasks().map(({ Description }) => Description)).toEqual([NOTE]);
});

test('the server fails for a while: the agent sees when the next try is, and it succeeds', async ({
  phone,
  gc,
  demo,
}) => {
  const history = historyOf(demo);
  await phone.signInReady();
  demo.openCti.set({ faults: [{ ...SERVER_ERROR, times: 2 }] });
  await talkTo(phone, gc);
  await phone.notes.fill(NOTE);
  await phone.save();
  const pending = pendingIn(phone);
  await expect(pending).toContainText(/Trying again in 0?0:0\d/);
  await expect(phone.status).toContainText('Call saved in the CRM');
  await expect(pending).toBeHidden();
  expect(history.sent()).toBe(3);
  expect(history.tasks().map(({ Description }) => Description)).toEqual([NOTE]);
});

for (const saveErrors of ['list', 'record'] as const) {
  test(`a field is missing (errors as a ${saveErrors}): it is named, and "Send again" delivers after the repair`, async ({
    phone,
    gc,
    demo,
    problems,
  }) => {
    problems.allow(/422/);
    const history = historyOf(demo);
    await phone.signInReady();
    demo.openCti.set({ saveErrors, requiredFields: ['Campaign__c'] });
    await talkTo(phone, gc);
    await expect(phone.wrapUp).toContainText('The CRM did not take the call');
    await phone.notes.fill(NOTE);
    await phone.save();
    await expect(phone.alerts).toContainText('The CRM did not take the call');
    const pending = pendingIn(phone);
    await expect(pending).toContainText(/Campaign__c: \S/);
    const sent = history.sent();

    demo.openCti.set({ requiredFields: [] });
    await pending.getByRole('button', { name: /^Send again: / }).click();
    await expect(pending).toBeHidden();
    await expect(phone.status).toContainText('Call saved in the CRM');
    expect(history.sent()).toBe(sent + 1);
    expect(history.tasks().map(({ Description }) => Description)).toEqual([NOTE]);
  });
}

test('the user may not write: a file has everything, and only then it can be removed, after a question', async ({
  crm,
  phone,
  gc,
  demo,
}) => {
  const history = historyOf(demo);
  await phone.signInReady();
  const details = [{ statusCode: 'INSUFFICIENT_ACCESS_OR_READONLY', message: 'insufficient access rights' }];
  demo.openCti.set({ faults: [{ ...SERVER_ERROR, details }] });
  await talkTo(phone, gc);
  await phone.chooseReason('Invoice disputed');
  await phone.notes.fill(`${NOTE}\nby mail`);
  await phone.save();
  const pending = pendingIn(phone);
  await expect(pending).toContainText('insufficient access rights');
  await expect(pending.getByRole('button', { name: /^Send again: / })).toBeVisible();
  await expect(pending.getByRole('button', { name: /^Remove: / })).toBeHidden();

  const downloading = crm.page.waitForEvent('download');
  await phone.root.getByRole('button', { name: 'Download', exact: true }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^calls-\d{4}-\d\d-\d\d\.txt$/);
  const file = await readFile(await download.path(), 'utf8');
  for (const line of [
    /^callKey: \d+-1001-\d{4}-\d\d-\d\d$/m,
    /^state: refused .*insufficient access rights/m,
    /^number: \+4533550123$/m,
    /^callType: inbound$/m,
    /^startedAt: \d{4}-\d\d-\d\dT/m,
    /^durationSeconds: \d+$/m,
    /^subject: Inbound call \+4533550123$/m,
    /^disposition: Invoice disputed$/m,
    /^notes: Credit note by Monday\n {4}by mail$/m,
    /^record: Case 500\w{15} Invoice disputed|^record: Case 500\w{15} 500-0042/m,
    /^field Tier__c: Gold$/m,
    /^field Case_Number__c: 500-0042$/m,
  ]) {
    expect(file).toMatch(line);
  }

  const remove = pending.getByRole('button', { name: /^Remove: / });
  await remove.click();
  await expect(pending.getByRole('alert')).toHaveText(
    'Remove it? Only the downloaded file will have it then.',
  );
  await pending.getByRole('button', { name: /^Keep: / }).click();
  await expect(pending.getByRole('alert')).toBeHidden();
  await remove.click();
  await remove.click();
  await expect(pending).toBeHidden();
  await expect.poll(async () => (await kept(crm.page)).map(({ call }) => call)).toEqual([undefined]);
  expect(history.tasks()).toHaveLength(0);
});
