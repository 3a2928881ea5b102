/** `npm start`: the simulator with callers that ring by themselves, and the softphone in the demo CRM and in a Finesse desktop. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { company } from '../simulator/fixtures/company.ts';
import { demoCallers } from '../simulator/fixtures/demo-callers.ts';
import { createSimulator } from '../simulator/simulator.ts';
import type { Simulator } from '../simulator/simulator.ts';
import { startDemoDesktop } from './finesse/at-start.ts';
import type { Desktop } from './finesse/server.ts';
import { AGENT } from './fixtures.ts';
import { startDemo } from './server.ts';
import type { Demo } from './server.ts';
import type { JsonObject } from './server/config.ts';

const usage = `usage: demo/main.ts [--crm-port <n>] [--softphone-port <n>] [--desktop-port <n>] [--gc-port <n>]
       [--transport stomp|socket] [--config <file>]
By default 8080, 8081, 8082 and 61614, or free ports where those are taken. The environment variables
CRM_PORT, SOFTPHONE_PORT, DESKTOP_PORT and GC_PORT do the same. The configuration in --config, a JSON file, is laid over the demo's own.`;

interface Settings {
  readonly crmPort: number;
  readonly softphonePort: number;
  readonly desktopPort: number;
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
      'desktop-port': { type: 'string', default: env['DESKTOP_PORT'] ?? '8082' },
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
    desktopPort: port('--desktop-port', values['desktop-port']),
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

const SUPERVISOR = company.agents.find(({ supervises }) => supervises);

function greet(demo: Demo, desktop: Desktop, simulator: Simulator): void {
  console.log(`
  1. Open ${demo.crmUrl}
  2. Sign in to the phone: agent ${AGENT.agentId}, password ${AGENT.password}, extension ${AGENT.extension}; then choose "Ready".
  3. A caller rings within seconds; "Simulator", at the bottom left of the page, decides who calls next.

  A supervisor, in another window: agent ${SUPERVISOR?.id}, password ${SUPERVISOR?.password}, extension ${SUPERVISOR?.extension}
  The same in a Finesse desktop: ${desktop.url}, with the same agent or another one
  The softphone alone: ${demo.standaloneUrl}
  GC is simulated at ${simulator.url}. Stop with Ctrl+C.
`);
}

async function main(): Promise<void> {
  const { crmPort, softphonePort, desktopPort, gcPort, transport, config } = readSettings(
    process.argv.slice(2),
    process.env,
  );
  const simulator = await startSimulator(gcPort);
  const gc = { transport, urls: [simulator.url] };
  const simulatorUrl = simulator.httpUrl;
  const demo = startDemo({
    gc,
    simulatorUrl,
    config,
    configAlone: config,
    crmPort,
    softphonePort,
    orAnyPort: true,
  });
  const desktop = demo.then(() => startDemoDesktop(simulator.finesse, desktopPort));
  const close = async (): Promise<void> => {
    const ended = [demo, desktop].map(async (one) => (await one).close());
    await Promise.allSettled([...ended, simulator.close()]);
  };
  await desktop.catch(async (error: unknown) => {
    await close();
    throw error;
  });
  const { crmUrl } = await demo;
  simulator.allowOrigin(crmUrl);
  greet(await demo, await desktop, simulator);

  const stop = (): void => {
    // A second signal ends the process at once.
    process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop);
    void close();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  if ((error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')) console.error(usage);
  process.exitCode = 1;
});
