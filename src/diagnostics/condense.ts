import type { Entry } from './recorder.ts';

/** How much of what was kept goes into the file. */
export const SHOWN = 500;

/**
 * The last {@link SHOWN} entries, without what only repeats: of heartbeats in a row the last is left, and of a text that
 * was typed the first letter, which stands for the whole.
 */
export function condense(entries: readonly Entry[]): readonly Entry[] {
  const kept: Entry[] = [];
  for (const entry of entries) {
    const last = [...kept.slice(-2), entry].map(nameOf);
    if (last.at(-1) === 'draft' && last.at(-2) === 'draft') continue;
    if (last.join() === 'Beat,System,Beat') kept.splice(-2);
    kept.push(entry);
  }
  return kept.slice(-SHOWN);
}

/** Of a command, an event or a change. */
function nameOf([, what]: Entry): unknown {
  const { event, type } = what as { readonly event?: { readonly type: string }; readonly type?: string };
  return event?.type ?? type;
}
