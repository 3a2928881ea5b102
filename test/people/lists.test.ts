import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { command } from '../../src/protocol/commands.ts';
import type { GcEvent } from '../../src/protocol/events.ts';
import { createLists } from '../../src/softphone/lists.ts';
import { error, stage } from '../session/support/stage.ts';

const all = command('getallagents', '1001');
const team = (teamId: string) => command('getteamusers', '1001', { teamId, subscribe: true });
const agents: GcEvent = { type: 'Agents', agentId: '1001', users: [] };
const queues: GcEvent = { type: 'QueueList', agentId: '1001', queues: [] };

async function bench() {
  const phone = await stage().in();
  const lists = createLists(phone.store, phone.session.send);
  const settled: string[] = [];
  return {
    ...phone,
    lists,
    settled,
    ask: (what: Parameters<typeof lists.ask>[0], name: string) =>
      lists.ask(what, (answer) => settled.push(`${name} ${answer?.type ?? 'failed'}`)),
    sent: () => phone.connection.news().filter((one) => one.startsWith('get')),
  };
}

describe('lists whose answers look alike', () => {
  it('are asked for one after another, each answer to its own', async () => {
    const { ask, sent, settled, connection } = await bench();
    ask(all, 'all');
    ask(team('1'), 'one');
    ask(team('2'), 'two');
    assert.deepEqual(sent(), ['getallagents']);
    connection.say(agents);
    assert.deepEqual([settled, sent()], [['all Agents'], ['getteamusers']]);
    connection.say(agents, agents);
    assert.deepEqual(settled, ['all Agents', 'one Agents', 'two Agents']);
  });

  it('one that is wanted on an answer goes out once, after those that wait', async () => {
    const { lists, ask, sent, connection } = await bench();
    lists.ask(all, () => ask(team('3'), 'three'));
    connection.say(agents);
    assert.deepEqual(sent(), ['getallagents', 'getteamusers']);
    lists.ask(team('1'), () => ask(team('4'), 'four'));
    ask(team('2'), 'two');
    connection.say(agents, agents);
    assert.deepEqual(connection.sent('getteamusers').slice(-2), ['1,true', '2,true']);
  });

  it('fail together: a late answer would be taken for the next one’s', async () => {
    const { ask, sent, settled, connection, clock } = await bench();
    ask(all, 'all');
    ask(team('1'), 'one');
    await clock.advance(10_000);
    assert.deepEqual([settled, sent()], [['all failed', 'one failed'], ['getallagents']]);
    ask(team('1'), 'again');
    connection.say(error('GENERAL_ERROR'));
    assert.deepEqual(settled.at(-1), 'again failed');
  });

  it('do not wait for those that are answered otherwise', async () => {
    const { ask, sent, settled, connection } = await bench();
    ask(all, 'all');
    ask(command('getqueuelist', '1001'), 'queues');
    assert.deepEqual(sent(), ['getallagents', 'getqueuelist']);
    connection.say(queues, agents);
    assert.deepEqual(settled, ['queues QueueList', 'all Agents']);
  });

  it('have failed at once while GC is out of reach, and nothing is sent later', async () => {
    const { ask, sent, settled, connection, clock } = await bench();
    connection.drop();
    ask(all, 'all');
    assert.deepEqual(settled, ['all failed']);
    await clock.advance(3_000);
    assert.ok(!sent().includes('getallagents'));
  });
});
