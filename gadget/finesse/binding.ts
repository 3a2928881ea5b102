import type { GcEvent, SystemEvent } from '../../src/protocol/events.ts';
import { id } from '../../src/protocol/read.ts';
import type { Clock } from '../../src/transport/clock.ts';
import { ConnectionError } from '../../src/transport/connection.ts';
import { createDialogBook } from './dialog-book.ts';
import { createDirectory } from './directory.ts';
import type { Dialog, FailedResponse, Finesse, GadgetConfig, Hub, RestCollection } from './library.ts';
import { onceLoaded } from './loading.ts';
import type { OrdersOptions } from './orders.ts';
import { createReasons } from './reasons.ts';
import type { createSupervising, Supervising } from './supervising.ts';
import { agentInfoOf, errorOf, fields, part, stateOf, type Whose } from './to-gc.ts';

/** So long Finesse may take until the agent and the calls are there. */
const LOADED_WITHIN = 10_000;
/** A state that was asked for is told after this time, should Finesse not say that it has read it. */
const READ_WITHIN = 2000;

export interface BindingOptions {
  readonly finesse: Finesse;
  readonly hub: Hub;
  readonly config: GadgetConfig;
  readonly clock: Clock;
  /** Fetches what only supervisors need. */
  readonly supervisors: () => Promise<{ readonly createSupervising: typeof createSupervising }>;
  readonly report: (event: GcEvent) => void;
}

/** The agent and the calls of the desktop, with our handlers on them. */
export interface Binding {
  /** Resolves when both have been read. @throws {ConnectionError} `unreachable`, or `closed` by `release` */
  readonly ready: Promise<void>;
  /** What a command is carried out with. */
  readonly orders: OrdersOptions;
  /** Tells how things are, and from then on what changes. */
  begin(): void;
  /** Takes every handler back, and tells nothing any more. */
  release(): void;
}

/** In the place of ours: the library has one handler of each kind, and cannot be without. */
const nobody = (): void => undefined;

/** Binds to the desktop's library. */
export function bind(options: BindingOptions): Binding {
  const { finesse, hub, config, clock, report } = options;
  const { ClientServices } = finesse.clientservices;
  const whose: Whose = { agentId: config.id, drift: Number(config.clientDriftInMillis) || 0 };
  const release: (() => void)[] = [];
  let phase: 'loading' | 'bound' | 'released' = 'loading';
  let status: SystemEvent['status'] = 'IN_SERVICE';
  /** The agent as told last. */
  let told = { state: '', info: '' };
  let isStateAsked = false;
  let stopReading = nobody;

  const tell = (event: GcEvent | undefined): void => {
    if (phase === 'bound' && event) report(event);
  };
  const error = (response: FailedResponse): void => tell(errorOf(response, whose));
  const hearService = (now: SystemEvent['status']) => (): void => {
    if (status === now) return;
    status = now;
    tell({ type: 'System', status });
    if (now === 'IN_SERVICE') supervising?.resume();
  };

  ClientServices.init(config, false);
  ClientServices.registerOnConnectHandler(hearService('IN_SERVICE'));
  ClientServices.registerOnDisconnectHandler(hearService('OUT_OF_SERVICE'));
  release.push(() => {
    ClientServices.registerOnConnectHandler(nobody);
    ClientServices.registerOnDisconnectHandler(nobody);
  });

  const user = new finesse.restservices.User({ id: config.id });
  const agent = () => fields(user.getData());
  const reasons = createReasons({ whose, tell, error });
  const directory = createDirectory({ whose, tell, error });
  let supervising: Supervising | undefined;
  const supervise: OrdersOptions['supervise'] = (run) => {
    if (supervising) {
      run(supervising);
      return;
    }
    options.supervisors().then(
      ({ createSupervising: create }) => {
        if (phase !== 'bound') return;
        supervising ??= create({ finesse, hub, whose, clock, reasons, tell, error });
        run(supervising);
      },
      () => error({}),
    );
  };
  const book = createDialogBook({
    whose,
    clock,
    tell,
    isReserved: () => String(agent().get('state')).startsWith('RESERVED_OUTBOUND'),
    addresses: () => {
      const { extension, mobileAgentDialNumber } = config;
      const ours = [
        id(agent().get('extension')) ?? extension,
        id(part(agent(), 'mobileagent').get('dialnumber')) ?? mobileAgentDialNumber,
      ];
      return ours.filter((one): one is string => Boolean(one));
    },
  });

  const tellAgent = (): void => {
    if (phase !== 'bound') return;
    stopReading();
    const state = stateOf(agent(), whose, reasons.keyOf(agent()));
    const info = agentInfoOf(agent(), whose);
    const before = told;
    told = { state: JSON.stringify(state), info: JSON.stringify(info) };
    if (isStateAsked || told.state !== before.state) tell(state);
    if (told.info !== before.info) tell(info);
    isStateAsked = false;
  };
  user.addHandler('change', tellAgent);
  release.push(() => user.removeHandler('change', tellAgent));

  let dialogs: RestCollection<Dialog> | undefined;
  const bindDialogs = (): RestCollection<Dialog> => {
    const added = (dialog: Dialog): void => book.add(dialog);
    const deleted = (dialog: Dialog): void => book.remove(dialog);
    const changed = (): void => book.reconcile(Object.values(calls.getCollection()));
    const calls = user.getDialogs({ onCollectionAdd: added, onCollectionDelete: deleted });
    calls.addHandler('change', changed);
    release.push(() => {
      calls.removeHandler('collectionAdd', added);
      calls.removeHandler('collectionDelete', deleted);
      calls.removeHandler('change', changed);
      calls.unsubscribe?.();
    });
    return (dialogs = calls);
  };

  let settle = (_problem: ConnectionError | undefined): void => undefined;
  const ready = new Promise<void>((resolve, reject) => {
    const fail = (what: string): void => settle(new ConnectionError('unreachable', `Finesse: ${what}`));
    const failed = ({ status: code = 0 }: FailedResponse): void => fail(`HTTP ${code}`);
    const stopWaiting = clock.after(LOADED_WITHIN, () => fail('no answer'));
    settle = (problem) => {
      stopWaiting();
      if (problem) reject(problem);
      else resolve();
    };
    release.push(
      stopWaiting,
      onceLoaded(
        user,
        () => {
          if (phase !== 'loading') return;
          release.push(
            onceLoaded(
              bindDialogs(),
              (calls) => {
                for (const dialog of Object.values(calls.getCollection())) book.add(dialog);
                settle(undefined);
              },
              failed,
            ),
          );
        },
        failed,
      ),
    );
  });

  return {
    ready,
    orders: {
      agentId: whose.agentId,
      user,
      book,
      reasons,
      directory,
      supervise,
      handlers: { success: nobody, error },
      answer: (make) => queueMicrotask(() => tell(make())),
      readAgain() {
        isStateAsked = true;
        stopReading();
        stopReading = clock.after(READ_WITHIN, tellAgent);
        user.refresh();
      },
      refreshDialogs: () => void dialogs?.refresh(),
    },
    begin() {
      phase = 'bound';
      user.addHandler('error', error);
      release.push(() => user.removeHandler('error', error));
      tell({ type: 'System', status });
      tellAgent();
      book.open();
    },
    release() {
      phase = 'released';
      settle(new ConnectionError('closed', 'Closed before it was open'));
      stopReading();
      book.close();
      reasons.close();
      directory.close();
      supervising?.close();
      for (const undo of release.splice(0)) undo();
      user.unsubscribe?.();
    },
  };
}
