import { css } from 'lit';
import { shared } from '../ui/styles.ts';

/** Its host scrolls; the box stays in sight. */
export const consultStyles = [
  shared,
  css`
    :host {
      display: block;
    }
    form {
      position: sticky;
      z-index: 1;
      inset-block-start: 0;
      display: grid;
      gap: 0.4em;
      padding-block-end: 0.5em;
      background: var(--_surface);
    }
    .head,
    .row {
      display: flex;
      gap: 0.6em;
      align-items: stretch;
      justify-content: space-between;
    }
    .head {
      align-items: center;
    }
    .head button {
      min-block-size: 24px;
      padding: 0 0.4em;
    }
    .row .answer {
      flex: none;
      min-block-size: 0;
      min-inline-size: 44px;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.75em;
      align-items: center;
      justify-content: space-between;
      min-block-size: 44px;
      padding: 0.3em 0.6em;
      border: 1px solid transparent;
      border-block-end-color: var(--_line);
      cursor: pointer;
    }
    li:hover {
      background: var(--_raised);
    }
    li[aria-selected='true'] {
      border-color: var(--_accent);
      border-radius: var(--_radius);
      background: var(--_accent-soft);
    }
    @media (forced-colors: active) {
      li[aria-selected='true'] {
        outline: 2px solid Highlight;
        outline-offset: -2px;
      }
    }
    .who {
      display: grid;
      flex: 1 1 6em;
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
    .title {
      font-weight: 600;
    }
    .number + .detail::before {
      content: '· ';
    }
    .state {
      display: inline-flex;
      gap: 0.4em;
      align-items: baseline;
      padding: 0.1em 0.6em;
      border-radius: 99em;
      background: var(--_raised);
      font-weight: 600;
      font-size: 0.92em;
    }
    .state.ready {
      background: var(--_ready-soft);
      color: var(--_ready);
    }
    .state.busy {
      background: var(--_busy-soft);
      color: var(--_busy);
    }
    .state.wrap {
      background: var(--_wrap-soft);
      color: var(--_wrap);
    }
    .state.talk {
      background: var(--_talk-soft);
      color: var(--_talk);
    }
  `,
];
