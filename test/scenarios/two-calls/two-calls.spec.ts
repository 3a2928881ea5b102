import { expect, on, talk, test } from '../consult/floor.ts';

const LUCIA = '+34915550178';

for (const platform of ['uccx', 'ucce'] as const) {
  test.describe(platform, () => {
    test.use(on(platform, { busyTrigger: 2 }));

    test('each call has its card, one is heard at a time, and each gets its wrap-up', async ({
      phone,
      gc,
      demo,
    }) => {
      await talk(phone, gc);
      const before = demo.store.org().tasks.length;
      gc.offerCall({ agent: '1001', from: LUCIA, direct: true });
      await expect(phone.incoming).toHaveAccessibleName('Incoming call from Lucía Fernández');
      await phone.answer.click();
      const maria = phone.root.getByRole('region', { name: 'Call with +4533550123' });
      const lucia = phone.root.getByRole('region', { name: 'Call with Lucía Fernández' });
      await expect(lucia).toContainText('Active');
      await expect(maria).toContainText('On hold');
      await maria.getByRole('button', { name: 'Resume' }).click();
      await expect(maria).toContainText('Active');
      await expect(lucia).toContainText('On hold');
      await maria.getByRole('button', { name: 'Alternate' }).click();
      await expect(lucia).toContainText('Active');
      await expect(maria).toContainText('On hold');
      await lucia.getByRole('button', { name: 'End' }).click();
      await expect(lucia).toHaveCount(0);
      await maria.getByRole('button', { name: 'End' }).click();
      await expect(maria).toHaveCount(0);
      for (let left = 2; left > 0; left -= 1) {
        await expect(phone.wrapUp).toHaveCount(1);
        await expect(phone.wrapUp.getByRole('radio', { checked: true })).toHaveCount(0);
        await phone.chooseReason('New enquiry');
        await phone.save();
      }
      await expect(phone.wrapUp).toHaveCount(0);
      await expect(phone.status).toContainText('Call saved in the CRM');
      expect(demo.store.org().tasks).toHaveLength(before + 2);
    });
  });
}
