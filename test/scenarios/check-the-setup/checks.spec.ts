import type { Locator } from '@playwright/test';
import { BROKEN_SOCKET, expect, ring, test, type Phone } from '../../support/desk.ts';

const page = (phone: Phone): Locator => phone.checkPage;
const lines = (phone: Phone): Locator =>
  page(phone).getByRole('list', { name: 'Check this setup' }).getByRole('listitem');
const line = (phone: Phone, name: string): Locator =>
  lines(phone).filter({ has: phone.root.getByText(name, { exact: false }) });
const finished = (phone: Phone) => expect(page(phone).getByText(/^Good: \d+/)).toBeVisible();

for (const transport of ['stomp', 'socket'] as const) {
  test.describe(`over ${transport}`, () => {
    test.use({ transport });

    test('before sign-in everything in the demo is tried, and nothing is a problem', async ({
      phone,
      gc,
      urls,
    }) => {
      await expect(phone.signInForm).toBeVisible();
      await phone.openCheck();
      await finished(phone);
      const { host } = new URL(urls[0] ?? '');
      await expect(lines(phone).filter({ hasText: `${host} lets the softphone in` })).toContainText(
        'Good · Broker',
      );
      for (const words of [
        'Good · Generic Connector',
        'Good · Storage',
        'Good · Several tabs',
        'Good · Content security policy',
        'Good · Frame',
        'Good · Clock',
      ]) {
        await expect(lines(phone).filter({ hasText: words })).toHaveCount(1);
      }
      await expect(lines(phone).filter({ hasText: 'Problem' })).toHaveCount(0);
      // The demo's address of this machine is none for agents.
      await expect(lines(phone).filter({ hasText: 'Warning · Configuration' })).toContainText('gc.urls[0]');

      // It was a connection of its own, and is gone; the softphone's is untouched.
      await gc.waitFor(({ connections }) => connections.length === 1);
      await page(phone).getByRole('button', { name: 'Back' }).click();
      await phone.settings.getByRole('button', { name: 'Close' }).click();
      await phone.signInReady();
    });
  });
}

test('the page gives way to a call, comes back after it, and tells how its screen pop went', async ({
  phone,
  gc,
}) => {
  await phone.signInReady();
  await phone.openCheck();
  await finished(phone);
  await expect(page(phone)).toContainText('None since this softphone was opened.');
  const dialog = ring(gc);
  await expect(phone.answer).toBeVisible();
  await expect(page(phone)).toBeHidden();
  await phone.take();
  gc.hangUp({ dialog });
  await phone.save();
  await expect(page(phone)).toBeVisible();
  const pop = page(phone).getByRole('list', { name: 'Last screen pops' }).getByRole('listitem');
  await expect(pop).toContainText('Inbound: found');
  await expect(pop).toContainText('callVariable2: records found: 1');
  await expect(page(phone)).not.toContainText('500-0042');
  await expect(page(phone)).not.toContainText('33550123');
});

test('it can be copied, by hand where the browser forbids it to a frame', async ({ phone, problems }) => {
  problems.allow(/[Pp]ermissions policy/);
  await phone.openCheck();
  await finished(phone);
  await page(phone).getByRole('button', { name: 'Copy' }).click();
  const text = page(phone).getByRole('textbox');
  await expect(text).toBeFocused();
  await expect(text).toHaveValue(
    /^Check this setup\n20[\d-]+T[\d:.]+Z\nhttp:\/\/127\.0\.0\.1:\d+\/softphone\.html\n/,
  );
  await expect(text).toHaveValue(/\nGood \| Storage \| /);
});

test.describe('a second broker that is not there', () => {
  test.use({ urls: ({ simulator }, use) => use([simulator.url, 'ws://127.0.0.1:1']) });
  test('is a problem, beside the first that is good', async ({ phone, problems }) => {
    problems.allow(BROKEN_SOCKET, /ERR_UNSAFE_PORT|port/);
    await phone.openCheck();
    await finished(phone);
    await expect(line(phone, '127.0.0.1:1 cannot be reached')).toContainText('Problem · Broker');
    await expect(lines(phone).filter({ hasText: 'Good · Broker' })).toHaveCount(1);
  });
});

test.describe('GC without Finesse', () => {
  test('is a problem', async ({ phone, gc }) => {
    await expect(phone.signInForm).toBeVisible();
    gc.outOfService();
    await phone.openCheck();
    await finished(phone);
    await expect(lines(phone).filter({ hasText: 'Problem · Generic Connector' })).toContainText(
      'Finesse is out of service',
    );
  });
});
