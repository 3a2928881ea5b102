import type { Control } from '../../../simulator/api.ts';
import { expect, ring, test, type Phone } from '../../support/desk.ts';

/** Straight to the extension: the agent stays not ready, and no timer runs. */
async function direct(phone: Phone, gc: Control, from: string): Promise<void> {
  const dialog = ring(gc, { agent: '1001', direct: true, from });
  await phone.take();
  gc.hangUp({ dialog });
  await expect(phone.call).toHaveCount(0);
}

test('several calls are wrapped up one after the other, and ready comes with the last', async ({
  phone,
  gc,
  demo,
}) => {
  await phone.signIn();
  const before = demo.store.org().tasks.length;
  await direct(phone, gc, '+4533550123');
  await phone.notes.fill('first');
  await direct(phone, gc, '+14155550123');
  await expect(phone.region).toContainText('Another call waits for its wrap-up');
  await expect(phone.notes).toHaveValue('first');
  const ready = phone.wrapUp.getByRole('button', { name: 'Save and ready' });
  await expect(ready).toHaveCount(0);
  // A double click saves the one that it began on.
  await phone.wrapUp.getByRole('button', { name: 'Save', exact: true }).dblclick();
  await expect(phone.notes).toHaveValue('');
  await phone.notes.fill('second');
  await phone.chooseReason('Complaint');
  await ready.click();
  await expect(phone.wrapUp).toBeHidden();
  await phone.expectState('Ready');
  await expect
    .poll(() =>
      demo.store
        .org()
        .tasks.slice(before)
        .map(({ Description }) => Description)
        .sort(),
    )
    .toEqual(['first', 'second']);
});

test('arrow keys go by the reasons: GC is told the one they come to rest at', async ({ phone, gc }) => {
  await phone.signInReady();
  const dialog = ring(gc);
  await phone.take();
  gc.hangUp({ dialog });
  const told = (): readonly (string | undefined)[] =>
    gc.commands().flatMap(({ command, parameters }) => (command === 'wrapup' ? [parameters[0]] : []));
  await phone.chooseReason('Complaint');
  await expect.poll(told).toEqual(['Complaint']);
  for (const label of ['Invoice disputed', 'New enquiry', 'Order placed']) {
    await phone.wrapUp.getByRole('radio', { checked: true }).press('ArrowDown');
    await expect(phone.wrapUp.getByRole('radio', { name: label })).toBeChecked();
  }
  await phone.notes.focus();
  await expect.poll(told).toEqual(['Complaint', 'Order placed']);
  await phone.wrapUp.getByRole('radio', { checked: true }).press('ArrowDown');
  await expect.poll(told).toEqual(['Complaint', 'Order placed', 'Change of address']);
});
