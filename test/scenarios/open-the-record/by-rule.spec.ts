import { salesforceId } from '../../../demo/records.ts';
import { expect, fileWrapUp, idOf, LUCIA, MARIA, pops, ring, test } from './desk.ts';

const NOOR = salesforceId('003', 4);
const ROUTER = salesforceId('500', 2);

const CALLS = [
  {
    what: 'an id opens exactly this record, whatever else the call says',
    offer: { ...LUCIA, variables: { callVariable5: NOOR, callVariable2: '500-0042' } },
    record: 'Noor Haddad',
    line: ['Contact · Noor Haddad', 'Rule 1 · callVariable5'],
  },
  {
    what: 'an id of 15 characters',
    offer: { ...LUCIA, variables: { callVariable5: ROUTER.slice(0, 15) } },
    record: '500-0051 Router keeps restarting',
    line: ['Case · 500-0051 Router keeps restarting', 'Rule 1 · callVariable5'],
  },
  {
    what: 'the case that the caller typed in, before the number',
    offer: MARIA.offer,
    record: MARIA.record,
    line: ['Case · 500-0042 Invoice disputed', 'Rule 2 · callVariable2'],
  },
  {
    what: 'a case that does not exist: the number',
    offer: { ...LUCIA, variables: { callVariable2: '500-9999' } },
    record: 'Lucía Fernández',
    line: ['Contact · Lucía Fernández', 'Rule 5 · ani'],
  },
  {
    what: 'rules of campaigns are for calls of campaigns',
    offer: { from: '+4533550123', variables: { BAAccountNumber: 'AC113' } },
    record: 'Maria Sørensen',
    line: ['Contact · Maria Sørensen', 'Rule 5 · ani'],
  },
  {
    what: 'a number with the prefix for abroad before it',
    offer: { from: '0014155550123' },
    record: 'James Okafor',
    line: ['Contact · James Okafor', 'Rule 5 · ani'],
  },
];

test('the first rule that applies and finds something opens its record, and says so', async ({
  crm,
  phone,
  gc,
  demo,
}) => {
  await phone.signInReady();
  for (const [index, { what, offer, record, line }] of CALLS.entries()) {
    await test.step(what, async () => {
      const dialog = ring(gc, offer);
      await expect(crm.title).toHaveText(record);
      for (const words of line) await expect(phone.incoming).toContainText(words);
      await expect(phone.answer).toBeVisible();
      expect(pops(demo)).toBe(index + 1);
      gc.hangUp({ dialog });
      await phone.expectState('Ready');
      await expect(phone.incoming).toBeHidden();
    });
  }
});

test('a call of a campaign opens the account, else who has the number that was dialled', async ({
  crm,
  phone,
  gc,
  demo,
}) => {
  await phone.signInReady();
  const account = gc.offerCampaignCall({ agent: '1001', account: 'AC113', customer: '+4533550123' });
  await expect(crm.title).toHaveText('Fernández e Hijos');
  await expect(phone.region).toContainText('Account · Fernández e Hijos');
  await expect(phone.region).toContainText('Rule 3 · BAAccountNumber');
  gc.hangUp(account);
  expect(await fileWrapUp(phone, demo)).toMatchObject({
    WhatId: idOf(demo, 'Fernández e Hijos'),
    Campaign__c: 'Renewals',
  });
  await phone.goReady();
  gc.offerCampaignCall({ agent: '1001', customer: '+971 4 555 0134' });
  await expect(crm.title).toHaveText('Noor Haddad');
  await expect(phone.region).toContainText('Rule 4 · BACustomerNumber');
});
