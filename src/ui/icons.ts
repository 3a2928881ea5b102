import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

/** Drawn for this softphone on a 24 × 24 grid, with round pens of 1.8. */
const PATHS = {
  phone:
    'M5.5 3.5h3l2 5-2.4 1.7a12 12 0 0 0 5.7 5.7l1.7-2.4 5 2v3a2 2 0 0 1-2.2 2A16.8 16.8 0 0 1 3.5 5.7a2 2 0 0 1 2-2.2z',
  hangUp: 'M3 14.5v-2c5-4.7 13-4.7 18 0v2l-1.5 1.6-4-1.4v-3a14 14 0 0 0-7 0v3l-4 1.4z',
  pause: 'M8.5 5.5v13M15.5 5.5v13',
  play: 'M8 5.2v13.6L19 12z',
  record: 'M12 12.2a3.6 3.6 0 1 0 0-7.2 3.6 3.6 0 0 0 0 7.2zM4.8 19.5a7.2 7.2 0 0 1 14.4 0',
  check: 'M5 12.5l4.6 4.6L19.2 7.4',
  chevron: 'M6.5 9.5l5.5 5.5 5.5-5.5',
  close: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  backspace: 'M9 5.5h10.5v13H9L3.5 12zM12 9.5l4.6 5M16.6 9.5l-4.6 5',
  warning: 'M12 4.2l8.8 15.3H3.2zM12 10v4.2M12 16.9v.1',
  settings: 'M4 7.5h8.5M17.5 7.5H20M15 5v5M4 16.5h2.5M11.5 16.5H20M9 14v5',
  people:
    'M9 11a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 9 11zM3 19a6 6 0 0 1 12 0M15.5 4.9a3 3 0 0 1 0 5.8M18 13.8a6 6 0 0 1 3 5.2',
  transfer: 'M4 8h15l-4-4M20 16H5l4 4',
  wait: 'M12 3.8a8.2 8.2 0 1 1-8.2 8.2',
} as const;

/** Of what is fetched later, see {@link learnIcons}. */
type LaterIcon =
  | 'book'
  | 'ear'
  | 'keys'
  | 'label'
  | 'later'
  | 'leave'
  | 'pencil'
  | 'queue'
  | 'recording'
  | 'skip'
  | 'swap'
  | 'undo';

export type IconName = keyof typeof PATHS | LaterIcon;

const paths: Partial<Record<IconName, string>> = { ...PATHS };

/** Adds the pictures that came with a later file, as only that one needs them. */
export function learnIcons(more: Readonly<Partial<Record<LaterIcon, string>>>): void {
  Object.assign(paths, more);
}

/**
 * A picture for a word. Hidden from assistive technology where the word stands beside it.
 * @param name of the picture
 * @param text the word, where none stands beside the picture
 */
export function icon(name: IconName, text?: string): TemplateResult {
  return html`<svg
    class="icon"
    viewBox="0 0 24 24"
    data-icon=${name}
    role=${text === undefined ? nothing : 'img'}
    aria-label=${text ?? nothing}
    aria-hidden=${text === undefined ? 'true' : nothing}
  >
    <path d=${paths[name] ?? nothing} />
  </svg>`;
}

/** Marks of agent states: no two of different meaning share a shape, so that colour is never needed to tell them. */
const MARKS = {
  ready: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
  notReady: 'M4 4h16v16H4z',
  reserved: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 5a4 4 0 1 1 0 8 4 4 0 0 1 0-8z',
  talking: 'M5 2.5v19L21.5 12z',
  held: 'M4 3h6v18H4zM14 3h6v18h-6z',
  wrapUp: 'M12 1.5L22.5 12 12 22.5 1.5 12z',
  none: 'M3 9.5h18v5H3z',
} as const;

export type MarkName = keyof typeof MARKS;

/** The mark of a state, beside its words. */
export function mark(name: MarkName): TemplateResult {
  return html`<svg class="mark" viewBox="0 0 24 24" data-mark=${name} aria-hidden="true">
    <path fill-rule="evenodd" d=${MARKS[name]} />
  </svg>`;
}
