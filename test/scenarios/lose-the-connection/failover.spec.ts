import { consultCard, consultGrace, expect, ring, talk, test } from '../consult/floor.ts';

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

test('DialogStatus brings back a main call and its consult call, and what belongs together', async ({
  phone,
  gc,
  grace,
}) => {
  const main = await talk(phone, gc);
  await consultGrace(phone, grace);
  const { dialogId: consult } = grace.call('active');
  for (const dialogId of [consult, main]) {
    gc.raw({
      agent: '1001',
      text: JSON.stringify({ type: 'DialogState', agentId: '1001', dialogId, state: 'NOT_FOUND' }),
    });
  }
  await expect(consultCard(phone)).toBeHidden();
  await expect(phone.call).toBeHidden();
  gc.raw({
    agent: '1001',
    text: `1001#DialogStatus#${main}#HELD#+4533550123#callVariable1=Gold#${consult}#ACTIVE#2001#callVariable1=Gold`,
  });
  await expect(phone.call).toContainText('On hold');
  await expect(consultCard(phone)).toContainText('Active');
  await consultCard(phone).getByRole('button', { name: 'Transfer' }).click();
  await expect(phone.call).toBeHidden();
  await grace.until('the caller', ({ calls }) => calls.some(({ number }) => number === '+4533550123'));
});
