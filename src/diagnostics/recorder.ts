import type { Input } from '../state/inputs.ts';
import type { Millis, SoftphoneState } from '../state/model.ts';
import type { Passing } from '../transport/wire.ts';

/** What passed over the wire, or changed the state. */
export type Happening = Passing | readonly [input: Input, before: SoftphoneState];

export type Entry = readonly [at: Millis, ...Happening];

/** What the diagnostics are made of: kept as it came, by reference. All else is done when somebody wants to see it. */
export interface Recorder {
  /** Oldest first. */
  readonly entries: readonly Entry[];
  /** A password MUST NOT be handed in. */
  readonly add: (...what: Happening) => void;
}

/** More than is shown: of what is kept, much is repetition. */
export const KEPT = 2000;

/** A state without what a supervisor watches: thousands of people, anew ten times a second. */
export function withoutTeam({ supervision: _supervision, ...state }: SoftphoneState): SoftphoneState {
  return state;
}

/**
 * Makes a recorder that has kept nothing yet. What happens in a team that is watched is left out: it would drive out all
 * else within seconds.
 */
export function createRecorder(now: () => Millis): Recorder {
  const entries: Entry[] = [];
  let own: string | undefined;
  return {
    entries,
    add(...what) {
      const [one, before] = what;
      if (typeof before === 'object') {
        own = before.agent?.agentId;
        const input = one as Input;
        if (isOfTeam(input, before)) return;
        what = [
          input.type === 'mirrored' ? { ...input, state: withoutTeam(input.state) } : input,
          withoutTeam(before),
        ];
      } else if ('kind' in one && one.kind === 'event') {
        const { event } = one;
        if (event.type === 'TeamMemberState' || (event.type === 'State' && event.agentId !== own)) return;
      }
      if (entries.push([now(), ...what]) > KEPT) entries.shift();
    },
  };
}

/** Nothing else has changed. */
function isOfTeam(input: Input, before: SoftphoneState): boolean {
  if (input.type === 'people') return input.supervision !== undefined;
  const known: Readonly<Record<string, unknown>> = { ...before };
  return (
    input.type === 'mirrored' &&
    Object.entries(input.state).every(([key, value]) => key === 'supervision' || known[key] === value)
  );
}
