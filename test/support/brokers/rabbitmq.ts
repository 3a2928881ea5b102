import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GC, type TestBroker } from './broker.ts';
import { freePorts, portsFree, start, type Program } from './process.ts';

/** Debian's programs; its wrapper in /usr/sbin would start them as another user. */
export const RABBITMQ = '/usr/lib/rabbitmq/bin/rabbitmq-server';
const LOOPBACK = '127.0.0.1';
const fileHere = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Starts RabbitMQ with `rabbitmq.conf` and `rabbitmq-definitions.json`, and an Erlang port mapper of its own. */
export async function startRabbitMq(): Promise<TestBroker> {
  const home = await mkdtemp(join(tmpdir(), 'rabbitmq-'));
  const [stompPort = 0, webPort = 0, nodePort = 0, mapperPort = 0] = await freePorts(4);
  const settings = {
    STOMP_PORT: stompPort,
    WS_PORT: webPort,
    DEFINITIONS: fileHere('rabbitmq-definitions.json'),
  };
  let conf = await readFile(fileHere('rabbitmq.conf'), 'utf8');
  for (const [name, value] of Object.entries(settings)) conf = conf.replace(`$(${name})`, String(value));
  await writeFile(join(home, 'rabbitmq.conf'), conf);
  await writeFile(join(home, 'plugins'), '[rabbitmq_web_stomp].\n');
  const env = {
    HOME: home,
    ERL_EPMD_ADDRESS: LOOPBACK,
    ERL_EPMD_PORT: String(mapperPort),
    RABBITMQ_NODENAME: `gc${nodePort}@localhost`,
    RABBITMQ_DIST_PORT: String(nodePort),
    RABBITMQ_CONFIG_FILE: join(home, 'rabbitmq.conf'),
    RABBITMQ_ENABLED_PLUGINS_FILE: join(home, 'plugins'),
    RABBITMQ_MNESIA_BASE: join(home, 'mnesia'),
    RABBITMQ_LOG_BASE: join(home, 'log'),
    RABBITMQ_LOGS: '-',
    // The script becomes the server then, instead of its parent: signals reach it.
    RABBITMQ_ALLOW_INPUT: 'true',
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: '-noinput -kernel inet_dist_use_interface {127,0,0,1}',
  };
  const mapper = await start(
    'epmd',
    ['-d', '-d', '-address', LOOPBACK, '-port', String(mapperPort)],
    {},
    /entering/,
  );
  let program: Program | undefined;

  const broker: TestBroker = {
    kind: 'rabbitmq',
    url: `ws://${LOOPBACK}:${webPort}/ws`,
    gcUrl: `stomp://${GC.login}:${GC.passcode}@${LOOPBACK}:${stompPort}`,
    stompPort,
    queuePrefix: { gc: '/amq/queue/', agent: '/exchange/gc/' },
    expired: '/amq/queue/expired',
    async start() {
      if (program) return;
      await portsFree([stompPort, webPort, nodePort]);
      program = await start(RABBITMQ, [], env, /Server startup complete/);
    },
    async stop(signal) {
      await program?.stop(signal);
      program = undefined;
    },
    async remove() {
      await broker.stop();
      await mapper.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
  await broker.start().catch(async (error: unknown) => {
    await broker.remove();
    throw error;
  });
  return broker;
}
