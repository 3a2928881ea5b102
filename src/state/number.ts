/** What people write or a CRM holds, as a number to dial. Which digits the switch wants is decided elsewhere. */

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
