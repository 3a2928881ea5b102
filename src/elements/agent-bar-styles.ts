import { css } from 'lit';
import { shared } from '../ui/styles.ts';

export const agentBarStyles = [
  shared,
  css`
    :host {
      display: block;
      flex: none;
      border-block-end: 1px solid var(--_line);
    }
    .bar {
      position: relative;
      display: flex;
      gap: 0.6em;
      align-items: center;
      justify-content: space-between;
      padding: 0.55em 0.75em;
    }
    .state {
      display: grid;
      grid-template-columns: minmax(0, auto);
      flex: 0 1 auto;
      gap: 0.2em;
      min-inline-size: 0;
      max-inline-size: calc(100% - 5.5em);
    }
    .pill {
      justify-self: start;
      max-inline-size: 100%;
      min-block-size: max(28px, 2.15em);
      padding: 0.2em 0.75em;
      border-color: transparent;
      border-radius: 99em;
      font-weight: 600;
    }
    .pill.ready {
      background: var(--_ready-soft);
      color: var(--_ready);
    }
    .pill.busy {
      background: var(--_busy-soft);
      color: var(--_busy);
    }
    .pill.wrap {
      background: var(--_wrap-soft);
      color: var(--_wrap);
    }
    .pill.talk {
      background: var(--_talk-soft);
      color: var(--_talk);
    }
    .pill.none {
      background: var(--_raised);
    }
    .words,
    .reason {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    /* The reason gives way first, the mark and the time never do. */
    .reason {
      flex-shrink: 99999;
      min-inline-size: 0;
      font-weight: 400;
    }
    gc-timer {
      flex: none;
      font-weight: 400;
    }
    .pill .icon {
      inline-size: 1em;
      block-size: 1em;
      stroke-width: 2.6;
    }
    .pending {
      padding-inline-start: 0.75em;
    }
    .who {
      display: grid;
      grid-template-columns: minmax(0, auto);
      flex: 1 1 4em;
      min-inline-size: 4em;
      font-size: 0.92em;
      line-height: 1.25;
      text-align: end;
    }
    .who > * {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .agent {
      font-weight: 600;
    }
    .menu {
      position: absolute;
      z-index: 2;
      inset-block-start: calc(100% - 0.2em);
      inset-inline-start: 0.75em;
      min-inline-size: min(15em, 100% - 1.5em);
      max-inline-size: calc(100% - 1.5em);
      max-block-size: calc(100cqb - 4.5em);
      overflow: auto;
      padding: 0.4em;
      border: 1px solid var(--_line);
      border-radius: var(--_radius-large);
      background: var(--_surface);
      box-shadow: 0 6px 24px rgb(16 24 40 / 0.22);
    }
    .menu button {
      display: flex;
      justify-content: flex-start;
      inline-size: 100%;
      border-color: transparent;
      background: transparent;
      text-align: start;
    }
    .menu button:hover,
    .menu button:focus-visible {
      background: var(--_accent-soft);
      outline-offset: -2px;
    }
    .check {
      flex: none;
      inline-size: 1.35em;
      line-height: 0;
      color: var(--_accent);
    }
    .title {
      padding: 0.7em 0.8em 0.2em;
    }
    [role='group'] {
      margin-block-start: 0.3em;
      border-block-start: 1px solid var(--_line);
    }
    .why {
      padding: 0.5em 0.8em 0.2em;
    }
    /* Time in state and the mark are the last to go: the agent's name makes room first. */
    @container softphone (inline-size < 19rem) {
      .bar {
        flex-wrap: wrap;
      }
      .state {
        max-inline-size: 100%;
      }
      .pill {
        gap: 0.3em;
        padding-inline: 0.5em;
      }
      .pill .icon {
        inline-size: 0.8em;
      }
      .who {
        display: flex;
        flex-basis: 100%;
        gap: 0.6em;
        text-align: start;
      }
      .who .muted {
        flex: none;
      }
    }
  `,
];
