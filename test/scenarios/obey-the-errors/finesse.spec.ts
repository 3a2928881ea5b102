import { expect, ring, test } from '../../support/desk.ts';

const WORDS = {
  down: 'The phone system does not answer. The standby system is being tried; wait a moment.',
  notReachable: 'The phone system does not answer. The standby system is being tried; wait a moment.',
} as const;

for (const state of ['down', 'notReachable'] as const) {
  test(`Finesse is ${state}: said, the call and the session stay, and the words go when it speaks again`, async ({
    phone,
    gc,
  }) => {
    await phone.signInReady();
    ring(gc);
    await phone.take();
    gc.finesse({ state });
    await phone.hold.click();
    await expect(phone.alerts).toHaveText(WORDS[state]);
    await expect(phone.call).toContainText('Active');
    await expect(phone.hold).toBeEnabled();
    gc.finesse({ state: 'up' });
    await phone.hold.click();
    await expect(phone.resume).toBeVisible();
    await phone.end.click();
    await phone.expectState('Wrap-up');
    await expect(phone.alerts).toHaveCount(0);
  });
}

test('FINESSE_UNAVAILABLE: said, nobody is signed out, and it comes back by itself', async ({
  phone,
  gc,
}) => {
  await phone.signInReady();
  gc.raw({ agent: '1001', text: '1001#Error#FINESSE_UNAVAILABLE' });
  await expect(phone.alerts).toHaveText(
    'The phone system is out of service. It connects by itself as soon as it is back.',
  );
  gc.finesse({ state: 'unavailable' });
  await expect(phone.banner('Out of service')).toBeVisible();
  await phone.expectState('Ready');
  gc.finesse({ state: 'up' });
  await expect(phone.banner('Out of service')).toBeHidden();
  await expect(phone.alerts).toHaveCount(0);
  await phone.expectState('Ready');
});

test('Finesse goes while GC signs the agent in again: that waits for it, however long it takes', async ({
  phone,
  gc,
}) => {
  await phone.signInReady();
  gc.silence({ on: true });
  gc.raw({ agent: '1001', text: '1001#State#RE_LOGIN' });
  gc.finesse({ state: 'unavailable' });
  gc.raw({ agent: '1001', text: '{"type":"System","status":"OUT_OF_SERVICE"}' });
  await expect(phone.banner('Out of service')).toBeVisible();
  gc.forgetAgent({ agent: '1001' });
  gc.silence({ on: false });
  await expect(phone.state).toBeVisible();
  const last = gc.commands().at(-1)?.number ?? 0;
  gc.finesse({ state: 'up' });
  await gc.waitForCommand('Login', { after: last });
  await phone.expectState('Ready');
  await expect(phone.alerts).toHaveCount(0);
});
