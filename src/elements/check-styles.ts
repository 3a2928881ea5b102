import { css } from 'lit';

/** Looks of `<gc-check>`. */
export const checkStyles = css`
  :host {
    display: block;
    flex: 1;
    min-block-size: 0;
    overflow: auto;
  }
  section {
    display: grid;
    gap: 0.7em;
    max-inline-size: var(--_max-width);
    margin-inline: auto;
    padding: 0.6em 1em 1em;
  }
  .head,
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: center;
  }
  /* It has the focus for those who listen; it is no control. */
  .head h2 {
    flex: 1;
    outline: none;
  }
  h3 {
    margin: 0;
    font-size: 1em;
  }
  li {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.15em 0.6em;
    padding-block: 0.5em;
    border-block-start: 1px solid var(--_line);
    overflow-wrap: anywhere;
  }
  li .icon {
    margin-block-start: 0.05em;
  }
  .good .verdict {
    color: var(--_ready);
  }
  .warning .verdict {
    color: var(--_wrap);
  }
  .bad .verdict {
    color: var(--_busy);
  }
  .verdict {
    display: contents;
  }
  .verdict b {
    font-weight: 650;
  }
  li p {
    grid-column: 2;
  }
  textarea {
    min-block-size: 8em;
    font-size: 0.92em;
  }
`;
