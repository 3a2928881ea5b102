import { expect, ring, test } from '../../support/desk.ts';

test('GC does not answer: the button comes back after 10 s with a message, and nothing has happened', async ({
  phone,
  gc,
}) => {
  await phone.signInReady();
  ring(gc);
  await phone.take();
  gc.silence({ on: true });
  await phone.hold.click();
  await expect(phone.hold).toHaveAttribute('aria-busy', 'true');
  await expect(phone.call).toContainText('Active');
  await expect(phone.alerts).toContainText('did not answer to “Hold”', { timeout: 14_000 });
  await expect(phone.hold).not.toHaveAttribute('aria-busy', 'true');
  await expect(phone.hold).toBeEnabled();
  await expect(phone.call).toContainText('Active');
});

test('a command that the broker kept back for too long is never obeyed', async ({ phone, gc }) => {
  await phone.signInReady();
  ring(gc);
  await expect(phone.incoming).toBeVisible();
  gc.holdQueue({ ms: 11_500 });
  await phone.answer.click();
  await expect(phone.answer).toHaveAttribute('aria-busy', 'true');
  const late = await gc.waitForCommand(
    ({ command, outcome }) => command === 'AnswerCall' && outcome !== 'held',
    {
      timeoutMs: 20_000,
    },
  );
  expect(late.outcome).toBe('expired');
  await expect(phone.alerts).toContainText('did not answer to “Answer”');
  await expect(phone.incoming).toBeVisible();
  await phone.take();
});
