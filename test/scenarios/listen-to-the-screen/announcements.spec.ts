import type { Page } from '@playwright/test';
import { announced, forget, listenTo, type Announcement } from '../../support/announcements.ts';
import { BROKEN_SOCKET, Phone } from '../../support/desk.ts';
import { consultCard, consultGrace, expect, ring, test as base } from '../consult/floor.ts';

const test = base.extend<{ readonly listening: undefined }>({
  listening: [
    async ({ context }, use) => {
      await listenTo(context);
      await use(undefined);
    },
    { auto: true },
  ],
});

/** Waits until this was said, and nothing else; what comes next is another matter. */
async function expectHeard(page: Page, ...expected: readonly Announcement[]): Promise<void> {
  await expect.poll(() => announced(page)).toEqual(expected);
  await forget(page);
}

/** Nothing more is said, though the clocks go on: asked once the next second has come. */
async function expectSilence(page: Page, phone: Phone): Promise<void> {
  const before = await phone.seconds();
  await expect.poll(() => phone.seconds()).toBeGreaterThan(before);
  expect(await announced(page)).toEqual([]);
}

const INCOMING = 'assertive: Incoming call from +4533550123';

/** Signs in, is ready, and has heard that. */
async function start(phone: Phone, page: Page): Promise<void> {
  await phone.signIn();
  await expectHeard(page, 'status: Connected', 'status: Signing in…', 'status: You are not ready');
  await phone.goReady();
  await expectHeard(page, 'status: You are ready');
}

test('a call from its ring to its wrap-up: each thing once, in order, and no timer', async ({
  alone,
  page,
  gc,
  grace,
}) => {
  await start(alone, page);
  ring(gc);
  await expectHeard(page, INCOMING);
  await alone.take();
  await expectHeard(page, 'status: The call is active');
  await expectSilence(page, alone);
  await alone.hold.click();
  await expectHeard(page, 'status: The call is on hold');
  await alone.resume.click();
  await expectHeard(page, 'status: The call is active');
  await alone.call.getByRole('button', { name: 'Consult' }).click();
  const dialog = alone.root.getByRole('dialog', { name: 'Consult' });
  await dialog.getByRole('option', { name: /Grace/ }).waitFor();
  await expectHeard(page, 'polite: Loading people…');
  await dialog.getByRole('searchbox').fill('hopper');
  await expectHeard(page, 'polite: 1 match');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await consultGrace(alone, grace);
  await expect(alone.status).toContainText('The consult call is active');
  expect(await announced(page)).toEqual([
    'polite: 1 match',
    'status: The call is on hold',
    'status: The consult call is active',
  ]);
  await forget(page);
  await consultCard(alone).getByRole('button', { name: 'Transfer' }).click();
  await expectHeard(
    page,
    'status: The consult call has ended',
    'status: The call has ended',
    'status: Wrap-up, then not ready',
  );
  await alone.chooseReason('Complaint');
  await alone.notes.fill('Wants a credit note');
  await alone.save();
  await expectHeard(page, 'status: Wrap-up closed. No CRM is configured, so the note was not kept.');
});

test('a missed call: that it came, that it went, and what became of the agent', async ({
  alone,
  page,
  gc,
}) => {
  await start(alone, page);
  const dialog = ring(gc);
  await expectHeard(page, INCOMING);
  gc.noAnswer({ dialog });
  await expectHeard(
    page,
    'status: The call has ended',
    'alert: You missed a call and are not ready',
    'status: You are not ready',
  );
});

test('a connection that is lost and comes back, in mid-call', async ({ alone, page, gc, problems }) => {
  problems.allow(BROKEN_SOCKET);
  await start(alone, page);
  ring(gc);
  await alone.take();
  await expectHeard(page, INCOMING, 'status: The call is active');
  gc.refuseConnections({ on: true });
  gc.dropSockets();
  await expectHeard(page, 'polite: Reconnecting Your call goes on.');
  gc.refuseConnections({ on: false });
  await expect(alone.banner('Reconnecting')).toBeHidden();
  await expectHeard(page, 'status: The call is active');
});

test('two tabs: each says it once, whichever answers', async ({ alone, page, gc, context, demo }) => {
  await start(alone, page);
  const second = await context.newPage();
  await second.goto(demo.standaloneUrl);
  const other = new Phone(second);
  await other.expectState('Ready');
  await expectHeard(second, 'status: You are ready');
  await expectHeard(page);
  ring(gc);
  await expectHeard(page, INCOMING);
  await expectHeard(second, INCOMING);
  await other.take();
  await expectHeard(page, 'status: The call is active');
  await expectHeard(second, 'status: The call is active');
});
