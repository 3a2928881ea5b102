import { fileURLToPath } from 'node:url';
import { expect, MARIA, test, withGadget, talk } from '../../support/gadget.ts';

test('the gadget starts, signed in by the desktop, and shows no form', async ({ signedIn, gadget }) => {
  await signedIn.openTab('Phone');
  await gadget.expectState('Not ready, Just signed in');
  await expect(gadget.signInForm).toBeHidden();
  await expect(signedIn.page.getByText('Loading…')).toBeHidden();
  await expect(signedIn.page.getByRole('region', { name: 'Softphone', exact: true })).toBeVisible();
});

test('a call is handled from ring to end, and the desktop sees it all', async ({ signedIn, gadget, gc }) => {
  await signedIn.openTab('Phone');
  await gadget.goReady();
  await expect(signedIn.state).toHaveText('Agent state: Ready');
  gc.offerCall({ agent: '1001', ...MARIA.offer });
  await gadget.take();
  await expect(signedIn.state).toHaveText('Agent state: Talking');
  await gadget.hold.click();
  await gadget.resume.click();
  await gadget.end.click();
  await expect(gadget.call).toBeHidden();
  await expect(signedIn.state).not.toHaveText('Agent state: Talking');
});

test('what the desktop does with state and call, the gadget shows', async ({ signedIn, gadget }) => {
  await signedIn.openTab('Phone');
  await signedIn.changeState('Not Ready - Lunch');
  await gadget.expectState('Not ready, Lunch');
  await signedIn.changeState('Ready');
  await gadget.expectState('Ready');
});

test('a call brings the tab of the gadget forward, once, and says who calls', async ({
  signedIn,
  gadget,
  gc,
}) => {
  await signedIn.openTab('Phone');
  await gadget.goReady();
  await signedIn.openTab('Home');
  gc.offerCall({ agent: '1001', ...MARIA.offer });
  await expect(signedIn.page.getByRole('tab', { name: 'Phone' })).toHaveAttribute('aria-selected', 'true');
  await expect(signedIn.toasts).toContainText('Incoming call');
  await expect(signedIn.toasts).toContainText(MARIA.offer.from);
  await signedIn.openTab('Home');
  await signedIn.openTab('Phone');
  await gadget.take();
  await signedIn.openTab('Home');
  await expect(signedIn.state).toHaveText('Agent state: Talking');
  await expect(signedIn.page.getByRole('tab', { name: 'Home' })).toHaveAttribute('aria-selected', 'true');
});

test('a page that is loaded again in a call has the call again', async ({ signedIn, gadget, gc }) => {
  await talk({ signedIn, gadget }, gc);
  await gadget.hold.click();
  await expect(gadget.resume).toBeVisible();
  await signedIn.page.reload();
  await signedIn.openTab('Phone');
  await expect(gadget.resume).toBeVisible();
  await gadget.resume.click();
  await expect(gadget.hold).toBeVisible();
});

test('the frame is as high as what it shows, from the moment its tab is shown', async ({
  signedIn,
  gadget,
  gc,
}) => {
  await signedIn.openTab('Phone');
  await gadget.goReady();
  const height = (): Promise<readonly [softphone: number, frame: number]> =>
    signedIn
      .gadget()
      .locator('gc-softphone')
      .evaluate((phone) => [Math.ceil(phone.getBoundingClientRect().height), innerHeight]);
  const settled = async (): Promise<number> => {
    await expect.poll(async () => (([softphone, frame]) => frame - softphone)(await height())).toBe(0);
    return (await height())[0];
  };
  const idle = await settled();
  const { dialog } = gc.offerCall({ agent: '1001', ...MARIA.offer });
  await gadget.take();
  await signedIn.openTab('Home');
  gc.hangUp({ dialog: dialog ?? '' });
  await expect(signedIn.state).toHaveText('Agent state: Wrap Up (Not Ready)');
  await signedIn.openTab('Phone');
  await expect(gadget.wrapUp).toBeVisible();
  expect(await settled()).toBeGreaterThan(idle);
  await gadget.save();
  await expect(gadget.wrapUp).toBeHidden();
  expect(await settled()).toBe(idle);
});

test('in Arabic everything stands from right to left', async ({ page, server, desktop }) => {
  await page.goto(`${server.url}?locale=ar_SA`);
  await desktop.signIn();
  await desktop.openTab('Phone');
  const region = desktop.gadget().getByRole('region', { name: 'الهاتف' }).first();
  await expect(region).toHaveAttribute('dir', 'rtl');
  await expect(page.getByRole('region', { name: 'الهاتف البرمجي' })).toBeVisible();
});

test('on a dark desktop it is dark, whatever the computer is set to', async ({ page, server, desktop }) => {
  await page.goto(`${server.url}?theme=dark`);
  await desktop.signIn();
  await expect(desktop.gadget().locator('gc-view')).toHaveAttribute('theme', 'dark');
  await page.goto(`${server.url}?theme=light`);
  await expect(desktop.gadget().locator('gc-view')).toHaveAttribute('theme', 'light');
});

test.describe('with single sign-on', () => {
  test.use({ desktopSetup: withGadget('', { sso: true }) });

  test('it needs no password', async ({ desktop }) => {
    await desktop.signIn({ agentId: '1001', password: 'token-1001', extension: '2001' });
    await desktop.openTab('Phone');
    await expect(desktop.gadget().getByRole('button', { name: /^State: Not ready/ })).toBeVisible();
  });
});

test.describe('where scripts are not joined and pages are in standards mode', () => {
  test.use({ desktopSetup: withGadget('', { concat: false, doctype: true }) });

  test('it starts as well', async ({ signedIn, gadget }) => {
    await signedIn.openTab('Phone');
    await gadget.goReady();
  });
});

test.describe('with settings in the address', () => {
  test.use({ desktopSetup: withGadget('locale=de&theme=light&gadgetHeight=420') });

  test('they reach the softphone', async ({ signedIn }) => {
    await signedIn.openTab('Phone');
    await expect(signedIn.gadget().getByRole('button', { name: /^Status: Nicht bereit/ })).toBeVisible();
    await expect(signedIn.page.locator('iframe')).toHaveAttribute('data-height', '420');
  });
});

test.describe('with settings in a file', () => {
  const settings = fileURLToPath(new URL('../../support/gadget-settings', import.meta.url));
  const of = (query: string) => withGadget(query, { folders: { settings } });

  test.describe('and others in the address', () => {
    test.use({ desktopSetup: of('config=../settings/german.json&theme=dark') });

    test('both count', async ({ signedIn }) => {
      await signedIn.openTab('Phone');
      await expect(signedIn.gadget().getByRole('button', { name: /^Status: Nicht bereit/ })).toBeVisible();
      await expect(signedIn.gadget().locator('gc-view')).toHaveAttribute('theme', 'dark');
    });
  });

  test.describe('that holds a secret', () => {
    test.use({ desktopSetup: of('config=../settings/secret.json') });

    test('it says so and does not start', async ({ signedIn }) => {
      await signedIn.openTab('Phone');
      await expect(signedIn.gadget().getByRole('alert')).toContainText('gc.passcode');
      await expect(signedIn.gadget().locator('gc-softphone')).toHaveCount(0);
    });
  });

  test.describe('that is not there', () => {
    test.use({ desktopSetup: of('config=none.json') });

    test('it says so', async ({ signedIn, problems }) => {
      problems.allow(/none\.json/, /configUnreachable/);
      await signedIn.openTab('Phone');
      await expect(signedIn.gadget().getByRole('alert')).toContainText('cannot be fetched');
      await expect(signedIn.page.getByText('Loading…')).toBeHidden();
    });
  });
});
