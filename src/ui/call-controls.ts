import type { CallButton } from '../state/buttons.ts';
import type { Intent } from '../state/intents.ts';
import type { Call, CallKey } from '../state/model.ts';
import type { MessageKey } from './i18n.ts';
import type { IconName } from './icons.ts';

/** How a control of a call looks, and what it asks for. */
export interface CallControl {
  readonly text: MessageKey;
  readonly icon: IconName;
  /** `answer` and `end` stand alone and large; the others share a row. */
  readonly look: 'answer' | 'end' | 'plain';
  /** Controls of one place take turns: the focus stays when one becomes the other. */
  readonly place: string;
  /** It ignores keys for a moment after it appears. */
  readonly guarded: boolean;
  readonly intent: (call: CallKey) => Intent;
}

/** The controls that there are, in the order of the screen. A button without a row here is not shown. */
export const CALL_CONTROLS: Readonly<Partial<Record<CallButton, CallControl>>> = {
  answer: {
    text: 'call.answer',
    icon: 'phone',
    look: 'answer',
    place: 'answer',
    guarded: true,
    intent: (call) => ({ type: 'answer', call }),
  },
  hold: {
    text: 'call.hold',
    icon: 'pause',
    look: 'plain',
    place: 'hold',
    guarded: false,
    intent: (call) => ({ type: 'hold', call }),
  },
  resume: {
    text: 'call.resume',
    icon: 'play',
    look: 'plain',
    place: 'hold',
    guarded: false,
    intent: (call) => ({ type: 'resume', call }),
  },
  end: {
    text: 'call.end',
    icon: 'hangUp',
    look: 'end',
    place: 'end',
    guarded: true,
    intent: (call) => ({ type: 'end', call }),
  },
};

/** Calls that somebody answered know since when. */
export function answeredAt(call: Call): number | undefined {
  return 'answeredAt' in call ? call.answeredAt : undefined;
}
