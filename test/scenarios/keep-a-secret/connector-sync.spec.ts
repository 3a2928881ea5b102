import { expect, ring, softphoneFrame, test } from '../../support/desk.ts';

test('what one GC tells the other is passed over, and its password is kept nowhere', async ({
  crm,
  phone,
  gc,
  problems,
}) => {
  await phone.signInReady();
  ring(gc);
  await phone.take();
  const last = gc.commands().at(-1)?.number ?? 0;
  for (const agent of ['1001', '1002']) {
    gc.raw({ agent: '1001', text: `AgentState#${agent}#pass-word-77#2001#2026-11-21 10:00:00` });
  }
  gc.raw({ agent: '1001', text: '1001#Control#PrintStatusBar#after' });
  await expect(phone.status).toContainText('after');
  await phone.expectState('Talking');
  await expect(phone.call).toContainText('Active');
  await expect(phone.alerts).toHaveCount(0);
  const kept = await softphoneFrame(crm.page).evaluate(() =>
    JSON.stringify([
      Object.entries(sessionStorage),
      Object.entries(localStorage),
      document.documentElement.outerHTML,
    ]),
  );
  expect(kept).not.toContain('pass-word-77');
  expect(problems.log.join('\n')).not.toContain('pass-word-77');
  expect(JSON.stringify(gc.commands({ after: last }))).not.toContain('pass-word-77');
});
