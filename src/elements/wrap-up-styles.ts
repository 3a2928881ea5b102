import { css } from 'lit';
import { shared } from '../ui/styles.ts';

export const wrapUpStyles = [
  shared,
  css`
    :host {
      display: block;
      min-block-size: 0;
    }
    form.over {
      display: flex;
      flex-direction: column;
      block-size: var(--gc-fit, 100%);
    }
    .fields {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 0.8em;
      align-content: start;
    }
    .over .fields {
      flex: 1;
      min-block-size: 0;
      overflow: auto;
      padding: 0.9em;
    }
    .head {
      display: flex;
      gap: 1em;
      align-items: flex-start;
      justify-content: space-between;
    }
    .who {
      display: grid;
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
    .head .name {
      font-size: 1.15em;
    }
    .since {
      flex: none;
      color: var(--_wrap);
      font-weight: 600;
    }
    .fold {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 0.5em;
    }
    .folder {
      justify-content: flex-start;
      inline-size: 100%;
      border-color: var(--_edge);
      text-align: start;
    }
    .chosen {
      flex: 1;
      text-align: end;
    }
    .only {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.8em;
      align-items: baseline;
      overflow-wrap: anywhere;
    }
    .hint {
      overflow-wrap: anywhere;
    }
    textarea {
      display: block;
      min-block-size: 3.9em;
      resize: vertical;
    }
    .foot {
      display: grid;
      flex: none;
      gap: 0.4em;
      padding: 0.65em 0.9em;
      border-block-start: 1px solid var(--_line);
    }
    .buttons {
      display: flex;
      flex-wrap: wrap;
      gap: 0.6em;
    }
    @container softphone (block-size < 24rem) {
      form.over {
        display: block;
        overflow: auto;
      }
      .over .fields {
        overflow: visible;
      }
    }
    .buttons button {
      flex: 1 1 auto;
      min-block-size: max(32px, 2.7em);
    }
  `,
];
