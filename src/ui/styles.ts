import { css } from 'lit';

/** What every element shares: type, buttons, fields, the pictures. Logical properties only, so that it mirrors. */
export const shared = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  h2,
  p,
  ul,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
    list-style: none;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.45em;
    min-block-size: 2.46em;
    padding: 0.4em 0.8em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    cursor: pointer;
    overflow-wrap: anywhere;
  }
  button:hover {
    background: var(--_raised);
  }
  button.primary {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--_accent);
    font-weight: 600;
  }
  button.primary:hover,
  button.answer:hover,
  button.end:hover {
    filter: brightness(1.08);
  }
  button.answer,
  button.end {
    min-block-size: max(44px, 3.4em);
    border-color: transparent;
    color: var(--_on-call);
    font-weight: 650;
  }
  button.answer {
    background: var(--_answer);
  }
  button.end {
    background: var(--_end);
  }
  button[aria-disabled='true'] {
    cursor: not-allowed;
    opacity: 0.5;
  }
  /* The ring fades with what it surrounds. */
  button[aria-disabled='true']:focus-visible {
    opacity: 0.8;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  label,
  .label {
    font-size: 0.92em;
    font-weight: 600;
  }
  .field {
    display: grid;
    gap: 0.3em;
    min-inline-size: 0;
  }
  input:not([type='radio'], [type='checkbox']),
  select,
  textarea {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 2.5em;
    padding: 0.45em 0.7em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    font-size: 1.08em;
  }
  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  input[type='radio'],
  input[type='checkbox'] {
    flex: none;
    inline-size: 1.15em;
    block-size: 1.15em;
    margin: 0;
    accent-color: var(--_accent);
  }
  [aria-invalid='true'] {
    border-color: var(--_busy) !important;
  }
  .problem {
    color: var(--_busy);
    font-size: 0.92em;
  }
  .hint,
  .muted {
    color: var(--_muted);
    font-size: 0.95em;
  }
  .name {
    font-size: 1.3em;
    font-weight: 650;
    letter-spacing: -0.01em;
    overflow-wrap: anywhere;
  }
  .number,
  .time,
  gc-timer {
    font-variant-numeric: tabular-nums;
  }
  .icon {
    flex: none;
    inline-size: 1.35em;
    block-size: 1.35em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .mark {
    flex: none;
    inline-size: 0.7em;
    block-size: 0.7em;
    fill: currentColor;
  }
  .icon[data-icon='wait'] {
    animation: turn 1s linear infinite;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .icon[data-icon='wait'] {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    button {
      border-color: ButtonText;
    }
    button[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
      opacity: 1;
    }
  }
`;
