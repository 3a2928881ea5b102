import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axeCore from 'axe-core';
import { expect, sampleFolder, sampleTabs, test } from '../../support/finesse-desktop.ts';
import { MARIA } from '../../support/crm.ts';

test('a gadget is rendered, told who it is for, and shown once it says so', async ({ desktop }) => {
  await desktop.signIn();
  await expect(desktop.state).toHaveText('Agent state: Not Ready - Agent Logon');
  const sample = desktop.gadget();
  // It loads behind its tab, and asks for its height once more when that is shown.
  await expect(sample.locator('#state')).toHaveText('NOT_READY Agent Logon');
  await desktop.openTab('Sample');
  await expect(sample.getByRole('heading')).toHaveText('Hello 1001 (0)');
  await expect(desktop.page.getByText('Loading…')).toBeHidden();
  await expect(desktop.page.getByRole('region', { name: 'Sample of Ada' })).toBeVisible();
  await expect(desktop.page.locator('iframe')).toHaveAttribute('data-height', '400');
  await expect(sample.getByRole('log')).toContainText('not loaded');
  await expect(sample.getByRole('log')).toContainText('visible');
});

test('desktop and gadget see the same call and the same agent', async ({ desktop, gc }) => {
  await desktop.signIn();
  await desktop.openTab('Sample');
  await desktop.changeState('Not Ready - Lunch');
  await expect(desktop.state).toHaveText('Agent state: Not Ready - Lunch');
  const sample = desktop.gadget();
  await expect(sample.locator('#state')).toHaveText('NOT_READY Lunch');
  await desktop.changeState('Ready');
  await expect(sample.locator('#state')).toHaveText('READY');
  gc.offerCall({ agent: '1001', ...MARIA.offer });
  const call = sample.getByRole('list', { name: 'Calls' }).getByRole('listitem');
  await expect(call).toHaveText('+4533550123 ALERTING ALERTING Gold');
  await sample.getByRole('button', { name: 'Hold' }).click();
  const log = sample.getByRole('log');
  await expect(log).toContainText('success 202');
  await expect(log).toContainText('error 400 CF_INVALID_OBJECT_STATE');
  await sample.getByRole('button', { name: 'Answer' }).click();
  await expect(call).toHaveText('+4533550123 ACTIVE ACTIVE Gold');
  await expect(desktop.state).toHaveText('Agent state: Talking');
  await sample.getByRole('button', { name: 'Hold' }).click();
  await expect(call).toHaveText('+4533550123 ACTIVE HELD Gold');
  await desktop.page.reload();
  await desktop.openTab('Sample');
  await expect(call).toHaveText('+4533550123 ACTIVE HELD Gold');
  await expect(log).toContainText('added ACTIVE');
  await expect(log).not.toContainText('never');
});

test('after a failover the library reads everything again, and tells what has gone', async ({
  desktop,
  gc,
  finesse,
  server,
}) => {
  await desktop.signIn();
  await desktop.openTab('Sample');
  await desktop.changeState('Ready');
  const sample = desktop.gadget();
  await expect(sample.locator('#state')).toHaveText('READY');
  const { dialog } = gc.offerCall({ agent: '1001', ...MARIA.offer });
  const calls = sample.getByRole('list', { name: 'Calls' }).getByRole('listitem');
  await expect(calls).toHaveCount(1);
  finesse.failing();
  const log = sample.getByRole('log');
  await expect(log).toContainText('disconnected');
  await expect(desktop.page.getByText('Connection to Finesse lost')).toBeVisible();
  gc.hangUp({ dialog: dialog ?? '' });
  await expect(calls).toHaveCount(1);
  finesse.recovered();
  await expect(calls).toHaveCount(0);
  await expect(log).toContainText('deleted');
  await expect(sample.locator('#state')).toHaveText('READY');
  server.dropConnections();
  await expect(log.getByText('disconnected')).toHaveCount(1);
  await desktop.changeState('Not Ready - Break');
  await expect(sample.locator('#state')).toHaveText('NOT_READY Break');
});

test('a gadget brings its tab forward and puts up a toast', async ({ desktop }) => {
  await desktop.signIn();
  const sample = desktop.gadget();
  await sample.locator('#forward').evaluate((button: HTMLElement) => button.click());
  await expect(desktop.page.getByRole('tab', { name: 'Sample' })).toHaveAttribute('aria-selected', 'true');
  await sample.getByRole('button', { name: 'Toast' }).click();
  await expect(desktop.toasts).toContainText('Hello');
});

test('in Arabic the bundle of the language lies over the one for all', async ({ page, desktop, server }) => {
  await page.goto(`${server.url}?locale=ar_SA`);
  await desktop.signIn();
  await desktop.openTab('Sample');
  await expect(desktop.gadget().getByRole('heading')).toHaveText('أهلا 1001 (0)');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
});

test.describe('with a strict policy', () => {
  test.use({ desktopSetup: { csp: 'strict', tabs: sampleTabs, folders: { sample: sampleFolder } } });

  test('what is from this origin runs', async ({ desktop }) => {
    await desktop.signIn();
    await desktop.openTab('Sample');
    await expect(desktop.gadget().locator('#state')).toHaveText(/^NOT_READY/);
  });
});

test.describe('with single sign-on', () => {
  test.use({ desktopSetup: { sso: true, tabs: sampleTabs, folders: { sample: sampleFolder } } });

  test('there is a token and no password', async ({ desktop, page }) => {
    await desktop.signIn({ agentId: '1001', password: 'token-1001', extension: '2001' });
    await desktop.openTab('Sample');
    await expect(desktop.gadget().locator('#state')).toHaveText(/^NOT_READY/);
    expect(await page.evaluate(() => sessionStorage.getItem('userFinesseAuth'))).toBeNull();
  });
});

test('blocking the desktop with alert() throws', async ({ desktop }) => {
  await desktop.signIn();
  const wrong = await desktop
    .gadget()
    .locator('#state')
    .evaluate(() => {
      try {
        alert('hello');
        return '';
      } catch (error) {
        return String(error);
      }
    });
  expect(wrong).toContain('alert() blocks the desktop');
});

for (const theme of ['light', 'dark']) {
  test(`axe finds nothing on the desktop's own page (${theme})`, async ({
    desktop,
    page,
    server,
    finesse,
  }) => {
    const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const violations = async (): Promise<string[]> => {
      await page.evaluate(source);
      return page.evaluate(async () => {
        const { axe } = window as unknown as { axe: typeof axeCore };
        const { violations: found } = await axe.run(document, {
          iframes: false,
          resultTypes: ['violations'],
        });
        return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`));
      });
    };
    await page.goto(`${server.url}?theme=${theme}`);
    await expect(page.getByRole('form')).toBeVisible();
    expect(await violations(), 'the form').toEqual([]);
    await desktop.signIn();
    expect(await violations(), 'without a gadget').toEqual([]);
    await desktop.openTab('Sample');
    await desktop.gadget().getByRole('button', { name: 'Toast' }).click();
    finesse.failing();
    await expect(page.getByText('Connection to Finesse lost')).toBeVisible();
    expect(await violations(), 'a gadget, a toast and a failover').toEqual([]);
  });
}

test('the desktop signs the agent out, and asks who comes next', async ({ desktop, page, gc, problems }) => {
  problems.allow(/401/);
  await desktop.signIn();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('form', { name: 'Sign in to Finesse' })).toBeVisible();
  expect(gc.snapshot().agents.find(({ id }) => id === '1001')?.state).toBe('LOGOUT');
  await page.getByRole('textbox', { name: 'Agent ID' }).fill('1001');
  await page.getByRole('textbox', { name: 'Password' }).fill('wrong');
  await page.getByRole('textbox', { name: 'Extension' }).fill('2001');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toHaveText('Finesse says no (401).');
});
