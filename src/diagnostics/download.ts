import type { DiagnosticsFile } from '../state/check.ts';
import type { Millis, SoftphoneState } from '../state/model.ts';
import { makeDiagnostics, type Diagnostics, type Moment } from './file.ts';
import type { Entry } from './recorder.ts';

/** What is shown of them at once. */
const LINES = 30;

/** The diagnostics as a file: a moment to a line, so that it can be read and searched as it is. */
export function diagnosticsFile(
  entries: readonly Entry[],
  state: SoftphoneState,
  now: Millis,
): DiagnosticsFile {
  const file = makeDiagnostics(entries, state, now);
  return {
    name: `gc-softphone-${file.made.slice(0, 19).replaceAll(/[:T]/g, '-')}.json`,
    text: write(file),
    lines: file.moments.slice(-LINES).map(lineOf).reverse(),
  };
}

function write({ moments, ...file }: Diagnostics): string {
  const parts = Object.entries(file).map(
    ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  const lines = moments.map((moment) => JSON.stringify(moment)).join(',\n');
  return `{\n${parts.join(',\n')},\n"moments": [\n${lines}\n]\n}\n`;
}

/** One moment in the words of the protocol, the same in every language: `10:12:03.120 ← InboundCall ALERTING`. */
export function lineOf(moment: Moment): string {
  return `${moment.at.slice(11, 23)} ${wordsOf(moment)}`;
}

function wordsOf(moment: Moment): string {
  if ('command' in moment) return `→ ${moment.command.type}`;
  if ('lost' in moment) return `✕ ${moment.lost}`;
  if ('failed' in moment) return `✕ ${moment.failed}`;
  if ('input' in moment) return `· ${moment.input.type}${detailOf(moment.input)}`;
  const { read } = moment;
  if (read.kind !== 'event') return `← ${read.kind} ${read.type}`.trimEnd();
  return `← ${read.event.type}${detailOf(read.event)}`;
}

/** The one word that tells most. */
function detailOf(what: object): string {
  const { state, status, code, phase, outcome, key, command } = what as Readonly<Record<string, unknown>>;
  const { phase: inner } = Object(
    Object.values(what).find((one) => typeof one === 'object' && one !== null && 'phase' in one),
  ) as Readonly<Record<string, unknown>>;
  const words = [state, status, code, phase, outcome, key, command, inner];
  const word = words.find((one): one is string => typeof one === 'string' && one !== '');
  return word === undefined ? '' : ` ${word}`;
}
