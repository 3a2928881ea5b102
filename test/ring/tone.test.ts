import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ringTone, TURN } from '../../src/ring/tone.ts';

/** How much of a frequency is in the samples: Goertzel's algorithm, per sample. */
function loudnessOf(hertz: number, samples: Float32Array, rate: number): number {
  const factor = 2 * Math.cos((2 * Math.PI * hertz) / rate);
  let before = 0;
  let last = 0;
  for (const sample of samples) [before, last] = [last, sample + factor * last - before];
  return Math.sqrt(last ** 2 + before ** 2 - factor * last * before) / samples.length;
}

const loudest = (samples: Float32Array): number =>
  samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);

for (const rate of [8000, 44_100, 48_000, 96_000]) {
  test(`at ${rate} Hz the tone is as loud as it may be, and its turn as long as it says`, () => {
    const samples = ringTone(rate);
    assert.equal(samples.length, Math.round(TURN * rate));
    assert.ok(Math.abs(loudest(samples) - 0.9) < 1e-6);
  });
}

test('it begins, ends and repeats without a click: no sample jumps further than its highest note can', () => {
  const rate = 48_000;
  const samples = ringTone(rate);
  const turns = Float32Array.from([0, ...samples, ...samples, 0]);
  let furthest = 0;
  for (let index = 1; index < turns.length; index += 1)
    furthest = Math.max(furthest, Math.abs((turns[index] ?? 0) - (turns[index - 1] ?? 0)));
  // 784 Hz with its overtones, at full loudness, between two samples of 48 kHz.
  const steepest = (2 * Math.PI * 783.99 * (1 + 2 * 0.28 + 3 * 0.08)) / rate;
  assert.ok(furthest < steepest, `${furthest}`);
  assert.ok(loudest(samples.slice(0, 5)) < 1e-3);
  assert.ok(loudest(samples.slice(-rate)) < 1e-4);
});

test('it has two notes, a low one first, and nothing between them', () => {
  const rate = 48_000;
  const samples = ringTone(rate);
  const first = samples.slice(0, 0.2 * rate);
  assert.ok(loudnessOf(587.33, first, rate) > 5 * loudnessOf(783.99, first, rate));
  const pair = samples.slice(0, 0.7 * rate);
  const [low, between, high] = [587.33, 680, 783.99].map((hertz) => loudnessOf(hertz, pair, rate));
  assert.ok(low! > 4 * between! && high! > 4 * between!, `${low} ${between} ${high}`);
});
