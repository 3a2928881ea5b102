import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GC, type TestBroker } from './broker.ts';
import { bridgeTo } from './bridge.ts';
import { freePorts, portsFree, start, type Program } from './process.ts';

/** Debian's ActiveMQ, and what it needs, for Java's class path. */
export const ACTIVEMQ_JARS = '/usr/share/activemq/lib/*:/usr/share/activemq/lib/optional/*';
const fileHere = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Starts Apache ActiveMQ with `activemq.xml`, and a bridge before it: Debian's build has no WebSocket. */
export async function startActiveMq(): Promise<TestBroker> {
  const home = await mkdtemp(join(tmpdir(), 'activemq-'));
  const [stompPort = 0, openWirePort = 0] = await freePorts(2);
  const bridge = await bridgeTo(stompPort);
  const settings = {
    'activemq.base': home,
    'activemq.data': join(home, 'data'),
    'java.io.tmpdir': home,
    'stomp.port': stompPort,
    'openwire.port': openWirePort,
    'log4j.configuration': `file:${fileHere('log4j.properties')}`,
  };
  const options = Object.entries(settings).map(([name, value]) => `-D${name}=${value}`);
  const main = ['org.apache.activemq.console.Main', 'start', `xbean:file:${fileHere('activemq.xml')}`];
  const args = ['-Xms64m', '-Xmx256m', ...options, '-cp', ACTIVEMQ_JARS, ...main];
  let program: Program | undefined;

  const broker: TestBroker = {
    kind: 'activemq',
    url: bridge.url,
    gcUrl: `stomp://${GC.login}:${GC.passcode}@127.0.0.1:${stompPort}`,
    stompPort,
    openWireUrl: `tcp://127.0.0.1:${openWirePort}`,
    queuePrefix: { gc: '/queue/', agent: '/queue/' },
    expired: '/queue/ActiveMQ.DLQ',
    async start() {
      if (program) return;
      await portsFree([stompPort, openWirePort]);
      program = await start('java', args, {}, /Apache ActiveMQ .* started$/);
    },
    async stop(signal) {
      await program?.stop(signal);
      program = undefined;
    },
    async remove() {
      await broker.stop();
      await bridge.close();
      await rm(home, { recursive: true, force: true });
    },
  };
  await broker.start().catch(async (error: unknown) => {
    await broker.remove();
    throw error;
  });
  return broker;
}
