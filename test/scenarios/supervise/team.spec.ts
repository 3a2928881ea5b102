import { company } from '../../../simulator/fixtures/company.ts';
import { MARGARET, act, action, expect, on, openTeam, row, table, test } from './floor.ts';

for (const memberEvents of ['member', 'state'] as const) {
  test.describe(`a GC that tells of members by ${memberEvents === 'state' ? 'their State' : 'TeamMemberState'}`, () => {
    test.use({ simulation: { memberEvents } });

    test('a member’s state is seen as it changes, with its reason', async ({ desk, grace }) => {
      await openTeam(desk);
      await expect(row(desk, 'Grace Hopper')).toContainText('Not ready');
      await expect(row(desk, 'Grace Hopper')).toContainText('ext. 2002');
      grace.do({ type: 'makeReady' });
      await expect(row(desk, 'Grace Hopper')).toContainText('Ready');
      grace.do({ type: 'makeNotReady', reason: '7' });
      await expect(row(desk, 'Grace Hopper')).toContainText('Not ready');
      await expect(row(desk, 'Grace Hopper')).toContainText('Lunch');
    });
  });
}

test('a member is made ready and not ready, and signed out once that is confirmed', async ({
  desk,
  grace,
  gc,
}) => {
  await openTeam(desk);
  await act(desk, 'Make ready', 'Grace Hopper');
  await grace.until('ready', ({ agent }) => agent?.state === 'READY');
  await expect(row(desk, 'Grace Hopper').getByText('Ready', { exact: true })).toBeVisible();
  await expect(await action(desk, 'Make ready', 'Grace Hopper')).toBeDisabled();
  await act(desk, 'Make not ready', 'Grace Hopper');
  await grace.until('not ready', ({ agent }) => agent?.state === 'NOT_READY');
  await expect(row(desk, 'Grace Hopper').getByText('Not ready', { exact: true })).toBeVisible();

  await act(desk, 'Sign out', 'Grace Hopper');
  const question = desk.root.getByRole('alertdialog', { name: 'Sign out Grace Hopper?' });
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await question.getByRole('button', { name: 'Cancel' }).press('Escape');
  await expect(question).toBeHidden();
  await expect(await action(desk, 'Sign out', 'Grace Hopper')).toBeFocused();
  expect(gc.commands().filter(({ command }) => /^logout/i.test(command))).toEqual([]);
  await act(desk, 'Sign out', 'Grace Hopper');
  await question.getByRole('button', { name: 'Sign out' }).click();
  await expect(row(desk, 'Grace Hopper')).toContainText('Signed out');
  await grace.until('signed out', ({ agent }) => agent?.state === 'LOGOUT');
});

test('another team is shown when it is chosen, and is the one after a reload', async ({ desk, page }) => {
  await openTeam(desk);
  await desk.root.getByRole('combobox', { name: 'Team' }).selectOption('Support');
  await expect(row(desk, 'Katherine Johnson')).toBeVisible();
  await expect(row(desk, 'Grace Hopper')).toHaveCount(0);
  await page.reload();
  await desk.root.getByRole('tab', { name: 'Team' }).click();
  await expect(row(desk, 'Katherine Johnson')).toBeVisible();
  await expect(desk.root.getByRole('combobox', { name: 'Team' })).toHaveValue('2');
});

test('a lost connection is said, and the states are right when it is back', async ({ desk, gc, grace }) => {
  await openTeam(desk);
  gc.refuseConnections({ on: true });
  gc.dropSockets({ agent: '1100' });
  await expect(desk.banner('Reconnecting')).toBeVisible();
  await expect(row(desk, 'Grace Hopper')).toBeVisible();
  await expect(await action(desk, 'Make ready', 'Grace Hopper')).toBeDisabled();
  grace.do({ type: 'makeReady' });
  await grace.until('ready', ({ agent }) => agent?.state === 'READY');
  gc.refuseConnections({ on: false });
  await expect(desk.banner('Reconnecting')).toBeHidden();
  await expect(row(desk, 'Grace Hopper').getByText('Ready', { exact: true })).toBeVisible();
  grace.do({ type: 'makeNotReady' });
  await expect(row(desk, 'Grace Hopper').getByText('Not ready', { exact: true })).toBeVisible();
});

test.describe('a team of two thousand', () => {
  const [first] = company.agents;
  if (!first) throw new Error('The company has no agent');
  const many = Array.from({ length: 2000 }, (_, index) => ({
    ...first,
    id: String(20_001 + index),
    extension: String(30_001 + index),
    token: `token-${20_001 + index}`,
    firstName: 'Zoe',
    lastName: `Agent ${String(index + 1).padStart(4, '0')}`,
  }));
  test.use({ simulation: { fixture: { ...company, agents: [...company.agents, ...many] } } });

  test('is walked by keys to its end and back, and searched', async ({ desk }) => {
    await openTeam(desk);
    await expect(table(desk)).toHaveAttribute('aria-rowcount', /^200[2-9]$/);
    await row(desk, 'Grace Hopper').getByRole('button', { name: 'Grace Hopper' }).focus();
    await desk.region.press('End');
    await expect(row(desk, 'Agent 2000').getByRole('button')).toBeFocused();
    expect(await table(desk).getByRole('row').count()).toBeLessThanOrEqual(61);
    await desk.region.press('Home');
    await expect(row(desk, 'Ada Lovelace').getByRole('button')).toBeFocused();
    await desk.root.getByRole('searchbox', { name: 'Find in team' }).fill('agent 1234');
    await expect(table(desk).getByRole('row').filter({ hasText: 'Agent' })).toHaveCount(1);
  });
});

test.describe('on UCCE', () => {
  test.use({ ...on('ucce'), config: { gc: { platform: 'ucce', timeZone: 'UTC' } }, transport: 'socket' });

  test('queues have a tab, and are refreshed while it is open', async ({ page, demo, gc }) => {
    await page.clock.install();
    await page.goto(demo.standaloneUrl);
    const { Phone } = await import('../../support/desk.ts');
    const phone = new Phone(page);
    await phone.signIn(MARGARET);
    await page.getByRole('tab', { name: 'Queues' }).click();
    const sales = page.getByRole('table', { name: 'Queues' }).getByRole('row').filter({ hasText: 'Sales' });
    await expect(sales).toContainText('Waiting 0');
    gc.offerCall({ queue: 'Sales', from: '+4533550123' });
    await page.clock.fastForward(15_000);
    await expect(sales).toContainText('Waiting 1');
    await expect(sales).toContainText(/Longest wait \d\d:\d\d/);
  });
});

test('on UCCX, where no queue is counted, an agent’s tabs are three', async ({ alone }) => {
  await alone.signIn();
  await expect(alone.root.getByRole('tab')).toHaveCount(3);
});
