/** Callers who come through a queue: the longest-ready agent, the longest-waiting caller. */
import { afterTalking, settle } from './agent-states.ts';
import type { Centre } from './centre.ts';
import { isLive } from './centre.ts';
import type { Agent, AgentState, Caller, Dialog } from './model.ts';

/** To an agent who is ready, or into the queue. Returns the dialog when it rings. */
export function route(centre: Centre, caller: Caller): Dialog | undefined {
  const [agent] = readyAgents(centre);
  if (agent) return ring(centre, agent, caller);
  centre.waiting.push(caller);
  if (caller.givesUpAt !== undefined) {
    centre.setup.clock.after(caller.givesUpAt - centre.setup.clock.now(), () => {
      const place = centre.waiting.indexOf(caller);
      if (place >= 0) centre.waiting.splice(place, 1);
      centre.touch();
    });
  }
  centre.touch();
  return undefined;
}

export function routeWaiting(centre: Centre): void {
  for (const agent of readyAgents(centre)) {
    const caller = centre.waiting.shift();
    if (!caller) return;
    ring(centre, agent, caller);
  }
}

/** RESERVED, then the call; the agent must be ready. */
export function ring(centre: Centre, agent: Agent, caller: Caller): Dialog {
  const { clock, platform } = centre.setup;
  const dialog = centre.openDialog({
    from: caller.from,
    to: caller.queue.dialledNumber,
    variables: caller.variables,
    caller,
  });
  centre.addParticipant(dialog, agent.profile.extension, 'ALERTING');
  centre.addParticipant(dialog, caller.from, 'INITIATED');
  dialog.cancels.push(
    clock.after(caller.queue.ringSeconds * 1000, () => takeBack(centre, dialog, agent, platform.notAnswered)),
  );
  if (caller.givesUpAt !== undefined) {
    dialog.cancels.push(clock.after(caller.givesUpAt - clock.now(), () => endCall(centre, dialog)));
  }
  centre.setState(agent, 'RESERVED');
  centre.tell((observer) => observer.callOffered?.(agent, dialog));
  centre.showCall(dialog);
  return dialog;
}

/** A call that rings leaves the agent, who ends up in this state; the caller goes back into the queue. */
export function takeBack(
  centre: Centre,
  dialog: Dialog,
  agent: Agent,
  then: { readonly state: AgentState; readonly reasonCode: string },
): void {
  close(centre, dialog);
  centre.showCall(dialog);
  centre.setState(agent, then.state, then.reasonCode);
  if (dialog.caller?.requeues) route(centre, dialog.caller);
}

/** The call is over for everybody; every agent sees DROP before his next state. */
export function endCall(centre: Centre, dialog: Dialog): void {
  if (!centre.dialogs.has(dialog.id)) return;
  const parties = dialog.participants.filter(isLive);
  close(centre, dialog);
  centre.showCall(dialog);
  if (!dialog.queue) return;
  // An agent has one routed call at most, so his state says whether he had answered it.
  for (const party of parties) {
    const agent = centre.agentAt(party.address);
    if (agent?.state === 'RESERVED') settle(centre, agent, true);
    else if (agent?.state === 'TALKING') afterTalking(centre, agent, dialog);
  }
}

function close(centre: Centre, dialog: Dialog): void {
  for (const cancel of dialog.cancels) cancel();
  for (const participant of dialog.participants) participant.state = 'DROPPED';
  centre.dialogs.delete(dialog.id);
}

/** Who can take a call now, the longest-ready first. */
export function readyAgents(centre: Centre): Agent[] {
  return [...centre.agents.values()]
    .filter((agent) => agent.state === 'READY' && centre.dialogsOf(agent).length === 0)
    .sort((one, other) => one.since - other.since);
}
