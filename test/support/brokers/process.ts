/** Programs that the tests start and end: by what they print it is known that they are ready. */
import { randomInt } from 'node:crypto';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

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

/** Below the ports that systems give to outgoing connections: one of those could take a broker's while it is stopped. */
const PORTS = [15_000, 32_000] as const;

/** Ports of 127.0.0.1 that nobody listens on, all different. */
export async function freePorts(count: number): Promise<number[]> {
  const found = new Set<number>();
  while (found.size < count) {
    const port = randomInt(...PORTS);
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    found.add(port);
    await new Promise((closed) => server.close(closed));
  }
  return [...found];
}
