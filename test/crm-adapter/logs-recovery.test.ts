import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { GcEvent } from '../../src/protocol/events.ts';
import type { Input } from '../../src/state/inputs.ts';
import type { SoftphoneState } from '../../src/state/model.ts';
import { snapshotOf } from '../../src/state/snapshot.ts';
import { active, AGENT, ago, FORM, NOW, signedIn, signedOut, wrapUp } from '../support/make-state.ts';
import { Disk, History, logged, settle, type Bench, type Fate } from './logs-bench.ts';

const KEY = wrapUp().key;
const gc = (event: GcEvent, at = NOW): Input => ({ type: 'gc', event, at });
const dialog = (state: 'DROP' | 'ACTIVE' | 'NOT_FOUND', at = NOW): Input =>
  gc({ type: 'DialogState', agentId: '1001', dialogId: wrapUp().dialogId, state }, at);
const note = (notes: string): Input => ({ type: 'draft', call: KEY, notes });
const save: Input = { type: 'saved', call: KEY };
const out: Input = { type: 'signedOut', keepCalls: false };
const signIn = (agentId: string): readonly Input[] => [
  { type: 'agent', agent: { ...AGENT, agentId } },
  { type: 'signIn', signIn: { phase: 'signedIn' } },
];
const never = new Promise<Fate>(() => undefined);

/** A page with a call up, on a disk and a CRM that outlive it. */
async function first(change: Partial<History> = {}, state: SoftphoneState = signedIn({ calls: [active()] })) {
  const bench = await logged({ crm: Object.assign(new History(), change), disk: new Disk(), state });
  return bench;
}

/** The browser crashes: a new page, with what the disk has and, where it is given, a snapshot. */
async function next(
  { disk, crm, clock, ...bench }: Bench,
  state: SoftphoneState = signedOut(),
): Promise<Bench> {
  bench.end();
  return logged({ disk, crm, clock, state });
}

const kept = ({ store }: Bench): SoftphoneState => {
  const snapshot = structuredClone(snapshotOf(store.state, FORM)!);
  return { ...signedIn({ calls: snapshot.calls }), ended: snapshot.ended };
};

describe('after a crash of the browser', () => {
  it('a call that waited for its wrap-up is back with its note, and changed in the history, not made again', async () => {
    const before = await first();
    await before.apply(dialog('DROP'));
    await before.apply(note('typed'));
    const after = await next(before);
    assert.equal(after.call()?.phase, 'wrapUp');
    assert.equal(after.call()?.draft.notes, 'typed');
    assert.deepEqual(after.crm.asked, ['create']);
    await after.apply(save);
    assert.deepEqual(after.crm.asked, ['create', 'update 00T1 typed']);
    assert.deepEqual(after.store.state.calls, []);
  });

  it('a call that was being made may be there: the agent is asked to look', async () => {
    const before = await first();
    before.crm.fates.push(never);
    await before.apply(dialog('DROP'));
    const after = await next(before);
    assert.equal(after.log()?.phase, 'unconfirmed');
    assert.equal(after.log()?.problem, 'notice.logUnconfirmed');
    await after.clock.advance(3_600_000);
    assert.equal(after.crm.asked.length, 1);
  });

  it('a call that waited for its turn is sent as soon as its agent is back, however long it was still to wait', async () => {
    const before = await first();
    before.crm.fates.push(...Array<Fate>(8).fill('unavailable'));
    await before.apply(dialog('DROP'));
    await before.apply(save);
    await before.clock.advance(300_000);
    assert.equal(before.log()?.phase, 'waiting');
    assert.equal(before.crm.fates.length, 0);
    const asked = before.crm.asked.length;
    before.crm.fates.push('unavailable');
    const after = await next(before);
    assert.equal(after.crm.asked.length, asked + 1);
    // And then not as late as the page before would have.
    await after.clock.advance(2_000);
    assert.equal(after.crm.asked.length, asked + 2);
    assert.deepEqual(after.store.state.calls, []);
  });

  it('a call that was being made is sent again where the CRM writes by key', async () => {
    const before = await first({ keyedWrite: true });
    before.crm.fates.push(never);
    await before.apply(dialog('DROP'));
    const after = await next(before);
    assert.equal(after.log()?.phase, 'written');
  });

  it('a call that was being changed is changed again', async () => {
    const before = await first();
    await before.apply(dialog('DROP'));
    before.crm.fates.push(never);
    await before.apply(note('n'), save);
    const after = await next(before);
    assert.deepEqual(after.crm.asked, ['create', 'update 00T1 n', 'update 00T1 n']);
    assert.deepEqual(after.store.state.calls, []);
  });

  it('a call that the CRM has is not brought back by a snapshot from before', async () => {
    const before = await first();
    await before.apply(dialog('DROP'));
    const snapshot = kept(before);
    await before.apply(note('n'), save);
    const after = await next(before, snapshot);
    assert.deepEqual(after.store.state.calls, []);
    assert.deepEqual(after.crm.asked, ['create', 'update 00T1 n']);
  });

  it('of a snapshot and the outbox the later counts, for each part of a call', async () => {
    const before = await first();
    await before.apply(note('first'));
    const snapshot = kept(before);
    await before.apply(dialog('DROP'));
    await before.apply(note('second'));
    const after = await next(before, snapshot);
    assert.equal(after.call()?.phase, 'wrapUp');
    assert.equal(after.call()?.draft.notes, 'second');
    assert.equal(after.log()?.id, '00T1');
    assert.deepEqual(after.crm.asked, ['create']);
  });

  it('what the disk did not have yet is in the snapshot of a reload', async () => {
    const before = await first();
    await before.apply(dialog('DROP'));
    await before.apply(note('on disk'));
    before.disk.worksAtOnce = false;
    await before.apply(note('typed last'), save);
    const snapshot = kept(before);
    before.end();
    before.disk.worksAtOnce = true;
    const after = await next(before, snapshot);
    assert.equal(after.crm.of(KEY)[0]?.notes, 'typed last');
    assert.deepEqual(after.store.state.calls, []);
  });

  it('a mark is of the call it was made for, not of a later one with its key', async () => {
    const before = await first();
    await before.apply(dialog('DROP'));
    await before.apply(save);
    await before.clock.advance(60_000);
    const again = active({ firstSeen: before.clock.now() });
    const after = await next(before, signedIn({ calls: [again] }));
    assert.deepEqual(after.call(), again);
  });
});

describe('a call that was up when the browser crashed', () => {
  it('comes back to its agent, who is asked for, and goes on where GC has it', async () => {
    const before = await first();
    await before.apply(note('mid'));
    const after = await next(before);
    assert.deepEqual(after.store.state.calls, [], 'nobody is signed in');
    await after.apply(...signIn('1001'));
    assert.equal(after.call()?.phase, 'active');
    assert.equal(after.asksOfCalls, 1);
    await after.apply(dialog('ACTIVE', NOW + 600_000), dialog('DROP', NOW + 700_000));
    const call = after.call()!;
    assert.equal(call.phase === 'wrapUp' && call.endedAt, NOW + 700_000);
    assert.equal(call.draft.notes, 'mid');
  });

  it('is over since it was last known where GC has it no more', async () => {
    const before = await first();
    await before.clock.advance(95_000);
    const after = await next(before);
    await after.clock.advance(3_600_000);
    await after.apply(...signIn('1001'));
    await after.apply(dialog('NOT_FOUND', after.clock.now()));
    const call = after.call()!;
    assert.equal(call.phase === 'wrapUp' && call.endedAt, NOW + 90_000);
    assert.equal('lastSeen' in call, false);
    assert.equal(after.crm.of(KEY)[0]?.durationSeconds, 97 + 90);
  });

  it('is one with the call that GC has told of already, be it only that it is up', async () => {
    const dialled = active({ direction: 'campaign', dialled: true });
    const before = await first({}, signedIn({ calls: [dialled] }));
    await before.apply({ type: 'draft', call: KEY, notes: 'mid', reason: '22' });
    const after = await next(before, signedOut());
    const anew = active({ firstSeen: NOW + 5, answeredAt: NOW + 5, draft: { notes: 'new' } });
    const bare = { ...anew, number: '', variables: { callVariable1: 'Silver' } };
    await after.apply({ type: 'recovered', calls: [bare] }, ...signIn('1001'));
    const { firstSeen, draft, ...call } = after.call()!;
    assert.equal(firstSeen, active().firstSeen);
    assert.equal(call.phase === 'active' && call.answeredAt, active().answeredAt);
    assert.equal(draft.notes, 'mid\nnew');
    assert.equal(draft.reason, '22');
    assert.deepEqual([call.number, call.direction, call.dialled], [dialled.number, 'campaign', true]);
    assert.deepEqual(call.variables, { ...dialled.variables, callVariable1: 'Silver' });
  });
});

describe('whose calls', () => {
  it('another agent does not see them, and the own agent does again, with nothing lost', async () => {
    const page = await first({ user: { org: 'org' } });
    page.crm.fates.push('failed');
    await page.apply(dialog('DROP'));
    await page.apply(note('mine'), out, ...signIn('1002'));
    assert.deepEqual(page.store.state.calls, []);
    await page.clock.advance(3_600_000);
    assert.equal(page.crm.asked.length, 1, 'nor are they delivered');
    assert.deepEqual([page.disk.get(KEY)?.owner, page.disk.entries.size], ['org/agent:1001', 1]);
    await page.apply(out, ...signIn('1001'));
    assert.equal(page.call()?.draft.notes, 'mine');
    assert.equal(page.log()?.phase, 'written');
  });

  it('are nobody’s before the agent is known, where the CRM does not tell the user', async () => {
    const before = await first({ user: { org: 'org' } });
    await before.apply(dialog('DROP'));
    const after = await next(before);
    assert.deepEqual(after.store.state.calls, []);
    await after.apply(...signIn('1001'));
    assert.equal(after.call()?.phase, 'wrapUp');
  });

  it('are not those of another user of the CRM', async () => {
    const before = await first();
    await before.apply(dialog('DROP'));
    before.crm.user = { org: 'org', id: 'eve' };
    const eve = await next(before, signedIn());
    assert.deepEqual(eve.store.state.calls, []);
    eve.crm.user = { org: 'other', id: 'ada' };
    assert.deepEqual((await next(eve, signedIn())).store.state.calls, []);
  });

  it('are still told of an answer that comes when their agent is gone', async () => {
    const page = await first({ user: { org: 'org' } });
    let answer: (fate: Fate) => void = () => undefined;
    page.crm.fates.push(new Promise((resolve) => (answer = resolve)));
    await page.apply(dialog('DROP'));
    await page.apply(out, ...signIn('1002'));
    answer('done');
    await settle();
    await page.apply(out, ...signIn('1001'));
    assert.equal(page.log()?.id, '00T1');
    assert.equal(page.crm.asked.length, 1);
  });

  it('are kept also while the CRM cannot be reached, from the moment that it can', async () => {
    const page = await first();
    page.isReachable = false;
    const { disk, crm, clock } = page;
    page.end();
    const late = await logged({ disk: new Disk(), crm, clock });
    assert.ok(disk);
    late.isReachable = false;
    await late.apply({ type: 'recovered', calls: [active()] }, note('n'), out);
    assert.deepEqual(late.store.state.calls, [], 'signed out with a call up');
    late.isReachable = true;
    await late.clock.advance(30_000);
    assert.equal(late.disk.get(KEY)?.call?.draft.notes, 'n');
  });
});

describe('what is kept', () => {
  it('is one write at a time for each call, and the latest after it', async () => {
    const page = await first();
    page.disk.worksAtOnce = false;
    for (const text of ['a', 'ab', 'abc', 'abcd']) await page.apply(note(text));
    page.disk.work(1);
    await settle();
    assert.equal(page.disk.get(KEY)?.call?.draft.notes, 'a');
    page.disk.work(1);
    assert.equal(page.disk.get(KEY)?.call?.draft.notes, 'abcd');
    assert.equal(page.disk.work(), undefined);
  });

  it('is on the disk before the CRM is asked', async () => {
    const page = await first();
    page.disk.worksAtOnce = false;
    await page.apply(dialog('DROP'));
    for (let step = 0; step < 10 && page.crm.asked.length === 0; step += 1) {
      assert.notEqual(page.disk.get(KEY)?.call?.log?.phase, 'writing');
      page.disk.work(1);
      await settle();
    }
    assert.deepEqual(page.crm.asked, ['create']);
    assert.equal(page.disk.get(KEY)?.call?.log?.phase, 'writing');
  });

  it('is a mark without content once the CRM has the call', async () => {
    const page = await first();
    await page.apply(dialog('DROP'));
    await page.apply(note('secret'), save);
    assert.deepEqual(
      [...page.disk.entries.values()],
      [{ owner: 'org/ada', key: KEY, keptAt: page.clock.now() }],
    );
  });

  it('of a call that nobody has heard of for long is from the last minute', async () => {
    const page = await first({}, signedIn({ calls: [active({ firstSeen: ago(1) })] }));
    await page.clock.advance(600_000);
    assert.ok(page.clock.now() - page.disk.get(KEY)!.keptAt <= 60_000);
  });
});
