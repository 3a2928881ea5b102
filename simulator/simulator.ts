/** The stand-in GC: for demo and tests only. */
import type { BrokerGate, Simulator, SimulatorOptions, Snapshot } from './api.ts';
import { Centre } from './centre/centre.ts';
import { ucce, uccx } from './centre/platform.ts';
import type { Scenario } from './centre/model.ts';
import type { Play } from './centre/play.ts';
import { perform } from './centre/play.ts';
import type { ScriptedCallers } from './centre/scripted-callers.ts';
import { scriptedCallers } from './centre/scripted-callers.ts';
import { scopedClock, seededRandom, systemClock } from './clock.ts';
import { controlAttached } from './control/attached.ts';
import { createControl } from './control/control.ts';
import { controlOverHttp } from './control/http.ts';
import { snapshotOf } from './control/snapshot.ts';
import { Waits } from './control/waits.ts';
import { createFinesse } from './finesse/finesse.ts';
import { company } from './fixtures/company.ts';
import type { EventWriter } from './gc/events.ts';
import { gcTime } from './gc/events.ts';
import { GcPair } from './gc/pair.ts';
import { Journal } from './gc/journal.ts';
import { CommandQueue } from './gc/queue.ts';
import { jsonWriter } from './gc/write-json.ts';
import { textWriter } from './gc/write-text.ts';
import { attach, type Attachment } from './wires/attachment.ts';
import { Broker } from './wires/broker.ts';
import { listen } from './wires/listener.ts';

export type * from './api.ts';
export { ControlError } from './control/control-error.ts';

/** Where one GC tells the other who has signed in (O-025). */
const syncTopic = 'ConnectorSync';

const usualTimings = { dialling: 150, connecting: 600, answering: 3000, failedClears: 30_000 };

/**
 * Starts a simulator and resolves when it listens, or is attached to a broker.
 * @throws when the port is taken, no broker lets it in, the time zone is unknown, or a scenario calls a queue that does not exist
 */
export async function createSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const host = options.host ?? '127.0.0.1';
  const clock = scopedClock(options.clock ?? systemClock);
  const brokerClock = options.brokerClock ? scopedClock(options.brokerClock) : clock;
  const log = options.log ?? (() => undefined);
  let silent = options.gc === 'absent';
  let refusing = false;
  let attachment: Attachment | undefined;

  const centre = new Centre({
    fixture: { ...company, ...options.fixture },
    platform: { uccx, ucce }[options.platform ?? 'uccx'],
    clock,
    timings: { ...usualTimings, ...options.timings },
    busyTrigger: options.busyTrigger ?? 1,
  });
  const broker = new Broker({
    clock: brokerClock,
    consume: (incoming) => queue.take(incoming),
    changed: () => waits.look(),
  });
  const syncTime = gcTime(options.timeZone ?? 'UTC');
  const gcs = new GcPair({
    centre,
    write: writerFor(options),
    quirks: {
      unknownDialog: options.unknownDialog ?? 'state',
      wrapUpBy: options.wrapUpBy ?? 'label',
      memberEvents: options.memberEvents ?? 'member',
      teamInfo: options.format === 'text',
    },
    licences: options.licences ?? Infinity,
    publish(destination, frame) {
      if (silent) return;
      log(`→ ${destination} ${frame}`);
      broker.publish(destination, frame);
    },
    // It holds a password, and so is never logged.
    sync(agentId, password, extension) {
      const time = syncTime(clock.now());
      if (!silent) broker.publish(syncTopic, `AgentState#${agentId}#${password}#${extension}#${time}`);
    },
  });
  const journal = new Journal(clock, (command) => {
    log(`← ${command.command}#${command.subject} ${command.parameters.join(',')} (${command.outcome})`);
    waits.look();
  });
  const queue = new CommandQueue((incoming) => gcs.obey(incoming), journal, brokerClock);
  queue.setDeaf(silent);
  const finesse = createFinesse(centre, options.finesse);
  const waits = new Waits(() => journal.list());
  centre.observe({ changed: () => waits.look() });

  const snapshot = (): Snapshot => {
    const attached = attachment?.state();
    return snapshotOf({ centre, gcs, broker, journal, silent, refusing, ...(attached ? { attached } : {}) });
  };
  const ownControl = createControl({
    centre,
    gcs,
    broker,
    journal,
    waits,
    clock: options.clock ?? systemClock,
    scripted: options.scenario && scripted(centre, options.scenario),
    snapshot,
    publishRaw: (destination, frame) => broker.publish(destination, frame),
    setSilent(on) {
      silent = on;
      queue.setDeaf(on);
      attachment?.listen(!on);
      waits.look();
    },
    setRefusing(on) {
      refusing = on;
      waits.look();
    },
    setConsumer(on) {
      queue.setDeaf(!on || silent);
      attachment?.listen(on && !silent);
    },
    holdQueue(ms) {
      queue.holdFor(ms);
      attachment?.holdFor(ms);
    },
  });

  const brokers = options.attachTo;
  const control = brokers ? controlAttached(ownControl) : ownControl;
  const origins = new Set(options.allowOrigins);
  const topicPrefix = options.topicPrefix ?? '/topic/';
  const queueName = `${options.queuePrefix ?? '/queue/'}${options.queue ?? 'Connector1'}`;
  const close = async (way: { close(): Promise<void> }): Promise<void> => {
    waits.close();
    clock.cancelAll();
    if (brokerClock !== clock) brokerClock.cancelAll();
    await way.close();
  };
  if (brokers) {
    const way = await attach({
      urls: brokers,
      queue: queueName,
      topicPrefix,
      clock: brokerClock,
      listening: !silent,
      consume: (incoming) => queue.take(incoming),
      changed: () => waits.look(),
      log,
    });
    attachment = way;
    broker.relay = (destination, frame) => way.publish(destination, frame);
    const nowhere = { host: '', port: 0, url: '', httpUrl: '', allowOrigin: () => undefined };
    return { ...nowhere, control, finesse, close: () => close(way) };
  }
  const listener = await listen({
    host,
    port: options.port ?? 0,
    broker,
    clock: brokerClock,
    queue: queueName,
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
    finesse,
    allowOrigin: (origin) => void origins.add(origin),
    close: () => close(listener),
  };
}

function writerFor(options: SimulatorOptions): EventWriter {
  const timeZone = options.timeZone ?? 'UTC';
  if (options.format === 'text') return textWriter({ timeZone, form: options.textForm ?? 'new' });
  return jsonWriter({
    timeZone,
    participants: options.participants ?? 'actions',
    spelling: options.spelling ?? 'tables',
    random: options.random ?? seededRandom(1),
  });
}

const scripted = (centre: Centre, scenario: Scenario | Play): ScriptedCallers =>
  'acts' in scenario ? perform(centre, scenario) : scriptedCallers(centre, scenario);

function gateFor(broker: SimulatorOptions['broker']): BrokerGate {
  if (broker === undefined) return () => true;
  if (typeof broker === 'function') return broker;
  return (login, passcode) => login === broker.login && passcode === broker.passcode;
}
