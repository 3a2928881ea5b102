import type { Decoded } from '../protocol/events.ts';
import { isJson } from '../protocol/decode.ts';
import type { Input } from '../state/inputs.ts';
import type { Millis, SoftphoneState } from '../state/model.ts';
import type { ConnectionReport } from '../transport/connection.ts';
import type { KeptCommand } from '../transport/wire.ts';
import { condense } from './condense.ts';
import { createMasker, dots, type Masker } from './mask.ts';
import { withoutTeam, type Entry } from './recorder.ts';

export const FORMAT = 'gc-softphone diagnostics 1';

/** One thing that happened. Times are ISO 8601, UTC, by the clock of that browser. */
export type Moment = { readonly at: string } & (
  | FrameMoment
  | { readonly command: KeptCommand }
  | { readonly lost: string }
  /** An address did not let us in. */
  | { readonly failed: string }
  | ChangeMoment
);

/** A frame of GC's, masked. */
export interface FrameMoment {
  /** JSON as GC wrote it. Of the text form only the separators: its fields have no names that say what to mask. */
  readonly frame: string;
  readonly form: 'json' | 'text';
  /** The message's `type` header, where there was one. */
  readonly hint?: string;
  /** What the softphone read in it. */
  readonly read: Decoded;
  /** When it changed the state, in milliseconds since 1970. */
  readonly applied?: Millis;
}

/** A change of the state that no frame has made. */
export interface ChangeMoment {
  readonly input: Input | { readonly type: Input['type'] };
  /** What became of the state, where the input alone cannot tell: typing, and what another tab has done. */
  readonly change?: Change;
}

/** Parts of a state that are new, and null for those that are gone. */
export type Change = { readonly [K in keyof SoftphoneState]?: SoftphoneState[K] | null };

/** A diagnostics file. */
export interface Diagnostics {
  readonly format: typeof FORMAT;
  readonly made: string;
  /** The page without its parameters, the file that the build wrote this softphone in, and the browser. */
  readonly page: string;
  readonly build: string;
  readonly browser: string;
  /** Since the page was loaded. */
  readonly counters: SoftphoneState['counters'];
  /** Names of what was not understood, with how often each is among `moments`. */
  readonly notUnderstood: Readonly<Record<string, number>>;
  /** The state before the first moment, and after the last. */
  readonly start: SoftphoneState;
  readonly moments: readonly Moment[];
  readonly end: SoftphoneState;
}

/**
 * Makes the file of what was kept. Numbers and ids of people keep their last two digits; names, notes, free text and the
 * values of variables become their length; passwords and destinations are left out.
 */
export function makeDiagnostics(
  kept: readonly Entry[],
  shown: SoftphoneState,
  now: Millis,
  masker: Masker = createMasker(),
): Diagnostics {
  const state = withoutTeam(shown);
  const entries = condense(kept);
  const changes = entries.filter(isChange);
  const start = masker.data(changes[0]?.[2] ?? state);
  const after = new Map(changes.map((change, index) => [change, changes[index + 1]?.[2] ?? state]));
  const frames = new Map(
    entries.filter(isFrame).flatMap((one) => (one[1].kind === 'event' ? [[one[1].event, one] as const] : [])),
  );
  const taken = new Set(changes.flatMap(([, input]) => (input.type === 'gc' ? [input.event] : [])));

  const momentOf = (entry: Entry): Moment | undefined => {
    const [time, what] = entry;
    const at = new Date(time).toISOString();
    if (isFrame(entry)) {
      // One that changed the state stands where it did.
      const isTaken = entry[1].kind === 'event' && taken.has(entry[1].event);
      return isTaken ? undefined : { at, ...frameOf(entry, masker) };
    }
    if (isChange(entry)) {
      const [, input, before] = entry;
      if (input.type !== 'gc') return { at, ...changeOf(input, before, after.get(entry) ?? state, masker) };
      // The frame itself may have been the oldest, and be gone.
      const frame = frames.get(input.event) ?? [time, { kind: 'event', event: input.event }, '', undefined];
      return { at: new Date(frame[0]).toISOString(), ...frameOf(frame, masker), applied: input.at };
    }
    if ('params' in what) return { at, command: commandOf(what, masker) };
    return what instanceof Error
      ? { at, failed: maskWhy(what.message) }
      : { at, lost: 'why' in what ? maskWhy(what.why) : '' };
  };

  // A test may run elsewhere.
  const { location, navigator } = globalThis as Partial<Pick<Window, 'location' | 'navigator'>>;
  const moments = entries.flatMap((entry) => momentOf(entry) ?? []);
  const counts: Record<string, number> = {};
  for (const moment of moments) {
    const { kind, type } = { type: '', ...('read' in moment ? moment.read : { kind: 'event' }) };
    if (kind === 'event') continue;
    const name = `${kind} ${type}`.trim();
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return {
    format: FORMAT,
    made: new Date(now).toISOString(),
    page: location ? location.origin + location.pathname : '',
    browser: navigator?.userAgent ?? '',
    build: new URL(import.meta.url).pathname,
    counters: state.counters,
    notUnderstood: counts,
    start,
    moments,
    end: masker.data(state),
  };
}

function isChange(entry: Entry): entry is readonly [Millis, Input, SoftphoneState] {
  return typeof entry[2] === 'object';
}

type FrameEntry = readonly [at: Millis, read: Decoded, text: string, hint: string | undefined];

function isFrame(entry: Entry): entry is FrameEntry {
  return typeof entry[2] === 'string' && (entry[1] as ConnectionReport).kind !== 'lost';
}

function changeOf(input: Input, before: SoftphoneState, after: SoftphoneState, masker: Masker): ChangeMoment {
  if (input.type !== 'mirrored' && input.type !== 'draft') return { input: masker.data(input) };
  const known: Readonly<Record<string, unknown>> = { ...before };
  const next: Readonly<Record<string, unknown>> = { ...after };
  const changed = Object.keys({ ...known, ...next }).filter((key) => known[key] !== next[key]);
  const change: Change = Object.fromEntries(changed.map((key) => [key, next[key] ?? null]));
  return { input: { type: input.type }, change: masker.data(change) };
}

function frameOf([, report, text, hint]: FrameEntry, masker: Masker): FrameMoment {
  const form = isJson(text) ? 'json' : 'text';
  const frame = (form === 'json' && maskJson(text, masker)) || text.replace(/[^#|,=:{}[\]"\s]/g, '•');
  const known = /^[A-Z_]{1,60}$/.exec(hint ?? '')?.[0];
  const read = report.kind === 'event' ? { ...report, event: masker.data(report.event) } : report;
  return { frame, form, ...(known ? { hint: known } : {}), read };
}

function maskJson(text: string, masker: Masker): string | undefined {
  try {
    return JSON.stringify(masker.frame(JSON.parse(text)));
  } catch {
    return undefined;
  }
}

function commandOf({ type, subject, params }: KeptCommand, masker: Masker): KeptCommand {
  const isOurs = type === 'Hello' || type === 'Beat';
  return { ...masker.data({ type, subject: isOurs ? '' : subject }), params: masker.data(params) };
}

/** What the transports say of a broken connection; a broker's own words may be anything. */
function maskWhy(why: string): string {
  const ours =
    /^((Broker|GC) address \d+ cannot be (used|reached): )?(no answer|the broker is silent|closed with code \d+|the reader of the text form cannot be fetched)?/;
  const known = ours.exec(why)?.[0] ?? '';
  return known + dots(why.slice(known.length));
}
