/** Callers who come through a queue: the longest-ready agent, the longest-waiting caller. */
import type { Centre } from './centre.ts';
import { lineOf } from './centre.ts';
import { close, endCall } from './ending.ts';
import type { Agent, AgentState, Caller, Dialog } from './model.ts';

/** To an agent who is ready, or into the queue. Returns the dialog when it rings. */
export function route(centre: Centre, caller: Caller): Dialog | undefined {
  const agent = firstReady(centre);
  if (agent) return ring(centre, agent, caller);
  centre.waiting.push(caller);
  caller.waitingSince = centre.setup.clock.now();
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
  if (centre.waiting.length === 0) return;
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
  centre.addParticipant(dialog, lineOf(agent), 'ALERTING', { routed: true });
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

/** Who can take a call now, the longest-ready first. */
export function readyAgents(centre: Centre): Agent[] {
  return [...centre.ready].filter((agent) => centre.dialogsOf(agent).length === 0);
}

/** The longest-ready of those, without a look at all the others. */
export function firstReady(centre: Centre): Agent | undefined {
  for (const agent of centre.ready) if (centre.dialogsOf(agent).length === 0) return agent;
  return undefined;
}
