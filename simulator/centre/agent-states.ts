/*
 * An agent's states (GC wire contract, section 4; Finesse user states). On UCCX:
 *
 *   LOGOUT ──sign in──▶ NOT_READY ◀──▶ READY ──offer──▶ RESERVED ──answer──▶ TALKING ──end──▶ WORK, READY or NOT_READY
 *                                        ▲                 │ caller gone         (hold stays TALKING)
 *                                        └─────────────────┤
 *                              NOT_READY 32763 ◀───────────┘ not answered
 *   WORK ──▶ READY or NOT_READY, by the agent or by the timer. LOGOUT from READY and NOT_READY only. A direct call is NOT_READY.
 *
 * On UCCE every call is TALKING, or HOLD while it is held, and the agent returns to READY or NOT_READY, as he was before or as he
 * has asked meanwhile (pendingState), through WORK_READY or WORK where there is wrap-up. LOGOUT from NOT_READY only.
 */
import type { Centre } from './centre.ts';
import { ownPart } from './centre.ts';
import type { Agent, AgentState, Dialog, MobilePhone } from './model.ts';
import type { ReasonedState } from './platform.ts';
import type { Refusal } from './refusal.ts';
import { routeWaiting, takeBack } from './routing.ts';

export function signIn(centre: Centre, agent: Agent, mobile?: MobilePhone): void {
  agent.mobile = mobile;
  const { state, reasonCode } = centre.setup.platform.signedIn;
  // His phone kept the call when he was thrown out.
  const talking = centre
    .dialogsOf(agent)
    .some((dialog) => talksFor(centre, agent, dialog) && ownPart(dialog, agent)?.state !== 'ALERTING');
  if (talking) {
    agent.before = centre.setup.platform.signedIn;
    centre.setState(agent, 'TALKING');
  } else {
    centre.setState(agent, state, reasonCode);
  }
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
    const own = ownPart(dialog, agent);
    if (own?.routed && own.state === 'ALERTING') {
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
    case 'WORK_READY':
      if (centre.dialogsOf(agent).length > 0) return 'CF_RESOURCE_BUSY';
      becomeReady(centre, agent);
      return undefined;
    case 'TALKING':
    case 'HOLD':
      return askFor(centre, agent, 'READY');
    default:
      return 'CF_INVALID_OBJECT_STATE';
  }
}

export function makeNotReady(centre: Centre, agent: Agent, reasonCode: string): Refusal | undefined {
  switch (agent.state) {
    case 'READY':
    case 'NOT_READY':
    case 'WORK':
    case 'WORK_READY':
      centre.setState(agent, 'NOT_READY', reasonCode);
      return undefined;
    case 'RESERVED':
    case 'TALKING':
    case 'HOLD':
      return askFor(centre, agent, 'NOT_READY', reasonCode);
    default:
      return 'CF_INVALID_OBJECT_STATE';
  }
}

/** Wrap-up after the call in progress: WORK_READY ends in READY, WORK in NOT_READY. Finesse takes neither at another moment. */
export function makeWork(centre: Centre, agent: Agent, state: 'WORK' | 'WORK_READY'): Refusal | undefined {
  const talking = agent.state === 'TALKING' || agent.state === 'HOLD';
  if (!centre.setup.platform.pending || !talking || agent.profile.wrapUp === 'NOT_ALLOWED')
    return 'CF_INVALID_OBJECT_STATE';
  return askFor(centre, agent, state);
}

/** A wish for the end of the call. */
function askFor(centre: Centre, agent: Agent, state: AgentState, reasonCode = ''): Refusal | undefined {
  if (centre.setup.platform.pending) {
    agent.pending = { state, reasonCode };
    centre.tell((observer) => observer.stateChanged?.(agent));
    return undefined;
  }
  if (state !== 'NOT_READY' || agent.pending) return 'CF_INVALID_AGENT_WORKMODE';
  agent.pending = { state, reasonCode };
  centre.touch();
  return undefined;
}

/** A supervisor's word: it overtakes what the agent has asked for. */
export function forceNotReady(centre: Centre, agent: Agent): Refusal | undefined {
  agent.pending = undefined;
  return makeNotReady(centre, agent, centre.setup.platform.forcedNotReady);
}

/** Whether this call makes the agent talk: on UCCX only one that came to him through a queue does. */
const talksFor = (centre: Centre, agent: Agent, dialog: Dialog): boolean =>
  ownPart(dialog, agent)?.routed === true || centre.setup.platform.directIn === undefined;

/** A call that no queue knows of begins at his phone. */
export function lineTaken(centre: Centre, agent: Agent, why: 'directIn' | 'directOut'): void {
  const then = centre.setup.platform[why];
  if (then) {
    if (agent.state === 'READY') centre.setState(agent, then.state, then.reasonCode);
  } else if (why === 'directOut' && (agent.state === 'READY' || agent.state === 'NOT_READY')) {
    centre.setState(agent, 'TALKING');
  }
}

/** He has answered a call, or a campaign has put one through to him. */
export function startTalking(centre: Centre, agent: Agent, dialog: Dialog): void {
  if (talksFor(centre, agent, dialog) && agent.state !== 'TALKING') centre.setState(agent, 'TALKING');
}

/** A call is over for this agent; his participant has dropped out already. His state says whether he had answered it. */
export function afterCall(centre: Centre, agent: Agent, dialog: Dialog): void {
  if (!talksFor(centre, agent, dialog)) return;
  if (agent.state.startsWith('RESERVED')) {
    if (ownPart(dialog, agent)?.routed) settle(centre, agent, true);
  } else if (agent.state === 'TALKING' || agent.state === 'HOLD') {
    if (centre.setup.platform.hold && isTalking(centre, agent)) centre.followHold(agent);
    else afterTalking(centre, agent, dialog);
  }
}

/** Whether another call, or one that he is dialling, goes on. */
const isTalking = (centre: Centre, agent: Agent): boolean =>
  centre.dialogsOf(agent).some((dialog) => ownPart(dialog, agent)?.state !== 'ALERTING');

function afterTalking(centre: Centre, agent: Agent, dialog: Dialog): void {
  const wrapUp = wrapUpOf(centre, agent, dialog);
  if (!wrapUp) {
    settle(centre, agent, agent.profile.autoAvailable ?? true);
    return;
  }
  agent.wrappingUp = dialog;
  if (wrapUp.seconds !== undefined) {
    const { clock } = centre.setup;
    agent.cancelWrapUpTimer = clock.after(wrapUp.seconds * 1000, () =>
      wrapUpOver(centre, agent, wrapUp.then),
    );
  }
  const ready = centre.setup.platform.pending && afterwards(agent).state === 'READY';
  centre.setState(agent, ready ? 'WORK_READY' : 'WORK');
}

/** On UCCE wrap-up that is optional happens only when the agent asks for it. */
function wrapUpOf(centre: Centre, agent: Agent, dialog: Dialog): NonNullable<Dialog['queue']>['wrapUp'] {
  const mode = agent.profile.wrapUp;
  if (mode === 'NOT_ALLOWED') return undefined;
  const asked = agent.pending?.state.startsWith('WORK') ?? false;
  if (asked) return dialog.queue?.wrapUp ?? { then: 'READY' };
  return centre.setup.platform.pending && mode === 'OPTIONAL' ? undefined : dialog.queue?.wrapUp;
}

function wrapUpOver(centre: Centre, agent: Agent, then: AgentState): void {
  if (agent.state === 'WORK_READY') becomeReady(centre, agent);
  else if (!centre.setup.platform.pending && (then === 'READY' || agent.pending)) settle(centre, agent, true);
  else centre.setState(agent, 'NOT_READY', centre.setup.platform.wrapUpOver);
}

/** READY or NOT_READY: as he has asked during the call, else as he was before it. */
function afterwards(agent: Agent): ReasonedState {
  const { pending, before } = agent;
  if (pending?.state === 'WORK_READY') return { state: 'READY', reasonCode: '' };
  if (pending?.state === 'WORK') return { state: 'NOT_READY', reasonCode: '' };
  return pending ?? before ?? { state: 'NOT_READY', reasonCode: '' };
}

/** The state for which a call or its wrap-up makes room. */
export function settle(centre: Centre, agent: Agent, available: boolean): void {
  const { platform } = centre.setup;
  if (platform.pending) {
    const { state, reasonCode } = afterwards(agent);
    if (state === 'READY') becomeReady(centre, agent);
    else centre.setState(agent, state, reasonCode);
  } else if (agent.pending) {
    centre.setState(agent, 'NOT_READY', agent.pending.reasonCode);
  } else if (platform.directIn && centre.dialogsOf(agent).length > 0) {
    centre.setState(agent, platform.directIn.state, platform.directIn.reasonCode);
  } else if (!available) {
    centre.setState(agent, 'NOT_READY', platform.callEnded);
  } else {
    becomeReady(centre, agent);
  }
}

function becomeReady(centre: Centre, agent: Agent): void {
  centre.setState(agent, 'READY');
  routeWaiting(centre);
}
