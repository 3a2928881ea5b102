import { expect, ring, test } from '../../support/desk.ts';

const logins = (commands: readonly { readonly command: string }[]): number =>
  commands.filter(({ command }) => command === 'Login').length;

test('RE_LOGIN: the same sign-in again by itself, once', async ({ phone, gc }) => {
  await phone.signInReady();
  gc.forgetAgent({ agent: '1001', tell: true });
  await gc.waitFor(({ agents }) => agents.some(({ id, known }) => id === '1001' && known));
  await phone.expectState('Ready');
  expect(logins(gc.commands())).toBe(2);
  await phone.chooseState('Lunch');
  await phone.expectState('Not ready, Lunch');
  expect(logins(gc.commands())).toBe(2);
});

test('RE_LOGIN as the answer to a button, with a call up: the call stays', async ({ phone, gc }) => {
  await phone.signInReady();
  ring(gc);
  await phone.take();
  gc.forgetAgent({ agent: '1001' });
  await phone.hold.click();
  await gc.waitForCommand('Login', { after: 5 });
  await expect(phone.call).toBeVisible();
  await expect(phone.hold).toBeEnabled();
  await phone.hold.click();
  await expect(phone.resume).toBeVisible();
});

test('a spurious LOGOUT with reason -1 is asked about, and nothing is lost', async ({ phone, gc }) => {
  await phone.signInReady();
  const last = gc.commands().at(-1)?.number ?? 0;
  gc.logout({ agent: '1001', reasonCode: '-1', spurious: true });
  await gc.waitForCommand('GetState', { after: last });
  await phone.expectState('Ready');
  await expect(phone.signInForm).toBeHidden();
  expect(logins(gc.commands())).toBe(1);
});

test('a failover logs the agent out: signed in again without a word from the agent', async ({
  phone,
  gc,
}) => {
  await phone.signInReady();
  gc.logout({ agent: '1001', reasonCode: '255' });
  await gc.waitForCommand('Login', { after: gc.commands().length });
  await expect(phone.alerts).toHaveText('The connection was lost and you were set not ready.');
  await phone.root.getByRole('button', { name: 'Ready', exact: true }).click();
  await phone.expectState('Ready');
});

test('a supervisor signs the agent out: the form, and why', async ({ phone, gc }) => {
  await phone.signInReady();
  gc.forceState({ agent: '1001', state: 'LOGOUT' });
  await expect(phone.signInForm).toBeVisible();
  await expect(phone.alerts).toHaveText('You were signed out: Signed out by supervisor');
  await expect(phone.agentId).toHaveValue('1001');
  expect(logins(gc.commands())).toBe(1);
});

test('DESTINATION#…#RECONNECT: bound again without dropping the connection', async ({ phone, gc }) => {
  await phone.signInReady();
  const last = gc.commands().at(-1)?.number ?? 0;
  const before = gc.snapshot().connections;
  gc.reconnectNotice({ agent: '1001' });
  await gc.waitForCommand('Connect', { after: last });
  await gc.waitForCommand('GetState', { after: last });
  expect(gc.snapshot().connections).toEqual(before);
  await phone.expectState('Ready');
  ring(gc);
  await expect(phone.incoming).toBeVisible();
});
