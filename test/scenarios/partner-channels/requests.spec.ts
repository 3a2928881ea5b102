import type { Page } from '@playwright/test';
import type { Demo } from '../../../demo/server.ts';
import { expect, GRACE, MARIA, ring, test } from '../../support/desk.ts';
import { idOf, PageCalls } from './page.ts';

/** What a request came to: the answer, or `refused` with the code and the softphone's words. */
interface Outcome {
  readonly answer?: unknown;
  readonly refused?: readonly [code: string, message: string];
}

/** Asks the softphone as a component of the page does, with the components' own client. */
function ask(page: Page, name: string, body?: object): Promise<Outcome> {
  return page.evaluate(
    async ([asked, what]): Promise<Outcome> => {
      const { softphone } = window as unknown as {
        softphone: { request(name: string, body?: object): Promise<unknown> };
      };
      try {
        return { answer: await softphone.request(asked, what) };
      } catch (error) {
        const { code, message } = error as { code: string; message: string };
        return { refused: [code, message] };
      }
    },
    [name, body] as const,
  );
}

test.use({ simulation: { timings: { answering: 100 } } });

interface State {
  readonly agent?: { readonly agentId: string };
  readonly calls: readonly { readonly callKey: string; readonly can: readonly string[] }[];
  readonly can: readonly string[];
}

async function stateOf(page: Page): Promise<State> {
  return (await ask(page, 'state')).answer as State;
}

/** Before it has said hello, nobody answers. */
async function isHeard({ openCti }: Demo): Promise<void> {
  await expect.poll(() => openCti.calls()['publish'] ?? 0).toBeGreaterThan(0);
}

async function keyOf(page: Page): Promise<string> {
  const { calls } = await stateOf(page);
  return calls[0]?.callKey ?? 'no call';
}

const DONE: Outcome = { answer: null };

test('the state is asked for: who is in, and what is taken now', async ({ crm, phone, demo }) => {
  await isHeard(demo);
  const before = await stateOf(crm.page);
  expect([before.agent, before.can]).toEqual([undefined, ['state', 'openRecord']]);
  await phone.signInReady();
  const { agent, calls, can } = await stateOf(crm.page);
  expect([agent?.agentId, calls, can]).toEqual(['1001', [], ['state', 'dial', 'openRecord']]);
});

test('a component dials, and the call goes to the record that it names', async ({ crm, phone, gc, demo }) => {
  const record = { id: idOf(demo, MARIA.name), type: 'Contact', name: MARIA.name };
  await phone.signIn();
  await isHeard(demo);
  expect(await ask(crm.page, 'dial', { number: '+45 33 55 01 23', record })).toEqual(DONE);
  await expect(phone.hold).toBeVisible();
  await crm.page.goto(`${demo.crmUrl}/contact/${record.id}`);
  const calls = new PageCalls(crm.page);
  await expect(calls.call).toContainText('This call is about this record');
  expect(gc.commands().filter(({ command }) => command === 'MakeCall')).toHaveLength(1);
  expect(await ask(crm.page, 'dial', { number: '2002' })).toEqual({
    refused: ['denied', expect.stringContaining('a call is up')],
  });
  await calls.button('End').click();
  await phone.save();
  await expect.poll(() => demo.store.org().tasks.at(-1)?.WhoId).toBe(record.id);
});

test('a call variable is set from the page, and shows in both', async ({ crm, phone, gc }) => {
  const calls = new PageCalls(crm.page);
  await phone.signInReady();
  const dialog = ring(gc);
  await phone.take();
  const field = calls.call.getByRole('textbox', { name: 'Case' });
  await expect(field).toHaveValue('500-0042');
  await field.fill('500-0051');
  await field.press('Enter');
  await expect
    .poll(() => gc.snapshot().dialogs.find(({ id }) => id === dialog)?.variables['callVariable2'])
    .toBe('500-0051');
  // GC tells of it with the next event of the call.
  await calls.button('Hold').click();
  await expect(phone.region).toContainText('500-0051');
  await field.fill('500#0051');
  await field.press('Enter');
  await expect(calls.problem).toHaveText(/“#” cannot be sent/);
});

test('a note is added to what the agent has written', async ({ crm, phone, gc }) => {
  const calls = new PageCalls(crm.page);
  await phone.signInReady();
  ring(gc);
  await phone.take();
  await phone.notes.fill('Wants a credit note.');
  await expect(calls.notes).toHaveValue('Wants a credit note.');
  const callKey = await keyOf(crm.page);
  expect(await ask(crm.page, 'addNote', { callKey, text: 'Identity checked.' })).toEqual(DONE);
  await expect(phone.notes).toHaveValue('Wants a credit note.\nIdentity checked.');
  await expect(calls.notes).toHaveValue('Wants a credit note.\nIdentity checked.');
});

test('the record of the call is brought back to the agent', async ({ crm, phone, gc, demo }) => {
  const calls = new PageCalls(crm.page);
  await phone.signInReady();
  ring(gc);
  await phone.take();
  await crm.page.goto(`${demo.crmUrl}/contact/${idOf(demo, MARIA.name)}`);
  await calls.button(`Open ${MARIA.record}`).click();
  await expect(crm.title).toHaveText(MARIA.record);
  await expect(calls.button(`Open ${MARIA.record}`)).toHaveCount(0);
});

test('what is not possible is refused with words, and nothing is done', async ({ crm, phone, gc, demo }) => {
  const { page } = crm;
  await isHeard(demo);
  expect(await ask(page, 'dial', { number: '2002' })).toEqual({
    refused: ['unavailable', expect.stringMatching(/Sign in/)],
  });
  await phone.signInReady(GRACE);
  const dialog = ring(gc, { ...MARIA.offer, agent: '1002' });
  await phone.take();
  const callKey = await keyOf(page);
  const before = gc.commands().length;
  const refusals: readonly (readonly [name: string, body: object, code: string, words: RegExp])[] = [
    ['answer', { callKey }, 'denied', /does not allow/],
    ['resume', { callKey }, 'denied', /does not allow/],
    ['hold', { callKey: 'another' }, 'denied', /no such call/],
    ['end', {}, 'invalid', /callKey/],
    ['dial', { number: '2001' }, 'denied', /a call is up/],
    ['setVariable', { callKey, name: 'callVariable1', value: 'Iron' }, 'denied', /not editable/],
    ['setWrapUp', { callKey, reason: 'weather' }, 'invalid', /no wrap-up reason/],
    ['addNote', { callKey, text: '' }, 'invalid', /empty/],
    ['saveWrapUp', { callKey }, 'denied', /does not allow/],
    ['linkRecord', { callKey }, 'invalid', /record/],
    ['openRecord', { id: '500000000000000' }, 'failed', /./],
    ['format', {}, 'invalid', /no request/],
  ];
  for (const [name, body, code, words] of refusals) {
    expect(await ask(page, name, body), name).toEqual({ refused: [code, expect.stringMatching(words)] });
  }
  expect(gc.commands()).toHaveLength(before);
  gc.hangUp({ dialog });
  await expect(phone.wrapUp).toBeVisible();
  expect(await ask(page, 'saveWrapUp', { callKey })).toEqual({
    refused: ['denied', expect.stringMatching(/Choose a reason/)],
  });
  gc.outOfService();
  await expect(phone.banner('Out of service')).toBeVisible();
  expect(await ask(page, 'dial', { number: '2001' })).toEqual({
    refused: ['unavailable', expect.stringMatching(/./)],
  });
});

test('the keyboard alone is enough, from answer to wrap-up', async ({ crm, phone, gc }) => {
  const { keyboard } = crm.page;
  const calls = new PageCalls(crm.page);
  await phone.signInReady();
  ring(gc);
  await calls.button('Answer').focus();
  await keyboard.press('Enter');
  await expect(calls.button('Hold')).toBeFocused();
  await keyboard.press('Enter');
  await expect(calls.button('Resume')).toBeFocused();
  await keyboard.press('Enter');
  await expect(calls.button('Hold')).toBeFocused();
  await keyboard.press('Tab');
  await expect(calls.button('End')).toBeFocused();
  await keyboard.press('Enter');
  await expect(calls.save).toBeVisible();
  await calls.reason.focus();
  await keyboard.press('Tab');
  await expect(calls.notes).toBeFocused();
  await keyboard.type('Credit note.');
  await keyboard.press('Tab');
  await expect(calls.save).toBeFocused();
  await keyboard.press('Enter');
  await expect(calls.region).toBeHidden();
  await expect(crm.title).toBeFocused();
});
