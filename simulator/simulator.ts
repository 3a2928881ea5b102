/** The stand-in GC: for demo and tests only. */
import type { BrokerGate, Simulator, SimulatorOptions, Snapshot } from './api.ts';
import { Centre } from './centre/centre.ts';
import { uccx } from './centre/platform.ts';
import { scriptedCallers } from './centre/scripted-callers.ts';
import { scopedClock, seededRandom, systemClock } from './clock.ts';
import { createControl } from './control/control.ts';
import { controlOverHttp } from './control/http.ts';
import { snapshotOf } from './control/snapshot.ts';
import { Waits } from './control/waits.ts';
import { company } from './fixtures/company.ts';
import type { EventWriter } from './gc/events.ts';
import { Gc } from './gc/gc.ts';
import { Journal } from './gc/journal.ts';
import { CommandQueue } from './gc/queue.ts';
import { jsonWriter } from './gc/write-json.ts';
import { textWriter } from './gc/write-text.ts';
import { Broker } from './wires/broker.ts';
import { listen } from './wires/listener.ts';

export type * from './api.ts';
export { ControlError } from './control/control-error.ts';

const usualTimings = { dialling: 150, connecting: 600, answering: 3000, failedClears: 30_000 };

/**
 * Starts a simulator and resolves when it listens.
 * @throws when the port is taken, the time zone is unknown, or a scenario calls a queue that does not exist
 */
export async function createSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const host = options.host ?? '127.0.0.1';
  const clock = scopedClock(options.clock ?? systemClock);
  const brokerClock = options.brokerClock ? scopedClock(options.brokerClock) : clock;
  const log = options.log ?? (() => undefined);
  let silent = options.gc === 'absent';
  let refusing = false;

  const centre = new Centre({
    fixture: { ...company, ...options.fixture },
    platform: { uccx }[options.platform ?? 'uccx'],
    clock,
    timings: { ...usualTimings, ...options.timings },
    busyTrigger: options.busyTrigger ?? 1,
  });
  const broker = new Broker({
    clock: brokerClock,
    consume: (incoming) => queue.take(incoming),
    changed: () => waits.look(),
  });
  const gc = new Gc({
    centre,
    write: writerFor(options),
    quirks: { unknownDialog: options.unknownDialog ?? 'state', wrapUpBy: options.wrapUpBy ?? 'label' },
    licences: options.licences ?? Infinity,
    publish(destination, frame) {
      if (silent) return;
      log(`→ ${destination} ${frame}`);
      broker.publish(destination, frame);
    },
  });
  const journal = new Journal(clock, (command) => {
    log(`← ${command.command}#${command.subject} ${command.parameters.join(',')} (${command.outcome})`);
    waits.look();
  });
  const queue = new CommandQueue(gc, journal, brokerClock);
  queue.setDeaf(silent);
  const waits = new Waits(() => journal.list());
  centre.observe({ changed: () => waits.look() });

  const snapshot = (): Snapshot => snapshotOf({ centre, gc, broker, journal, silent, refusing });
  const control = createControl({
    centre,
    gc,
    broker,
    journal,
    waits,
    clock: options.clock ?? systemClock,
    scripted: options.scenario && scriptedCallers(centre, options.scenario),
    snapshot,
    publishRaw: (destination, frame) => broker.publish(destination, frame),
    setSilent(on) {
      silent = on;
      queue.setDeaf(on);
      waits.look();
    },
    setRefusing(on) {
      refusing = on;
      waits.look();
    },
    holdQueue: (ms) => queue.holdFor(ms),
  });

  const origins = new Set(options.allowOrigins);
  const topicPrefix = options.topicPrefix ?? '/topic/';
  const listener = await listen({
    host,
    port: options.port ?? 0,
    broker,
    clock: brokerClock,
    queue: `/queue/${options.queue ?? 'Connector1'}`,
    topicPrefix,
    admits: gateFor(options.broker),
    refuses: () => refusing,
    http: controlOverHttp(control, { origins, host }),
  });
  const { port } = listener;
  return {
    host,
    port,
    url: `ws://${host}:${port}`,
    httpUrl: `http://${host}:${port}`,
    control,
    allowOrigin: (origin) => void origins.add(origin),
    async close() {
      waits.close();
      clock.cancelAll();
      if (brokerClock !== clock) brokerClock.cancelAll();
      await listener.close();
    },
  };
}

function writerFor(options: SimulatorOptions): EventWriter {
  const timeZone = options.timeZone ?? 'UTC';
  if (options.format === 'text') return textWriter({ timeZone });
  return jsonWriter({
    timeZone,
    participants: options.participants ?? 'actions',
    spelling: options.spelling ?? 'tables',
    random: options.random ?? seededRandom(1),
  });
}

function gateFor(broker: SimulatorOptions['broker']): BrokerGate {
  if (broker === undefined) return () => true;
  if (typeof broker === 'function') return broker;
  return (login, passcode) => login === broker.login && passcode === broker.passcode;
}
