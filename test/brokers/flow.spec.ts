import { GC } from '../support/brokers/broker.ts';
import type { Control } from '../../simulator/api.ts';
import type { Crm, Phone } from '../support/desk.ts';
import { ADA, expect, MARIA, ring, test } from '../support/brokers/desk.ts';
import { StompClient } from '../support/brokers/stomp-client.ts';

/** A call, answered once its record is there and nothing moves any more. */
async function talk(crm: Crm, phone: Phone, gc: Control): Promise<void> {
  ring(gc);
  await expect(crm.title).toHaveText(MARIA.record);
  await expect(phone.incoming).toContainText('Gold');
  await phone.take();
}

test('a caller rings, the record opens, the call ends in the history of the record', async ({
  crm,
  phone,
  gc,
  broker,
  demo,
}) => {
  const before = demo.store.org().tasks.length;
  await phone.signInReady();
  expect(gc.snapshot().attached).toMatchObject({ broker: new URL(broker.gcUrl).host, consuming: true });
  ring(gc);
  await expect(phone.incoming).toContainText('Gold');
  await expect(crm.title).toHaveText(MARIA.record);
  await phone.take();
  await phone.expectState('Talking');
  await phone.hold.click();
  await expect(phone.call).toContainText('On hold');
  await phone.resume.click();
  await expect(phone.call).toContainText('Active');
  await phone.end.click();
  await phone.chooseReason('Invoice disputed');
  await phone.notes.fill('Größe stimmt nicht: 消費税 🙂');
  await phone.save();
  await expect(phone.status).toContainText('Call saved in the CRM');

  const written = demo.store.org().tasks.slice(before);
  expect(written).toHaveLength(1);
  expect(written[0]).toMatchObject({
    Subject: 'Inbound call +4533550123',
    CallDisposition: 'Invoice disputed',
  });
  expect(gc.snapshot().wrapUps.at(-1)).toMatchObject({ agent: '1001', reason: 'Invoice disputed' });
  expect(gc.snapshot().outcomes).not.toHaveProperty('bytes');
});

test('the broker is stopped and started in mid-call: the call stays, and nobody signs in again', async ({
  crm,
  phone,
  gc,
  broker,
}) => {
  await phone.signInReady();
  await talk(crm, phone, gc);
  await phone.notes.fill('Half a sentence');
  const last = gc.commands().at(-1)?.number ?? 0;
  await broker.stop();
  await expect(phone.banner('Reconnecting')).toBeVisible();
  await expect(phone.call).toContainText('Active');
  await expect(phone.hold).toBeDisabled();

  await broker.start();
  await expect(phone.banner('Reconnecting')).toBeHidden();
  await expect(phone.hold).toBeEnabled();
  await expect(phone.notes).toHaveValue('Half a sentence');
  await phone.hold.click();
  await expect(phone.call).toContainText('On hold');
  const since = gc.commands({ after: last }).map(({ command }) => command);
  expect(since).toContain('GetState');
  expect(since).not.toContain('Login');
  await expect(phone.alerts).toHaveCount(0);
});

test.describe('two brokers', () => {
  test.use({ count: 2 });
  test('the first one dies in mid-call: softphone and GC meet at the second', async ({
    crm,
    phone,
    gc,
    brokers,
    demo,
  }) => {
    const before = demo.store.org().tasks.length;
    await phone.signInReady();
    await talk(crm, phone, gc);
    await brokers[0]!.stop('SIGKILL');
    await expect(phone.banner('Reconnecting')).toBeVisible();
    await expect(phone.banner('Reconnecting')).toBeHidden();
    expect(gc.snapshot().attached?.broker).toBe(new URL(brokers[1]!.gcUrl).host);
    await expect(phone.call).toContainText('Active');
    await phone.end.click();
    await phone.chooseReason('Complaint');
    await phone.save();
    await expect(phone.status).toContainText('Call saved in the CRM');
    expect(demo.store.org().tasks).toHaveLength(before + 1);
  });
});

test('the broker refuses the login: the form says so, and nothing reached GC', async ({ phone, gc }) => {
  await phone.submit({ ...ADA, password: 'wrong' });
  await expect(phone.alerts).toContainText('password');
  await expect(phone.password).toBeFocused();
  await expect(phone.agentId).toHaveValue('1001');
  expect(gc.commands()).toEqual([]);
  await phone.signIn();
});

test('a command that waited for more than 10 s is thrown away by the broker, and never obeyed', async ({
  phone,
  gc,
  broker,
}) => {
  await phone.signIn();
  const { client: graveyard } = await StompClient.open(broker.stompPort, GC);
  await graveyard.ask('SUBSCRIBE', { id: '0', destination: broker.expired });
  gc.silence({ on: true });
  await gc.waitFor(({ attached }) => attached?.consuming === false);
  await phone.chooseState('Ready');
  const dead = await graveyard.next(({ headers }) => headers.get('type') === 'MakeReady#1001', 30_000);
  expect(dead.command).toBe('MESSAGE');
  await graveyard.close();

  gc.silence({ on: false });
  await phone.expectState('Not ready, Just signed in');
  await phone.chooseState('Lunch');
  await phone.expectState('Not ready, Lunch');
  expect(gc.commands().map(({ command }) => command)).not.toContain('MakeReady');
});
