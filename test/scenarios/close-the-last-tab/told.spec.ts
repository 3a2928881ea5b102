import type { Control } from '../../../simulator/api.ts';
import { expect, phoneIn, ring, test } from '../../support/desk.ts';

/** Resolves when the contact centre has Ada in this state. */
const becomes = (gc: Control, state: string) =>
  gc.waitFor(({ agents }) => agents.some((one) => one.id === '1001' && one.state === state));
/** What was sent that changes her state. */
const changes = (gc: Control): readonly string[] =>
  gc
    .commands()
    .map(({ command }) => command)
    .filter((command) => /^(Make(Ready|NotReady)|force_logout|Logout)/i.test(command));

test('nothing happens to the agent where nothing is configured', async ({ crm, phone, gc }) => {
  await phone.signInReady();
  await crm.page.close();
  await gc.waitFor(({ connections }) => connections.length === 0);
  expect(changes(gc)).toEqual(['MakeReady']);
});

test.describe('not ready', () => {
  test.use({ config: { signIn: { onLastTabClosed: 'notReady' } } });

  test('a closed tab makes not ready', async ({ crm, phone, gc }) => {
    await phone.signInReady();
    await crm.page.close();
    await becomes(gc, 'NOT_READY');
  });

  test('a reload takes it back by itself', async ({ crm, phone, gc }) => {
    await phone.signInReady();
    await crm.page.reload();
    await becomes(gc, 'READY');
    await phone.expectState('Ready');
    await expect(phone.alerts).toHaveCount(0);
    expect(changes(gc)).toEqual(['MakeReady', 'MakeNotReady', 'MakeReady']);
  });

  test('a reload leaves whoever was not ready as they were', async ({ crm, phone, gc }) => {
    await phone.signInReady();
    await phone.chooseState('Lunch');
    await phone.expectState('Not ready, Lunch');
    await crm.page.reload();
    await phone.expectState('Not ready, Lunch');
    expect(changes(gc)).toEqual(['MakeReady', 'MakeNotReadyWithReason']);
  });

  test('of two tabs the first to be closed changes nothing, the last does', async ({
    crm,
    phone,
    gc,
    context,
  }) => {
    await phone.signInReady();
    const other = await context.newPage();
    await other.goto(crm.page.url());
    await phoneIn(other).expectState('Ready');
    await crm.page.close();
    await phoneIn(other).chooseState('Lunch');
    await phoneIn(other).expectState('Not ready, Lunch');
    await phoneIn(other).goReady();
    expect(changes(gc)).toEqual(['MakeReady', 'MakeNotReadyWithReason', 'MakeReady']);
    await other.close();
    await becomes(gc, 'NOT_READY');
  });

  test('in mid-call the agent is not ready after it', async ({ crm, phone, gc }) => {
    await phone.signInReady();
    const dialog = ring(gc, { agent: '1001', queue: 'Reception' });
    await phone.take();
    await crm.page.close();
    await expect.poll(() => changes(gc).at(-1)).toBe('MakeNotReady');
    gc.hangUp({ dialog });
    await becomes(gc, 'NOT_READY');
  });
});

test.describe('sign out', () => {
  test.use({ config: { signIn: { onLastTabClosed: 'signOut' } } });

  test('a closed tab signs out', async ({ crm, phone, gc }) => {
    await phone.signInReady();
    await crm.page.close();
    await becomes(gc, 'LOGOUT');
  });

  test('a page of its own knows a reload beforehand: nothing is done', async ({ alone, page, gc }) => {
    await alone.signInReady();
    await page.reload();
    await alone.expectState('Ready');
    expect(changes(gc)).toEqual(['MakeReady']);
  });

  test('in a frame a reload signs out as well, and says so', async ({ crm, phone, gc }) => {
    await phone.signInReady();
    await crm.page.reload();
    await becomes(gc, 'LOGOUT');
    await expect(phone.signInForm).toBeVisible();
    await expect(phone.agentId).toHaveValue('1001');
    await expect(phone.alerts).toContainText('You were signed out');
  });

  test('in mid-call nobody is signed out of the call', async ({ crm, phone, gc }) => {
    await phone.signInReady();
    ring(gc);
    await phone.take();
    await crm.page.reload();
    await expect(phone.call).toContainText('Active');
    await phone.expectState('Talking');
    await expect(phone.region).toContainText('Not ready after this call');
  });
});
