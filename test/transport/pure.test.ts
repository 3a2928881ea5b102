import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { backoff } from '../../src/transport/backoff.ts';
import { gcCapabilities } from '../../src/transport/gc-capabilities.ts';
import { lazyWire, type Wire } from '../../src/transport/wire.ts';

const attempt = fc.nat({ max: 10_000 });
const chance = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

describe('backoff', () => {
  it('is between a quarter of a second and half a minute', () => {
    fc.assert(
      fc.property(attempt, chance, (n, random) => {
        const wait = backoff(n, random);
        assert.ok(Number.isInteger(wait) && wait >= 250 && wait <= 30_000);
      }),
    );
  });

  it('never shrinks with the attempts, and doubles at first', () => {
    fc.assert(
      fc.property(attempt, chance, (n, random) => assert.ok(backoff(n + 1, random) >= backoff(n, random))),
    );
    assert.deepEqual(
      [0, 1, 2, 3].map((n) => backoff(n, 0)),
      [250, 500, 1000, 2000],
    );
  });

  it('leaves half of the wait to chance', () => {
    fc.assert(
      fc.property(attempt, (n) => {
        const [least, most] = [backoff(n, 0), backoff(n, 1)];
        assert.equal(most, least * 2);
      }),
    );
  });
});

describe('what GC can do', () => {
  it('is no DTMF, no start of recording, no callbacks; a pause only with ZOOM', () => {
    assert.deepEqual(gcCapabilities('none'), {
      signIn: 'ours',
      heartbeat: 'ours',
      authoritativeActions: false,
      dtmf: false,
      startRecording: false,
      pauseRecording: false,
      callbacks: false,
      severalWrapUpReasons: false,
    });
    assert.equal(gcCapabilities('zoom').pauseRecording, true);
  });
});

describe('a wire whose code is fetched', () => {
  const made = () => {
    const done: string[] = [];
    const wire: Wire = {
      endpoints: 2,
      open: async () => void done.push('open'),
      send: (type) => void done.push(type),
      close: () => void done.push('close'),
    };
    return { done, wire };
  };
  const handlers = { onText: () => undefined, onLost: () => undefined };
  const OPEN = { endpoint: 0, destination: 'd' };

  it('is fetched once, at the first need', async () => {
    const { done, wire } = made();
    let fetched = 0;
    const lazy = lazyWire(2, async () => {
      fetched += 1;
      return wire;
    });
    assert.equal(lazy.endpoints, 2);
    assert.equal(fetched, 0);
    assert.throws(() => lazy.send('Hello#d', ''), { code: 'closed' });
    await Promise.all([lazy.load(), lazy.open(OPEN, handlers)]);
    lazy.send('Hello#d', '');
    lazy.close();
    assert.equal(fetched, 1);
    assert.deepEqual(done, ['open', 'Hello#d', 'close']);
  });

  it('is fetched again when that failed', async () => {
    const { done, wire } = made();
    let fetched = 0;
    const lazy = lazyWire(2, async () => {
      fetched += 1;
      if (fetched === 1) throw new Error('offline');
      return wire;
    });
    await assert.rejects(lazy.open(OPEN, handlers), /offline/);
    await lazy.open(OPEN, handlers);
    assert.deepEqual(done, ['open']);
  });

  it('does not open what was closed meanwhile', async () => {
    const { done, wire } = made();
    const lazy = lazyWire(2, async () => wire);
    const opening = lazy.open(OPEN, handlers);
    lazy.close();
    await assert.rejects(opening, { code: 'closed' });
    assert.deepEqual(done, []);
  });
});
