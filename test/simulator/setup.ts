import type { TestContext } from 'node:test';
import type { Simulator, SimulatorOptions } from '../../simulator/api.ts';
import type { ManualClock } from '../../simulator/clock.ts';
import { manualClock } from '../../simulator/clock.ts';
import { createSimulator } from '../../simulator/simulator.ts';
import type { Client, Transport } from './clients.ts';
import { client, signIn } from './clients.ts';

export interface Stage {
  readonly clock: ManualClock;
  readonly simulator: Simulator;
  /** A client that said Hello. */
  readonly client: (transport?: Transport, name?: string) => Promise<Client>;
  /** A client whose agent is signed in. */
  readonly agent: (id?: string, transport?: Transport) => Promise<Client>;
  /** The same, and ready. */
  readonly readyAgent: (id?: string, transport?: Transport) => Promise<Client>;
}

/** A simulator on a manual clock, closed when the test ends. */
export async function stage(t: TestContext, options: SimulatorOptions = {}): Promise<Stage> {
  const clock = manualClock();
  const simulator = await createSimulator({ clock, ...options });
  t.after(() => simulator.close());
  const self: Stage = {
    clock,
    simulator,
    client: (transport = 'stomp', name) => client(simulator, transport, name),
    async agent(id = '1001', transport = 'stomp') {
      const one = await client(simulator, transport);
      await signIn(one, id);
      return one;
    },
    async readyAgent(id = '1001', transport = 'stomp') {
      const one = await self.agent(id, transport);
      await one.ask(`MakeReady#${id}`);
      return one;
    },
  };
  return self;
}
