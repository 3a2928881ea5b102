import { spawn, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/**
 * Runs a program with our own output, and waits for it.
 * @param cwd its folder
 * @returns its exit code, null when it was killed
 */
export function run(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  cwd = '.',
): Promise<number | null> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { cwd, stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', fail);
    child.on('close', done);
  });
}

/** Runs a program of our dependencies by the name of its command. */
export function runTool(
  name: string,
  args: readonly string[],
  env?: NodeJS.ProcessEnv,
  cwd?: string,
): Promise<number | null> {
  return run(resolve('node_modules/.bin', name), args, env, cwd);
}

/** Whether a program can be found and runs. */
export function has(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** @returns the time since `start`, in words */
export function took(start: number): string {
  const seconds = (performance.now() - start) / 1000;
  return seconds < 60
    ? `${seconds.toFixed(1)} s`
    : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

export function heading(text: string): void {
  console.log(`\n── ${text} ${'─'.repeat(Math.max(3, 76 - text.length))}`);
}
