import type { BrowserContext, Frame, Page } from '@playwright/test';

/** How loud a page sounds in this moment, from 0 to 1, and whether it uses the audio device. */
export interface Heard {
  readonly loudness: number;
  readonly isOn: boolean;
}

type Ear = readonly [AudioContext, AnalyserNode];

/** Puts an ear to the loudspeaker of every page and frame that is opened from now on. */
export async function pinEars(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const ears: Ear[] = [];
    Object.assign(window, { ears });
    type Connect = (this: AudioNode, to: AudioNode) => AudioNode;
    const connect = Reflect.get(AudioNode.prototype, 'connect') as Connect;
    Object.assign(AudioNode.prototype, {
      connect(this: AudioNode, to: AudioNode) {
        if (to instanceof AudioDestinationNode) {
          const ear = new AnalyserNode(this.context, { fftSize: 2048 });
          connect.call(this, ear);
          ears.push([this.context as AudioContext, ear]);
        }
        return connect.call(this, to);
      },
    });
  });
}

/**
 * Has a page that is opened from now on sound only after a click. A browser does so by itself, but takes whatever a test
 * looks up in the page for a click.
 */
export async function wantClick(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let isClicked = false;
    addEventListener('click', ({ isTrusted }) => (isClicked ||= isTrusted), true);
    window.AudioContext = class extends AudioContext {
      constructor() {
        super();
        void super.suspend();
      }
      override resume(): Promise<void> {
        return isClicked ? super.resume() : new Promise(() => undefined);
      }
    };
  });
}

/** What is heard of a page, or of a frame, now. */
export function listenTo(page: Page | Frame): Promise<Heard> {
  return page.evaluate(() => {
    const { ears } = window as unknown as { readonly ears: readonly Ear[] };
    const on = ears.filter(([context]) => context.state === 'running');
    const loudness = on.map(([, ear]) => {
      const samples = new Float32Array(ear.fftSize);
      ear.getFloatTimeDomainData(samples);
      return Math.max(...samples.map(Math.abs));
    });
    return { loudness: Math.max(0, ...loudness), isOn: on.length > 0 };
  });
}
