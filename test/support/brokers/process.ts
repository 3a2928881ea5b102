/** Programs that the tests start and end: by what they print it is known that they are ready. */
import { randomInt } from 'node:crypto';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';

/** How long a program may take to be ready, in milliseconds: a cold Java on a busy machine is slow. */
const PATIENCE = 60_000;

export interface Program {
  /** Everything printed so far. */
  readonly output: readonly string[];
  /** Ends it, and waits for its end. Harmless when it has ended. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/**
 * Starts a program and waits until it prints that it is ready.
 * @throws an Error with the last lines it printed, when it ends or takes too long
 */
export async function start(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  isReady: RegExp,
): Promise<Program> {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: string[] = [];
  const program = { output, stop: (signal?: NodeJS.Signals) => stop(child, signal) };
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => fail('is not ready in time'), PATIENCE);
    const fail = (why: string): void => {
      clearTimeout(timer);
      reject(new Error(`${command} ${why}:\n${output.slice(-20).join('\n')}`));
    };
    const hear = (line: string): void => {
      output.push(line);
      if (!isReady.test(line)) return;
      clearTimeout(timer);
      resolve();
    };
    for (const stream of [child.stdout, child.stderr]) createInterface(stream).on('line', hear);
    child.on('error', (error) => fail(error.message));
    child.on('close', (code) => fail(`ended with ${code ?? 'a signal'}`));
  }).catch(async (error: unknown) => {
    await program.stop('SIGKILL');
    throw error;
  });
  return program;
}

async function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

/**
 * Below the ports that systems give to outgoing connections: one of those could take a broker's while it is stopped. Each
 * worker of Playwright has a range of its own, for the same reason.
 */
const FIRST = 15_000;
const WIDTH = 2000;
const WORKERS = 8;

/** What {@link freePorts} gave away in this process: a broker that is stopped keeps its ports. */
const given = new Set<number>();

/** Ports of 127.0.0.1 that nobody listens on, and that were given to no other broker. */
export async function freePorts(count: number): Promise<number[]> {
  const first = FIRST + WIDTH * (Number(process.env['TEST_PARALLEL_INDEX'] ?? 0) % WORKERS);
  const found: number[] = [];
  while (found.length < count) {
    const port = randomInt(first, first + WIDTH);
    if (given.has(port) || !(await isFree(port))) continue;
    given.add(port);
    found.push(port);
  }
  return found;
}

/**
 * Waits until a broker that was stopped can have its ports again.
 * @throws an Error that says which port is held, and what the system knows of it
 */
export async function portsFree(ports: readonly number[]): Promise<void> {
  const end = Date.now() + PATIENCE;
  for (const port of ports) {
    while (!(await isFree(port))) {
      if (Date.now() > end) throw new Error(`Port ${port} is still held:\n${await heldBy(port)}`);
      await wait(50);
    }
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  const listens = await once(server, 'listening').then(
    () => true,
    () => false,
  );
  if (listens) await new Promise((closed) => server.close(closed));
  return listens;
}

/** The lines of Linux's table of sockets that have the port at this end. */
async function heldBy(port: number): Promise<string> {
  const tables = await Promise.all(
    ['/proc/net/tcp', '/proc/net/tcp6'].map((path) => readFile(path, 'utf8').catch(() => '')),
  );
  const here = new RegExp(`^ *\\d+: [0-9A-F]+:${port.toString(16).toUpperCase().padStart(4, '0')} `);
  return tables
    .flatMap((table) => table.split('\n'))
    .filter((line) => here.test(line))
    .join('\n');
}
