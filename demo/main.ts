/** `npm start`: the simulator with callers that ring by themselves, the demo CRM, and the softphone in it. */
import { parseArgs } from 'node:util';
import { demoCallers } from '../simulator/fixtures/demo-callers.ts';
import { createSimulator } from '../simulator/simulator.ts';
import type { Simulator } from '../simulator/simulator.ts';
import { AGENT } from './fixtures.ts';
import { startDemo } from './server.ts';
import type { Demo } from './server.ts';

const usage = `usage: demo/main.ts [--crm-port <n>] [--softphone-port <n>] [--gc-port <n>] [--transport stomp|socket]
By default 8080, 8081 and 61614, or free ports where those are taken. The environment variables
CRM_PORT, SOFTPHONE_PORT and GC_PORT do the same.`;

interface Settings {
  readonly crmPort: number;
  readonly softphonePort: number;
  readonly gcPort: number;
  readonly transport: 'stomp' | 'socket';
}

function readSettings(args: readonly string[], env: NodeJS.ProcessEnv): Settings {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'crm-port': { type: 'string', default: env['CRM_PORT'] ?? '8080' },
      'softphone-port': { type: 'string', default: env['SOFTPHONE_PORT'] ?? '8081' },
      'gc-port': { type: 'string', default: env['GC_PORT'] ?? '61614' },
      transport: { type: 'string', default: 'stomp' },
    },
  });
  const port = (name: string, value: string): number => {
    if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value);
    throw new Error(`${name}: expected a port, 0 to 65535, found "${value}"`);
  };
  const { transport } = values;
  if (transport !== 'stomp' && transport !== 'socket') {
    throw new Error(`--transport: expected stomp or socket, found "${transport}"`);
  }
  return {
    crmPort: port('--crm-port', values['crm-port']),
    softphonePort: port('--softphone-port', values['softphone-port']),
    gcPort: port('--gc-port', values['gc-port']),
    transport,
  };
}

function startSimulator(port: number): Promise<Simulator> {
  const start = (wanted: number): Promise<Simulator> =>
    createSimulator({ port: wanted, scenario: demoCallers });
  return start(port).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return start(0);
    throw error;
  });
}

function greet(demo: Demo, simulator: Simulator): void {
  console.log(`
  Open the demo CRM      ${demo.crmUrl}
  The softphone alone    ${demo.standaloneUrl}

  Sign in to the phone as agent ${AGENT.agentId}, password ${AGENT.password}, extension ${AGENT.extension},
  and change the state to Ready: a caller rings within seconds.

  GC is simulated at ${simulator.url}; steer it with POST ${simulator.httpUrl}/control.
  Stop with Ctrl+C.
`);
}

async function main(): Promise<void> {
  const { crmPort, softphonePort, gcPort, transport } = readSettings(process.argv.slice(2), process.env);
  const simulator = await startSimulator(gcPort);
  const gc = { transport, urls: [simulator.url] };
  const demo = await startDemo({ gc, crmPort, softphonePort, orAnyPort: true }).catch(
    async (error: unknown) => {
      await simulator.close();
      throw error;
    },
  );
  greet(demo, simulator);

  const stop = (): void => {
    // A second signal ends the process at once.
    process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop);
    void Promise.all([demo.close(), simulator.close()]);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  if ((error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')) console.error(usage);
  process.exitCode = 1;
});
