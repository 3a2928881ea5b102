import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { startReplay } from '../../../scripts/replay.ts';
import type { Diagnostics } from '../../../src/diagnostics/file.ts';
import { expect, GRACE, MARIA, ring, test, type Phone } from '../../support/desk.ts';

/** Opens the settings and downloads the diagnostics, by keyboard. */
async function download(page: Page, phone: Phone): Promise<string> {
  await phone.settingsButton.press('Enter');
  const button = phone.root.getByRole('button', { name: 'Download diagnostics' });
  await button.focus();
  const [file] = await Promise.all([page.waitForEvent('download'), button.press('Enter')]);
  expect(file.suggestedFilename()).toMatch(/^gc-softphone-20[\d-]+\.json$/);
  return file.path();
}

for (const transport of ['stomp', 'socket'] as const) {
  test.describe(`over ${transport}`, () => {
    test.use({ transport });

    test('a call is downloaded without its secrets, and seen again step by step', async ({
      crm,
      phone,
      gc,
    }) => {
      await phone.signInReady(GRACE);
      const dialog = ring(gc, { ...MARIA.offer, agent: '1002' });
      await phone.take();
      await phone.hold.click();
      await expect(phone.resume).toBeVisible();
      gc.hangUp({ dialog });
      await phone.notes.fill('Wants her invoice again');
      await phone.chooseReason('Complaint');
      await phone.save();
      await expect(phone.status).toContainText('Call saved in the CRM');
      gc.raw({ agent: '1002', text: '{"type":"Weather","city":"Odense"}' });
      const path = await download(crm.page, phone);

      const text = await readFile(path, 'utf8');
      for (const secret of [
        ...[
          GRACE.password,
          'Grace',
          'Hopper',
          'Maria',
          'invoice',
          'Odense',
          'Gold',
          '500-0042',
          '4533550123',
        ],
        ...['33550123', ...gc.snapshot().connections.flatMap((one) => one.destinations)],
      ])
        expect(text, secret).not.toContain(secret);
      const file = JSON.parse(text) as Diagnostics;
      expect(file.counters.unknown).toBe(1);
      expect(file.notUnderstood).toEqual({ 'unknown Weather': 1 });
      expect(file.moments.length).toBeGreaterThan(20);
      // Which rule found what belongs to it.
      expect(text).toContain('"outcome":"found","count":1');

      const server = await startReplay();
      const page = await crm.page.context().newPage();
      await page.goto(server.url);
      await page.getByLabel('Diagnostics file').setInputFiles(path);
      await expect(page.getByText('ends in the state that the softphone was in')).toBeVisible();
      const moments = page.getByRole('list').getByRole('button');
      await expect(moments).toHaveCount(file.moments.length);
      const screen = page.locator('#screen');

      await moments.filter({ hasText: 'InboundCall ALERTING' }).first().click();
      await expect(screen.getByText(/^Incoming call/).first()).toBeVisible();
      await expect(screen.getByText('+0000000023').first()).toBeVisible();
      await moments.filter({ hasText: 'InboundCall HELD' }).first().click();
      await expect(screen.getByText('On hold').first()).toBeVisible();
      const position = page.getByRole('slider', { name: 'Moment' });
      const before = Number(await position.inputValue());
      await page.getByRole('button', { name: 'Back' }).click();
      await expect(position).toHaveValue(String(before - 1));
      await page.getByRole('button', { name: 'Forward' }).press('Enter');
      await position.press('ArrowRight');
      await expect(position).toHaveValue(String(before + 1));
      await position.press('End');
      await expect(page.getByText(`${file.moments.length} of ${file.moments.length}`)).toBeVisible();
      await position.press('Home');
      await expect(page.locator('#moment')).toHaveText('–');
      await server.close();
    });
  });
}

test('what is no diagnostics file is refused, with the reason', async ({ page }) => {
  const server = await startReplay();
  await page.goto(server.url);
  const open = (text: string) =>
    page
      .getByLabel('Diagnostics file')
      .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await open('not JSON');
  await expect(page.getByRole('alert')).toHaveText(
    'x.json: This is no diagnostics file: it is not JSON. Choose a file that the softphone made.',
  );
  await open('{"calls":[]}');
  await expect(page.getByRole('alert')).toContainText('it does not say so');
  await expect(page.getByRole('heading', { name: 'As the agent saw it' })).toBeHidden();
  await server.close();
});
