/** One turn of the ring tone, in seconds: two calls of two notes, then silence. */
export const TURN = 3.4;

/** D5 and G5, a fourth apart: calm, and within what a laptop and a telephone headset reproduce. */
const NOTES = [
  { at: 0, hertz: 587.33 },
  { at: 0.2, hertz: 783.99 },
  { at: 0.72, hertz: 587.33 },
  { at: 0.92, hertz: 783.99 },
] as const;

/** How loud the overtones are, the fundamental first. */
const PARTIALS = [1, 0.28, 0.08] as const;

/** Of a note, in seconds: how long it lasts, grows, and takes to fall to a third. */
const LENGTH = 1.2;
const ATTACK = 0.012;
const DECAY = 0.22;

/** What is left to the loudest sample: no volume can make it clip. */
const PEAK = 0.9;

/**
 * The ring tone, as samples from -1 to 1. It begins and ends in silence, so that it can be repeated without a seam and
 * starts without a click.
 * @param sampleRate in hertz
 */
export function ringTone(sampleRate: number): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(Math.round(TURN * sampleRate));
  for (const { at, hertz } of NOTES) {
    const first = Math.round(at * sampleRate);
    for (let index = 0; index < LENGTH * sampleRate; index += 1) {
      const time = index / sampleRate;
      const wave = PARTIALS.reduce(
        (sum, loudness, partial) => sum + loudness * Math.sin(2 * Math.PI * hertz * (partial + 1) * time),
        0,
      );
      samples[first + index] = (samples[first + index] ?? 0) + wave * envelope(time);
    }
  }
  const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  return samples.map((sample) => (sample * PEAK) / loudest);
}

/** Grows and falls without a corner, and has gone to nothing at the end. */
function envelope(time: number): number {
  const attack = time < ATTACK ? Math.sin((Math.PI / 2) * (time / ATTACK)) ** 2 : 1;
  return attack * Math.exp(-time / DECAY) * (1 - time / LENGTH);
}
