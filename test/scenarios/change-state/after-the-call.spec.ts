import { expect, ring, test } from '../../support/desk.ts';

const PENDING = 'Not ready after this call';

test('UCCX tells nothing: what was asked for counts until the call is over', async ({ phone, gc }) => {
  await phone.signInReady();
  const dialog = ring(gc, { queue: 'Reception' });
  await phone.take();
  await phone.chooseState('Lunch');
  await expect(phone.region).toContainText(PENDING);
  await phone.expectState('Talking');
  gc.hangUp({ dialog });
  await phone.expectState('Not ready, Lunch');
  await expect(phone.region).not.toContainText(PENDING);
});

test('UCCX refuses a second one: what it refused is not shown as pending', async ({ phone, gc }) => {
  await phone.signInReady();
  ring(gc, { queue: 'Reception' });
  await phone.take();
  gc.failNext({ agent: '1001', command: 'MakeNotReadyWithReason', error: 'CF_INVALID_OBJECT_STATE' });
  await phone.chooseState('Lunch');
  await expect(phone.alerts).toContainText('in another state than this needs');
  await expect(phone.region).not.toContainText(PENDING);
  await phone.expectState('Talking');
});

test.describe('on UCCE', () => {
  test.use({ simulation: { platform: 'ucce' }, config: { gc: { platform: 'ucce' } } });

  test('GC tells the pending state, and takes it back', async ({ phone, gc }) => {
    await phone.signInReady();
    const dialog = ring(gc, { queue: 'Reception' });
    await phone.take();
    await phone.chooseState('Lunch');
    await expect(phone.region).toContainText(PENDING);
    await phone.chooseState('Ready');
    await expect(phone.region).toContainText('Ready after this call');
    await phone.chooseState('Lunch');
    await expect(phone.region).toContainText(PENDING);
    gc.hangUp({ dialog });
    await phone.expectState('Not ready, Lunch');
    await expect(phone.region).not.toContainText(PENDING);
  });

  test('a call on hold is a state, and signing out needs not ready', async ({ phone, gc }) => {
    await phone.signInReady();
    ring(gc);
    await phone.take();
    await phone.hold.click();
    await phone.expectState('On hold');
    await phone.resume.click();
    await phone.expectState('Talking');
    await phone.end.click();
    await phone.expectState('Ready');
    await phone.state.click();
    const signOut = phone.root.getByRole('menuitem', { name: 'End of shift' });
    await expect(signOut).toBeDisabled();
    await phone.root.getByRole('menu').press('Escape');
    await phone.chooseState('Lunch');
    await phone.expectState('Not ready, Lunch');
    await phone.chooseState('End of shift');
    await expect(phone.signInForm).toBeVisible();
    await expect(phone.alerts).toHaveCount(0);
  });
});
