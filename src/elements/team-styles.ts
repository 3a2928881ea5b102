import { css } from 'lit';
import { shared } from '../ui/styles.ts';
import { stateColours } from './state-colours.ts';

/** A list of rows of two lines, each of the same height but for the open one. */
export const teamStyles = [
  shared,
  css`
    :host {
      display: flex;
      flex: 1;
      flex-direction: column;
      min-block-size: 0;
    }
    .head {
      display: grid;
      flex: none;
      gap: 0.4em;
      padding: 0.6em 0.75em;
    }
    .choice {
      display: flex;
      gap: 0.4em;
    }
    .choice > * {
      flex: 1 1 0;
    }
    .told {
      display: flex;
      flex-wrap: wrap;
      gap: 0.3em 0.8em;
      align-items: center;
    }
    .told button {
      min-block-size: 24px;
      padding: 0 0.4em;
    }
    .scroller {
      position: relative;
      flex: 1;
      min-block-size: 6em;
      border-block-start: 1px solid var(--_line);
      overflow: auto;
      overscroll-behavior: contain;
      overflow-anchor: none;
    }
    .table {
      position: relative;
      overflow: hidden;
    }
    .rows {
      position: absolute;
      inset-inline: 0;
      inset-block-start: 0;
    }
    [data-away] {
      position: absolute;
      inset-inline: 0;
      inset-block-start: 0;
    }
    .line,
    .probe {
      position: relative;
      display: grid;
      grid-template-rows: 1fr 1fr;
      grid-template-columns: fit-content(55%) minmax(0, 1fr) fit-content(45%);
      gap: 0 0.6em;
      block-size: max(50px, 3.8em);
      padding-inline: 0.9em;
      border-block-end: 1px solid var(--_line);
    }
    .probe {
      position: absolute;
      visibility: hidden;
    }
    .line > * {
      align-self: center;
      min-inline-size: 0;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .who {
      display: flex;
      grid-row: 1;
      grid-column: 1 / 3;
      gap: 0.4em;
      align-items: center;
    }
    .who .icon {
      color: var(--_talk);
    }
    .extension {
      grid-row: 1;
      grid-column: 3;
      text-align: end;
    }
    .state,
    .reason,
    .time {
      grid-row: 2;
    }
    .state .mark {
      margin-inline-end: 0.4em;
    }
    .time {
      grid-column: 3;
      text-align: end;
    }
    .row {
      display: block;
      min-inline-size: 24px;
      min-block-size: 24px;
      padding: 0;
      border: 0;
      background: none;
      font-weight: 600;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    /* All of the row is pressed; the ring goes around it. */
    .row::after {
      position: absolute;
      inset: 0;
      content: '';
    }
    .row:focus-visible {
      outline: none;
    }
    .row:focus-visible::after {
      outline: 2px solid var(--_accent);
      outline-offset: -3px;
    }
    .line:hover,
    .open .line {
      background: var(--_raised);
    }
    .open .line {
      border-block-end-color: transparent;
      box-shadow: inset 3px 0 var(--_accent);
    }
    .open .line:dir(rtl) {
      box-shadow: inset -3px 0 var(--_accent);
    }
    .actions {
      padding: 0.2em 0.9em 0.75em;
      border-block-end: 1px solid var(--_line);
      background: var(--_raised);
    }
    @media (forced-colors: active) {
      .open .line {
        border-block-end: 1px solid Highlight;
      }
      .row:focus-visible::after {
        outline-color: Highlight;
      }
    }
  `,
  stateColours,
];
