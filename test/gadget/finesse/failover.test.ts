import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bench } from './support/bench.ts';
import { dialogData } from './support/data.ts';
import { CONFIG } from './support/library.ts';
import { opened, words } from './support/told.ts';

const DROP = { type: 'InboundCall', agentId: '1001', dialogId: '7', state: 'DROP' };

describe('a failover', () => {
  it('is said, and afterwards what has changed, once', async () => {
    const { fake, news } = await opened();
    for (const id of ['7', '8', '9']) fake.dialog(id, dialogData({ state: 'ACTIVE' }));
    news();
    fake.disconnect(() => {
      fake.end('7');
      fake.dialog('8', dialogData({ state: 'ACTIVE', own: 'HELD' }));
      fake.dialog('10', dialogData({ state: 'ALERTING' }));
    });
    fake.onDisconnect();
    assert.deepEqual(news(), [{ type: 'System', status: 'OUT_OF_SERVICE' }]);
    fake.reconnect();
    fake.onConnect();
    assert.deepEqual(news(), [{ type: 'System', status: 'IN_SERVICE' }]);
    fake.answer();
    assert.deepEqual(words(news()), [
      'InboundCall 7 DROP',
      'InboundCall 8 HELD',
      'NewInboundCall 10',
      'InboundCall 10 ALERTING',
    ]);
  });

  it('ends also what the library has forgotten to say', async () => {
    const one = await opened();
    const { fake, news } = one;
    fake.dialog('7', dialogData({ state: 'ACTIVE' }));
    fake.dialog('8', dialogData({ state: 'ACTIVE' }));
    news();
    fake.forget('7');
    assert.deepEqual(news(), [DROP]);
  });

  it('that began before the desktop was bound is said at once', async () => {
    const one = bench({ config: CONFIG });
    const opening = one.connection.open({ endpoint: 0, destination: '' });
    one.fake.onDisconnect();
    one.fake.answer();
    await opening;
    assert.deepEqual(one.news()[0], { type: 'System', status: 'OUT_OF_SERVICE' });
  });
});
