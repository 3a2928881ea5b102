import { expect, fileCall, idOf, MARIA, ring, test } from './desk.ts';

test.describe('person accounts', () => {
  test.use({ openCti: { personAccounts: true } });
  test('the person opens, and the activity goes to the contact', async ({ crm, phone, gc, demo }) => {
    const { contacts, accounts } = demo.store.org();
    const person = contacts.find(({ Name }) => Name === 'Signe Møller');
    expect(accounts.some(({ PersonContactId }) => PersonContactId === person?.Id)).toBe(true);
    await phone.signInReady();
    ring(gc, { from: '+4566112233' });
    await expect(crm.title).toHaveText('Signe Møller');
    await expect(phone.incoming).toContainText('Contact · Signe Møller');
    await phone.take();
    const activity = await fileCall(phone, demo);
    expect(activity?.WhoId).toBe(person?.Id);
    expect(activity?.WhatId ?? '').toBe('');
    await expect(crm.history.first()).toContainText('New enquiry');
  });
});

test.describe('answers in the shapes of older versions', () => {
  test.use({
    openCti: { hits: 'old', payloads: 'wrapped', savedId: 'string' },
    simulation: { timings: { answering: 100 } },
  });
  test('are understood: a record found, a number clicked, one activity each', async ({
    crm,
    phone,
    gc,
    demo,
  }) => {
    await phone.signInReady();
    const before = demo.store.org().tasks.length;
    ring(gc);
    await expect(crm.title).toHaveText(MARIA.record);
    await expect(phone.incoming).toContainText(MARIA.record);
    await phone.take();
    expect((await fileCall(phone, demo))?.WhatId).toBe(idOf(demo, MARIA.record));

    await crm.page.getByRole('link', { name: 'Contacts' }).first().click();
    await crm.page.getByRole('button', { name: 'Dial +45 70 10 20 30, Anna Holm' }).click();
    await expect(phone.call).toHaveAccessibleName('Call with Anna Holm');
    await expect(phone.hold).toBeVisible();
    await fileCall(phone, demo);
    await expect.poll(() => demo.store.org().tasks.at(-1)?.WhoId).toBe(idOf(demo, 'Anna Holm'));
    expect(demo.store.org().tasks).toHaveLength(before + 2);
  });
});
