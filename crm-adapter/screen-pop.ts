import type { Call, CallDirection, Dialing, RuleTrial, SoftphoneState } from '../src/state/model.ts';
import { cleanNumber } from '../src/state/number.ts';
import type { NewRecord } from './port.ts';
import { fill, namesIn, tokensOf, type Tokens } from './template.ts';

/** One row of `screenPop.rules`. One of `open`, `search` and `url` is there. */
export interface PopRule {
  readonly direction?: readonly CallDirection[] | undefined;
  readonly open?: string | undefined;
  readonly search?: string | undefined;
  readonly url?: string | undefined;
}

/** `screenPop` of the configuration. */
export interface ScreenPopConfig {
  readonly on: 'ring' | 'answer';
  readonly rules: readonly PopRule[];
  readonly noMatch?:
    { readonly create: string; readonly fields: Readonly<Record<string, string>> } | undefined;
  /** The call variable that carries the record along with a transfer; '' for none. */
  readonly transferVariable: string;
}

/** One thing to try at the CRM. `rule` and `by` as in {@link RuleTrial}; `term` is plain text, an adapter escapes it. */
export interface PopTry {
  readonly rule: number;
  readonly by: string;
  readonly kind: 'open' | 'search' | 'url';
  readonly term: string;
  /** The values in it, for people; undefined where they are the term. */
  readonly name?: string | undefined;
}

/** Fewer digits find anybody. Source: configuration contract, `ani`. */
const FEWEST_DIGITS = 5;

/** Calls between our own people are nobody's in the CRM. Source: configuration contract, `ani`. */
export function isInternal({ direction }: Pick<Call, 'direction'>): boolean {
  return direction === 'internal' || direction === 'consult';
}

/**
 * The rule table for one call, in its order: what to try, and of the rules that do not apply, why. First of all, as
 * rule 0, the record that came along with a transfer. Empty for calls that never search.
 */
export function popSteps(
  state: SoftphoneState,
  call: Call,
  { rules, transferVariable }: Pick<ScreenPopConfig, 'rules' | 'transferVariable'>,
): readonly (PopTry | RuleTrial)[] {
  if (isInternal(call)) return [];
  const tokens = popTokens(state, call, searchTerm);
  const table: readonly PopRule[] = [{ open: `{${transferVariable}}` }, ...rules];
  return table.flatMap(({ direction, open, url, search = '' }, rule): readonly (PopTry | RuleTrial)[] => {
    const template = url ?? open ?? search;
    const names = namesIn(template);
    const by = names.join(', ');
    if (direction && !direction.includes(call.direction)) return [{ rule, by, outcome: 'direction' }];
    if (names.length > 0 && names.every((name) => tokens.has(name)))
      return [
        url === undefined
          ? { rule, by, kind: open === undefined ? 'search' : 'open', term: fill(template, tokens) }
          : { rule, by, kind: 'url', term: fill(url, escaped(tokens)), name: valuesOf(names, tokens) },
      ];
    return rule === 0 ? [] : [{ rule, by, outcome: 'missing' }];
  });
}

const valuesOf = (names: readonly string[], tokens: Tokens): string =>
  [...new Set(names)].map((name) => tokens.get(name)).join(' ');

/** Each value as one part of an address. Halves of characters, which no address can hold, are left out. */
const escaped = (tokens: Tokens): Tokens =>
  new Map([...tokens].map(([name, value]) => [name, encodeURIComponent(value.replaceAll(/\p{Cs}/gu, ''))]));

/**
 * The new record for a caller whom the CRM does not know.
 * @returns undefined where a token that its fields need has no value: a withheld caller gets no record with an empty
 *   phone. Fields without tokens need none.
 */
export function newRecordOf(
  state: SoftphoneState,
  call: Call,
  { create, fields }: NonNullable<ScreenPopConfig['noMatch']>,
): NewRecord | undefined {
  const tokens = popTokens(state, call, storedAs);
  const filled = Object.entries(fields).map(([name, template]) => [name, fill(template, tokens)]);
  const isWhole = Object.values(fields)
    .flatMap(namesIn)
    .every((name) => tokens.has(name));
  return isWhole ? { type: create, fields: Object.fromEntries(filled) as NewRecord['fields'] } : undefined;
}

/** The tokens of a call, `ani` spelled for its purpose; without it where there is too little of a number. */
function popTokens(
  state: SoftphoneState,
  call: Call,
  spell: (number: string, dialing: Dialing) => string,
): Map<string, string> {
  const tokens = new Map(tokensOf(state, call));
  const { dialing } = state.setup;
  tokens.delete('ani');
  if (searchTerm(call.number, dialing).replaceAll(/\D/g, '').length >= FEWEST_DIGITS)
    tokens.set('ani', spell(call.number, dialing));
  return tokens;
}

/**
 * What to search for. CRMs find a phone number by its last digits, and a number ends alike however it is stored:
 * `+45 33 55 01 23`, `004533550123` or `033550123`. So every prefix goes that may have been put before it, the plus and
 * our own country's code too; what follows is found in each of these spellings. Where a prefix is ambiguous (`00` abroad,
 * or `0` for outside and `0` for national), taking off too much costs precision, too little costs the record.
 */
export function searchTerm(number: string, dialing: Dialing): string {
  const cleaned = cleanNumber(number);
  if (!/^\+?\d+$/.test(cleaned)) return cleaned;
  const { countryCode, nationalPrefix, internationalPrefix: abroad, outsidePrefix: outside } = dialing;
  const without = (text: string, ...prefixes: readonly string[]): string =>
    text.slice(prefixes.find((one) => text.startsWith(one))?.length);
  const foreign = abroad === '' ? without(cleaned, '+') : without(cleaned, '+', outside + abroad, abroad);
  return foreign === cleaned
    ? without(cleaned, outside + nationalPrefix, nationalPrefix || outside, outside)
    : without(foreign, countryCode + nationalPrefix, countryCode);
}

/** A number as people keep it, `+4533550123`, where it is beyond doubt that it is written for dialling abroad. */
export function storedAs(number: string, { internationalPrefix, outsidePrefix }: Dialing): string {
  const abroad = outsidePrefix + internationalPrefix;
  const cleaned = cleanNumber(number);
  return internationalPrefix !== '' && cleaned.startsWith(abroad)
    ? `+${cleaned.slice(abroad.length)}`
    : number;
}
