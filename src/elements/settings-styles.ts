import { css } from 'lit';

/** Looks of `<gc-settings>` and its parts. */
export const settingsStyles = css`
  section,
  .all,
  .part {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.7em;
    align-content: start;
  }
  .all,
  .part {
    gap: 0.9em;
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
    padding-block-start: 0.6em;
    border-block-start: 1px solid var(--_line);
    font-size: 1em;
  }
  .row {
    display: flex;
    gap: 0.6em;
    align-items: center;
    min-block-size: 28px;
    font-weight: 400;
  }
  .row input[type='range'] {
    flex: 1 1 5em;
    inline-size: auto;
    min-block-size: 28px;
    padding: 0;
    border: 0;
    background: none;
    accent-color: var(--_accent);
  }
`;
