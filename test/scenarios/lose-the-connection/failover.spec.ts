import { expect, ring, test } from '../../support/desk.ts';

for (const sessions of ['known', 'lost'] as const) {
  test(`the second GC takes over, sessions ${sessions}: the call goes on, with its note`, async ({
    phone,
    gc,
  }) => {
    await phone.signInReady();
    const dialog = ring(gc);
    await phone.take();
    await phone.notes.fill('Half a sentence');
    gc.failover({ sessions, tell: true });
    await gc.waitForCommand('Connect', { after: gc.commands().at(-1)?.number ?? 0 });
    await phone.hold.click();
    await expect(phone.resume).toBeVisible();
    await expect(phone.notes).toHaveValue('Half a sentence');
    await expect(phone.alerts).toHaveCount(0);
    gc.hangUp({ dialog });
    await phone.chooseReason('Complaint');
    await expect(phone.notes).toHaveValue('Half a sentence');
  });
}

test('DialogStatus rebuilds a call that this softphone had lost', async ({ phone, gc }) => {
  await phone.signInReady();
  const dialog = ring(gc);
  await phone.take();
  await phone.notes.fill('Half a sentence');
  // The GC that dies says that the call is over; the one that takes over knows better.
  gc.raw({ agent: '1001', text: `1001#InboundCall#DROP#DialogID:${dialog}#Ada Lovelace` });
  await expect(phone.call).toBeHidden();
  gc.raw({ agent: '1001', text: `1001#DialogStatus#${dialog}#ACTIVE##` });
  await expect(phone.call).toContainText('Active');
  await expect(phone.call).toContainText('+4533550123');
  await expect(phone.notes).toHaveValue('Half a sentence');
  await phone.hold.click();
  await expect(phone.resume).toBeVisible();
});

test('DialogStatus brings a main call and its consult call to a softphone that knew of neither', async ({
  alone,
  gc,
}) => {
  await alone.signInReady();
  gc.raw({
    agent: '1001',
    text: '1001#DialogStatus#901#HELD#+4533550123#callVariable1=Gold#902#ACTIVE#2001#callVariable1=Gold',
  });
  await expect(alone.call).toHaveCount(2);
  await expect(alone.call.filter({ hasText: 'On hold' })).toHaveCount(1);
  await expect(alone.call.filter({ hasText: 'Active' })).toHaveCount(1);
});
