import type { SimulatorOptions } from '../../../simulator/api.ts';
import { NodePhone } from '../../session/support/phone.ts';
import { expect, MARIA, test as base, withGadget } from '../../support/gadget.ts';
import { Phone } from '../../support/phone.ts';
import {
  act,
  action,
  graceTalks,
  listen,
  listening,
  MARGARET,
  openTeam,
  row,
  table,
} from '../supervise/floor.ts';

type Platform = NonNullable<SimulatorOptions['platform']>;

const on = (platform: Platform) => ({
  simulation: { platform },
  desktopSetup: withGadget(`gc.platform=${platform}`),
});

/** The supervisor's desktop with the gadget before her, and Grace at a softphone of her own. */
const test = base.extend<{ readonly desk: Phone; readonly grace: NodePhone }>({
  grace: async ({ simulator, simulation }, use) => {
    const grace = new NodePhone(simulator.url, simulation.platform ?? 'uccx', '1002');
    await grace.signIn();
    await use(grace);
    grace.session.dispose();
  },
  desk: async ({ desktop, grace: _grace }, use) => {
    await desktop.signIn(MARGARET);
    await desktop.openTab('Phone');
    await use(new Phone(desktop.gadget()));
  },
});

test('a supervisor sees who is at work, and who comes, as it happens', async ({ desk, grace, simulator }) => {
  await openTeam(desk);
  await expect(row(desk, 'Grace Hopper')).toContainText('Just signed in');
  await expect(row(desk, 'Grace Hopper')).toContainText('ext. 2002');
  // Finesse lists those who are signed in; nobody supervises herself.
  await expect(table(desk)).toHaveAttribute('aria-rowcount', '2');
  grace.do({ type: 'makeReady' });
  await expect(row(desk, 'Grace Hopper').getByText('Ready', { exact: true })).toBeVisible();
  grace.do({ type: 'makeNotReady', reason: '7' });
  await expect(row(desk, 'Grace Hopper')).toContainText('Lunch');

  const ada = new NodePhone(simulator.url, 'uccx', '1001');
  await ada.signIn();
  await expect(row(desk, 'Ada Lovelace')).toContainText('Not ready');
  await expect(row(desk, 'Ada Lovelace')).toContainText('ext. 2001');
  ada.do({ type: 'makeReady' });
  await expect(row(desk, 'Ada Lovelace').getByText('Ready', { exact: true })).toBeVisible();
  ada.session.dispose();
});

test('a member is made ready, not ready, and signed out once that is confirmed', async ({
  desk,
  grace,
  finesse,
}) => {
  await openTeam(desk);
  await act(desk, 'Make ready', 'Grace Hopper');
  await grace.until('ready', ({ agent }) => agent?.state === 'READY');
  await expect(row(desk, 'Grace Hopper').getByText('Ready', { exact: true })).toBeVisible();
  await act(desk, 'Make not ready', 'Grace Hopper');
  await grace.until('not ready', ({ agent }) => agent?.state === 'NOT_READY');
  await expect(row(desk, 'Grace Hopper')).toContainText('Not ready');

  await act(desk, 'Sign out', 'Grace Hopper');
  const question = desk.root.getByRole('alertdialog', { name: 'Sign out Grace Hopper?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(question).toBeHidden();
  const asked = (): readonly string[] =>
    finesse
      .requests()
      .flatMap(({ method, path, action: what }) =>
        method === 'PUT' && path.endsWith('/User/1002') ? [what] : [],
      );
  expect(asked()).toEqual(['READY', 'NOT_READY']);
  await act(desk, 'Sign out', 'Grace Hopper');
  await question.getByRole('button', { name: 'Sign out' }).click();
  await expect(row(desk, 'Grace Hopper')).toContainText('Signed out');
  await grace.until('signed out', ({ agent }) => agent?.state === 'LOGOUT');
});

test('what Finesse refuses is said, and can be tried again', async ({ desk, gc, grace, finesse }) => {
  await openTeam(desk);
  await graceTalks(gc, grace);
  await expect(row(desk, 'Grace Hopper')).toContainText('Talking');
  finesse.failNext({ agent: '1100', action: 'SILENT_MONITOR', error: '88049' });
  await act(desk, 'Monitor', 'Grace Hopper');
  await expect(desk.alerts.filter({ hasText: 'another state than this needs' })).toBeVisible();
  await expect(listening(desk)).toBeHidden();
  await listen(desk);
});

test('listening ends by the row, by the card, and with the call; nothing rings or is wrapped up', async ({
  desk,
  desktop,
  gc,
  grace,
}) => {
  await openTeam(desk);
  const dialog = await graceTalks(gc, grace);
  await listen(desk);
  await act(desk, 'End monitoring', 'Grace Hopper');
  await expect(listening(desk)).toBeHidden();
  await listen(desk);
  await listening(desk).getByRole('button', { name: 'End monitoring Grace Hopper' }).click();
  await expect(listening(desk)).toBeHidden();
  await listen(desk);
  gc.hangUp({ dialog });
  await expect(listening(desk)).toBeHidden();
  await expect(row(desk, 'Grace Hopper')).toContainText('Wrap-up');
  await expect(desk.wrapUp).toBeHidden();
  await expect(desktop.toasts).toHaveText('');
});

test('the team is there again after a failover, with what happened meanwhile', async ({
  desk,
  finesse,
  grace,
}) => {
  await openTeam(desk);
  finesse.failing();
  await expect(desk.banner('Out of service')).toBeVisible();
  await expect(await action(desk, 'Make ready', 'Grace Hopper')).toBeDisabled();
  grace.do({ type: 'makeReady' });
  await grace.until('ready', ({ agent }) => agent?.state === 'READY');
  finesse.recovered();
  await expect(row(desk, 'Grace Hopper').getByText('Ready', { exact: true })).toBeVisible();
  grace.do({ type: 'makeNotReady', reason: '7' });
  await expect(row(desk, 'Grace Hopper')).toContainText('Lunch');
});

test('both teams can be had, one at a time', async ({ desk, finesse }) => {
  await openTeam(desk);
  await desk.root.getByRole('combobox', { name: 'Team' }).selectOption('Support');
  await expect(row(desk, 'Grace Hopper')).toHaveCount(0);
  finesse.request({
    method: 'PUT',
    path: '/finesse/api/User/1003',
    authorization: `Basic ${btoa('1003:friendship7')}`,
    body: '<User><state>LOGIN</state><extension>2003</extension></User>',
  });
  await expect(row(desk, 'Katherine Johnson')).toContainText('Not ready');
});

test.describe('on UCCE', () => {
  test.use(on('ucce'));

  test('a call is listened to, joined, and one of those on it is dropped', async ({
    desk,
    desktop,
    gc,
    grace,
  }) => {
    await openTeam(desk);
    await graceTalks(gc, grace);
    await listen(desk);
    await expect(desktop.toasts).toHaveText('');
    expect(grace.call('active').participants.length).toBeLessThan(3);
    await listening(desk).getByRole('button', { name: 'Barge in Grace Hopper' }).click();
    await expect(desk.call).toBeVisible();
    await expect(listening(desk)).toBeHidden();
    const people = desk.root.getByRole('list', { name: 'Participants' }).getByRole('listitem');
    await expect(people).toHaveCount(3);
    await people
      .filter({ hasText: MARIA.offer.from })
      .getByRole('button', { name: /^Drop / })
      .click();
    await expect(people.filter({ hasText: MARIA.offer.from })).toHaveCount(0);
    await desk.end.click();
    await expect(desk.call).toBeHidden();
    await grace.until('the end of it', ({ calls }) => calls.every(({ phase }) => phase !== 'active'));
  });

  test('queues have their numbers', async ({ desk, gc }) => {
    gc.offerCall({ queue: 'Sales', from: '+4533550123' });
    await desk.root.getByRole('tab', { name: 'Queues' }).click();
    const sales = desk.root
      .getByRole('table', { name: 'Queues' })
      .getByRole('row')
      .filter({ hasText: 'Sales' });
    await expect(sales).toContainText('Waiting 1');
  });
});

test('on UCCX queues have no numbers, and nobody is dropped from a call', async ({ desk, gc, grace }) => {
  await desk.root.getByRole('tab', { name: 'Queues' }).click();
  const sales = desk.root
    .getByRole('table', { name: 'Queues' })
    .getByRole('row')
    .filter({ hasText: 'Sales' });
  await expect(sales).toContainText('Waiting –');
  await openTeam(desk);
  await graceTalks(gc, grace);
  await listen(desk);
  await listening(desk).getByRole('button', { name: 'Barge in Grace Hopper' }).click();
  const people = desk.root.getByRole('list', { name: 'Participants' }).getByRole('listitem');
  await expect(people).toHaveCount(3);
  await expect(people.getByRole('button')).toHaveCount(0);
});
