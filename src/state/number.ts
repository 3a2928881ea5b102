import type { Dialing } from './model.ts';

/** What people write or a CRM holds, as a number; and as the one that the switch dials. */

/** Spaces, brackets, dashes, dots, slashes and invisible marks of direction: how people write numbers. */
const DECORATION = /[\s().\-/\u2010-\u2015\u2212\u00a0\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g;

/** `tel:+45 (0)33-55` as `+450335…`: no decoration, ASCII digits, nothing taken away that might mean something. */
export function cleanNumber(text: string): string {
  return text
    .trim()
    .replace(/^tel:/i, '')
    .replace(OTHER_DIGITS, (digit) => String((digit.codePointAt(0) ?? 0) % 16))
    .replace(DECORATION, '');
}

/**
 * A cleaned number as the switch wants it. Source: configuration contract, `dialing`. Extensions and service codes
 * (`*72`) stay as they are, and so does a foreign number where no international prefix is configured.
 */
export function dialable(number: string, dialing: Dialing): string {
  const { countryCode, nationalPrefix, internationalPrefix, outsidePrefix, internalDigits } = dialing;
  if (!/^\+?\d+$/.test(number)) return number;
  const foreign = number.startsWith('+')
    ? number.slice(1)
    : internationalPrefix !== '' && number.startsWith(internationalPrefix)
      ? number.slice(internationalPrefix.length)
      : undefined;
  if (foreign === undefined) return number.length <= internalDigits ? number : outsidePrefix + number;
  if (countryCode !== '' && foreign.startsWith(countryCode)) {
    const national = foreign.slice(countryCode.length);
    // `+45 (0)33`; numbers themselves begin with neither a 0 nor a 1, but may with the 8 that is dialled in Russia.
    const isPrefixed = /^[01]/.test(nationalPrefix) && national.startsWith(nationalPrefix);
    return outsidePrefix + (isPrefixed ? '' : nationalPrefix) + national;
  }
  return internationalPrefix === '' ? number : outsidePrefix + internationalPrefix + foreign;
}

/** The same number in two spellings: a switch may put prefixes before it, and a country's before those. */
export function isSameNumber(one: string, other: string): boolean {
  const last = (number: string): string => number.replaceAll(/\D/g, '').slice(-7);
  return last(one) !== '' && last(one) === last(other);
}
