import type { Millis } from '../state/model.ts';
import type { Clock } from '../transport/clock.ts';

/** After a LOGOUT a SESSION_INVALIDATED may follow, which changes what it means. */
const WAIT_FOR_INVALIDATION: Millis = 2_000;
/** How long GC may take to confirm that the agent is out. */
const CONFIRM_WITHIN: Millis = 10_000;
/** LOGOUT with one of these, or none, is GC's or Finesse's failover, not somebody's wish. */
const FAILOVER_REASONS: readonly (string | undefined)[] = [undefined, '255', '32764', '32765'];

export interface LogoutJudgeOptions {
  readonly clock: Clock;
  readonly askState: () => void;
  readonly signInAgain: () => void;
  /** To the sign-in form. */
  readonly end: (reason: string | undefined) => void;
}

/**
 * What a LOGOUT means that the agent did not ask for. A failover's is asked about again and answered with a sign-in; any
 * other is somebody's wish, and ends at the form. Source: GC wire contract, section 3, "Login by itself".
 *
 * ```
 *  (in) ──LOGOUT──▶ waiting 2 s ──failover's──▶ confirming ──LOGOUT again──▶ sign in again
 *                        │ other reason           │ │ any other State: it was spurious
 *                        ▼                        │ ▼
 *                     the form ◀──other reason────┘ (in)
 * ```
 */
export interface LogoutJudge {
  hear(reason: string | undefined): void;
  /** Something else decided, or the agent is in after all. */
  forget(): void;
}

/** Makes a judge that has heard nothing. */
export function createLogoutJudge({ clock, askState, signInAgain, end }: LogoutJudgeOptions): LogoutJudge {
  let phase: 'in' | 'waiting' | 'confirming' = 'in';
  let reason: string | undefined;
  let cancel: () => void = () => undefined;

  const forget = (): void => {
    cancel();
    phase = 'in';
  };
  const finish = (): void => {
    forget();
    end(reason);
  };
  const confirm = (): void => {
    if (!FAILOVER_REASONS.includes(reason)) {
      finish();
      return;
    }
    phase = 'confirming';
    cancel = clock.after(CONFIRM_WITHIN, finish);
    askState();
  };

  return {
    hear(said) {
      reason = phase === 'in' ? said : (said ?? reason);
      if (phase === 'in') {
        phase = 'waiting';
        cancel = clock.after(WAIT_FOR_INVALIDATION, confirm);
      } else if (phase === 'confirming') {
        forget();
        if (FAILOVER_REASONS.includes(reason)) signInAgain();
        else end(reason);
      }
    },
    forget,
  };
}
