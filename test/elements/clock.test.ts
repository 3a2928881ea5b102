import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import { createClock } from '../../src/ui/clock.ts';

describe('the clock of the screen', () => {
  let time: sinon.SinonFakeTimers;
  beforeEach(() => {
    time = sinon.useFakeTimers({ now: 1_000_250, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  });
  afterEach(() => time.restore());

  it('ticks on the second, once for all who listen', () => {
    const clock = createClock();
    const ticks: number[] = [];
    const stopFirst = clock.onSecond(() => ticks.push(clock.now()));
    const stopSecond = clock.onSecond(() => ticks.push(clock.now()));
    expect(time.countTimers()).to.equal(1);
    time.tick(750);
    time.tick(1000);
    expect(ticks).to.deep.equal([1_001_000, 1_001_000, 1_002_000, 1_002_000]);
    stopFirst();
    stopSecond();
  });

  it('runs only while somebody listens', () => {
    const clock = createClock();
    expect(time.countTimers()).to.equal(0);
    const stopFirst = clock.onSecond(() => undefined);
    const stopSecond = clock.onSecond(() => undefined);
    stopFirst();
    stopFirst();
    expect(time.countTimers()).to.equal(1);
    stopSecond();
    expect(time.countTimers()).to.equal(0);
    const stopThird = clock.onSecond(() => undefined);
    expect(time.countTimers()).to.equal(1);
    stopThird();
  });

  it('keeps ticking for the others when a listener leaves in its turn', () => {
    const clock = createClock();
    const other = sinon.spy();
    const leave = clock.onSecond(() => leave());
    const stop = clock.onSecond(other);
    time.tick(1750);
    expect(other.callCount).to.equal(2);
    stop();
  });

  it('stops when the last listener leaves in its turn', () => {
    const clock = createClock();
    const leave = clock.onSecond(() => leave());
    time.tick(750);
    expect(time.countTimers()).to.equal(0);
  });
});
