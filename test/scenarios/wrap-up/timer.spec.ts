import { expect, ring, test } from '../../support/desk.ts';
import { expectKept } from '../log-the-call/history.ts';

/** A queue whose wrap-up ends by itself, in ready or not. */
const queue = (then: 'READY' | 'NOT_READY') => ({
  name: 'Billing',
  dialledNumber: '+4533557200',
  ringSeconds: 20,
  wrapUp: { seconds: 5, then },
});

for (const [then, state] of [
  ['NOT_READY', 'Not ready, Wrap-up time over'],
  ['READY', 'Ready'],
] as const) {
  test.describe(`a wrap-up whose time is over, then ${then}`, () => {
    test.use({ simulation: { fixture: { queues: [queue(then)] } } });

    test('is logged as it was typed', async ({ phone, gc, demo }) => {
      await phone.signInReady();
      const before = demo.store.org().tasks.length;
      const dialog = ring(gc, { agent: '1001', queue: 'Billing', from: '+4533550123' });
      await phone.take();
      gc.hangUp({ dialog });
      await phone.expectState('Wrap-up');
      await phone.chooseReason('Complaint');
      await phone.notes.fill('Wants the man');
      await phone.expectState(state);
      await expect(phone.wrapUp).toBeHidden();
      await expect
        .poll(() => demo.store.org().tasks.at(-1))
        .toMatchObject({ CallDisposition: 'Complaint', Description: 'Wants the man' });
      expect(demo.store.org().tasks.slice(before)).toHaveLength(1);
    });
  });
}

test.describe('a wrap-up whose time is over while the page is away', () => {
  test.use({ simulation: { fixture: { queues: [queue('READY')] } } });

  test('stays with the agent, with what was typed', async ({ crm, phone, gc, demo }) => {
    await phone.signInReady();
    const before = demo.store.org().tasks.length;
    const dialog = ring(gc, { agent: '1001', queue: 'Billing', from: '+4533550123' });
    await phone.take();
    gc.hangUp({ dialog });
    await phone.notes.fill('Wants the man');
    // A page that goes while the CRM writes does not know what became of it.
    await expectKept(crm.page, { notes: 'Wants the man', log: 'written' });
    const url = crm.page.url();
    await crm.page.goto('about:blank');
    await gc.waitFor(({ agents }) => agents.some((one) => one.id === '1001' && one.state === 'READY'));
    await crm.page.goto(url);
    await phone.expectState('Ready');
    await expect(phone.notes).toHaveValue('Wants the man');
    await phone.notes.fill('Wants the manager');
    await phone.save();
    await expect
      .poll(() =>
        demo.store
          .org()
          .tasks.slice(before)
          .map(({ Description }) => Description),
      )
      .toEqual(['Wants the manager']);
  });
});
