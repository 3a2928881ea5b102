import type { Call, CallDirection, SoftphoneState } from '../src/state/model.ts';
import { fill, namesIn, tokensOf } from './template.ts';

/** One row of `screenPop.rules`. Either `open` or `search` is there. */
export interface PopRule {
  readonly direction?: readonly CallDirection[] | undefined;
  readonly open?: string | undefined;
  readonly search?: string | undefined;
}

/** Prefixes of the switch, from `dialing`. */
export interface Dialing {
  readonly outsidePrefix: string;
  readonly internationalPrefix: string;
}

/** One thing to try at the CRM. `number` is the rule's, from 1; `by` names the values it uses. */
export interface PopStep {
  readonly kind: 'open' | 'search';
  readonly term: string;
  readonly number: number;
  readonly by: string;
}

/** Fewer digits find anybody. Source: configuration contract, `ani`. */
const FEWEST_DIGITS = 5;

/**
 * What to try at the CRM for a call, in order: the rules whose values are all there. Internal and consult calls are
 * nobody's in the CRM, and a short or withheld number is not searched for.
 */
export function popSteps(
  state: SoftphoneState,
  call: Call,
  rules: readonly PopRule[],
  dialing: Dialing,
): readonly PopStep[] {
  if (call.direction === 'internal' || call.direction === 'consult') return [];
  const all = tokensOf(state, call);
  const number = searchable(call.number, dialing);
  const tokens = new Map(all);
  if (number === undefined) tokens.delete('ani');
  else tokens.set('ani', number);
  return rules.flatMap((rule, index) => {
    const template = rule.open ?? rule.search ?? '';
    const names = namesIn(template);
    const applies =
      (rule.direction === undefined || rule.direction.includes(call.direction)) &&
      names.length > 0 &&
      names.every((name) => tokens.has(name));
    return applies
      ? [
          {
            kind: rule.open === undefined ? ('search' as const) : ('open' as const),
            term: fill(template, tokens),
            number: index + 1,
            by: names.join(', '),
          },
        ]
      : [];
  });
}

/** A caller's number as the CRM may hold it: without the prefixes that the switch put before it. */
export function searchable(number: string, dialing: Dialing): string | undefined {
  if (number.replaceAll(/\D/g, '').length < FEWEST_DIGITS) return undefined;
  const { outsidePrefix: outside, internationalPrefix: international } = dialing;
  const bare =
    international !== '' && number.startsWith(outside + international)
      ? number.slice(outside.length)
      : number;
  return international !== '' && bare.startsWith(international)
    ? `+${bare.slice(international.length)}`
    : bare;
}
