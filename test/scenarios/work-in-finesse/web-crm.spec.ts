import { mkdir, writeFile } from 'node:fs/promises';
import { pageAt, startOtherSite, type OtherSite } from '../../support/crm-page.ts';
import { DesktopPage, expect, MARIA, test as base, withGadget } from '../../support/gadget.ts';
import { Phone } from '../../support/phone.ts';

interface Surroundings {
  readonly site: OtherSite;
  /** Gives the gadget a configuration: the CRM's page, and what is laid over that. */
  readonly configure: (over?: object, crm?: object) => Promise<void>;
}

const test = base.extend<Surroundings>({
  site: async ({ server }, use) => {
    const site = await startOtherSite(server.origin);
    await use(site);
    await site.close();
  },
  configure: async ({ page, server, site }, use, testInfo) => {
    await use(async (over = {}, crm = {}) => {
      const folder = testInfo.outputPath('settings');
      const { origin } = site;
      const document = {
        screenPop: { rules: [{ search: '{ani}' }] },
        crm: { adapter: 'web', origins: [origin], url: `${origin}/crm`, ...crm },
        ...over,
      };
      await mkdir(folder, { recursive: true });
      await writeFile(`${folder}/config.json`, JSON.stringify(document));
      server.set(withGadget('config=../settings/config.json', { folders: { settings: folder } }));
      await page.goto(server.url);
    });
  },
});

test('a call opens its record in the CRM’s tab, which hears of the phone and keeps the log', async ({
  configure,
  desktop,
  page,
  gc,
}) => {
  await configure();
  await desktop.signIn();
  await desktop.openTab('Phone');
  const crm = await pageAt(page, '/crm');
  await expect(crm).toHaveTitle('CRM with a softphone');
  const gadget = new Phone(desktop.gadget());
  await gadget.goReady();
  await expect(crm.getByRole('listitem').last()).toHaveText('state Ready');
  gc.offerCall({ agent: '1001', ...MARIA.offer });
  await expect(crm.getByRole('status')).toHaveText('Maria Sørensen');
  await expect(gadget.incoming).toContainText('Maria Sørensen');
  await gadget.take();
  await gadget.end.click();
  await expect(crm.getByText(/^logged /)).toHaveCount(1);
  await gadget.save();
  await expect(gadget.call).toBeHidden();
  await expect(crm.getByText(/^logged /)).toHaveCount(1);
});

test('both find each other again after a reload of either', async ({ configure, desktop, page }) => {
  await configure();
  await desktop.signIn();
  const crm = await pageAt(page, '/crm');
  await expect(crm).toHaveTitle('CRM with a softphone');
  await crm.reload();
  await expect(crm).toHaveTitle('CRM with a softphone');
  await crm.evaluate(() => Object.assign(window, { typed: 'half a sentence' }));
  await page.reload();
  await expect(crm.getByText('connected', { exact: true })).toHaveCount(2);
  expect(await crm.evaluate(() => (window as unknown as { typed: string }).typed)).toBe('half a sentence');
  expect(page.context().pages()).toHaveLength(2);
});

test('a number that is clicked in the CRM is dialled', async ({ configure, desktop, page }) => {
  await configure();
  await desktop.signIn();
  await desktop.openTab('Phone');
  const crm = await pageAt(page, '/crm');
  await expect(crm).toHaveTitle('CRM with a softphone');
  const gadget = new Phone(desktop.gadget());
  await gadget.expectState('Not ready, Just signed in');
  await crm.getByRole('heading').click();
  await expect(gadget.call).toBeVisible();
});

test('a page of another origin is told nothing and obeyed in nothing', async ({
  configure,
  page,
  site,
  server,
}) => {
  await configure();
  const spySite = await startOtherSite(server.origin);
  const spy = await page.context().newPage();
  await spy.goto(`${spySite.origin}/spy`);
  const [opened] = await Promise.all([
    page.context().waitForEvent('page'),
    spy.evaluate((url) => Object.assign(window, { victim: window.open(url) }), server.url),
  ]);
  const victim = new DesktopPage(opened);
  await victim.signIn();
  await victim.openTab('Phone');
  const gadget = new Phone(victim.gadget());
  await gadget.expectState('Not ready, Just signed in');
  const crm = await pageAt(page, `${site.origin}/crm`);
  await expect(crm).toHaveTitle('CRM with a softphone');
  await spy.evaluate(() => {
    const { spy: ask, victim: target } = window as unknown as { spy: (of: unknown) => void; victim: unknown };
    ask(target);
  });
  await crm.reload();
  await expect(crm).toHaveTitle('CRM with a softphone');
  await expect(gadget.call).toBeHidden();
  expect(await spy.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([]);
  await spySite.close();
});

test.describe('with addresses instead of a page that answers', () => {
  const addresses = ({ origin }: OtherSite) => ({
    screenPop: { rules: [{ url: `${origin}/find?phone={ani}&who={callVariable1}` }] },
  });

  test('a call opens its address in one window, call after call', async ({
    configure,
    desktop,
    page,
    gc,
    site,
  }) => {
    await configure(addresses(site), { origins: [], url: '' });
    await desktop.signIn();
    await desktop.openTab('Phone');
    const gadget = new Phone(desktop.gadget());
    await gadget.goReady();
    gc.offerCall({ agent: '1001', ...MARIA.offer, variables: { callVariable1: 'a&b=/#' } });
    const found = await pageAt(page, '/find');
    const { searchParams } = new URL(found.url());
    expect(searchParams.get('who')).toBe('a&b=/#');
    expect(MARIA.offer.from.endsWith(searchParams.get('phone') ?? '-')).toBe(true);
    await gadget.take();
    await gadget.end.click();
    await gadget.save();
    await gadget.goReady();
    gc.offerCall({ agent: '1001', from: '+4533550199', variables: { callVariable1: 'second' } });
    await expect(found).toHaveURL(/who=second$/);
    expect(page.context().pages()).toHaveLength(2);
  });

  test('a window that the browser blocks is said, and opens by a click', async ({
    configure,
    desktop,
    page,
    gc,
    site,
  }) => {
    await page.addInitScript(() => {
      const open = window.open.bind(window);
      let isFirst = true;
      window.open = (...how) => {
        if (!isFirst) return open(...how);
        isFirst = false;
        return null;
      };
    });
    await configure(addresses(site), { origins: [], url: '' });
    await desktop.signIn();
    await desktop.openTab('Phone');
    const gadget = new Phone(desktop.gadget());
    await gadget.goReady();
    gc.offerCall({ agent: '1001', ...MARIA.offer, variables: { callVariable1: 'x' } });
    await expect(gadget.alerts).toContainText('The browser blocked the window');
    await gadget.incoming.getByRole('button', { name: 'Open', exact: true }).click();
    await pageAt(page, '/find');
  });
});
