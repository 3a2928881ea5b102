import { consult, consultCard, consultGrace, expect, on, talk, test } from './floor.ts';

for (const platform of ['uccx', 'ucce'] as const) {
  test.describe(platform, () => {
    test.use(on(platform));

    test('a colleague is found by name, asked, and given the call: one wrap-up and one activity', async ({
      phone,
      gc,
      grace,
      demo,
    }) => {
      await talk(phone, gc);
      const before = demo.store.org().tasks.length;
      await consultGrace(phone, grace);
      await consultCard(phone).getByRole('button', { name: 'Transfer' }).click();
      await expect(consultCard(phone)).toBeHidden();
      await expect(phone.call).toBeHidden();
      await expect(phone.wrapUp).toHaveCount(1);
      await grace.until('the caller', ({ calls }) => calls.some(({ number }) => number === '+4533550123'));
      expect(grace.state.calls).toHaveLength(1);
      await phone.chooseReason('New enquiry');
      await phone.save();
      await expect(phone.status).toContainText('Call saved in the CRM');
      expect(demo.store.org().tasks).toHaveLength(before + 1);
    });

    test('the caller is heard in between, and the colleague again', async ({ phone, gc, grace }) => {
      await talk(phone, gc);
      await consultGrace(phone, grace);
      const card = consultCard(phone);
      await card.getByRole('button', { name: 'Alternate' }).click();
      await expect(card).toContainText('On hold');
      await expect(phone.call).toContainText('Active');
      await expect(card.getByRole('button', { name: 'Transfer' })).toHaveCount(0);
      await phone.call.getByRole('button', { name: 'Alternate' }).click();
      await expect(phone.call).toContainText('On hold');
      await expect(card.getByRole('button', { name: 'Transfer' })).toBeEnabled();
    });

    test('is given up, and the caller is there again', async ({ phone, gc, grace }) => {
      await talk(phone, gc);
      await consultGrace(phone, grace);
      await consultCard(phone).getByRole('button', { name: 'End' }).click();
      await expect(consultCard(phone)).toBeHidden();
      await phone.resume.click();
      await expect(phone.hold).toBeVisible();
      await expect(phone.call.getByRole('button', { name: 'Consult' })).toBeEnabled();
      await grace.shows('internal 2001 wrapUp');
    });
  });
}

for (const [number, words] of [
  ['+4533550190', 'Busy'],
  ['4711', 'cannot be reached'],
] as const) {
  test(`a number that cannot be reached (${words}) is said so until End`, async ({ phone, gc }) => {
    await talk(phone, gc);
    await consult(phone, number);
    await expect(consultCard(phone)).toContainText(/failed/i);
    await expect(consultCard(phone)).toContainText(new RegExp(words, 'i'));
    await consultCard(phone).getByRole('button', { name: 'End' }).click();
    await expect(consultCard(phone)).toBeHidden();
    await phone.resume.click();
    await expect(phone.hold).toBeVisible();
  });
}

test('a second click on Alternate that GC refuses leaves both on hold, with Resume on each', async ({
  phone,
  gc,
  grace,
}) => {
  await talk(phone, gc);
  await consultGrace(phone, grace);
  gc.failNext({ agent: '1001', command: 'RetrieveCall', error: 'CF_GENERIC_OPERATION' });
  await consultCard(phone).getByRole('button', { name: 'Alternate' }).click();
  await expect(phone.alerts).toHaveCount(1);
  await expect(consultCard(phone).getByRole('button', { name: 'Resume' })).toBeEnabled();
  await expect(phone.resume).toBeEnabled();
  await phone.resume.click();
  await expect(phone.hold).toBeVisible();
});

test('survives a reload: both cards, and what belongs together', async ({ crm, phone, gc, grace }) => {
  await talk(phone, gc);
  await consultGrace(phone, grace);
  await crm.page.reload();
  await expect(consultCard(phone).getByRole('button', { name: 'Transfer' })).toBeEnabled();
  await consultCard(phone).getByRole('button', { name: 'Transfer' }).click();
  await expect(phone.wrapUp).toHaveCount(1);
  await grace.until('the caller', ({ calls }) => calls.some(({ number }) => number === '+4533550123'));
});

test.describe('a failover of GC in mid-consultation', () => {
  for (const sessions of ['known', 'lost'] as const) {
    test(`leaves both calls up (sessions ${sessions})`, async ({ phone, gc, grace }) => {
      await talk(phone, gc);
      await consultGrace(phone, grace);
      gc.failover({ sessions, tell: true });
      await gc.waitFor(({ agents }) => agents.every(({ id, known }) => id !== '1001' || known));
      await consultCard(phone).getByRole('button', { name: 'Transfer' }).click();
      await expect(phone.wrapUp).toHaveCount(1);
      await expect(consultCard(phone)).toBeHidden();
    });
  }
});
