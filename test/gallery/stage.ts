import { defineParts } from '../../src/parts.ts';
import type { SoftphoneParts } from '../../src/elements/softphone-parts.ts';
import type { SoftphoneView, Theme } from '../../src/elements/softphone-view.ts';
import type { CheckLine } from '../../src/state/check.ts';
import type { Intent } from '../../src/state/intents.ts';
import type { Clock } from '../../src/ui/clock.ts';
import type { Source } from '../../src/ui/context.ts';
import { createI18n, type I18n } from '../../src/ui/i18n.ts';
import type { Look } from '../../src/ui/tokens.ts';
import { settled } from '../support/deep.ts';
import { openWhatIsSeen } from '../support/open-what.ts';
import { STATES } from '../support/states.ts';
import { SAMPLES, callFor } from './samples.ts';

/** What is to be seen. */
export interface Choice {
  /** `gc-view` is the whole softphone. */
  readonly tag: string;
  /** Name of a state of the list. */
  readonly state: string;
  readonly theme: Theme;
  /** Whose colours; ours where nothing is said. */
  readonly look?: Look;
  /** Tag of a language. Arabic is written from right to left. */
  readonly language: string;
}

export interface Surroundings {
  readonly clock: Clock;
  readonly dispatch: (intent: Intent) => void;
}

const LINES: readonly CheckLine[] = [
  {
    check: 'broker',
    outcome: 'good',
    key: 'check.broker.good',
    values: { host: 'broker.example:61614', milliseconds: '5' },
  },
  {
    check: 'storage',
    outcome: 'bad',
    key: 'check.storage.denied',
    values: { what: 'IndexedDB', origin: 'https://softphone.example' },
  },
  { check: 'clock', outcome: 'warning', key: 'check.clock.ahead', values: { seconds: '120' } },
];

const languages = new Map<string, Promise<I18n>>();

function wordsOf(language: string): Promise<I18n> {
  const known = languages.get(language);
  if (known) return known;
  const i18n = createI18n({ base: new URL('locales/', location.href), preferred: ['en'] });
  const words = i18n.use(language).then(() => i18n);
  languages.set(language, words);
  return words;
}

/**
 * Shows a softphone, or one element of it, in a state of the list. Resolves when it is on screen.
 * @param host whatever it held is gone
 * @throws when there is no such state or no sample of such an element
 */
export async function show(host: HTMLElement, choice: Choice, around: Surroundings): Promise<SoftphoneView> {
  const { tag, theme, language, look = 'neutral' } = choice;
  const state = STATES[choice.state]?.();
  const sample = SAMPLES[tag];
  if (!state || !sample) throw new Error(`There is no <${tag}> in the state “${choice.state}”`);
  const [i18n] = await Promise.all([wordsOf(language), defineParts()]);
  const source: Source = {
    state,
    subscribe: () => () => undefined,
    dispatch: around.dispatch,
    check: async (report) => LINES.forEach(report),
    diagnostics: async () => ({
      name: 'gc-softphone-sample.json',
      text: '{}\n',
      lines: ['14:04:56.000 ← InboundCall ALERTING', '14:02:46.000 → MakeReady'],
    }),
  };
  const provide = { source, i18n, clock: around.clock, theme, look };
  if (tag === 'gc-view') {
    const view = Object.assign(document.createElement('gc-view'), provide);
    host.replaceChildren(view);
    await settled(view);
    await openWhatIsSeen(view, state);
    return view;
  }
  const parts: SoftphoneParts = Object.assign(document.createElement('gc-parts'), provide);
  const element = document.createElement(tag);
  const call = callFor(sample, state);
  Object.assign(element, call && { call: call.key }, sample.given?.(state, i18n));
  parts.append(element);
  host.replaceChildren(parts);
  await settled(parts);
  await settled(element);
  return parts;
}
