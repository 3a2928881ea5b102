import type { TestContext } from 'node:test';
import type { SimulatorOptions } from '../../simulator/api.ts';
import type { Client } from './clients.ts';
import type { Stage } from './setup.ts';
import { stage } from './setup.ts';

/** The call that 1001 has with the caller, and the one that he has about it. */
export const main = '16804377';
export const side = '16804378';
export const caller = '+14155550123';

export interface Consulting extends Stage {
  readonly one: Client;
  readonly two: Client;
}

/** 1001 talks to a caller, has dialled 1002 about it, and 1002 has answered; nobody has read anything since. */
export async function consulting(t: TestContext, options: SimulatorOptions = {}): Promise<Consulting> {
  const scene = await stage(t, options);
  const one = await scene.readyAgent('1001');
  const two = await scene.agent('1002');
  scene.simulator.control.offerCall({ agent: '1001', variables: { callVariable1: 'Gold' } });
  await one.ask('AnswerCall#1001', main);
  await one.ask('ConsultCall#1001', `2002,${main}`);
  scene.clock.advance(750);
  await two.ask('AnswerCall#1002', side);
  return { ...scene, one, two };
}
