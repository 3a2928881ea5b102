import type { Control } from '../../../simulator/api.ts';
import type { NodePhone } from '../../session/support/phone.ts';
import { expect, on, test } from '../consult/floor.ts';

const MARIA = '+4533550123';

/** Grace talks to Maria. */
async function graceTalks(grace: NodePhone, gc: Control): Promise<void> {
  await grace.ready();
  gc.offerCall({ agent: '1002', from: MARIA, queue: 'Billing', variables: { callVariable1: 'Gold' } });
  await grace.until('a ringing call', ({ calls }) => calls[0]?.phase === 'ringing');
  grace.do({ type: 'answer', call: grace.call('ringing').key });
  await grace.until('an active call', ({ calls }) => calls[0]?.phase === 'active');
}

for (const platform of ['uccx', 'ucce'] as const) {
  test.describe(platform, () => {
    test.use(on(platform));

    test('a call that a colleague asked about goes on as that one: card, timer, note and one activity', async ({
      phone,
      gc,
      grace,
      demo,
    }) => {
      await phone.signInReady();
      const before = demo.store.org().tasks.length;
      await graceTalks(grace, gc);
      const main = grace.call('active').key;
      grace.do({ type: 'consult', call: main, number: '2001' });
      await phone.take();
      await expect(phone.call).toHaveAccessibleName(/^Call with (2002|Grace Hopper)/);
      await phone.notes.fill('about a credit note');
      await grace.until('transfer', () => grace.buttons(grace.call('held')).includes('transfer'));
      await expect(async () => expect(await phone.seconds()).toBeGreaterThan(1)).toPass();
      grace.do({ type: 'transfer', call: main });
      await expect(phone.call).toHaveAccessibleName('Call with Maria Sørensen');
      await expect(phone.call).toHaveCount(1);
      expect(await phone.seconds()).toBeGreaterThan(1);
      await expect(phone.call).toContainText(/Transferred by (2002|Grace Hopper)/);
      await expect(phone.notes).toHaveValue('about a credit note');
      await phone.end.click();
      await expect(phone.wrapUp).toHaveCount(1);
      await phone.chooseReason('New enquiry');
      await phone.save();
      await expect(phone.status).toContainText('Call saved in the CRM');
      const tasks = demo.store
        .org()
        .tasks.filter(({ Description }) => Description?.includes('about a credit note'));
      expect(tasks).toHaveLength(1);
      expect(demo.store.org().tasks).toHaveLength(before + 1);
    });
  });
}

test.describe('handed on directly (UCCE)', () => {
  test.use(on('ucce'));

  test('it is a new call, and says that it was transferred', async ({ phone, gc, grace }) => {
    await phone.signInReady();
    await graceTalks(grace, gc);
    grace.do({ type: 'directTransfer', call: grace.call('active').key, number: '2001' });
    await expect(phone.incoming).toHaveAccessibleName('Incoming call from Maria Sørensen');
    await expect(phone.incoming).toContainText('Transferred to you');
    await phone.take();
    await expect(phone.call).toContainText('Transferred to you');
  });
});
