import { demoCallers } from '../../../simulator/fixtures/demo-callers.ts';
import { BROKEN_SOCKET, expect, test } from './demo.ts';

test.use({ simulation: { scenario: demoCallers } });

test('the drawer decides who calls, with which variables, and what goes wrong', async ({
  crm,
  phone,
  gc,
  problems,
}) => {
  // The simulator says 400 to a campaign call that nobody is ready for.
  problems.allow(BROKEN_SOCKET, /status of 400/);
  const { page } = crm;
  const drawer = page.getByRole('region', { name: 'Simulator' });
  const says = drawer.getByRole('status');
  const press = (name: string) => drawer.getByRole('button', { name, exact: true }).click();

  await expect(drawer).toBeHidden();
  await page.getByRole('button', { name: 'Choose who calls' }).click();
  await expect(drawer).toContainText('Demo only');
  await drawer.getByRole('checkbox', { name: 'Callers ring by themselves' }).uncheck();
  await expect(says).toHaveText('Only you decide who calls.');
  await press('Campaign call');
  await expect(says).toHaveText('Nobody is ready: sign in to the phone and change the state to Ready.');
  await press('Hang up');
  await expect(says).toHaveText('No call is up.');

  await phone.signInReady();
  await drawer.getByRole('combobox', { name: 'Caller' }).selectOption('James Okafor');
  await expect(drawer.getByRole('textbox', { name: 'callVariable2 Case' })).toHaveValue('500-0051');
  await drawer.getByRole('textbox', { name: 'callVariable1 Tier' }).fill('Platinum');
  await press('Ring now');
  await expect(says).toHaveText('James Okafor rings.');
  await expect(phone.incoming).toContainText('Platinum');
  await expect(crm.title).toHaveText('500-0051 Router keeps restarting');
  expect(gc.snapshot().dialogs[0]?.variables).toMatchObject({
    callVariable1: 'Platinum',
    callVariable2: '500-0051',
    callVariable9: 'Support',
  });
  await press('Hang up');
  await expect(says).toHaveText('The other party has hung up.');
  await expect(phone.incoming).toBeHidden();

  await press('Campaign call');
  await expect(says).toHaveText('The campaign Renewals has reached +34915550178.');
  await phone.expectState('Talking');
  expect(gc.snapshot().dialogs[0]?.variables).toMatchObject({
    BACampaign: 'Renewals',
    BAStatus: 'OUTBOUND',
    BAAccountNumber: 'AC113',
    BACustomerNumber: '+34915550178',
  });
  await press('Hang up');
  await phone.expectState('Wrap-up');

  await press('Out of service');
  await expect(phone.banner('Out of service')).toBeVisible();
  await press('Back in service');
  await expect(phone.banner('Out of service')).toBeHidden();
  const [before] = gc.snapshot().connections;
  await press('Drop the connection');
  await expect(says).toHaveText('The connection was cut; the phone makes a new one.');
  await gc.waitFor(({ connections: [now] }) => now !== undefined && now !== before);
});

test('an internal call needs somebody signed in, and rings at the extension', async ({ crm, phone, gc }) => {
  await crm.page.getByRole('button', { name: 'Simulator', exact: true }).click();
  const drawer = crm.page.getByRole('region', { name: 'Simulator' });
  await drawer.getByRole('combobox', { name: 'Caller' }).selectOption('A colleague, internal');
  await expect(drawer.getByRole('combobox', { name: 'Queue' })).toBeDisabled();
  await drawer.getByRole('button', { name: 'Ring now' }).click();
  await expect(drawer.getByRole('status')).toHaveText('Nobody is signed in to the phone.');
  await phone.signIn();
  await drawer.getByRole('button', { name: 'Ring now' }).click();
  await expect(phone.incoming).toBeVisible();
  expect(gc.snapshot().dialogs[0]).toMatchObject({ kind: 'direct', from: '2050' });
  await drawer.getByRole('button', { name: 'Close the simulator' }).click();
  await expect(drawer).toBeHidden();
  await expect(crm.page.getByRole('button', { name: 'Simulator', exact: true })).toBeFocused();
});

test('who calls while nobody is ready waits in the queue', async ({ crm, phone }) => {
  await phone.signIn();
  await crm.page.getByRole('button', { name: 'Simulator', exact: true }).click();
  const drawer = crm.page.getByRole('region', { name: 'Simulator' });
  await drawer.getByRole('button', { name: 'Ring now' }).click();
  await expect(drawer.getByRole('status')).toHaveText(
    'Nobody is ready: Maria Sørensen waits in the queue Billing for a minute.',
  );
  await phone.chooseState('Ready');
  await expect(phone.incoming).toBeVisible();
});

test('the faults of the CRM are set from the drawer', async ({ crm, demo }) => {
  await crm.page.getByRole('button', { name: 'Simulator', exact: true }).click();
  const drawer = crm.page.getByRole('region', { name: 'Simulator' });
  await drawer.getByRole('button', { name: 'Next write fails' }).click();
  await expect(drawer.getByRole('status')).toHaveText('The next activity is refused.');
  expect(demo.openCti.options().faults).toMatchObject([
    { method: 'saveLog', times: 1, code: 'SERVER_ERROR' },
  ]);
  await drawer.getByRole('button', { name: 'Next answer is lost' }).click();
  await expect(drawer.getByRole('status')).toHaveText('The next activity is written, and nobody is told.');
  expect(demo.openCti.options().faults).toMatchObject([{ method: 'saveLog', times: 1, lost: 'answer' }]);
  await drawer.getByRole('spinbutton', { name: 'Latency' }).fill('750');
  await drawer.getByRole('spinbutton', { name: 'Latency' }).blur();
  await expect.poll(() => demo.openCti.options().latencyMs).toBe(750);
  await drawer.getByRole('button', { name: 'All well again' }).click();
  await expect.poll(() => demo.openCti.options()).toMatchObject({ latencyMs: 0, faults: [] });
});
