import { expect, on, talk, test } from './floor.ts';

test('is not there where the platform has none', async ({ phone, gc }) => {
  await talk(phone, gc);
  await expect(phone.call.getByRole('button', { name: 'Consult' })).toBeEnabled();
  await expect(phone.call.getByRole('button', { name: 'Direct transfer' })).toHaveCount(0);
});

test.describe('on UCCE', () => {
  test.use(on('ucce', { timings: { connecting: 1500 } }));

  const handOn = async (phone: Parameters<typeof talk>[0], number: string): Promise<void> => {
    await phone.call.getByRole('button', { name: 'Direct transfer' }).click();
    const dialog = phone.root.getByRole('dialog', { name: 'Direct transfer' });
    await dialog.getByRole('searchbox').fill(number);
    await dialog.getByRole('searchbox').press('Enter');
  };

  test('hands the call on at once', async ({ phone, gc, grace }) => {
    await talk(phone, gc);
    await handOn(phone, '2002');
    await expect(phone.call).toBeHidden();
    await expect(phone.wrapUp).toBeVisible();
    await grace.until('the caller', ({ calls }) => calls[0]?.number === '+4533550123');
    expect(grace.call('ringing').transferredFrom).toBeTruthy();
  });

  test('that fails brings the call back, with its note, and says so', async ({ phone, gc }) => {
    await talk(phone, gc);
    await phone.notes.fill('wants Billing');
    await handOn(phone, '+4533550190');
    await expect(phone.call).toBeHidden();
    await expect(phone.call).toBeVisible();
    await expect(phone.alerts).toContainText('The transfer failed: the call is back with you');
    await expect(phone.notes).toHaveValue('wants Billing');
    await phone.end.click();
    await expect(phone.call).toBeHidden();
    await expect(phone.wrapUp).toBeVisible();
  });
});
