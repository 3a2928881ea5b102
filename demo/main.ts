/** `npm start`: the simulator with callers that ring by themselves, the demo CRM, and the softphone in it. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { demoCallers } from '../simulator/fixtures/demo-callers.ts';
import { createSimulator } from '../simulator/simulator.ts';
import type { Simulator } from '../simulator/simulator.ts';
import { AGENT } from './fixtures.ts';
import { startDemo } from './server.ts';
import type { Demo } from './server.ts';
import type { JsonObject } from './server/config.ts';

const usage = `usage: demo/main.ts [--crm-port <n>] [--softphone-port <n>] [--gc-port <n>] [--transport stomp|socket]
       [--config <file>]
By default 8080, 8081 and 61614, or free ports where those are taken. The environment variables
CRM_PORT, SOFTPHONE_PORT and GC_PORT do the same. The configuration in --config, a JSON file, is laid over the demo's own.`;

interface Settings {
  readonly crmPort: number;
  readonly softphonePort: number;
  readonly gcPort: number;
  readonly transport: 'stomp' | 'socket';
  readonly config: JsonObject;
}

function readSettings(args: readonly string[], env: NodeJS.ProcessEnv): Settings {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'crm-port': { type: 'string', default: env['CRM_PORT'] ?? '8080' },
      'softphone-port': { type: 'string', default: env['SOFTPHONE_PORT'] ?? '8081' },
      'gc-port': { type: 'string', default: env['GC_PORT'] ?? '61614' },
      transport: { type: 'string', default: 'stomp' },
      config: { type: 'string' },
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
    config: values.config === undefined ? {} : readConfigFile(values.config),
  };
}

function readConfigFile(path: string): JsonObject {
  let document: unknown;
  try {
    document = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`--config ${path}: expected a JSON file. ${String(error)}`, { cause: error });
  }
  if (typeof document === 'object' && document !== null && !Array.isArray(document))
    return document as JsonObject;
  throw new Error(`--config ${path}: expected an object, like { "locale": "de" }`);
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
  1. Open ${demo.crmUrl}
  2. Sign in to the phone: agent ${AGENT.agentId}, password ${AGENT.password}, extension ${AGENT.extension}; then choose "Ready".
  3. A caller rings within seconds; "Simulator", at the bottom left of the page, decides who calls next.

  The softphone alone: ${demo.standaloneUrl}
  GC is simulated at ${simulator.url}. Stop with Ctrl+C.
`);
}

async function main(): Promise<void> {
  const { crmPort, softphonePort, gcPort, transport, config } = readSettings(
    process.argv.slice(2),
    process.env,
  );
  const simulator = await startSimulator(gcPort);
  const gc = { transport, urls: [simulator.url] };
  const simulatorUrl = simulator.httpUrl;
  const demo = await startDemo({
    gc,
    simulatorUrl,
    config,
    configAlone: config,
    crmPort,
    softphonePort,
    orAnyPort: true,
  }).catch(async (error: unknown) => {
    await simulator.close();
    throw error;
  });
  simulator.allowOrigin(demo.crmUrl);
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
