import { expect, MARIA, ring, test } from '../../support/desk.ts';
import { historyOf, NOTE, talkTo } from './history.ts';

const RADIA = { agentId: '1004', password: 'spanningtree', extension: '2004' };
const HOLMS = '+4570102030';

test.describe('every call is logged', () => {
  const activity = {
    log: 'all',
    subject: '{direction} call, {outcome}',
    fields: { Campaign__c: '{cause}', Phone_Number__c: '{ani}' },
  };
  test.use({ config: { activity }, simulation: { timings: { answering: 60_000 } } });

  test('missed: the caller hung up, or nobody answered', async ({ phone, gc, demo }) => {
    const history = historyOf(demo);
    await phone.signInReady();
    gc.hangUp({ dialog: ring(gc) });
    await expect.poll(() => history.tasks().length).toBe(1);
    await phone.expectState('Ready');
    const dialog = ring(gc);
    await expect(phone.incoming).toBeVisible();
    gc.noAnswer({ dialog });
    await expect.poll(() => history.tasks().length).toBe(2);
    for (const task of history.tasks()) {
      expect(task).toMatchObject({
        Subject: 'Inbound call, missed',
        CallType: 'Inbound',
        CallDurationInSeconds: 0,
        Phone_Number__c: '+4533550123',
      });
    }
    await expect(phone.wrapUp).toBeHidden();
  });

  test('dialled: the line was busy, or nobody answered', async ({ phone, demo }) => {
    const history = historyOf(demo);
    await phone.signIn();
    await phone.number.fill('+4533550190');
    await phone.number.press('Enter');
    await expect(phone.call).toContainText('the line is busy');
    await phone.end.click();
    await expect.poll(() => history.tasks().length).toBe(1);
    expect(history.tasks()[0]).toMatchObject({
      Subject: 'Outbound call, failed',
      CallType: 'Outbound',
      CallDurationInSeconds: 0,
      Campaign__c: 'BUSY',
    });
    await phone.number.fill(MARIA.offer.from);
    await phone.number.press('Enter');
    await expect(phone.call).toContainText('Ringing');
    await phone.end.click();
    await expect.poll(() => history.tasks().length).toBe(2);
    expect(history.tasks()[1]).toMatchObject({ Subject: 'Outbound call, unanswered', CallType: 'Outbound' });
  });
});

test.describe('no call is logged', () => {
  test.use({ config: { activity: { log: 'none' } } });

  test('the wrap-up goes to the phone system alone', async ({ phone, gc, demo }) => {
    const history = historyOf(demo);
    await phone.signInReady();
    await talkTo(phone, gc);
    await phone.chooseReason('Complaint');
    await phone.save();
    await expect(phone.wrapUp).toBeHidden();
    await gc.waitFor(({ wrapUps }) => wrapUps.at(-1)?.reason === 'Complaint');
    await expect(phone.root.getByText('log pending')).toBeHidden();
    expect(history.sent()).toBe(0);
  });
});

test('created at the end of the call, completed when it is saved', async ({ phone, gc, demo }) => {
  const history = historyOf(demo);
  await phone.signInReady();
  const dialog = ring(gc);
  await phone.take();
  await phone.notes.fill('Typed while');
  gc.hangUp({ dialog });
  await expect.poll(() => history.tasks().length).toBe(1);
  // An agent who never saves has left this much.
  const [created] = history.tasks();
  expect(created).toMatchObject({ Subject: 'Inbound call +4533550123', Tier__c: 'Gold' });
  expect(created).not.toHaveProperty('Description');
  expect(created).not.toHaveProperty('CallDisposition');

  await expect(phone.notes).toHaveValue('Typed while');
  await phone.notes.fill('Typed while talking');
  await phone.chooseReason('Invoice disputed');
  await phone.save();
  await expect(phone.status).toContainText('Call saved in the CRM');
  const written = { CallDisposition: 'Invoice disputed', Description: 'Typed while talking' };
  expect(history.tasks()).toEqual([{ ...created, ...written }]);
  expect(history.sent()).toBe(2);
});

test('without a wrap-up the call is written at its end, in one go', async ({ crm, phone, gc, demo }) => {
  const history = historyOf(demo);
  await phone.signInReady(RADIA);
  const dialog = ring(gc, { ...MARIA.offer, agent: '1004', queue: 'Support' });
  await phone.take();
  await expect(crm.title).toHaveText(MARIA.record);
  gc.hangUp({ dialog });
  await expect(phone.status).toContainText('Call saved in the CRM');
  await expect(phone.wrapUp).toBeHidden();
  expect(history.sent()).toBe(1);
  expect(history.tasks()).toHaveLength(1);
  expect(history.tasks()[0]).toMatchObject({ Subject: 'Inbound call +4533550123', Tier__c: 'Gold' });
});

test("a campaign's call: its variables are mapped, and the account is found by its number", async ({
  crm,
  phone,
  gc,
  demo,
}) => {
  const history = historyOf(demo);
  await phone.signInReady();
  const { dialog } = gc.offerCampaignCall({
    agent: '1001',
    customer: '+34915550178',
    campaign: 'Trade fair',
    account: 'AC113',
  });
  await expect(phone.hold).toBeVisible();
  await expect(crm.title).toHaveText('Fernández e Hijos');
  gc.hangUp({ dialog });
  await phone.chooseReason('Callback agreed');
  await phone.save();
  await expect(phone.status).toContainText('Call saved in the CRM');
  const account = demo.store.org().accounts.find(({ AccountNumber }) => AccountNumber === 'AC113');
  expect(history.tasks()).toHaveLength(1);
  expect(history.tasks()[0]).toMatchObject({
    Subject: 'Campaign call +34915550178',
    CallType: 'Outbound',
    CallDisposition: 'Callback agreed',
    Campaign__c: 'Trade fair',
    WhatId: account?.Id,
  });
});

test('another record is chosen after the end: the activity moves to it', async ({ crm, phone, gc, demo }) => {
  const history = historyOf(demo);
  const [anna, jonas] = ['Anna Holm', 'Jonas Holm'].map(
    (name) => demo.store.org().contacts.find(({ Name }) => Name === name)?.Id ?? '',
  );
  await phone.signInReady();
  const dialog = ring(gc, { from: HOLMS, queue: 'Sales' });
  await phone.take();
  await phone.root
    .getByRole('list', { name: 'Matching records' })
    .getByRole('button', { name: 'Contact · Anna Holm' })
    .click();
  gc.hangUp({ dialog });
  await expect.poll(() => history.tasks()[0]?.WhoId).toBe(anna);
  await phone.wrapUp
    .getByRole('combobox', { name: 'Related record' })
    .selectOption({ label: 'Contact · Jonas Holm' });
  await phone.notes.fill(NOTE);
  await phone.save();
  await expect(phone.status).toContainText('Call saved in the CRM');
  expect(history.tasks()).toHaveLength(1);
  expect(history.tasks()[0]).toMatchObject({ WhoId: jonas, Description: NOTE });
  await crm.page.goto(`${demo.crmUrl}/contact/${jonas}`);
  await expect(crm.history.first()).toContainText(NOTE);
});
