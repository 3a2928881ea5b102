import type { CallButton } from '../state/buttons.ts';
import type { Call } from '../state/model.ts';
import type { IconName } from './icons.ts';

/** The controls that there are, in the order of the screen, with their pictures. A button without a row is not shown. */
export const CALL_CONTROLS = {
  answer: 'phone',
  accept: 'phone',
  reject: 'skip',
  close: 'close',
  transfer: 'transfer',
  conference: 'people',
  hold: 'pause',
  resume: 'play',
  alternate: 'swap',
  consult: 'people',
  directTransfer: 'transfer',
  pauseRecording: 'recording',
  resumeRecording: 'recording',
  end: 'hangUp',
} as const satisfies Partial<Record<CallButton, IconName>>;

export type ControlName = keyof typeof CALL_CONTROLS;

const TURNS: Readonly<Partial<Record<ControlName, ControlName>>> = {
  resume: 'hold',
  resumeRecording: 'pauseRecording',
};

/** Controls of one place take turns: the focus stays when one becomes the other. */
export const placeOf = (name: ControlName): ControlName => TURNS[name] ?? name;

/** `answer`, `end` and what comes of a consultation stand out; the others are alike. */
export function lookOf(name: ControlName): string {
  if (name === 'transfer') return 'primary';
  return name === 'accept' ? 'answer' : name === 'answer' || name === 'end' ? name : 'plain';
}

/** These ignore keys for a moment after they appear. */
export const isGuarded = (name: ControlName): boolean => /^(answer|end|accept|reject|close)$/.test(name);

/** Calls that somebody answered know since when. */
export function answeredAt(call: Call): number | undefined {
  return 'answeredAt' in call ? call.answeredAt : undefined;
}
