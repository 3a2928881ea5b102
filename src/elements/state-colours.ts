import { css } from 'lit';

/** What an agent state looks like in a list, by the names of `STATE_LOOK`; its mark and its word say the same. */
export const stateColours = css`
  .ready {
    color: var(--_ready);
  }
  .busy {
    color: var(--_busy);
  }
  .wrap {
    color: var(--_wrap);
  }
  .talk {
    color: var(--_talk);
  }
  .none {
    color: var(--_muted);
  }
`;
