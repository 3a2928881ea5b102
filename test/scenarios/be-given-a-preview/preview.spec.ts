import type { Control } from '../../../simulator/api.ts';
import type { Phone } from '../../support/desk.ts';
import { expect, on, test } from '../consult/floor.ts';

const LUCIA = '+34915550178';
const preview = ({ root }: Phone) => root.getByRole('region', { name: 'Preview call' });

async function offer(phone: Phone, gc: Control, direct: boolean, customer = LUCIA): Promise<void> {
  await phone.signInReady();
  gc.offerPreview({ agent: '1001', customer, account: 'AC111', campaign: 'Renewals', direct });
  await expect(preview(phone)).toBeVisible();
}

for (const [platform, direct] of [
  ['uccx', true],
  ['ucce', true],
  ['ucce', false],
] as const) {
  test.describe(`${platform}, ${direct ? 'dialled from the phone' : 'dialled by the dialler'}`, () => {
    // Long enough to be seen by an agent, and by a test on a busy machine.
    test.use(on(platform, { timings: { connecting: 2500 } }));

    test('the agent sees who it is, accepts, and has the customer in the same call', async ({
      crm,
      phone,
      gc,
      demo,
    }) => {
      const before = demo.store.org().tasks.length;
      await offer(phone, gc, direct);
      await expect(preview(phone)).toContainText('Renewals');
      await expect(preview(phone)).toContainText('AC111');
      await expect(crm.title).toHaveText('Sørensen A/S');
      const accept = preview(phone).getByRole('button', { name: 'Accept' });
      await accept.click();
      await expect(preview(phone)).toContainText('The customer is being called');
      await phone.hold.waitFor({ timeout: 20_000 });
      await expect(phone.call).toHaveAccessibleName('Call with Sørensen A/S');
      await expect(preview(phone)).toHaveCount(0);
      expect(demo.openCti.calls()['searchAndScreenPop']).toBe(1);
      await phone.end.click();
      await expect(phone.wrapUp).toHaveCount(1);
      await phone.chooseReason('New enquiry');
      await phone.save();
      await expect(phone.status).toContainText('Call saved in the CRM');
      expect(demo.store.org().tasks).toHaveLength(before + 1);
    });

    for (const name of ['Reject', 'Close'] as const) {
      test(`${name}: the customer is left alone, and nothing is filed`, async ({ phone, gc, demo }) => {
        const before = demo.store.org().tasks.length;
        await offer(phone, gc, direct);
        await preview(phone).getByRole('button', { name, exact: true }).click();
        await expect(preview(phone)).toHaveCount(0);
        await expect(phone.state).toHaveAccessibleName(/^State: Ready/);
        await expect(phone.wrapUp).toHaveCount(0);
        expect(gc.commands().filter(({ command }) => command === `${name}OutboundPreview`)).toHaveLength(1);
        expect(demo.store.org().tasks).toHaveLength(before);
      });
    }
  });
}

test('a customer who is busy: the agent sees it, and nothing is filed', async ({ phone, gc, demo }) => {
  const before = demo.store.org().tasks.length;
  await offer(phone, gc, true, '+4533550190');
  await preview(phone).getByRole('button', { name: 'Accept' }).click();
  await expect(phone.call).toContainText(/failed/i);
  await phone.end.click();
  await expect(phone.call).toHaveCount(0);
  expect(demo.store.org().tasks).toHaveLength(before);
});
