import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { command } from '../../../src/protocol/commands.ts';
import type { GcEvent } from '../../../src/protocol/events.ts';
import { settle } from '../../session/support/stage.ts';
import { runs } from '../../protocol/support/runs.ts';
import { bench } from './support/bench.ts';
import { dialogData, type DialogWords } from './support/data.ts';

const KINDS: readonly Partial<DialogWords>[] = [
  {},
  { from: '2001', to: '2002', callType: 'CONSULT' },
  { from: '2001', to: '2002', callType: 'SUPERVISOR_MONITOR' },
  { from: '2001', to: '+14155550123', callType: 'OUT' },
  { callType: 'OUTBOUND' },
  { callType: 'OTHER_IN' },
  { callType: 'OUTBOUND', variables: { BAStatus: 'OUTBOUND' } },
];
const STATES: readonly Pick<DialogWords, 'state' | 'own'>[] = [
  { state: 'INITIATED' },
  { state: 'ALERTING' },
  { state: 'ACTIVE' },
  { state: 'ACTIVE', own: 'HELD' },
  { state: 'FAILED' },
  { state: 'DROPPED', own: 'WRAP_UP' },
];

const id = fc.constantFrom('7', '8', '9');
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('dialog' as const), id, state: fc.constantFrom(...STATES) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('end' as const), id }) },
  fc.record({ do: fc.constant('agent' as const), state: fc.constantFrom('READY', 'TALKING', 'NOT_READY') }),
  fc.record({ do: fc.constantFrom('away', 'back', 'wait', 'error', 'reopen', 'ask', 'again') }),
);

/** What the calls are, as far as they were told. */
function told(calls: Map<string, string>, events: readonly GcEvent[]): void {
  for (const event of events) {
    if (event.type !== 'InboundCall' && event.type !== 'ConsultCall') continue;
    const { dialogId = '' } = event;
    const before = calls.get(dialogId);
    const now = JSON.stringify(event);
    assert.notEqual(now, before, 'told twice');
    if (event.state === 'DROP') {
      assert.ok(before, 'a call ended that was never told');
      calls.delete(dialogId);
    } else calls.set(dialogId, now);
  }
}

test('whatever happens, each change is told once, and in the end what is told is what there is', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 40 }),
      fc.array(fc.constantFrom(...KINDS), { minLength: 3, maxLength: 3 }),
      async (steps, kinds) => {
        const one = await bench().open();
        const { fake } = one;
        const kindOf = (dialogId: string) => kinds[Number(dialogId) - 7]!;
        const calls = new Map<string, string>();
        let isAway = false;
        for (const what of steps) {
          if (what.do === 'dialog' || what.do === 'end') {
            const change = (): void => {
              if (what.do === 'end') fake.end(what.id);
              else fake.dialog(what.id, dialogData({ ...kindOf(what.id), ...what.state }));
            };
            if (isAway) fake.disconnect(change);
            else change();
          } else if (what.do === 'agent') fake.user({ state: what.state });
          else if (what.do === 'away') {
            isAway = true;
            fake.disconnect();
          } else if (what.do === 'back') {
            isAway = false;
            fake.reconnect();
            fake.answer();
          } else if (what.do === 'wait') await one.clock.advance(1500);
          else if (what.do === 'reopen') {
            one.connection.close();
            assert.deepEqual([fake.handlerCount, fake.subscriptions], [0, 0]);
            calls.clear();
            one.news();
            isAway = false;
            await one.open();
          } else if (what.do === 'ask') await one.send(command('GetState', '1001'));
          else if (what.do === 'again') for (const [key, data] of fake.dialogs) fake.dialog(key, data);
          else if (fake.requests.length > 0) fake.refuse('CF_GENERIC_OPERATION');
          else one.connection.send(command('MakeCall', '1001', { otherPartyNumber: '1' }));
          told(calls, one.news());
        }
        fake.reconnect();
        fake.answer();
        await one.clock.advance(1500);
        await settle();
        told(calls, one.news());
        assert.deepEqual([...calls.keys()].sort(), [...fake.dialogs.keys()].sort());
        one.connection.close();
        assert.deepEqual([fake.handlerCount, one.clock.pending], [0, 0]);
      },
    ),
    runs(150),
  );
});

test('after two thousand calls nothing of them is left', async () => {
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void;
  const one = await bench().open();
  const { fake } = one;
  one.news();
  const handlers = fake.handlerCount;
  const objects = fake.objects.length;
  const dialogs: WeakRef<object>[] = [];
  for (let call = 1; call <= 2000; call += 1) {
    const dialogId = String(call);
    for (const state of ['ALERTING', 'ACTIVE']) fake.dialog(dialogId, dialogData({ state }));
    one.connection.send(command('HoldCall', '1001', { dialogId }));
    one.connection.send(command('wrapup', '1001', { dialogId, wrapupReason: 'Sale' }));
    fake.end(dialogId);
    assert.equal(one.news().length, 4);
    // The library keeps them, and every request with its handlers; this one forgets.
    for (const object of fake.objects.splice(objects)) dialogs.push(new WeakRef(object));
    fake.requests.length = 0;
  }
  assert.equal(fake.handlerCount, handlers);
  assert.equal(dialogs.length, 2000);
  await settle();
  collect();
  const kept = dialogs.filter((one) => one.deref() !== undefined);
  // The one that ended last takes a wrap-up reason still.
  assert.ok(kept.length <= 1, `${kept.length} dialogs are kept`);
  one.connection.close();
});
