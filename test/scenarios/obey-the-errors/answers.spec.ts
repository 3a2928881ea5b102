import type { Control } from '../../../simulator/api.ts';
import { expect, ring, test } from '../../support/desk.ts';

/** GC hears nothing; in its place the scenario answers. */
const answer = (gc: Control, code: string): void =>
  gc.raw({ agent: '1001', text: JSON.stringify({ type: 'Error', agentId: '1001', code }) });

test.describe('an error in answer to a command', () => {
  test.use({ config: { gc: { heartbeatSeconds: 60 } } });

  test('MISSING_NUMBER: the number has the focus, and holds what was typed', async ({ phone, gc }) => {
    await phone.signIn();
    gc.silence({ on: true });
    await phone.number.fill('+4533550123');
    const call = phone.root.getByRole('button', { name: 'Call', exact: true });
    await call.click();
    await expect(call).toHaveAttribute('aria-busy', 'true');
    answer(gc, 'MISSING_NUMBER');
    await expect(phone.alerts).toHaveText('The number to dial is missing. Enter a number.');
    await expect(phone.number).toBeFocused();
    await expect(phone.number).toHaveValue('+4533550123');
    await expect(call).toBeEnabled();
  });

  for (const [chosen, focused] of [
    ['Lunch', 'Lunch'],
    ['Going home sick', 'End of shift'],
  ] as const) {
    test(`MISSING_REASON_CODE to “${chosen}”: the reasons of that command stand open`, async ({
      phone,
      gc,
    }) => {
      await phone.signInReady();
      gc.silence({ on: true });
      await phone.chooseState(chosen);
      await expect(phone.state).toHaveAttribute('aria-busy', 'true');
      answer(gc, 'MISSING_REASON_CODE');
      await expect(phone.alerts).toHaveText('A reason is needed. Choose one from the list.');
      await expect(phone.root.getByRole('menuitem', { name: focused, exact: true })).toBeFocused();
      await phone.root.getByRole('menu').press('Escape');
      await phone.expectState('Ready');
    });
  }

  test('MISSING_REASON_CODE to a wrap-up: its reasons are unfolded, note and choice are kept', async ({
    phone,
    gc,
  }) => {
    await phone.signInReady();
    ring(gc);
    await phone.take();
    await phone.notes.fill('Half a sentence');
    await phone.wrapUp.getByRole('button', { name: /^Reason/ }).click();
    await phone.chooseReason('Complaint');
    await phone.wrapUp.getByRole('button', { name: /^Reason/ }).click();
    answer(gc, 'MISSING_REASON_CODE');
    await expect(phone.wrapUp.getByRole('searchbox', { name: 'Find a reason' })).toBeFocused();
    await expect(phone.wrapUp.getByRole('radio', { name: 'Complaint' })).toBeChecked();
    await expect(phone.notes).toHaveValue('Half a sentence');
  });

  test('CF_GENERIC_OPERATION names the command that failed, and its button is back', async ({
    phone,
    gc,
  }) => {
    await phone.signInReady();
    ring(gc);
    await phone.take();
    gc.silence({ on: true });
    await phone.hold.click();
    await expect(phone.hold).toHaveAttribute('aria-busy', 'true');
    answer(gc, 'CF_GENERIC_OPERATION');
    await expect(phone.alerts).toHaveText('“Hold” failed. Try again.');
    await expect(phone.hold).toBeEnabled();
    await expect(phone.call).toContainText('Active');
  });
});

test.describe('GC does not know a call', () => {
  for (const unknownDialog of ['error', 'state'] as const) {
    test.describe(`and says so with ${unknownDialog === 'error' ? 'NO_DIALOG_ID' : 'NOT_FOUND'}`, () => {
      test.use({ simulation: { unknownDialog } });

      test('it is asked for once, and goes to its wrap-up', async ({ phone, gc }) => {
        await phone.signInReady();
        ring(gc);
        await phone.take();
        await phone.notes.fill('Half a sentence');
        const last = gc.commands().at(-1)?.number ?? 0;
        gc.forgetCalls({ agent: '1001' });
        await phone.hold.click();
        await expect(phone.wrapUp.getByRole('button', { name: 'Save', exact: true })).toBeVisible();
        await expect(phone.call).toBeHidden();
        await expect(phone.notes).toHaveValue('Half a sentence');
        await expect(phone.alerts).toHaveText(
          'The phone system no longer knows this call. The calls on screen are being checked.',
        );
        const asked = gc.commands({ after: last }).map(({ command }) => command);
        expect(asked.filter((command) => /^(holdcall|getdialogstate)$/i.test(command))).toEqual([
          'HoldCall',
          'getdialogstate',
        ]);
      });
    });
  }
});
