import type { DialogStateName } from '../protocol/events.ts';
import { actionsOf, buttonState, whyOff, type ButtonState } from './buttons.ts';
import type { Call, SoftphoneState } from './model.ts';
import { isOwnAddress } from './party.ts';

/** Somebody on a call. */
export interface CallParticipant {
  readonly address: string;
  /** The agent at this softphone. */
  readonly own: boolean;
  /** Absent where GC names who is on the call and no more. */
  readonly state?: DialogStateName;
  /** There where the agent may drop this one. */
  readonly drop?: ButtonState;
}

/** Who is on a call still, the agent first. Source: GC wire contract, section 4; GC commands table, `dropparticipant`. */
export function participantsOf(state: SoftphoneState, call: Call): readonly CallParticipant[] {
  const actions = actionsOf(state, call);
  const mayDrop = actions ? actions.includes('PARTICIPANT_DROP') : state.agent?.supervisor;
  const isDropping = (address: string): boolean =>
    state.waiting.some(
      ({ blocks, command, dialogId, number }) =>
        blocks && command === 'dropparticipant' && dialogId === call.dialogId && number === address,
    );
  return call.participants
    .filter((one) => one.state !== 'DROP')
    .map(({ mediaAddress: address, state: standing }) => {
      const own = isOwnAddress(state, address);
      return {
        address,
        own,
        ...(standing ? { state: standing } : {}),
        ...(mayDrop && !own ? { drop: buttonState(isDropping(address), whyOff(state), true) } : {}),
      };
    })
    .sort((a, b) => Number(b.own) - Number(a.own));
}
