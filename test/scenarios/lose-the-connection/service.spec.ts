import { createSimulator } from '../../../simulator/simulator.ts';
import { BROKEN_SOCKET, expect, ring, test } from '../../support/desk.ts';

test.describe('GC falls silent though the broker lives', () => {
  test.use({ config: { gc: { heartbeatSeconds: 1 } } });
  test('three heartbeats go unanswered: "Reconnecting", and back', async ({ phone, gc }) => {
    await phone.signInReady();
    ring(gc);
    await phone.take();
    const beats = gc.commands().length;
    gc.silence({ on: true });
    await expect(phone.banner('Reconnecting')).toBeVisible();
    const unanswered = gc.commands({ after: beats }).filter(({ command }) => /^(beat|hello)$/i.test(command));
    expect(unanswered.length).toBeGreaterThanOrEqual(3);
    await expect(phone.call).toContainText('Active');
    gc.silence({ on: false });
    await expect(phone.banner('Reconnecting')).toBeHidden({ timeout: 20_000 });
    await expect(phone.hold).toBeEnabled();
  });
});

test('GC goes out of service and comes back', async ({ phone, gc }) => {
  await phone.signInReady();
  gc.outOfService();
  await expect(phone.banner('Out of service')).toBeVisible();
  await expect(phone.root.getByRole('button', { name: 'Call', exact: true })).toBeDisabled();
  await phone.state.click();
  const lunch = phone.root.getByRole('menuitem', { name: 'Lunch' });
  await expect(lunch).toBeDisabled();
  await phone.root.getByRole('menu').press('Escape');
  gc.inService();
  await expect(phone.banner('Out of service')).toBeHidden();
  await phone.expectState('Ready');
  await phone.chooseState('Lunch');
  await phone.expectState('Not ready, Lunch');
});

test('GC is out of service at the start: the form says so, and goes on by itself', async ({
  phone,
  gc,
  crm,
}) => {
  gc.outOfService();
  await crm.page.reload();
  await expect(phone.banner('Out of service')).toBeVisible();
  await expect(phone.signInForm.getByRole('button', { name: 'Sign in' })).toBeDisabled();
  gc.inService();
  await expect(phone.banner('Out of service')).toBeHidden();
  await phone.signIn();
});

const twoUrls = test.extend({
  urls: async ({ simulator }, use) => {
    const broker = await createSimulator({ gc: 'absent' });
    await use([broker.url, simulator.url]);
    await broker.close();
  },
});

twoUrls('a broker is up with no GC behind it: the second address is used', async ({ phone, gc }) => {
  await phone.submit();
  await expect(phone.state).toBeVisible({ timeout: 20_000 });
  expect(gc.commands().map(({ command }) => command)).toContain('Hello');
});

const deadUrl = test.extend({
  urls: async ({ simulator }, use) => {
    const gone = await createSimulator();
    await gone.close();
    await use([gone.url, simulator.url]);
  },
});

deadUrl('nobody listens at the first address: the second is used', async ({ phone, problems }) => {
  problems.allow(BROKEN_SOCKET);
  await phone.signIn();
});
