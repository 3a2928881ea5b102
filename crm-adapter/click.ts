import type { NoticeWords } from '../src/state/inputs.ts';
import { isOpen } from '../src/state/call-parts.ts';
import type { SoftphoneState } from '../src/state/model.ts';
import { cleanNumber } from '../src/state/number.ts';

/** More of a clicked text than this is not repeated in an alert. */
const LONGEST = 40;

/**
 * Why a number that was clicked in the CRM is not dialled now, in words that say what to do.
 * @param number the clicked text, as it came
 * @returns undefined when it can be dialled
 */
export function refusalOf(state: SoftphoneState, number: string): NoticeWords | undefined {
  const refuse = (key: string, values?: Record<string, string>): NoticeWords => ({
    level: 'alert',
    key,
    ...(values ? { values } : {}),
  });
  const { agent } = state;
  if (state.signIn.phase !== 'signedIn' || !agent) return refuse('click.notSignedIn');
  if (state.service.phase !== 'inService') return refuse('click.notInService');
  // A number that is being dialled counts: a double click must not dial twice.
  const isDialling = state.waiting.some(({ command, blocks }) => command === 'MakeCall' && blocks);
  if (isDialling || state.calls.some(isOpen)) return refuse('click.callUp');
  if (/^(RESERVED|TALKING|HOLD)/.test(agent.state))
    return refuse('click.stateForbids', { agentState: agent.state });
  return isDiallable(number)
    ? undefined
    : refuse('click.notANumber', { number: number.trim().slice(0, LONGEST) });
}

/** Letters, an extension's `x12` or GC's own separators are nothing that a switch dials. */
export function isDiallable(text: string): boolean {
  return /^\+?[\d*]*\d[\d*]*$/.test(cleanNumber(text));
}
