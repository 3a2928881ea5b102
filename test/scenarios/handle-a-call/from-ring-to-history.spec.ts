import { demoCallers } from '../../../simulator/fixtures/demo-callers.ts';
import { expect, MARIA, test } from '../../support/desk.ts';

for (const transport of ['stomp', 'socket'] as const) {
  test.describe(`over ${transport}`, () => {
    test.use({ transport, simulation: { scenario: demoCallers } });

    test('a caller rings, the record opens, the call ends in the history of the record', async ({
      crm,
      phone,
      gc,
      demo,
    }) => {
      const signIn = crm.page.getByRole('region', { name: 'Sign in to the phone' });
      await expect(signIn).toContainText('1001');
      const before = demo.store.org().tasks.length;

      await phone.signInReady();
      await expect(phone.incoming).toHaveAccessibleName('Incoming call from +4533550123');
      await expect(crm.title).toHaveText(MARIA.record);
      // Still ringing: nobody has pressed Answer.
      const [dialog] = gc.snapshot().dialogs;
      expect(dialog?.participants.find(({ address }) => address === '2001')?.state).toBe('ALERTING');
      await expect(phone.incoming).toContainText('Gold');
      await expect(phone.incoming).toContainText('500-0042');

      await phone.answer.click();
      await phone.expectState('Talking');
      await expect(phone.call).toContainText('Active');
      await phone.hold.click();
      await expect(phone.call).toContainText('On hold');
      await phone.resume.click();
      await expect(phone.call).toContainText('Active');
      await expect.poll(() => phone.seconds()).toBeGreaterThanOrEqual(1);
      await phone.end.click();
      await expect(phone.call).toBeHidden();

      await phone.chooseReason('Invoice disputed');
      await phone.notes.fill('Credit note, confirm by mail.');
      await phone.save();
      await expect(phone.status).toContainText('Call saved in the CRM');
      await expect(phone.wrapUp).toBeHidden();

      const written = demo.store.org().tasks.slice(before);
      expect(written).toHaveLength(1);
      expect(written[0]).toMatchObject({
        Subject: 'Inbound call +4533550123',
        CallType: 'Inbound',
        CallDisposition: 'Invoice disputed',
        Description: 'Credit note, confirm by mail.',
        Phone_Number__c: '+4533550123',
        Tier__c: 'Gold',
        Case_Number__c: '500-0042',
      });
      expect(written[0]?.CallDurationInSeconds).toBeGreaterThanOrEqual(1);
      expect(written[0]?.CallObject).toMatch(new RegExp(`^${dialog?.id ?? ''}-1001-\\d{4}-\\d\\d-\\d\\d`));

      const [entry] = await crm.history.all();
      await expect(entry!).toContainText('Inbound call +4533550123');
      await expect(entry!).toContainText(/Inbound\s*\d+ s/);
      await expect(entry!).toContainText('Invoice disputed');
      await expect(entry!).toContainText('Credit note, confirm by mail.');
      expect(gc.snapshot().wrapUps.at(-1)).toMatchObject({ agent: '1001', reason: 'Invoice disputed' });
    });

    test('not ready with a reason, and signed out', async ({ phone, gc }) => {
      await phone.signIn();
      await phone.chooseState('Lunch');
      await phone.expectState('Not ready, Lunch');
      expect(gc.snapshot().agents.find(({ id }) => id === '1001')).toMatchObject({
        state: 'NOT_READY',
        reasonCode: '7',
      });
      await phone.chooseState('End of shift');
      await expect(phone.signInForm).toBeVisible();
      await expect(phone.password).toHaveValue('');
      await gc.waitForCommand(
        ({ command, parameters }) => command === 'logoutwithreason' && parameters[0] === '3',
      );
    });
  });
}
