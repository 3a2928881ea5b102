import type { Control } from '../../../simulator/api.ts';
import { ADA, expect, GRACE, ring, test, type Phone } from '../../support/desk.ts';

/** Whose wrap-up takes a reason and no less. */
const KATHERINE = { agentId: '1003', password: 'friendship7', extension: '2003' };
/** Who has none. */
const RADIA = { agentId: '1004', password: 'spanningtree', extension: '2004' };

const wrapUps = (gc: Control): readonly string[] =>
  gc.commands().flatMap(({ command, parameters }) => (command === 'wrapup' ? [parameters[0] ?? ''] : []));

/** Talks on a call from the queue Billing, which has a wrap-up that ends in ready. */
async function talk(phone: Phone, gc: Control, agent: string): Promise<string> {
  const dialog = ring(gc, { agent, queue: 'Billing', from: '+4533550123' });
  await phone.take();
  return dialog;
}

for (const platform of ['uccx', 'ucce'] as const) {
  test.describe(`wrap-up on ${platform.toUpperCase()}`, () => {
    test.use({ simulation: { platform }, config: { gc: { platform } } });

    for (const [mode, who] of [
      ['REQUIRED', GRACE],
      ['REQUIRED_WITH_WRAP_UP_DATA', KATHERINE],
    ] as const) {
      test(`${mode}: it cannot be left without a reason`, async ({ phone, gc, demo }) => {
        await phone.signInReady(who);
        const before = demo.store.org().tasks.length;
        gc.hangUp({ dialog: await talk(phone, gc, who.agentId) });
        await phone.expectState('Wrap-up');
        const save = phone.wrapUp.getByRole('button', { name: 'Save and ready' });
        await expect(save).toBeDisabled();
        await phone.state.click();
        const ready = phone.root.getByRole('menuitem', { name: 'Ready', exact: true });
        await expect(ready).toBeDisabled();
        await expect(ready).toHaveAccessibleDescription('The wrap-up needs a reason first.');
        await phone.root.getByRole('menu').press('Escape');
        await phone.chooseReason('Complaint');
        await save.click();
        await phone.expectState('Ready');
        await expect(phone.wrapUp).toBeHidden();
        await expect.poll(() => demo.store.org().tasks.at(-1)?.CallDisposition).toBe('Complaint');
        expect(demo.store.org().tasks.slice(before)).toHaveLength(1);
        expect(wrapUps(gc)).toEqual(['Complaint']);
      });
    }

    test('NOT_ALLOWED: there is no form, and the call is logged at once', async ({ phone, gc, demo }) => {
      await phone.signInReady(RADIA);
      const before = demo.store.org().tasks.length;
      const dialog = await talk(phone, gc, '1004');
      await expect(phone.call).toBeVisible();
      await expect(phone.wrapUp).toHaveCount(0);
      gc.hangUp({ dialog });
      await phone.expectState('Ready');
      await expect.poll(() => demo.store.org().tasks.length).toBe(before + 1);
      await expect(phone.wrapUp).toHaveCount(0);
    });
  });
}

test('OPTIONAL on UCCX: the wrap-up comes by itself, and may be left without a reason', async ({
  phone,
  gc,
}) => {
  await phone.signInReady();
  gc.hangUp({ dialog: await talk(phone, gc, ADA.agentId) });
  await phone.expectState('Wrap-up');
  await phone.chooseState('Ready');
  await phone.expectState('Ready');
  await expect(phone.wrapUp).toBeHidden();
  await expect(phone.status).toContainText('Call saved in the CRM');
  expect(wrapUps(gc)).toEqual([]);
});

test('whoever goes not ready by themselves may take their time for the wrap-up', async ({
  phone,
  gc,
  demo,
}) => {
  await phone.signInReady();
  gc.hangUp({ dialog: await talk(phone, gc, ADA.agentId) });
  await phone.notes.fill('Wants');
  await phone.chooseState('Back office');
  await phone.expectState('Not ready, Back office');
  await expect(phone.notes).toHaveValue('Wants');
  await phone.notes.fill('Wants a credit note');
  await phone.chooseReason('Complaint');
  await phone.wrapUp.getByRole('button', { name: 'Save and ready' }).click();
  await phone.expectState('Ready');
  await expect
    .poll(() => demo.store.org().tasks.at(-1))
    .toMatchObject({ CallDisposition: 'Complaint', Description: 'Wants a credit note' });
  // GC takes none after WORK: the CRM alone has it.
  expect(wrapUps(gc)).toEqual([]);
});

test.describe('OPTIONAL on UCCE', () => {
  test.use({ simulation: { platform: 'ucce' }, config: { gc: { platform: 'ucce' } } });

  test('does not come by itself: the form is there, and the next call may be too', async ({ phone, gc }) => {
    await phone.signInReady();
    const dialog = await talk(phone, gc, ADA.agentId);
    await phone.wrapUp.getByRole('button', { name: /^Reason/ }).click();
    await phone.chooseReason('New enquiry');
    await gc.waitFor(({ wrapUps: told }) => told.at(-1)?.reason === 'New enquiry');
    gc.hangUp({ dialog });
    await phone.expectState('Ready');
    await phone.chooseReason('Complaint');
    await phone.save();
    await expect(phone.wrapUp).toBeHidden();
    expect(wrapUps(gc)).toEqual(['New enquiry']);
  });

  for (const [item, state, after] of [
    ['Ready after wrap-up', 'Wrap-up', 'Ready'],
    ['Not ready after wrap-up', 'Wrap-up', 'Not ready'],
  ] as const) {
    test(`can be asked for: "${item}"`, async ({ phone, gc }) => {
      await phone.signInReady();
      const dialog = await talk(phone, gc, ADA.agentId);
      await phone.chooseState(item);
      await expect(phone.region).toContainText(item);
      await phone.expectState('Talking');
      gc.hangUp({ dialog });
      await phone.expectState(state);
      await phone.chooseReason('Complaint');
      await gc.waitFor(({ wrapUps: told }) => told.at(-1)?.reason === 'Complaint');
      if (after === 'Ready') {
        await expect(phone.region).toContainText(item);
        await phone.wrapUp.getByRole('button', { name: 'Save and ready' }).click();
      } else {
        await phone.save();
        await phone.chooseState('Lunch');
      }
      await phone.expectState(after === 'Ready' ? after : `${after}, Lunch`);
      await expect(phone.wrapUp).toBeHidden();
    });
  }
});
