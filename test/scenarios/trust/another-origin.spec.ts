import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, MARIA, Phone, phoneIn, ring, softphoneFrame, test as base } from '../../support/desk.ts';

/** A page of somebody else, without any protection of its own. */
const test = base.extend<{ foreign: string }>({
  foreign: async ({ browserName: _ }, use) => {
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<!doctype html><title>Somebody else</title><link rel="icon" href="data:,">');
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  },
});

const NS = 'open-cti-stand-in';
const CLICK = {
  ns: NS,
  kind: 'event',
  name: 'onClickToDial',
  payload: { number: '+14155550123', recordId: '', recordName: '', objectType: '' },
};

/** What somebody may send to the softphone: what the CRM would, and rubbish. */
const TO_SOFTPHONE: readonly unknown[] = [
  CLICK,
  { ns: NS, kind: 'ready' },
  ...Array.from({ length: 60 }, (_, id) => ({
    ...{ ns: NS, kind: 'answer', id },
    response: { success: true, returnValue: { 'evil-record': { Name: 'Mallory' } }, errors: null },
  })),
  {
    ...{ ns: NS, kind: 'event', name: 'onNavigationChange' },
    payload: { recordId: '003Nw0000000009IAA', recordName: 'Mallory', objectType: 'Contact' },
  },
  { type: 'dial', number: '+14155550123' },
  { ns: NS, kind: { toString: 'x' }, payload: [[[]]] },
  'MakeCall,+14155550123',
  '{"kind":"event"}',
  null,
  0,
  [CLICK],
];

/** And to the CRM, in the softphone's name. */
const TO_CRM: readonly unknown[] = [
  { ns: NS, kind: 'hello' },
  {
    ...{ ns: NS, kind: 'call', id: 1, method: 'screenPop' },
    args: { type: 'sobject', params: { recordId: '003Nw0000000009IAA' } },
  },
  {
    ...{ ns: NS, kind: 'call', id: 2, method: 'saveLog' },
    args: { value: { entityApiName: 'Task', Subject: 'Mallory was here' } },
  },
  null,
  'screenPop',
];

test('the page that has opened the CRM says what it likes: nothing happens', async ({
  context,
  demo,
  gc,
  foreign,
}) => {
  const opener = await context.newPage();
  await opener.goto(foreign);
  const [page] = await Promise.all([
    opener.waitForEvent('popup'),
    opener.evaluate((url) => void Object.assign(window, { crm: window.open(url) }), demo.crmUrl),
  ]);
  const phone = phoneIn(page);
  await phone.signInReady();
  const tasks = demo.store.org().tasks.length;
  ring(gc);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(MARIA.record);
  await expect(phone.incoming).toContainText('Rule 2 · callVariable2');
  await phone.take();
  await phone.end.click();
  await expect(phone.wrapUp).toBeVisible();

  const said = { toSoftphone: TO_SOFTPHONE, toCrm: TO_CRM };
  const frame = softphoneFrame(page);
  for (const [where, count] of [
    [frame, TO_SOFTPHONE.length],
    [page.mainFrame(), TO_CRM.length],
  ] as const) {
    await where.evaluate((expected) => {
      let heard = 0;
      const all = new Promise<void>((resolve) => {
        addEventListener('message', ({ origin }) => {
          if (origin !== location.origin && ++heard >= expected) resolve();
        });
      });
      Object.assign(window, { all });
    }, count);
  }
  await opener.evaluate(({ toSoftphone, toCrm }) => {
    const { crm } = window as unknown as { crm: Window };
    for (const message of toSoftphone) crm.frames[0]?.postMessage(message, '*');
    for (const message of toCrm) crm.postMessage(message, '*');
  }, said);
  for (const where of [frame, page.mainFrame()])
    await where.evaluate(() => (window as unknown as { all: Promise<void> }).all);

  await phone.chooseReason('Complaint');
  await phone.save();
  await expect(phone.status).toContainText('Call saved in the CRM');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(MARIA.record);
  expect(
    demo.store
      .org()
      .tasks.slice(tasks)
      .map(({ Subject }) => Subject),
  ).toEqual(['Inbound call +4533550123']);
  expect(gc.commands().map(({ command }) => command)).not.toContain('MakeCall');
  await expect(phone.alerts).toHaveCount(0);
  await expect(phone.region).not.toContainText('Mallory');

  // The very same message from the CRM's own page dials.
  await page.evaluate((click) => {
    document.querySelector('iframe')?.contentWindow?.postMessage(click, '*');
  }, CLICK);
  expect((await gc.waitForCommand('MakeCall')).parameters).toEqual(['0014155550123']);
});

test('the page that has opened the softphone says what it likes: nothing happens', async ({
  context,
  demo,
  gc,
  foreign,
}) => {
  const opener = await context.newPage();
  await opener.goto(foreign);
  const [page] = await Promise.all([
    opener.waitForEvent('popup'),
    opener.evaluate((url) => void Object.assign(window, { phone: window.open(url) }), demo.standaloneUrl),
  ]);
  const phone = new Phone(page);
  await phone.signIn();
  await page.evaluate((expected) => {
    let heard = 0;
    const all = new Promise<void>((resolve) =>
      addEventListener('message', () => ++heard >= expected && resolve()),
    );
    Object.assign(window, { all });
  }, TO_SOFTPHONE.length);
  await opener.evaluate((messages) => {
    const { phone } = window as unknown as { phone: Window };
    for (const message of messages) phone.postMessage(message, '*');
  }, TO_SOFTPHONE);
  await page.evaluate(() => (window as unknown as { all: Promise<void> }).all);
  await phone.goReady();
  expect(gc.commands().map(({ command }) => command)).not.toContain('MakeCall');
  await expect(phone.alerts).toHaveCount(0);
});

test('nobody but the CRM may frame the softphone, and nobody the CRM', async ({
  context,
  demo,
  foreign,
  problems,
}) => {
  problems.allow(/frame-ancestors/, /chrome-error/);
  const page = await context.newPage();
  await page.goto(foreign);
  for (const url of [
    `${demo.softphoneUrl}/softphone.html?config=/config.json`,
    demo.standaloneUrl,
    demo.crmUrl,
  ]) {
    const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
    await page.evaluate((src) => {
      document.body.replaceChildren(
        Object.assign(document.createElement('iframe'), { src, title: 'Softphone' }),
      );
    }, url);
    expect((await refused).text()).toContain(new URL(url).origin);
    await expect(page.frameLocator('iframe').getByRole('region')).toHaveCount(0);
  }
});

test('a script of somebody else does not run in the softphone', async ({ crm, phone, foreign, problems }) => {
  problems.allow(/Content Security Policy/, /CSP: /);
  await expect(phone.signInForm).toBeVisible();
  const stopped = await softphoneFrame(crm.page).evaluate(async (src) => {
    const heard = new Set<string>();
    const both = new Promise<void>((resolve) =>
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        heard.add(effectiveDirective);
        if (heard.size === 2) resolve();
      }),
    );
    const script = Object.assign(document.createElement('script'), { src });
    const inline = Object.assign(document.createElement('script'), { text: 'window.wasRun = true' });
    const failed = new Promise((resolve) => script.addEventListener('error', resolve));
    document.head.append(script, inline);
    await failed;
    await fetch(src).catch(() => undefined);
    await both;
    return { heard: [...heard].sort(), wasRun: 'wasRun' in window };
  }, foreign);
  expect(stopped).toEqual({ heard: ['connect-src', 'script-src-elem'], wasRun: false });
});
