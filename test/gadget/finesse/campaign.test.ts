import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bench } from './support/bench.ts';
import { dialogData, type DialogWords } from './support/data.ts';
import { FakeDesktop } from './support/library.ts';
import { opened, words } from './support/told.ts';

describe('a campaign’s call', () => {
  const offered = { callType: 'OUTBOUND', from: '9001', state: 'ACTIVE' } satisfies DialogWords;
  const BA = { BACampaign: 'Renewals', BAStatus: 'OUTBOUND', BACustomerNumber: '+14155550199' };

  it('is held back until it says whom it is about', async () => {
    const { fake, news, clock } = await opened();
    fake.dialog('7', dialogData(offered));
    assert.deepEqual(news(), []);
    fake.dialog('7', dialogData({ ...offered, variables: BA }));
    const events = news();
    assert.deepEqual(words(events), ['NewOutboundCall 7', 'InboundCall 7 ACTIVE']);
    assert.ok(events[0]?.type === 'NewOutboundCall');
    assert.deepEqual(events[0].callVariables, BA);
    await clock.advance(5000);
    assert.deepEqual([news(), clock.pending], [[], 0]);
  });

  it('may look like any other at first', async () => {
    for (const [state, waits] of [
      ['ACTIVE', 999],
      ['ALERTING', 249],
    ] as const) {
      const { fake, news, clock } = await opened();
      const first = { ...offered, state, callType: 'OTHER_IN' };
      fake.dialog('7', dialogData(first));
      fake.dialog('7', dialogData({ ...first, actions: ['DROP'] }));
      await clock.advance(waits);
      assert.deepEqual(news(), []);
      fake.dialog('7', dialogData({ ...first, callType: 'OUTBOUND', variables: BA }));
      assert.deepEqual(words(news()), ['NewOutboundCall 7', `InboundCall 7 ${state}`]);
    }
  });

  it('has longer to say so when the agent is reserved for one', async () => {
    const { fake, news, clock } = await opened();
    fake.user({ state: 'RESERVED_OUTBOUND_PREVIEW' });
    news();
    fake.dialog('7', dialogData({ ...offered, state: 'ALERTING', callType: 'OTHER_IN' }));
    await clock.advance(999);
    assert.deepEqual(news(), []);
    await clock.advance(1);
    assert.deepEqual(words(news()), ['NewInboundCall 7', 'InboundCall 7 ALERTING']);
  });

  it('is told at once where it was there before us', async () => {
    const fake = new FakeDesktop();
    fake.dialog('7', dialogData({ ...offered, callType: 'OTHER_IN' }));
    assert.deepEqual(words((await bench({ fake }).open()).calls()), ['InboundCall 7 ACTIVE']);
  });

  it('is told all the same when it never does', async () => {
    const { fake, news, clock } = await opened();
    fake.dialog('7', dialogData(offered));
    fake.dialog('7', dialogData({ ...offered, own: 'ACTIVE', actions: ['DROP'] }));
    await clock.advance(1000);
    assert.deepEqual(words(news()), ['InboundCall 7 ACTIVE']);
    assert.equal(clock.pending, 0);
  });

  it('that ends while it is held back was none', async () => {
    const { fake, news, clock } = await opened();
    fake.dialog('7', dialogData(offered));
    fake.dialog('7', dialogData({ ...offered, actions: ['DROP'] }));
    fake.end('7');
    assert.equal(clock.pending, 0);
    await clock.advance(5000);
    assert.deepEqual([news(), clock.pending], [[], 0]);
  });

  it('offers a preview', async () => {
    const { fake, news } = await opened();
    const preview = { ...offered, callType: 'OUTBOUND_PREVIEW', state: 'ALERTING' };
    fake.dialog('7', dialogData({ ...preview, variables: { ...BA, BAStatus: 'DO' } }));
    fake.dialog('7', dialogData({ ...preview, state: 'ACCEPTED', own: 'ACCEPTED', variables: BA }));
    assert.deepEqual(words(news()), [
      'NewOutboundCall 7',
      'InboundCall 7 ALERTING',
      'InboundCall 7 ACCEPTED',
    ]);
  });
});
