import { css } from 'lit';
import { shared } from '../ui/styles.ts';

/** The tabs, and what stands below them. */
export const idleStyles = [
  shared,
  css`
    :host {
      display: flex;
      flex-direction: column;
      min-block-size: 0;
      max-block-size: var(--gc-lists-height, none);
    }
    [role='tablist'] {
      display: flex;
      flex: none;
      border-block-end: 1px solid var(--_line);
    }
    [role='tab'] {
      position: relative;
      flex: 1 1 auto;
      flex-direction: column;
      gap: 0;
      min-inline-size: 24px;
      min-block-size: 3.4em;
      border: 0;
      border-block-end: 2px solid transparent;
      border-radius: 0;
      padding: 0.2em;
      color: var(--_muted);
      overflow-wrap: normal;
    }
    [data-icon='keys'] {
      stroke-width: 2.6;
    }
    .word {
      font-size: 0.87em;
      font-weight: 600;
      line-height: 1.2;
    }
    [role='tab'][aria-selected='true'] {
      border-block-end-color: var(--_accent);
      color: var(--_accent);
    }
    [role='tab']:focus-visible {
      outline-offset: -2px;
    }
    .missed {
      position: absolute;
      inset-block-start: 0.15em;
      inset-inline-start: calc(50% + 0.6em);
      min-inline-size: 1.5em;
      padding: 0 0.4em;
      border-radius: 1em;
      background: var(--_busy-soft);
      color: var(--_busy);
      font-size: 0.8em;
      line-height: 1.5;
    }
    [role='tabpanel'] {
      display: flex;
      flex: 1 1 var(--gc-fit, 0);
      flex-direction: column;
      min-block-size: 0;
      overflow: auto;
    }
    slot {
      display: block;
      padding: 0.75em;
    }
    gc-recent-calls {
      padding: 0 0.75em 0.75em;
    }
    gc-directory {
      flex: 1;
      min-block-size: 0;
    }
    .fetching {
      display: grid;
      gap: 0.6em;
      justify-items: center;
      padding: 1.2em 1em;
    }
    /* Five words do not fit: the chosen tab keeps its own, the others have it for those who hear it. */
    @container softphone (inline-size < 19rem) {
      .many [aria-selected='false'] .word {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
    }
    @media (forced-colors: active) {
      [role='tab']:not([aria-selected='true']) {
        border-block-end-color: Canvas;
      }
    }
  `,
];
