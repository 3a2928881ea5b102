import type { Theme } from '../../src/elements/softphone-view.ts';
import type { Look } from '../../src/ui/tokens.ts';

/** A picture that is compared. */
export interface Picture {
  /** Name of a state of the list. */
  readonly state: string;
  readonly theme: Theme;
  readonly look: Look;
  readonly language: 'en' | 'de' | 'ar';
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

const picture = (
  state: string,
  theme: Theme,
  language: Picture['language'] = 'en',
  more: Partial<Picture> = {},
): Picture => ({ state, theme, language, look: 'neutral', width: 320, height: 480, ...more });

const NARROW = { width: 240 };

/** Each part of the softphone, each theme, both directions, from narrow to wide. */
export const TWENTY: readonly Picture[] = [
  picture('sign-in, wrong password', 'light'),
  picture('sign-in, mobile agent', 'dark', 'de'),
  picture('ready', 'light'),
  picture('not ready, very long reason', 'light', 'en', NARROW),
  picture('missed call', 'dark', 'ar'),
  picture('directory', 'light', 'ar'),
  picture('recent calls', 'dark'),
  picture('incoming', 'light', 'en', { look: 'lightning' }),
  picture('incoming, very long names', 'dark', 'de', NARROW),
  picture('incoming, several records', 'contrast', 'ar'),
  picture('active, every button', 'light'),
  picture('active, with notes', 'light', 'en', { width: 1024, height: 560 }),
  picture('active, changeable variables', 'dark', 'ar'),
  picture('held, second call rings', 'light', 'de', { width: 240, height: 560 }),
  picture('consulting', 'light', 'ar', { look: 'finesse' }),
  picture('conference, supervisor', 'dark', 'en', { look: 'finesse' }),
  picture('preview offered', 'dark', 'de', { look: 'lightning' }),
  picture('wrap-up, reason required', 'light', 'ar', NARROW),
  picture('team, who talks', 'light'),
  picture('settings', 'dark', 'de'),
];

/** What the file is called. */
export function nameOf({ state, theme, look, language, width }: Picture): string {
  return `${[state, look, theme, language, width].join(' ').replaceAll(/[^a-z0-9]+/gi, '-')}.png`;
}
