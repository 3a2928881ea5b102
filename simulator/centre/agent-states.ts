/*
 * An agent's states on UCCX (GC wire contract, section 4; Finesse user states):
 *
 *   LOGOUT ──sign in──▶ NOT_READY ◀──▶ READY ──offer──▶ RESERVED ──answer──▶ TALKING ──end──▶ WORK, READY or NOT_READY
 *                                        ▲                 │ caller gone         (hold stays TALKING)
 *                                        └─────────────────┤
 *                              NOT_READY 32763 ◀───────────┘ not answered
 *   WORK ──▶ READY or NOT_READY, by the agent or by the timer. LOGOUT from READY and NOT_READY only.
 */
import type { Centre } from './centre.ts';
import { ownPart } from './centre.ts';
import type { Agent, Dialog } from './model.ts';
import type { Refusal } from './refusal.ts';
import { routeWaiting, takeBack } from './routing.ts';

export function signIn(centre: Centre, agent: Agent): void {
  const { state, reasonCode } = centre.setup.platform.signedIn;
  // His phone kept the call when he was thrown out.
  const talking = centre
    .dialogsOf(agent)
    .some((dialog) => dialog.queue && ownPart(dialog, agent)?.state !== 'ALERTING');
  if (talking) centre.setState(agent, 'TALKING');
  else centre.setState(agent, state, reasonCode);
}

export function signOut(centre: Centre, agent: Agent, reasonCode: string): Refusal | undefined {
  if (!centre.setup.platform.signOutFrom.includes(agent.state)) return 'CF_INVALID_OBJECT_STATE';
  centre.setState(agent, 'LOGOUT', reasonCode);
  return undefined;
}

/** From any state; a call in progress goes on at the phone, one that rings is taken back. */
export function throwOut(centre: Centre, agent: Agent, reasonCode: string): void {
  if (agent.state === 'LOGOUT') return;
  for (const dialog of centre.dialogsOf(agent)) {
    if (dialog.queue && ownPart(dialog, agent)?.state === 'ALERTING') {
      takeBack(centre, dialog, agent, { state: 'LOGOUT', reasonCode });
      return;
    }
  }
  centre.setState(agent, 'LOGOUT', reasonCode);
}

export function makeReady(centre: Centre, agent: Agent): Refusal | undefined {
  switch (agent.state) {
    case 'READY':
      centre.tell((observer) => observer.stateChanged?.(agent));
      return undefined;
    case 'NOT_READY':
    case 'WORK':
      if (centre.dialogsOf(agent).length > 0) return 'CF_RESOURCE_BUSY';
      becomeReady(centre, agent);
      return undefined;
    case 'TALKING':
      return 'CF_INVALID_AGENT_WORKMODE';
    default:
      return 'CF_INVALID_OBJECT_STATE';
  }
}

/** During a routed call it waits for the end, once per call, and no event tells. */
export function makeNotReady(centre: Centre, agent: Agent, reasonCode: string): Refusal | undefined {
  switch (agent.state) {
    case 'READY':
    case 'NOT_READY':
    case 'WORK':
      centre.setState(agent, 'NOT_READY', reasonCode);
      return undefined;
    case 'RESERVED':
    case 'TALKING':
      if (agent.pendingNotReady) return 'CF_INVALID_AGENT_WORKMODE';
      agent.pendingNotReady = { reasonCode };
      centre.touch();
      return undefined;
    default:
      return 'CF_INVALID_OBJECT_STATE';
  }
}

/** A supervisor's word: it overtakes what the agent has asked for. */
export function forceNotReady(centre: Centre, agent: Agent): Refusal | undefined {
  agent.pendingNotReady = undefined;
  return makeNotReady(centre, agent, centre.setup.platform.forcedNotReady);
}

/** A routed call that he had answered is over for this agent. */
export function afterTalking(centre: Centre, agent: Agent, dialog: Dialog): void {
  const wrapUp = agent.profile.wrapUp === 'NOT_ALLOWED' ? undefined : dialog.queue?.wrapUp;
  if (!wrapUp) {
    settle(centre, agent, agent.profile.autoAvailable ?? true);
    return;
  }
  agent.wrappingUp = dialog;
  if (wrapUp.seconds !== undefined) {
    agent.cancelWrapUpTimer = centre.setup.clock.after(wrapUp.seconds * 1000, () => {
      if (wrapUp.then === 'READY' || agent.pendingNotReady) settle(centre, agent, true);
      else centre.setState(agent, 'NOT_READY', centre.setup.platform.wrapUpOver);
    });
  }
  centre.setState(agent, 'WORK');
}

/** The state for which a call or its wrap-up makes room. */
export function settle(centre: Centre, agent: Agent, available: boolean): void {
  const { platform } = centre.setup;
  if (agent.pendingNotReady) centre.setState(agent, 'NOT_READY', agent.pendingNotReady.reasonCode);
  else if (centre.dialogsOf(agent).length > 0)
    centre.setState(agent, platform.directIn.state, platform.directIn.reasonCode);
  else if (!available) centre.setState(agent, 'NOT_READY', platform.callEnded);
  else becomeReady(centre, agent);
}

function becomeReady(centre: Centre, agent: Agent): void {
  centre.setState(agent, 'READY');
  routeWaiting(centre);
}
