import { BROKEN_SOCKET, expect, MARIA, ring, test } from '../../support/desk.ts';

test.beforeEach(({ problems }) => problems.allow(BROKEN_SOCKET));

for (const transport of ['stomp', 'socket'] as const) {
  test.describe(`over ${transport}`, () => {
    test.use({ transport });

    test('"Reconnecting" while the call stays, and no second sign-in', async ({ phone, gc }) => {
      await phone.signInReady();
      ring(gc);
      await phone.take();
      await phone.notes.fill('Half a sentence');
      await expect.poll(() => phone.seconds()).toBeGreaterThanOrEqual(1);
      const last = gc.commands().at(-1)?.number ?? 0;
      gc.refuseConnections({ on: true });
      gc.dropSockets();
      await expect(phone.banner('Reconnecting')).toBeVisible();
      await expect(phone.call).toContainText('Active');
      await expect(phone.hold).toBeDisabled();
      await expect(phone.notes).toHaveValue('Half a sentence');

      gc.refuseConnections({ on: false });
      await expect(phone.banner('Reconnecting')).toBeHidden();
      await expect(phone.hold).toBeEnabled();
      expect(await phone.seconds()).toBeGreaterThanOrEqual(1);
      await expect(phone.notes).toHaveValue('Half a sentence');
      await gc.waitForCommand('GetState', { after: last });
      expect(gc.commands({ after: last }).map(({ command }) => command)).not.toContain('Login');
      await phone.hold.click();
      await expect(phone.resume).toBeVisible();
      await expect(phone.alerts).toHaveCount(0);
    });
  });
}

test('a call that ended during the cut goes to wrap-up', async ({ phone, gc, demo }) => {
  await phone.signInReady();
  const before = demo.store.org().tasks.length;
  const dialog = ring(gc);
  await phone.take();
  gc.refuseConnections({ on: true });
  gc.dropSockets();
  await expect(phone.banner('Reconnecting')).toBeVisible();
  gc.hangUp({ dialog });
  gc.refuseConnections({ on: false });
  await expect(phone.wrapUp.getByRole('radio', { name: 'Complaint' })).toBeVisible();
  await expect(phone.call).toBeHidden();
  await phone.chooseReason('Complaint');
  await phone.save();
  await expect.poll(() => demo.store.org().tasks.length).toBe(before + 1);
});

test('a call that arrived during the cut appears, with its record', async ({ crm, phone, gc }) => {
  await phone.signInReady();
  gc.refuseConnections({ on: true });
  gc.dropSockets();
  await expect(phone.banner('Reconnecting')).toBeVisible();
  ring(gc);
  gc.refuseConnections({ on: false });
  await expect(phone.incoming).toBeVisible();
  await phone.take();
  // What GC says after a gap names the call and no more; the answer brings the caller.
  await expect(crm.title).toHaveText(MARIA.record);
  await expect(phone.call).toContainText('+4533550123');
});
