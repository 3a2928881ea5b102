import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeDestination } from '../../src/session/destination.ts';
import { createTicker, type TickerMessage } from '../../src/session/ticker.ts';
import { TestClock } from './support/stage.ts';

describe('a destination', () => {
  const bytes = (into: Uint8Array<ArrayBuffer>): unknown => crypto.getRandomValues(into);

  it('has 128 random bits in letters that every broker takes', () => {
    const asked: number[] = [];
    const name = makeDestination('{random}', '', (into) => {
      asked.push(into.length * 8);
      return bytes(into);
    });
    assert.deepEqual(asked, [128]);
    assert.match(name, /^[0-9a-f]{32}$/);
    assert.notEqual(name, makeDestination('{random}', '', bytes));
  });

  it('may hold the agent’s id, with what brokers do not take replaced', () => {
    assert.match(makeDestination('gc-{agentId}-{random}', 'ada@x.y', bytes), /^gc-ada_x_y-[0-9a-f]{32}$/);
  });
});

describe('the ticker', () => {
  class FakeWorker {
    readonly posted: TickerMessage[] = [];
    isTerminated = false;
    private readonly listeners = new Map<string, (event: { readonly data: unknown }) => void>();
    postMessage(message: TickerMessage): void {
      this.posted.push(message);
    }
    addEventListener(type: string, listener: (event: { readonly data: unknown }) => void): void {
      this.listeners.set(type, listener);
    }
    terminate(): void {
      this.isTerminated = true;
    }
    tell(type: 'message' | 'error', data?: unknown): void {
      this.listeners.get(type)?.({ data });
    }
  }

  it('rings when the worker says so, once, and not when taken back', () => {
    const worker = new FakeWorker();
    const clock = new TestClock();
    const ticker = createTicker(() => worker, clock);
    const rung: string[] = [];
    ticker.after(100, () => rung.push('a'));
    const cancel = ticker.after(200, () => rung.push('b'));
    assert.deepEqual(worker.posted, [
      { id: 1, delay: 100 },
      { id: 2, delay: 200 },
    ]);
    worker.tell('message', 1);
    worker.tell('message', 1);
    cancel();
    worker.tell('message', 2);
    assert.deepEqual(rung, ['a']);
    assert.deepEqual(worker.posted.at(-1), { id: 2 });
    assert.equal(clock.pending, 0);
  });

  it('rings by the window’s timers where there is no worker', async () => {
    const clock = new TestClock();
    const ticker = createTicker(() => {
      throw new Error('no worker here');
    }, clock);
    const rung: string[] = [];
    ticker.after(100, () => rung.push('a'));
    ticker.after(100, () => rung.push('b'))();
    await clock.advance(100);
    assert.deepEqual(rung, ['a']);
  });

  it('goes over to them when the worker fails late, with what is left of each delay', async () => {
    const worker = new FakeWorker();
    const clock = new TestClock();
    const ticker = createTicker(() => worker, clock);
    const rung: number[] = [];
    ticker.after(100, () => rung.push(clock.now()));
    const start = clock.now();
    clock.skip(60);
    worker.tell('error');
    await clock.advance(39);
    assert.deepEqual(rung, []);
    await clock.advance(1);
    assert.deepEqual(rung, [start + 100]);
  });

  it('stops with everything that was planned', () => {
    const worker = new FakeWorker();
    const ticker = createTicker(() => worker, new TestClock());
    const rung: string[] = [];
    ticker.after(100, () => rung.push('a'));
    ticker.stop();
    worker.tell('message', 1);
    assert.deepEqual(rung, []);
    assert.ok(worker.isTerminated);
  });
});
