import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { has, run } from './run.ts';

/** Debian's packages of what the tests with real brokers need, with the sign of each that it is there. */
const NEEDED: readonly (readonly [pkg: string, isThere: () => boolean])[] = [
  ['rabbitmq-server', () => existsSync('/usr/lib/rabbitmq/bin/rabbitmq-server')],
  ['activemq', () => existsSync('/usr/share/activemq/lib/activemq-broker.jar')],
  // ActiveMQ brings a Java that runs; the JMS client of the tests is compiled.
  ['default-jdk-headless', () => spawnSync('javac', ['-version'], { stdio: 'ignore' }).status === 0],
];

const missing = (): string[] => NEEDED.filter(([, isThere]) => !isThere()).map(([name]) => name);

/**
 * Sees to RabbitMQ and ActiveMQ: installed ones, else Debian's packages where we may install them.
 * @throws an Error whose message says what to install
 */
export async function provideBrokers(): Promise<void> {
  const wanted = missing();
  if (wanted.length === 0) return;
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version') && has('apt-get')) {
    console.log(`From Debian come ${wanted.join(', ')}.`);
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], quiet);
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...wanted], quiet);
  }
  const still = missing();
  if (still.length > 0) {
    throw new Error(
      `The tests with real brokers need Debian's packages ${still.join(', ')}, which are not there and could not be installed: run "apt-get install ${still.join(' ')}" as root.`,
    );
  }
}
