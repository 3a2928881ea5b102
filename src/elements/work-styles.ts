import { css } from 'lit';
import { shared } from '../ui/styles.ts';

/** Where the cards of the calls, what is about them, and what waits stand. */
export const workStyles = [
  shared,
  css`
    :host {
      display: flex;
      flex-direction: column;
      min-block-size: 0;
    }
    .cards,
    .more {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 0.75em;
      align-content: start;
      inline-size: 100%;
      max-inline-size: var(--_max-width);
      margin-inline: auto;
      padding: 0.75em;
      overflow: auto;
    }
    .cards {
      flex: 0 1 auto;
      min-block-size: 0;
      padding-block-end: 0;
    }
    .cards > :last-child {
      margin-block-end: 0.75em;
    }
    .more,
    gc-idle-tabs {
      flex: 1 0 var(--gc-fit, 7em);
      block-size: var(--gc-fit, 0);
    }
    gc-idle-tabs {
      inline-size: 100%;
      max-inline-size: var(--_max-width);
      margin-inline: auto;
    }
    /* As it will stand below the tabs, which are fetched. */
    gc-idle-tabs:not(:defined) {
      display: block;
      padding: calc(3.4em + 1px + 0.75em) 0.75em 0.75em;
      overflow: auto;
    }
    .cards ~ .more {
      padding-block-start: 0;
    }
    gc-wrap-up.over {
      flex: 1 0 var(--gc-fit, 9em);
      block-size: var(--gc-fit, 0);
      inline-size: 100%;
      max-inline-size: var(--_max-width);
      margin-inline: auto;
    }
    .rest {
      flex: none;
      max-block-size: 45%;
      overflow: auto;
    }
    .rest:only-child {
      max-block-size: none;
    }
    .rest .hint {
      padding: 0 0.9em 0.65em;
    }
    /* Little height, or large text: what is below the cards may shrink, the cards keep their buttons in sight. */
    @container softphone (block-size < 24rem) {
      .cards:has(~ .more:not([hidden]), ~ gc-wrap-up) {
        flex: none;
        max-block-size: 65%;
      }
      .more {
        flex: 1 1 0;
        min-block-size: 4em;
      }
      .rest {
        max-block-size: 30%;
      }
    }
    /* No room for two cards and what is below them: all of it scrolls. */
    @container softphone (inline-size < 18rem) {
      :host(.two) {
        display: block;
        overflow: auto;
      }
      :host(.two) .more {
        block-size: auto;
      }
    }
    @container softphone (inline-size >= 46rem) {
      :host(.calls) {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        grid-template-rows: minmax(0, 1fr) auto;
        inline-size: 100%;
        max-inline-size: calc(2 * var(--_max-width));
        margin-inline: auto;
      }
      :host(.calls) :is(.more, gc-idle-tabs) {
        block-size: auto;
        padding-block-start: 0.75em;
      }
      .rest {
        grid-column: 1 / -1;
      }
    }
  `,
];
