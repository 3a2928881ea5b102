import type { Millis } from '../state/model.ts';
import { SoftphoneElement } from './softphone-element.ts';

/** A page that nobody sees gets no frames: then it is rendered after this time. */
const WITHOUT_FRAMES: Millis = 250;

/** Rendered at most once per frame, however often the state changes in between. */
export abstract class FrameElement extends SoftphoneElement {
  protected override async scheduleUpdate(): Promise<void> {
    // The first rendering makes no one wait.
    if (this.hasUpdated) await nextFrame();
    await super.scheduleUpdate();
  }
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      resolve();
    };
    const frame = requestAnimationFrame(done);
    const timer = setTimeout(done, WITHOUT_FRAMES);
  });
}
