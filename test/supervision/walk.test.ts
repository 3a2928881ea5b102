import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import type { GcEvent } from '../../src/protocol/events.ts';
import type { SupervisorIntent } from '../../src/state/intents.ts';
import { agentState } from '../session/support/stage.ts';
import { bench, boss, memberState, queues, users } from './support.ts';

const MEMBERS: Readonly<Record<string, readonly string[]>> = { '1': ['1002', '1003'], '2': ['1003', '1007'] };
const ids = fc.constantFrom('1002', '1003', '1007');
const states = fc.constantFrom('READY', 'NOT_READY', 'TALKING', 'LOGOUT');

type Step =
  | { readonly wish: SupervisorIntent }
  | { readonly change: readonly [string, Extract<GcEvent, { type: 'State' }>['state'], boolean] }
  | { readonly gc: 'answer' | 'refuse' | 'drop' | 'signOut' | 'reconnect' }
  | { readonly wait: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom('1', '2').map((team): Step => ({ wish: { type: 'watchTeam', team } })),
  fc.constant<Step>({ wish: { type: 'loadQueues' } }),
  ids.map((agentId): Step => ({ wish: { type: 'askMember', agentId } })),
  fc
    .tuple(fc.constantFrom('memberReady', 'memberNotReady', 'memberSignOut'), ids)
    .map(([type, agentId]): Step => ({ wish: { type, agentId } })),
  fc.tuple(ids, states, fc.boolean()).map((change): Step => ({ change })),
  fc.constantFrom('answer', 'answer', 'refuse', 'drop', 'signOut', 'reconnect').map((gc): Step => ({ gc })),
  fc.nat(4_000).map((wait): Step => ({ wait })),
);

it('whatever is wanted and told, the team on screen is the one that is watched, as GC told it last', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const s = await bench();
      const { connection, clock, store } = s;
      /** The truth at GC. */
      const truth = new Map<string, string>();
      /** The team that GC publishes to this client, and questions that GC has not answered. */
      let subscribed: string | undefined;
      let seen = connection.log.length;
      const open: { type: string; body: string }[] = [];
      const take = (): void => {
        for (const { type, body } of connection.log.slice(seen))
          open.push({ type: type.split('#')[0]!, body });
        seen = connection.log.length;
      };
      const say = (event: GcEvent): void => {
        connection.say(event);
        take();
      };
      take();
      const answer = (): void => {
        const next = open.findIndex(({ type }) => /^getteam|^getqueue/.test(type));
        const [question] = next < 0 ? [] : open.splice(next, 1);
        if (question?.type === 'getqueuelist') say(queues);
        if (question?.type === 'getteamusers') {
          subscribed = question.body.split(',')[0]!;
          const list = users(...MEMBERS[subscribed]!) as Extract<GcEvent, { type: 'Agents' }>;
          say({
            ...list,
            users: list.users.map((one) => ({
              ...one,
              state: (truth.get(one.loginId) ?? 'READY') as 'READY',
            })),
          });
        }
        if (question?.type === 'getteamuserstate')
          say({
            type: 'State',
            agentId: question.body,
            state: (truth.get(question.body) ?? 'READY') as 'READY',
          });
      };
      const comeBack = async (): Promise<void> => {
        open.splice(0);
        subscribed = undefined;
        await clock.advance(3_000);
        take();
        say(agentState('NOT_READY'));
      };

      for (const one of steps) {
        if ('wish' in one) s.wish(one.wish);
        else if ('wait' in one) await clock.advance(one.wait);
        else if ('change' in one) {
          const [agentId, state, isOwn] = one.change;
          truth.set(agentId, state);
          if (subscribed && MEMBERS[subscribed]?.includes(agentId))
            say(isOwn ? { type: 'State', agentId, state } : memberState(agentId, state));
        } else if (one.gc === 'answer') answer();
        else if (one.gc === 'refuse') {
          open.splice(0, 1);
          say({ type: 'Error', agentId: '1001', code: 'PLEASE_RETRY' });
        } else if (one.gc === 'drop') {
          connection.drop();
          await comeBack();
        } else if (one.gc === 'reconnect') {
          say({ type: 'Reconnect', destination: connection.opened.at(-1)!.destination });
          await comeBack();
        } else {
          s.do({ type: 'signOut' });
          say(agentState('LOGOUT'));
          assert.equal('supervision' in s.state, false);
          await clock.advance(1_000);
          s.signIn();
          say(boss);
          await comeBack();
        }
        take();
        const { supervision, waiting } = s.state;
        const inFlight = waiting.filter(({ command }) => command === 'getteamusers').length;
        assert.ok(inFlight <= 1, 'one list at a time');
        assert.ok(waiting.every(({ sentAt }) => clock.now() - sentAt < 10_000));
        assert.deepEqual(structuredClone(store.state), store.state);
        const { team, members = [] } = supervision ?? {};
        assert.ok(members.every(({ agentId }) => team !== undefined && MEMBERS[team]!.includes(agentId)));
      }
      // GC answers everything, and a moment passes.
      for (let turn = 0; turn < 20; turn += 1) answer();
      await clock.advance(11_000);
      const { team, phase } = s.shown ?? {};
      if (team === undefined) return;
      if (phase === 'failed') s.wish({ type: 'watchTeam', team });
      take();
      for (let turn = 0; turn < 20; turn += 1) answer();
      await clock.advance(200);
      assert.equal(s.shown?.phase, 'there');
      assert.deepEqual(
        s.rows,
        MEMBERS[team]!.map((id) => `${id} ${truth.get(id) ?? 'READY'}`),
      );
    }),
    { numRuns: 150 },
  );
});
