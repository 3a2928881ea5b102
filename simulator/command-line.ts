/** What the command line can say, see `usage`. */
import { parseArgs } from 'node:util';
import type { SimulatorOptions } from './api.ts';
import type { Scenario } from './centre/model.ts';
import type { Play } from './centre/play.ts';
import { demoCallers } from './fixtures/demo-callers.ts';
import { readPlay } from './plays/read-play.ts';

const scenarios: Readonly<Record<string, Scenario>> = { demo: demoCallers };

export const usage = `usage: simulator/main.ts [options]
  --port <n>             default 61614, the broker's usual WebSocket port
  --broker <url>         attach to a real broker instead, as GC does; may be repeated, the preferred one first:
                         stomp://login:passcode@host:61613, ws://… or wss://…
  --queue-prefix <text>  what that broker wants before the queue's name, default /queue/
  --scenario demo|<file> callers who ring by themselves: after an agent went ready, or as a play (*.play) says
  --platform uccx|ucce   whose rules hold, default uccx
  --format json|text     how events are written, default json
  --participants actions|plain|none
  --spelling tables|mixed
  --gc present|absent    absent: a broker with no GC behind it
  --time-zone <IANA>     of GC's times, default UTC
  --allow-origin <url>   a page that may use the control interface; may be repeated
  --log                  print every command and event`;

/**
 * The command line's words as options.
 * @throws an Error that says which word was wrong, what was expected and what was found
 */
export function readOptions(args: readonly string[]): SimulatorOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '61614' },
      broker: { type: 'string', multiple: true },
      'queue-prefix': { type: 'string' },
      scenario: { type: 'string' },
      platform: { type: 'string' },
      format: { type: 'string' },
      participants: { type: 'string' },
      spelling: { type: 'string' },
      gc: { type: 'string' },
      'time-zone': { type: 'string' },
      'allow-origin': { type: 'string', multiple: true },
      log: { type: 'boolean' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port: expected 0 to 65535, found "${values.port}"`);
  const scenario = values.scenario === undefined ? undefined : scenarioOf(values.scenario);
  return {
    port,
    ...(values.broker ? { attachTo: values.broker } : {}),
    ...(values['queue-prefix'] === undefined ? {} : { queuePrefix: values['queue-prefix'] }),
    ...(scenario ? { scenario } : {}),
    ...(values.platform ? { platform: oneOf('platform', values.platform, ['uccx', 'ucce'] as const) } : {}),
    ...(values.format ? { format: oneOf('format', values.format, ['json', 'text'] as const) } : {}),
    ...(values.participants
      ? { participants: oneOf('participants', values.participants, ['actions', 'plain', 'none'] as const) }
      : {}),
    ...(values.spelling
      ? { spelling: oneOf('spelling', values.spelling, ['tables', 'mixed'] as const) }
      : {}),
    ...(values.gc ? { gc: oneOf('gc', values.gc, ['present', 'absent'] as const) } : {}),
    ...(values['time-zone'] ? { timeZone: values['time-zone'] } : {}),
    ...(values['allow-origin'] ? { allowOrigins: values['allow-origin'] } : {}),
    ...(values.log ? { log: (line: string) => console.log(line) } : {}),
  };
}

function scenarioOf(name: string): Scenario | Play {
  if (name.endsWith('.play')) return readPlay(name);
  const scenario = scenarios[name];
  if (scenario) return scenario;
  const names = Object.keys(scenarios).join(', ');
  throw new Error(`--scenario: expected ${names} or a file that ends in .play, found "${name}"`);
}

function oneOf<T extends string>(name: string, found: string, expected: readonly T[]): T {
  const value = expected.find((one) => one === found);
  if (value === undefined) throw new Error(`--${name}: expected ${expected.join(' or ')}, found "${found}"`);
  return value;
}
