import { css } from 'lit';
import { shared } from '../ui/styles.ts';

/** What the cards of calls share. */
export const cardStyles = [
  shared,
  css`
    :host {
      display: block;
      min-inline-size: 0;
    }
    .card {
      display: grid;
      gap: 0.75em;
      padding: 0.9em;
      border: 1px solid var(--_line);
      border-radius: var(--_radius-large);
      background: var(--_surface);
    }
    .head {
      display: flex;
      gap: 0.75em;
      align-items: flex-start;
      justify-content: space-between;
    }
    .who {
      display: grid;
      gap: 0.1em;
      min-inline-size: 0;
    }
    .who .name {
      display: -webkit-box;
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 3;
    }
    .number {
      overflow-wrap: anywhere;
    }
    .controls {
      position: sticky;
      z-index: 1;
      inset-block: 0;
      display: flex;
      flex-wrap: wrap;
      gap: 0.5em;
      padding-block-end: 2px;
      background: inherit;
    }
    .controls button {
      flex: 1 1 6.2em;
      min-inline-size: 0;
      min-block-size: max(44px, 3.4em);
      padding: 0.2em 0.4em;
      overflow-wrap: break-word;
    }
    .controls :is(.plain, .primary) {
      flex-direction: column;
      gap: 0;
    }
    .controls .plain {
      border-color: transparent;
      background: var(--_raised);
    }
    .controls .plain:hover {
      background: var(--_accent-soft);
    }
    @container softphone (block-size < 24rem) {
      .card {
        gap: 0.4em;
        padding: 0.5em 0.7em;
      }
      .who .name {
        -webkit-line-clamp: 2;
      }
      .controls button {
        flex-basis: 4em;
        min-block-size: 44px;
        padding-inline: 0.2em;
      }
      .controls .icon:not([data-icon='wait']) {
        display: none;
      }
    }
    @media (forced-colors: active) {
      .controls .plain,
      .controls .answer,
      .controls .end {
        border-color: ButtonText;
      }
    }
  `,
];
