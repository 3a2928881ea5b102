import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outboxOn, type Outbox } from '../../crm-adapter/outbox.ts';
import type { Shelf } from '../../crm-adapter/outbox-shelf.ts';
import { NOW, wrapUp } from '../support/make-state.ts';
import { Disk } from './logs-bench.ts';

const DAY = 24 * 3_600_000;
const KEY = wrapUp().key;

interface OutboxBench {
  readonly outbox: Outbox;
  /** How often it was said that nothing is kept. */
  denials: number;
  now: number;
  /** The three seconds are over. */
  ring(): void;
}

function outboxBench(shelf: Shelf = new Disk().shelf()): OutboxBench {
  const timers: (() => void)[] = [];
  const bench: OutboxBench = {
    denials: 0,
    now: NOW,
    ring: () => timers.splice(0).forEach((run) => run()),
    outbox: outboxOn(shelf, {
      now: () => bench.now,
      after: (delay, run) => {
        assert.equal(delay, 3_000);
        timers.push(run);
      },
      onDenied: () => (bench.denials += 1),
    }),
  };
  return bench;
}

describe('the outbox', () => {
  it('gives back what was kept last, to its owner alone', async () => {
    const { outbox } = outboxBench();
    await outbox.put('org/ada', wrapUp());
    await outbox.put('org/ada', wrapUp({ draft: { notes: 'later' } }));
    const [entry, ...more] = await outbox.load('org/ada');
    assert.deepEqual(entry, {
      owner: 'org/ada',
      key: KEY,
      keptAt: NOW,
      call: wrapUp({ draft: { notes: 'later' } }),
    });
    assert.deepEqual(more, []);
    assert.deepEqual(await outbox.load('org/eve'), []);
  });

  it('throws what is older than thirty days away, whosesoever it is, and marks after one', async () => {
    const disk = new Disk();
    const bench = outboxBench(disk.shelf());
    await bench.outbox.put('org/ada', wrapUp());
    await bench.outbox.put('org/eve', wrapUp({ key: 'mark' }));
    await bench.outbox.remove('org/eve', 'mark');
    bench.now += DAY;
    assert.equal((await bench.outbox.load('org/eve')).length, 1);
    bench.now += 1;
    assert.equal((await bench.outbox.load('org/eve')).length, 0);
    bench.now = NOW + 30 * DAY;
    assert.equal((await bench.outbox.load('org/ada')).length, 1);
    bench.now += 1;
    await bench.outbox.load('org/eve');
    assert.equal(disk.entries.size, 0);
  });

  it('that is denied keeps everything as long as the page, and says so once', async () => {
    const no = (): Promise<void> => Promise.reject(new DOMException('no', 'SecurityError'));
    const bench = outboxBench({ put: no, sweep: no });
    assert.deepEqual(await bench.outbox.load('org/ada'), []);
    await bench.outbox.put('org/ada', wrapUp());
    assert.deepEqual((await bench.outbox.load('org/ada'))[0]?.call, wrapUp());
    assert.deepEqual(await bench.outbox.load('org/eve'), []);
    await bench.outbox.remove('org/ada', KEY);
    assert.equal((await bench.outbox.load('org/ada'))[0]?.call, undefined);
    assert.equal(bench.denials, 1);
  });

  it('that is full for a moment uses the disk again, and what it has is no older', async () => {
    const disk = new Disk();
    const shelf = disk.shelf();
    let isFull = false;
    const bench = outboxBench({
      ...shelf,
      put: (entry) => (isFull ? Promise.reject(new Error('full')) : shelf.put(entry)),
    });
    await bench.outbox.put('org/ada', wrapUp());
    isFull = true;
    await bench.outbox.put('org/ada', wrapUp({ draft: { notes: 'second' } }));
    assert.equal((await bench.outbox.load('org/ada'))[0]?.call?.draft.notes, 'second');
    isFull = false;
    await bench.outbox.put('org/ada', wrapUp({ draft: { notes: 'third' } }));
    assert.equal((await bench.outbox.load('org/ada'))[0]?.call?.draft.notes, 'third');
    assert.equal(disk.get(KEY)?.call?.draft.notes, 'third');
  });

  it('on a disk that does not answer holds nobody up', async () => {
    const stuck = (): Promise<void> => new Promise(() => undefined);
    const bench = outboxBench({ put: stuck, sweep: stuck });
    const putting = bench.outbox.put('org/ada', wrapUp());
    bench.ring();
    await putting;
    const loading = bench.outbox.load('org/ada');
    bench.ring();
    assert.deepEqual((await loading)[0]?.call, wrapUp());
    assert.equal(bench.denials, 1);
  });
});
