import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createPeople } from '../../src/softphone/people.ts';
import type { GcEvent } from '../../src/protocol/events.ts';
import { agentState, settle, stage, TextMap } from '../session/support/stage.ts';
import { boss, users } from '../supervision/support.ts';

/** The people of a tab that leads, with what the browser does when it has nothing better to do. */
async function bench(supervisor: boolean) {
  const phone = stage();
  const { connection, store, session, clock } = phone;
  const idle: (() => void)[] = [];
  const tab = new TextMap();
  const people = createPeople({
    store,
    clock,
    idle: (run) => idle.push(run),
    databases: () => {
      throw new Error('no databases');
    },
    tabStorage: () => tab,
    send: session.send,
    onReport: (listener) => connection.onReport(listener),
    bargeInBy: 'loginId',
    crmUser: async () => undefined,
    seen: [],
  });
  await phone.start();
  phone.signIn();
  connection.say({ ...boss, supervisor } as GcEvent, agentState('NOT_READY'));
  for (const run of idle) run();
  // Asked for before, and so there before: what waits for it has heard by then.
  await import('../../src/supervision/supervision.ts');
  await settle();
  return { ...phone, people, tab, fetched: idle.length };
}

it('a supervisor’s desk is fetched once they are signed in, and does what they want', async () => {
  const { people, connection, store, tab } = await bench(true);
  people.dispatch({ type: 'watchTeam', team: '2' });
  assert.deepEqual(connection.sent('getteamusers'), ['2,true']);
  connection.say(users('1007'));
  assert.equal(store.state.supervision?.members.length, 1);
  assert.equal(tab.getItem('gc-softphone.team'), '["1001","2"]');
  people.dispose();
  people.dispatch({ type: 'loadQueues' });
  connection.say({ type: 'State', agentId: '1007', state: 'TALKING' });
  assert.equal(store.state.supervision?.members[0]?.state, 'READY', 'it hears nothing any more');
});

it('for any other agent it is not fetched, and nothing supervisory is ever sent', async () => {
  const { people, connection, store, fetched } = await bench(false);
  connection.news();
  people.dispatch({ type: 'watchTeam', team: '2' });
  people.dispatch({ type: 'memberSignOut', agentId: '1007' });
  assert.deepEqual([fetched, connection.news()], [0, []]);
  assert.equal('supervision' in store.state, false);
});
