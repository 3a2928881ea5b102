import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CHANNELS } from '../../demo/open-cti/message-service.ts';
import { org } from './open-cti-desk.ts';
import { ORG, PHONE, codesOf, createPair, started } from './open-cti-windows.ts';
import type { Pair } from './open-cti-windows.ts';

const MARIA = { recordId: org.contacts[0]?.Id ?? '', recordName: 'Maria Sørensen', objectType: 'Contact' };

describe('listeners', () => {
  async function listening(changes: Parameters<typeof createPair>[0] = {}): Promise<[Pair, unknown[]]> {
    const pair = await started(changes);
    const heard: unknown[] = [];
    const listener = (payload: unknown): void => void heard.push(payload);
    const { onClickToDial, onNavigationChange } = pair.opencti() as Record<string, (args: unknown) => void>;
    onClickToDial?.({ listener });
    onNavigationChange?.({ listener });
    return [pair, heard];
  }
  const click = { number: '+45 33 55 01 23', ...MARIA, params: '' };

  it('get the payload itself', async () => {
    const [pair, heard] = await listening();
    pair.host.emitClick(click);
    await pair.rest();
    assert.deepEqual(heard, [click]);
  });

  it('get it wrapped in an old org', async () => {
    const [pair, heard] = await listening({ payloads: 'wrapped' });
    pair.host.emitClick(click);
    await pair.rest();
    assert.deepEqual(heard, [{ returnValue: click }]);
  });

  it('hear of person accounts as soon as the org has them', async () => {
    const [pair, heard] = await listening();
    const account = org.accounts.find(({ IsPersonAccount }) => IsPersonAccount);
    pair.control.set({ personAccounts: true });
    pair.host.emitClick({ ...click, recordId: account?.Id ?? '', objectType: 'Account' });
    await pair.rest();
    const [{ contactId, personAccount } = {}] = heard as Record<string, unknown>[];
    assert.deepEqual([contactId, personAccount], [account?.PersonContactId, true]);
  });

  it('hear of each view; in a console app not of lists', async () => {
    const [pair, heard] = await listening();
    const seen = async (view: object, isConsole: boolean): Promise<number> => {
      Object.assign(pair.page, { view: { ...pair.page.view, ...view }, isConsole });
      pair.host.emitNavigation();
      await pair.rest();
      return heard.length;
    };
    const list = { recordId: '', recordName: '', objectType: '' };
    assert.equal(await seen(MARIA, false), 1);
    assert.equal(await seen(list, false), 2);
    assert.equal(await seen(MARIA, true), 3);
    assert.equal(await seen(list, true), 3);
    assert.equal(await seen(MARIA, true), 4);
  });

  it('may be several, and from before the container is ready', async () => {
    const pair = createPair();
    const heard: string[] = [];
    const { onClickToDial } = pair.opencti() as Record<string, (args: unknown) => void>;
    onClickToDial?.({ listener: () => heard.push('a') });
    onClickToDial?.({ listener: () => heard.push('b') });
    await pair.rest();
    pair.host.emitClick(click);
    await pair.rest();
    assert.deepEqual(heard, ['a', 'b']);
  });

  it('must be functions, and take no callback', async () => {
    const pair = await started();
    assert.deepEqual(codesOf(await pair.call('onClickToDial')), ['INVALID_PARAM']);
    assert.deepEqual(codesOf(await pair.call('onClickToDial', { listener: () => 0 })), ['INVALID_PARAM']);
    assert.deepEqual(codesOf(await pair.call('getAppViewInfo', { listener: () => 0 })), ['INVALID_PARAM']);
  });

  it('of the frame before are forgotten', async () => {
    const [pair, heard] = await listening();
    pair.reload();
    await pair.rest();
    pair.host.emitClick(click);
    await pair.rest();
    assert.deepEqual(heard, []);
  });
});

describe('the message service', () => {
  const { commands: channelName, events: other } = CHANNELS;

  async function subscribed(): Promise<[Pair, unknown[], object]> {
    const pair = await started();
    const heard: unknown[] = [];
    const listener = (message: unknown): void => void heard.push(message);
    const answer = await pair.call('subscribe', { channelName, listener });
    const { subscription } = answer as unknown as { subscription: object };
    return [pair, heard, subscription];
  }

  it('brings what is published to whoever subscribed, until it does no more', async () => {
    const [pair, heard, subscription] = await subscribed();
    await pair.call('publish', { channelName, message: { state: 'ringing' } });
    await pair.call('publish', { channelName: other, message: { state: 'other' } });
    assert.equal((await pair.call('unsubscribe', { subscription }))?.success, true);
    await pair.call('publish', { channelName, message: { state: 'gone' } });
    assert.deepEqual(heard, [{ state: 'ringing' }]);
    assert.deepEqual(codesOf(await pair.call('unsubscribe', { subscription })), ['INVALID_PARAM']);
  });

  it('brings what components of the page say, and what the softphone says to them', async () => {
    const [pair, heard] = await subscribed();
    const page: unknown[] = [];
    const { messages } = pair.page.desk;
    const stop = messages.subscribe(other, (message) => page.push(message));
    messages.publish(channelName, { name: 'answer' });
    await pair.call('publish', { channelName: other, message: { name: 'state' } });
    stop();
    await pair.call('publish', { channelName: other, message: { name: 'gone' } });
    assert.deepEqual([heard, page], [[{ name: 'answer' }], [{ name: 'state' }]]);
  });

  it('hands everybody a message of their own', async () => {
    const { messages } = (await started()).page.desk;
    const heard: { seen?: boolean }[] = [];
    for (const _ of [1, 2])
      messages.subscribe(channelName, (message) => {
        heard.push({ ...(message as object) });
        Object.assign(message as object, { seen: true });
      });
    messages.publish(channelName, {});
    await Promise.resolve();
    assert.deepEqual(heard, [{}, {}]);
  });

  it('knows no channel but those of the org', async () => {
    const pair = await started();
    const listener = (): void => undefined;
    for (const name of ['x', 'Phone__c', ''])
      assert.deepEqual(
        [
          ...(codesOf(await pair.call('publish', { channelName: name, message: {} })) ?? []),
          ...(codesOf(await pair.call('subscribe', { channelName: name, listener })) ?? []),
        ],
        ['INVALID_PARAM', 'INVALID_PARAM'],
        name,
      );
  });

  for (const [what, message] of [
    ['a date', { at: new Date(0) }],
    ['a map', { all: new Map() }],
    ['nothing', { reason: undefined }],
    ['no number', { id: Number.NaN }],
    ['a big number', { id: 1n }],
    ['a function', { run: () => 0 }],
    ['a date in a list', { all: [{ at: new Date(0) }] }],
  ] as const) {
    it(`carries no ${what}: a message is plain JSON`, async () => {
      const pair = await started();
      assert.deepEqual(codesOf(await pair.call('publish', { channelName, message })), ['INVALID_PARAM']);
    });
  }

  it('is subscribed to no more by a frame that was loaded anew', async () => {
    const [pair, heard] = await subscribed();
    pair.reload();
    await pair.rest();
    pair.page.desk.messages.publish(channelName, { name: 'answer' });
    await pair.rest();
    assert.deepEqual(heard, []);
  });
});

describe('messages', () => {
  const call = { ns: 'open-cti-stand-in', kind: 'call', id: 99, method: 'screenPop' };
  const pop = { ...call, args: { type: 'sobject', params: { recordId: MARIA.recordId } } };

  it('do something when they come from the frame', async () => {
    const pair = await started();
    pair.crm.hear({ data: pop, origin: PHONE, source: pair.phone });
    await pair.rest();
    assert.deepEqual(pair.page.shown, [false, MARIA.recordId]);
  });

  const strangers: readonly (readonly [what: string, message: (pair: Pair) => object])[] = [
    ['another origin', ({ phone }) => ({ origin: 'https://evil.example', source: phone })],
    ['an origin that begins alike', ({ phone }) => ({ origin: `${PHONE}.evil.example`, source: phone })],
    ['no origin', ({ phone }) => ({ origin: 'null', source: phone })],
    ['another window', () => ({ origin: PHONE, source: {} })],
    ['no window', () => ({ origin: PHONE, source: null })],
    ['another speaker', ({ phone }) => ({ origin: PHONE, source: phone, data: { ...pop, ns: 'other' } })],
    ['one who says nothing', ({ phone }) => ({ origin: PHONE, source: phone, data: null })],
  ];
  for (const [what, message] of strangers) {
    it(`do nothing in the CRM when they come from ${what}`, async () => {
      const pair = await started();
      pair.crm.hear({ data: pop, origin: '', source: null, ...message(pair) });
      await pair.rest();
      assert.deepEqual(pair.page.shown, [false]);
    });
  }

  const event = { ns: 'open-cti-stand-in', kind: 'event', name: 'onClickToDial', payload: { number: '1' } };
  const senders: readonly (readonly [what: string, heard: number, message: (pair: Pair) => object])[] = [
    ['the CRM', 1, ({ crm }) => ({ origin: ORG, source: crm })],
    ['another origin', 0, ({ crm }) => ({ origin: 'https://evil.example', source: crm })],
    ['another window', 0, () => ({ origin: ORG, source: {} })],
    ['the frame itself', 0, ({ phone }) => ({ origin: PHONE, source: phone })],
  ];
  for (const [what, count, message] of senders) {
    it(`reach the softphone ${count} times from ${what}`, async () => {
      const pair = await started();
      const heard: unknown[] = [];
      const { onClickToDial } = pair.opencti() as Record<string, (args: unknown) => void>;
      onClickToDial?.({ listener: (payload: unknown) => heard.push(payload) });
      pair.phone.hear({ data: event, origin: '', source: null, ...message(pair) });
      assert.equal(heard.length, count);
    });
  }

  it('of a wrong form are refused, not obeyed', async () => {
    const pair = await started();
    for (const data of [
      { ...call, args: undefined },
      { ...call, method: 5, args: {} },
      { ...call, args: 'x' },
    ]) {
      pair.crm.hear({ data, origin: PHONE, source: pair.phone });
    }
    await pair.rest();
    assert.deepEqual(pair.page.shown, [false]);
    assert.equal((await pair.call('isSoftphonePanelVisible'))?.success, true);
  });
});
