import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { GcEvent } from '../../src/protocol/events.ts';
import { createMemory } from '../../src/session/memory.ts';
import { createSession, type SessionIntent } from '../../src/session/session.ts';
import { createLists } from '../../src/softphone/lists.ts';
import { keptOf } from '../../src/softphone/desk.ts';
import type { SupervisorIntent } from '../../src/state/intents.ts';
import type { Store } from '../../src/state/store.ts';
import { createSupervision } from '../../src/supervision/supervision.ts';
import type { Home } from '../../src/tabs/messages.ts';
import { agentState, FakeConnection, SESSION, TextMap } from '../session/support/stage.ts';
import { FORM } from '../support/make-state.ts';
import { FakeBrowser, type FakeTab } from '../tabs/support/browser.ts';
import { boss, memberState, memory, queues, users } from './support.ts';
import { EMPTY_FORM } from '../../src/state/initial.ts';

const SUPERVISING = /^(watchTeam|askMember|loadQueues|monitor|bargeIn|endMonitoring|member)/;

/** Tabs of one browser, each with a session and a supervisor's desk once it leads. */
function browser() {
  const self = new FakeBrowser();
  const connections: FakeConnection[] = [];
  const open = (): FakeTab => {
    const parts: { store?: Store } = {};
    const lead = (home: Home | undefined) => {
      const connection = new FakeConnection();
      connections.push(connection);
      const { clock } = self;
      const store = parts.store!;
      const tab = new TextMap();
      let destination = '';
      const session = createSession({
        connection,
        store,
        clock,
        random: () => 0.5,
        randomBytes: (into) => into.fill(7),
        form: EMPTY_FORM,
        memory: {
          ...createMemory({
            tab: () => tab,
            browser: () => tab,
            now: clock.now,
            rememberAgent: false,
            onDenied: () => undefined,
          }),
          save: (kept) => ({ destination } = kept),
        },
        config: SESSION,
      });
      const desk = createSupervision({
        store,
        clock,
        send: session.send,
        lists: createLists(store, session.send),
        onReport: (listener) => connection.onReport(listener),
        bargeInBy: 'loginId',
        choice: memory(),
      });
      session.start(home && keptOf(home, store, clock.now()));
      return {
        get home() {
          return { destination, invalidated: false, form: FORM };
        },
        dispatch: (intent: { readonly type: string }) => {
          if (SUPERVISING.test(intent.type)) desk.dispatch(intent as SupervisorIntent);
          else session.dispatch(intent as SessionIntent);
        },
        farewell: () => undefined,
        dispose() {
          desk.stop();
          session.dispose();
        },
      };
    };
    const tab = self.open({ lead });
    parts.store = tab.store;
    return tab;
  };
  return { self, open, connections };
}

it('a second tab shows the team, may act on it, and goes on with it when the first is gone', async () => {
  const { self, open, connections } = browser();
  const first = open();
  await self.settle();
  const second = open();
  await self.settle();
  const [gc] = connections;
  const say = (...events: readonly GcEvent[]) => gc!.say(...events);
  first.dispatch({ type: 'signIn', form: FORM, password: 'pass-word' });
  say(boss, agentState('NOT_READY'), queues);
  second.dispatch({ type: 'watchTeam', team: '1' });
  await self.settle();
  say(users('1002', '1003'));
  await self.advance(200);
  const shown = (tab: FakeTab) => tab.store.state.supervision;
  assert.equal(shown(second)?.members.length, 2);
  assert.deepEqual(shown(second), shown(first));
  const [, untouched] = shown(second)!.members;
  say(memberState('1002', 'TALKING'));
  await self.advance(200);
  assert.equal(shown(second)?.members[0]?.state, 'TALKING');
  assert.equal(shown(second)?.members[1], untouched, 'what has not changed is not drawn again');
  second.dispatch({ type: 'memberSignOut', agentId: '1003' });
  await self.settle();
  assert.deepEqual(
    gc!.log.filter(({ type }) => type.startsWith('Logout')),
    [{ type: 'Logout#1003', body: '' }],
  );

  first.close();
  await self.settle();
  const heir = connections.at(-1)!;
  assert.notEqual(heir, gc);
  assert.equal(shown(second)?.members.length, 2, 'it stays on the screen');
  assert.deepEqual(heir.sent('getteamusers'), [], 'not before GC has said who is in');
  heir.say(agentState('NOT_READY'));
  assert.deepEqual(heir.sent('getteamusers'), ['1,true']);
  assert.equal(shown(second)?.members.length, 2);
  heir.say(users('1002'));
  heir.say(memberState('1002', 'READY'));
  await self.advance(200);
  assert.deepEqual(
    shown(second)?.members.map(({ agentId, state }) => [agentId, state]),
    [['1002', 'READY']],
  );
});
