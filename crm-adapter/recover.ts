import { baseOf, defined, isOpen } from '../src/state/call-parts.ts';
import type { Call, CallKey } from '../src/state/model.ts';
import type { Store } from '../src/state/store.ts';
import type { OutboxEntry } from './outbox.ts';

/**
 * Takes up what was kept: into the state where the call is there already, else beside it.
 * @param latest what this page knows of each call that the CRM does not have
 */
export function take(entries: readonly OutboxEntry[], latest: Map<CallKey, Call>, store: Store): void {
  for (const { key, call: kept, keptAt } of entries) {
    const call = store.state.calls.find((one) => one.key === key);
    const mine = call ?? latest.get(key);
    if (!kept) {
      // The CRM has it. Another call may have had this key since.
      if (!mine || mine.firstSeen > keptAt) continue;
      latest.delete(key);
      store.apply({ type: 'logged', call: key });
      continue;
    }
    const whole = mine ? joined(kept, mine) : kept;
    if (call) store.apply({ type: 'recovered', calls: [whole] });
    else latest.set(key, isOpen(whole) ? { ...whole, lastSeen: keptAt } : whole);
  }
}

/**
 * One call out of what was kept of it and what this page knows. Either both are of one life of it, and of each part
 * the later version is right: a browser that crashed may bring back a snapshot older than the outbox. Or GC has told
 * this page of it anew, which knows nothing then of what was before.
 */
export function joined(kept: Call, call: Call): Call {
  if (kept.firstSeen === call.firstSeen) {
    const later = (age: (one: Call) => number): Call => (age(kept) > age(call) ? kept : call);
    return { ...later(stage), draft: later(edits).draft, ...defined({ log: later(progress).log }) };
  }
  const notes = [kept.draft.notes, call.draft.notes].filter(Boolean).join('\n');
  const { number, dialled, direction, participants } = kept;
  return {
    ...baseOf(kept),
    ...call,
    // To an agent who comes back, GC may say of a call no more than that it is up.
    ...(call.number === '' ? { number, dialled, direction } : {}),
    ...(call.participants.length === 0 ? { participants } : {}),
    variables: { ...kept.variables, ...call.variables },
    firstSeen: kept.firstSeen,
    match: call.match.phase === 'none' ? kept.match : call.match,
    draft: { ...kept.draft, ...call.draft, notes },
    ...defined({ answeredAt: kept.answeredAt ?? call.answeredAt, log: kept.log }),
  };
}

// What only ever grows in the life of a call:

const stage = ({ phase }: Call): number => ['wrapUp', 'logging'].indexOf(phase);
const edits = ({ draft }: Call): number => draft.edits ?? 0;

/** With an id it has been written; before that, each failure comes after a writing. */
function progress({ log }: Call): number {
  if (!log) return -1;
  return log.id === undefined ? 2 * log.tries + Number(log.phase === 'writing') : Infinity;
}
