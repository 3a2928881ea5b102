import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import examples from '../../crm-adapter/contract/examples.json' with { type: 'json' };
import type { CrmPort } from '../../crm-adapter/port.ts';
import { withChannels } from '../../crm-adapter/salesforce/channels.ts';
import { createOpenCtiAdapter } from '../../crm-adapter/salesforce/open-cti.ts';
import type { Intent } from '../../src/state/intents.ts';
import { createStore } from '../../src/state/store.ts';
import { createI18n } from '../../src/ui/i18n.ts';
import { NOW, ringing } from '../support/make-state.ts';
import { IDS } from './open-cti-bench.ts';
import { FakeOpenCti, fakePage, ManualClock, ok, refused, settled } from './open-cti-fake.ts';
import { withCalls } from './partner-bench.ts';

const CHANNELS = { events: 'GcSoftphoneEvents__c', commands: 'GcSoftphoneCommands__c' };

interface Bench {
  readonly api: FakeOpenCti;
  readonly clock: ManualClock;
  readonly port: CrmPort;
  readonly wanted: Intent[];
  readonly leave: () => void;
  /** How many listen for the end of the page. */
  readonly leavers: () => number;
  /** What was published, in its order. */
  readonly published: () => Record<string, unknown>[];
}

function bench({ isMet = true, api = new FakeOpenCti() } = {}): Bench {
  const clock = new ManualClock();
  const wanted: Intent[] = [];
  const leavers = new Set<() => void>();
  const options = { page: fakePage(api), clock };
  const port = withChannels(createOpenCtiAdapter(options), {
    ...options,
    channels: CHANNELS,
    now: () => NOW,
    pageName: 'softphone',
    view: {
      addEventListener: (_: string, listener: unknown) => void leavers.add(listener as () => void),
      removeEventListener: (_: string, listener: unknown) => void leavers.delete(listener as () => void),
    },
  });
  const store = createStore(withCalls(ringing()));
  const source = {
    get state() {
      return store.state;
    },
    subscribe: (listener: () => void) => store.subscribe(() => listener()),
  };
  const words = createI18n({ base: 'https://softphone.example/', preferred: ['en'] });
  if (isMet) port.meet?.({ source, words, dispatch: (intent) => void wanted.push(intent) });
  return {
    api,
    clock,
    port,
    wanted,
    leavers: () => leavers.size,
    leave: () => {
      for (const leave of leavers) leave();
    },
    published: () =>
      api.argsOf('publish').map((args) => {
        const { channelName, message } = args as { channelName: string; message: Record<string, unknown> };
        assert.equal(channelName, CHANNELS.events);
        return message;
      }),
  };
}

async function opened(made = bench()): Promise<Bench> {
  await made.port.open();
  await settled();
  return made;
}

describe('the softphone on the message channels', () => {
  it('says hello and all there is, once Salesforce is there', async () => {
    const { api, published } = await opened();
    assert.deepEqual(api.argsOf('subscribe'), [{ channelName: CHANNELS.commands }]);
    assert.deepEqual(published(), [examples.events.hello, examples.events.ringing]);
  });

  it('does what it is asked on the one channel, and answers on the other', async () => {
    const { api, wanted, published } = await opened();
    api.channels.get(CHANNELS.commands)?.(examples.requests.answer);
    await settled();
    assert.deepEqual(wanted, [{ type: 'answer', call: ringing().key }]);
    assert.deepEqual(published().at(-1), examples.responses.done);
  });

  it('opens a record through the adapter', async () => {
    const { api } = await opened();
    api.channels.get(CHANNELS.commands)?.({ ...examples.requests.openRecord, body: { id: IDS.case } });
    await settled();
    const [pop] = api.argsOf('screenPop') as { params: unknown }[];
    assert.deepEqual(pop?.params, { recordId: IDS.case });
  });

  it('subscribes once, however often the CRM is opened', async () => {
    const made = await opened();
    await opened(made);
    assert.equal(made.api.argsOf('subscribe').length, 1);
  });

  it('says bye when the page is left', async () => {
    const { leave, published } = await opened();
    leave();
    await settled();
    assert.equal(published().at(-1)?.['kind'], 'bye');
  });

  it('says bye and unsubscribes when it is disposed, and answers nobody afterwards', async () => {
    const { api, port, wanted, leave, leavers, published } = await opened();
    port.dispose();
    await settled();
    assert.equal(published().at(-1)?.['kind'], 'bye');
    assert.deepEqual(api.argsOf('unsubscribe'), [{ subscription: { id: `of ${CHANNELS.commands}` } }]);
    const count = published().length;
    api.channels.get(CHANNELS.commands)?.(examples.requests.answer);
    leave();
    await settled();
    assert.deepEqual([wanted, published().length, leavers()], [[], count, 0]);
  });

  it('unsubscribes also when it is disposed while it subscribes', async () => {
    const made = bench();
    await made.port.open();
    made.port.dispose();
    await settled();
    assert.deepEqual(made.published(), []);
    assert.equal(made.api.argsOf('unsubscribe').length, made.api.argsOf('subscribe').length);
  });

  const troubles: readonly (readonly [what: string, prepare: (api: FakeOpenCti) => void, ms: number])[] = [
    [
      'a channel that is not there',
      (api) => api.answer('subscribe', refused('INVALID_PARAM', 'No such channel')),
      0,
    ],
    ['an answer that never comes', (api) => api.answer('subscribe', 'silence'), 10_000],
  ];
  for (const [what, prepare, ms] of troubles) {
    it(`works without them after ${what}, and says so to the console`, async (t) => {
      const warn = t.mock.method(console, 'warn', () => undefined);
      const made = bench();
      prepare(made.api);
      await opened(made);
      await made.clock.advance(ms);
      assert.match(String(warn.mock.calls[0]?.arguments[0]), /message channels do not work.*Commands__c/);
      assert.deepEqual(made.published(), []);
      await made.port.openRecord({ id: IDS.case });
      assert.equal(made.api.argsOf('screenPop').length, 1);
    });
  }

  it('subscribes anew with the next opening, after it failed', async (t) => {
    t.mock.method(console, 'warn', () => undefined);
    const made = bench();
    made.api.answer('subscribe', refused('GENERIC_ERROR'));
    await opened(made);
    await opened(made);
    assert.equal(made.published().length, 2);
  });

  it('complains once about what cannot be published', async (t) => {
    const warn = t.mock.method(console, 'warn', () => undefined);
    const made = bench();
    made.api.answer('publish', refused('INVALID_PARAM'), refused('INVALID_PARAM'));
    await opened(made);
    assert.equal(warn.mock.callCount(), 1);
  });

  it('publishes again what a container that was not ready did not take', async () => {
    const made = bench();
    made.api.answer('publish', refused('SOFTPHONE_CONTAINER_ERROR'), ok());
    await opened(made);
    await made.clock.advance(250);
    assert.deepEqual(
      made.published().map(({ id }) => id),
      [1, 2, 1],
    );
  });

  it('tell in "Check this setup" whether they work, after what the adapter has found', async (t) => {
    t.mock.method(console, 'warn', () => undefined);
    const last = async ({ port }: Bench) => {
      const found = await port.check();
      assert.ok(found.length > 1);
      return found.at(-1);
    };
    const works = await last(await opened());
    assert.deepEqual([works?.key, works?.outcome], ['channels', 'good']);
    const made = bench();
    made.api.answer('subscribe', refused('INVALID_PARAM', 'No such channel'));
    const fails = await last(await opened(made));
    assert.deepEqual([fails?.key, fails?.outcome], ['noChannels', 'bad']);
    assert.match(fails?.values?.['problem'] ?? '', /No such channel/);
  });

  it('stays silent where no phone was introduced', async () => {
    const { api } = await opened(bench({ isMet: false }));
    assert.deepEqual(api.argsOf('subscribe'), []);
  });

  it('leaves the port as it is where no channels are configured', () => {
    const port = createOpenCtiAdapter({ page: fakePage(new FakeOpenCti()), clock: new ManualClock() });
    assert.equal(withChannels(port, {}), port);
  });
});
