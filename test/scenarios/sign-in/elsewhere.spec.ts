import { expect, ring, softphoneFrame, test } from '../../support/desk.ts';

const STOPPED = 'You signed in somewhere else, so this softphone has stopped.';

test('a second sign-in elsewhere ends this one for good, also after a reload', async ({ crm, phone, gc }) => {
  await phone.signInReady();
  gc.invalidateSession({ agent: '1001' });
  await expect(phone.alerts).toHaveText(STOPPED);
  await expect(phone.signInForm).toBeVisible();
  await gc.waitFor(({ connections }) => connections.length === 0);
  const last = gc.commands().at(-1)?.number ?? 0;

  await crm.page.reload();
  await expect(phone.alerts).toHaveText(STOPPED);
  await expect(phone.agentId).toHaveValue('1001');
  // A form that has been shown is a softphone that has started: nothing connects behind it.
  await softphoneFrame(crm.page).waitForLoadState('networkidle');
  expect(gc.snapshot().connections).toEqual([]);
  expect(gc.commands({ after: last })).toEqual([]);

  await phone.submit();
  await phone.expectState('Ready');
});

test('with a call up its card stays, read-only, until the agent wants this softphone', async ({
  phone,
  gc,
}) => {
  await phone.signInReady();
  ring(gc);
  await phone.take();
  gc.invalidateSession({ agent: '1001' });
  const useHere = phone.root.getByRole('button', { name: 'Use this softphone here' });
  await expect(useHere).toBeVisible();
  await expect(phone.call).toBeVisible();
  for (const button of await phone.call.getByRole('button').all()) await expect(button).toBeDisabled();
  const sent = gc.commands().length;
  await useHere.click();
  await expect(phone.signInForm).toBeVisible();
  expect(gc.commands()).toHaveLength(sent);
  await phone.submit();
  await phone.expectState('Talking');
  await expect(phone.call).toContainText('Active');
  await expect(phone.hold).toBeEnabled();
});

test('two softphones of one agent do not throw each other out', async ({ browser, phone, demo, gc }) => {
  await phone.signIn();
  const other = await browser.newContext();
  const page = await other.newPage();
  await page.goto(demo.standaloneUrl);
  const { Phone } = await import('../../support/phone.ts');
  const second = new Phone(page);
  await second.signIn();
  await expect(phone.alerts).toHaveText(STOPPED);
  const last = gc.commands().at(-1)?.number ?? 0;
  await second.goReady();
  const agents = gc.commands({ after: last }).filter(({ subject }) => subject === '1001');
  expect(agents.map(({ command }) => command)).not.toContain('Login');
  await other.close();
});
