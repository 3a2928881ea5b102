/** Cleans what people type or paste into a number field. Which digits the switch wants is decided elsewhere. */

export { cleanNumber } from '../state/number.ts';

/** The first character of a value that GC cannot carry. Source: GC wire contract, section 1. */
export function forbiddenIn(value: string): string | undefined {
  return /[,#|]/.exec(value)?.[0];
}
