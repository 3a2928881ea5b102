import { expect, test } from '../../support/desk.ts';

test('GC’s words stand in the status line as they came, as text', async ({ phone, gc }) => {
  await phone.signInReady();
  const message = 'Queue <b>Sales</b> closes at 18:00, 100 % sure';
  gc.raw({ agent: '1001', text: `1001#Control#PrintStatusBar#${message}` });
  await expect(phone.status).toContainText(message);
  await expect(phone.alerts).toHaveCount(0);
  await phone.expectState('Ready');
});
