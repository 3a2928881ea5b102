import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { GcEvent } from '../../src/protocol/events.ts';
import type { Input } from '../../src/state/inputs.ts';
import type { WrapUpDraft } from '../../src/state/model.ts';
import { active, CASE, found, MARIA, NOW, ringing, signedIn, wrapUp } from '../support/make-state.ts';
import { logged, logsBench, settle, type Bench, type Fate } from './logs-bench.ts';

const KEY = wrapUp().key;
const gc = (event: GcEvent, at = NOW): Input => ({ type: 'gc', event, at });
const dialog = (state: 'DROP' | 'ACTIVE'): Input =>
  gc({ type: 'DialogState', agentId: '1001', dialogId: wrapUp().dialogId, state });
const note = (notes: string): Input => ({ type: 'draft', call: KEY, notes });
const reason: Input = { type: 'draft', call: KEY, reason: '22' };
const save: Input = { type: 'saved', call: KEY };
/** With a call up. */
const inCall = (...fates: readonly Fate[]): Promise<Bench> =>
  logged({ state: signedIn({ calls: [active()] }) }).then((bench) => {
    bench.crm.fates.push(...fates);
    return bench;
  });

describe('a call that was answered', () => {
  it('is in the history as soon as it is over, and holds the wrap-up once that is saved', async () => {
    const bench = await inCall();
    await bench.apply(note('mine'), dialog('DROP'));
    assert.deepEqual(bench.crm.asked, ['create'], 'before it is saved the note is the agent’s alone');
    assert.equal(bench.log()?.phase, 'written');
    assert.equal(bench.log()?.id, '00T1');
    assert.deepEqual(bench.said, []);
    await bench.apply(reason, save);
    assert.deepEqual(bench.crm.asked, ['create', 'update 00T1 mine']);
    const [{ activity, id }] = bench.crm.activities as [(typeof bench.crm.activities)[0]];
    assert.equal(id, '00T1');
    assert.equal(activity.notes, 'mine');
    assert.equal(activity.disposition, 'Invoice disputed');
    assert.deepEqual(bench.store.state.calls, []);
    assert.deepEqual(bench.said, ['notice.saved']);
    assert.equal(bench.refreshes, 2);
  });

  it('is written once when nothing is added to it', async () => {
    const bench = await inCall();
    await bench.apply(dialog('DROP'));
    await bench.apply(save);
    assert.deepEqual(bench.crm.asked, ['create']);
    assert.deepEqual(bench.store.state.calls, []);
    assert.deepEqual(bench.said, ['notice.saved']);
  });

  it('is made with everything when the agent saves before the CRM is there', async () => {
    const bench = logsBench({ state: signedIn({ calls: [active()] }) });
    bench.isReachable = false;
    bench.logs.start();
    await bench.apply(dialog('DROP'));
    await bench.apply(note('all'), save);
    assert.equal(bench.log()?.phase, 'waiting');
    bench.isReachable = true;
    await bench.clock.advance(4_000);
    assert.deepEqual(bench.crm.asked, ['create all']);
    assert.deepEqual(bench.store.state.calls, []);
  });

  it('that is saved while the CRM makes it waits for the id', async () => {
    const bench = await inCall();
    let answer: (fate: Fate) => void = () => undefined;
    bench.crm.fates.push(new Promise((resolve) => (answer = resolve)));
    await bench.apply(dialog('DROP'));
    await bench.apply(note('late'), save, note('too late'));
    assert.deepEqual(bench.crm.asked, ['create']);
    answer('done');
    await settle();
    assert.deepEqual(bench.crm.asked, ['create', 'update 00T1 late']);
    assert.deepEqual(bench.store.state.calls, []);
  });

  it('goes to the record that was chosen meanwhile', async () => {
    const bench = await logged({ state: signedIn({ calls: [active({ match: found(MARIA, CASE) })] }) });
    await bench.apply(dialog('DROP'));
    assert.deepEqual(bench.crm.of(KEY)[0]?.records, [MARIA], 'the only person among them');
    await bench.apply({ type: 'match', call: KEY, match: { ...found(MARIA, CASE), related: CASE.id } }, save);
    assert.deepEqual(bench.crm.of(KEY)[0]?.records, [CASE, MARIA]);
  });

  it('that comes back after its wrap-up was saved is changed, and not made again', async () => {
    const bench = await inCall();
    await bench.apply(dialog('DROP'));
    let answer: (fate: Fate) => void = () => undefined;
    bench.crm.fates.push(new Promise((resolve) => (answer = resolve)));
    await bench.apply(note('n'), save);
    await bench.apply(dialog('ACTIVE'));
    answer('done');
    await settle();
    await bench.apply(
      gc({ type: 'DialogState', agentId: '1001', dialogId: wrapUp().dialogId, state: 'DROP' }, NOW + 9000),
    );
    assert.equal(bench.crm.activities.length, 1);
    assert.equal(bench.crm.of(KEY)[0]?.durationSeconds, 106);
    assert.deepEqual(bench.store.state.calls, []);
  });
});

describe('a call that nobody answered', () => {
  const missed = (log: 'answered' | 'all') =>
    logged({ state: signedIn({ setup: { log }, calls: [ringing()] }), subject: '{outcome}' });

  it('is made at once where all are wanted', async () => {
    const bench = await missed('all');
    await bench.apply(dialog('DROP'));
    assert.equal(bench.crm.of(KEY)[0]?.subject, 'Missed');
    assert.deepEqual(bench.store.state.calls, []);
  });

  it('is not in the history otherwise, and neither is anything where nothing is wanted', async () => {
    const bench = await missed('answered');
    await bench.apply(dialog('DROP'));
    assert.deepEqual(bench.crm.asked, []);
    const none = await logged({ state: signedIn({ setup: { log: 'none' }, calls: [active()] }) });
    await none.apply(dialog('DROP'), save);
    assert.deepEqual([none.crm.asked, none.disk.entries.size], [[], 0]);
  });
});

describe('a consult call', () => {
  it('is neither kept nor written', async () => {
    const bench = await logged({ state: signedIn({ calls: [active({ direction: 'consult' })] }) });
    await bench.apply(note('n'), dialog('DROP'));
    assert.deepEqual([bench.crm.asked, bench.disk.entries.size], [[], 0]);
  });
});

describe('what the CRM answers', () => {
  for (const code of ['unavailable', 'failed'] as const) {
    it(`${code}: is tried again by itself, after 2 s, 4 s … 5 min`, async () => {
      const bench = await inCall(...Array<Fate>(10).fill(code));
      await bench.apply(dialog('DROP'));
      const pauses: number[] = [];
      for (let tries = 1; tries <= 9; tries += 1) {
        assert.equal(bench.log()?.tries, tries);
        const pause = bench.log()!.nextAt! - bench.clock.now();
        pauses.push(pause / 1000);
        await bench.clock.advance(pause - 1000);
        assert.equal(bench.crm.asked.length, tries, 'not sooner');
        await bench.clock.advance(1000);
        assert.equal(bench.crm.asked.length, tries + 1);
      }
      assert.deepEqual(pauses, [2, 4, 8, 16, 32, 64, 128, 256, 300]);
      await bench.clock.advance(300_000);
      assert.equal(bench.log()?.phase, 'written');
      assert.equal(bench.log()?.tries, 0);
      assert.deepEqual(bench.alerts(), []);
    });
  }

  for (const code of ['denied', 'invalid'] as const) {
    it(`${code}: is not tried again until the agent says so, and names the fields`, async () => {
      const bench = await inCall(code, code);
      bench.crm.fields = { Tier__c: 'too long' };
      await bench.apply(dialog('DROP'));
      assert.equal(bench.log()?.phase, 'refused');
      assert.deepEqual(bench.alerts(), [], 'the wrap-up may be what was missing');
      await bench.apply(note('n'), save);
      assert.deepEqual(bench.crm.asked, ['create', 'create n']);
      assert.deepEqual(bench.log()?.fields, { Tier__c: 'too long' });
      assert.deepEqual(bench.alerts(), ['notice.logFailed']);
      await bench.clock.advance(3_600_000);
      assert.equal(bench.crm.asked.length, 2);
      bench.logs.again(KEY);
      await settle();
      assert.deepEqual(bench.store.state.calls, []);
      assert.equal(bench.crm.of(KEY)[0]?.notes, 'n');
    });
  }

  it('nothing, to a creation: is not tried again by itself, saved or not', async () => {
    const bench = await inCall('doneUnsaid');
    await bench.apply(dialog('DROP'));
    assert.equal(bench.log()?.phase, 'unconfirmed');
    await bench.apply(note('n'), save);
    await bench.clock.advance(3_600_000);
    assert.deepEqual(bench.crm.asked, ['create']);
    assert.equal(bench.log()?.phase, 'unconfirmed');
    assert.equal(bench.log()?.activity.notes, 'n', 'what would be sent');
    bench.logs.again(KEY);
    await settle();
    assert.deepEqual(bench.crm.asked, ['create', 'create n']);
    assert.deepEqual(bench.store.state.calls, []);
  });

  it('nothing, to a creation, where it writes by key: is sent again', async () => {
    const bench = await inCall('doneUnsaid');
    bench.crm.keyedWrite = true;
    await bench.apply(dialog('DROP'));
    await bench.apply(note('n'), save);
    await bench.clock.advance(2_000);
    assert.equal(bench.crm.activities.length, 1);
    assert.equal(bench.crm.of(KEY)[0]?.notes, 'n');
  });

  it('nothing, to a change: is sent again', async () => {
    const bench = await inCall('done', 'unconfirmed');
    await bench.apply(dialog('DROP'));
    await bench.apply(note('n'), save);
    assert.equal(bench.log()?.phase, 'waiting');
    await bench.clock.advance(2_000);
    assert.deepEqual(bench.crm.asked, ['create', 'update 00T1 n', 'update 00T1 n']);
    assert.deepEqual(bench.store.state.calls, []);
  });

  it('is tried at once when the agent saves', async () => {
    const bench = await inCall('unavailable', 'unavailable', 'unavailable');
    await bench.apply(dialog('DROP'));
    await bench.clock.advance(6_000);
    await bench.apply(note('n'), save);
    assert.deepEqual(bench.crm.asked.at(-1), 'create n');
    assert.deepEqual(bench.store.state.calls, []);
  });

  it('no id: what the wrap-up adds is not lost, and the next calls wait for theirs', async () => {
    const bench = await inCall();
    bench.crm.tellsIds = false;
    await bench.apply(dialog('DROP'));
    await bench.apply(note('n'), save);
    assert.deepEqual(bench.crm.asked, ['create']);
    assert.equal(bench.log()?.phase, 'refused');
    assert.equal(bench.log()?.problem, 'notice.logNoId');
    bench.logs.forget(KEY);
    await bench.apply({ type: 'recovered', calls: [wrapUp({ key: 'next' })] });
    await bench.apply({ type: 'draft', call: 'next', notes: 'm' }, { type: 'saved', call: 'next' });
    assert.deepEqual(bench.crm.asked, ['create', 'create m']);
    assert.deepEqual(bench.store.state.calls, []);
  });

  it('is not waited for any more once the agent has seen it there', async () => {
    const bench = await inCall('doneUnsaid');
    await bench.apply(dialog('DROP'), save);
    bench.logs.forget(KEY);
    await settle();
    assert.deepEqual(bench.store.state.calls, []);
    assert.deepEqual(bench.said, []);
    assert.equal(bench.disk.get(KEY)?.call, undefined);
  });

  it('cannot take the wrap-up of a call away that is not saved', async () => {
    const bench = await inCall('doneUnsaid');
    await bench.apply(dialog('DROP'));
    bench.logs.forget(KEY);
    assert.equal(bench.call()?.phase, 'wrapUp');
  });

  it('once the softphone is gone starts nothing more', async () => {
    const bench = await inCall('failed');
    await bench.apply(dialog('DROP'));
    bench.logs.dispose();
    await bench.clock.advance(3_600_000);
    assert.equal(bench.crm.asked.length, 1);
    assert.equal(bench.clock.pending, 0);
  });
});

describe('an activity', () => {
  it('holds the words of the agent’s own session, though nobody is signed in any more', async () => {
    const draft: WrapUpDraft = { notes: '' };
    const bench = await logged({
      state: signedIn({ calls: [active({ draft })] }),
      fields: { Agent__c: '{agentName}', Result__c: '{wrapUpLabel}' },
    });
    bench.crm.fates.push('failed', 'failed');
    await bench.apply(dialog('DROP'));
    await bench.apply(reason, note('n'), save);
    await bench.apply({ type: 'signedOut', keepCalls: false });
    await bench.clock.advance(4_000);
    const [activity] = bench.crm.of(KEY);
    assert.deepEqual(activity?.fields, { Agent__c: 'Ada Lovelace', Result__c: 'Invoice disputed' });
    assert.deepEqual([activity?.notes, activity?.disposition], ['n', 'Invoice disputed']);
  });
});
