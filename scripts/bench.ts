/**
 * `npm run bench [agents]`: what the simulator costs, with 2,000 agents who take one call after the other, against a floor measured
 * in the same run: as many bare WebSocket connections that send the same frames without a thought. Then what the frames of
 * a team of two thousand take, scrolled while its members change, against an empty team.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Frames } from '../bench/rows.ts';
import type { Swarm } from './bench-clients.ts';
import { swarm } from './bench-clients.ts';
import { measureRows } from './bench-rows.ts';
import type { Answer, Measure, Order } from './bench-server.ts';

const SECONDS = 5;
const WARM_UP = 1;

interface Result {
  readonly bytesPerAgent: number;
  readonly callsPerSecond: number;
  /** Microseconds of the server's processor. */
  readonly cpuPerCall: number;
}

const seconds = (count: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, count * 1000));

async function run(order: Exclude<Order, { measure: true }>, agents: number): Promise<[Result, Swarm]> {
  const server = fork(new URL('bench-server.ts', import.meta.url), {
    execArgv: ['--import', 'tsx', '--expose-gc'],
  });
  const ask = async (what: Order): Promise<Answer> => {
    const answer = once(server, 'message') as Promise<[Answer]>;
    server.send(what);
    return (await answer)[0];
  };
  const measure = async (): Promise<Measure> => (await ask({ measure: true })) as Measure;
  try {
    const { url } = (await ask(order)) as { url: string };
    const empty = await measure();
    const clients = await swarm(url, agents);
    await seconds(WARM_UP);
    const [before, from, start] = [await measure(), clients.calls(), performance.now()];
    await seconds(SECONDS);
    const [after, calls, took] = [await measure(), clients.calls() - from, performance.now() - start];
    await clients.settle();
    const full = await measure();
    const result = {
      bytesPerAgent: (full.bytes - empty.bytes) / agents,
      callsPerSecond: (calls * 1000) / took,
      cpuPerCall: (after.cpu - before.cpu) / calls,
    };
    return [result, clients];
  } finally {
    server.kill();
  }
}

const agents = Number(process.argv[2] ?? 2000);
if (!Number.isInteger(agents) || agents < 1) {
  console.error(`bench: expected a number of agents, found "${process.argv[2]}"`);
  process.exit(1);
}
const [simulated, clients] = await run({ serve: 'simulator', agents }, agents);
clients.close();
const [bare, others] = await run({ serve: 'floor', script: clients.script() }, agents);
others.close();

const line = (name: string, unit: string, one: number, other: number): void => {
  const [mine, floor] = [one, other].map((value) => value.toFixed(1).padStart(9));
  console.log(`${name.padEnd(28)}${mine}${floor}  ${unit.padEnd(8)}× ${(one / other).toFixed(2)}`);
};
const row = (name: string, unit: string, of: (result: Result) => number): void =>
  line(name, unit, of(simulated), of(bare));
console.log(`${agents} agents, each with a call`.padEnd(28) + 'simulator    floor');
row('memory per agent', 'KiB', (result) => result.bytesPerAgent / 1024);
row('calls per second', 'calls/s', (result) => result.callsPerSecond);
row('processor time per call', 'µs', (result) => result.cpuPerCall);

const MEMBERS = 2000;
const { team, empty } = await measureRows(MEMBERS, SECONDS);
const frames = (name: string, of: (frames: Frames) => number): void => line(name, 'ms', of(team), of(empty));
console.log(`\n${MEMBERS} members that scroll`.padEnd(29) + '     team    empty');
frames('frame gap, 95 of 100', ({ p95 }) => p95);
frames('longest task', ({ longestTask }) => longestTask);
console.log(`at most ${team.rows} rows on the page`);
process.exit(0);
