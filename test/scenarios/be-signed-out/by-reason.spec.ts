import en from '../../../locales/en.json' with { type: 'json' };
import { expect, ring, test } from '../../support/desk.ts';

const { reasonCode } = en;

/** Somebody's wish: the agent is not signed in again behind it. */
const WISHES = [
  ['22', reasonCode.supervisorLogout],
  ['32740', reasonCode.systemRelogin],
  ['32741', reasonCode.extensionConflict],
  ['32748', reasonCode.agentDeleted],
  ['32750', reasonCode.extensionModified],
  ['32766', reasonCode.manualLogout],
  ['32767', reasonCode.deviceConflict],
  ['4', 'Going home sick'],
  ['4711', '4711'],
] as const;

test('LOGOUT by somebody’s wish ends at the form, which says whose', async ({ phone, gc }) => {
  for (const [reason, label] of WISHES) {
    await phone.signInReady();
    const last = gc.commands().at(-1)?.number ?? 0;
    gc.logout({ agent: '1001', reasonCode: reason });
    await expect(phone.alerts).toHaveText(`You were signed out: ${label}`);
    await expect(phone.agentId).toHaveValue('1001');
    await expect(phone.extension).toHaveValue('2001');
    const sent = gc.commands({ after: last }).map(({ command }) => command);
    expect(sent.filter((command) => !/^(hello|beat)$/i.test(command))).toEqual([]);
  }
});

test('LOGOUT of a failover is asked about, and answered with one sign-in', async ({ phone, gc }) => {
  await phone.signIn();
  for (const reason of ['', '-1', '255', '32764', '32765']) {
    await phone.chooseState('Ready');
    await phone.expectState('Ready');
    const last = gc.commands().at(-1)?.number ?? 0;
    gc.logout({ agent: '1001', reasonCode: reason });
    await expect(phone.alerts).toHaveText('The connection was lost and you were set not ready.');
    const sent = gc.commands({ after: last }).map(({ command }) => command);
    expect(sent.filter((command) => /^(getstate|connect|login)$/i.test(command))).toEqual([
      'GetState',
      'Connect',
      'Login',
    ]);
    await phone.expectState('Not ready, Just signed in');
    await phone.root.getByRole('button', { name: 'Dismiss' }).click();
    await expect(phone.alerts).toHaveCount(0);
  }
});

test('signed out with a call up: its card stays, and the call goes on once the agent is back', async ({
  phone,
  gc,
}) => {
  await phone.signInReady();
  ring(gc);
  await phone.take();
  await phone.notes.fill('Half a sentence');
  gc.logout({ agent: '1001', reasonCode: '22' });
  await expect(phone.signInForm).toBeVisible();
  await expect(phone.call).toBeVisible();
  await expect(phone.hold).toBeDisabled();
  await phone.password.fill('secret');
  await phone.password.press('Enter');
  await expect(phone.hold).toBeEnabled();
  await expect(phone.notes).toHaveValue('Half a sentence');
});
