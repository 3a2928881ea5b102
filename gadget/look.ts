/** How the desktop around us looks, so that the softphone looks alike. */
import { LANGUAGES } from '../src/ui/languages.ts';

/** The desktop's locale (`ar_SA`) as a language tag; `auto` where we have no words for it. */
export function localeOf(locale = ''): string {
  const [language = '', country] = locale.split('_');
  if (!LANGUAGES.some((one) => one === language)) return 'auto';
  return country ? `${language}-${country}` : language;
}

/** A dark desktop wants a dark gadget, whatever the computer is set to: what is painted behind our frame tells. */
export function themeBehind(frame: Element | null): 'light' | 'dark' {
  for (let one = frame?.parentElement; one; one = one.parentElement) {
    const { color, backgroundColor } = getComputedStyle(one);
    // A ground that lets through what is behind it tells nothing.
    if (backgroundColor.startsWith('rgb('))
      return brightness(backgroundColor) < brightness(color) ? 'dark' : 'light';
  }
  return 'light';
}

/** Of `rgb(…)`: enough to tell ink from paper. */
const brightness = (colour: string): number =>
  [...colour.matchAll(/[\d.]+/g)].slice(0, 3).reduce((sum, [part]) => sum + Number(part), 0);
