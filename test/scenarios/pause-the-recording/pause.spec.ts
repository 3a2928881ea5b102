import { expect, test } from '../../support/desk.ts';
import { talk } from '../consult/floor.ts';

test.describe('with a recorder', () => {
  test.use({ config: { gc: { recording: 'zoom' } } });

  test('a pause is shown as asked for, as GC does not answer it, and so is its end', async ({
    phone,
    gc,
  }) => {
    await talk(phone, gc);
    await phone.call.getByRole('button', { name: 'Pause recording' }).click();
    await gc.waitForCommand('ZOOMPauseRecording');
    await expect(phone.call).toContainText('Pause requested');
    await phone.call.getByRole('button', { name: 'Resume recording' }).click();
    await gc.waitForCommand('ZOOMResumeRecording');
    await expect(phone.call).toContainText('Resume requested');
  });

  test('a pause that GC refuses is taken back, and said', async ({ phone, gc }) => {
    const dialog = await talk(phone, gc);
    await phone.hold.click();
    await expect(phone.resume).toBeVisible();
    await phone.resume.click();
    gc.failNext({ agent: '1001', command: 'ZOOMPauseRecording', error: 'GENERAL_ERROR' });
    await phone.call.getByRole('button', { name: 'Pause recording' }).click();
    await expect(phone.alerts).toHaveCount(1);
    await expect(phone.call).not.toContainText('Pause requested');
    gc.hangUp({ dialog });
  });
});

test('there is none without a recorder', async ({ phone, gc }) => {
  await talk(phone, gc);
  await expect(phone.call.getByRole('button', { name: 'Consult' })).toBeVisible();
  await expect(phone.call.getByRole('button', { name: /recording/ })).toHaveCount(0);
});
