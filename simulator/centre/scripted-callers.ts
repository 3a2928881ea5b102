import type { Centre } from './centre.ts';
import type { Agent, Caller, Queue, Scenario, ScriptedCaller } from './model.ts';
import { ring } from './routing.ts';

export interface ScriptedCallers {
  /** Whether they call; agents who are ready already are called as well. */
  turn(on: boolean): void;
}

/** Plays a scenario: the callers take turns, each rings some time after an agent went ready. */
export function scriptedCallers(centre: Centre, scenario: Scenario): ScriptedCallers {
  const { clock } = centre.setup;
  for (const script of scenario.callers) queueOf(centre, script);
  let turn = 0;
  let on = true;
  const planned = new Map<Agent, () => void>();

  const plan = (agent: Agent): void => {
    planned.get(agent)?.();
    planned.delete(agent);
    const script = scenario.callers[turn % scenario.callers.length];
    if (!on || agent.state !== 'READY' || !script) return;
    planned.set(
      agent,
      clock.after(script.afterReadyMs, () => {
        planned.delete(agent);
        if (agent.state !== 'READY' || centre.dialogsOf(agent).length > 0) return;
        ring(centre, agent, toCaller(centre, scenario.callers[turn++ % scenario.callers.length] ?? script));
      }),
    );
  };
  centre.observe({ stateChanged: plan });
  return {
    turn(now) {
      on = now;
      for (const agent of centre.agents.values()) plan(agent);
    },
  };
}

function toCaller(centre: Centre, script: ScriptedCaller): Caller {
  const queue = queueOf(centre, script);
  return {
    from: script.from,
    queue,
    variables: callVariables(queue.name, script.dnis ?? queue.dialledNumber, script.variables),
    givesUpAt: centre.setup.clock.now() + script.patienceMs,
    talkMs: script.talkMs,
    requeues: false,
  };
}

function queueOf(centre: Centre, script: ScriptedCaller): Queue {
  const queue = centre.queue(script.queue);
  const names = centre.setup.fixture.queues.map((one) => one.name).join(', ');
  if (!queue)
    throw new Error(`scenario, ${script.name}: expected a queue (${names}), found "${script.queue}"`);
  return queue;
}

/** The variables as given, and where they are missing the queue (callVariable9) and the number dialled (callVariable10). */
export function callVariables(
  queue: string | undefined,
  dnis: string | undefined,
  given: Readonly<Record<string, string>> = {},
): ReadonlyMap<string, string> {
  const variables = new Map(Object.entries(given));
  if (queue !== undefined && !variables.has('callVariable9')) variables.set('callVariable9', queue);
  if (dnis !== undefined && !variables.has('callVariable10')) variables.set('callVariable10', dnis);
  return variables;
}
