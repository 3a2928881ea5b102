import { windowClock, type Clock } from '../../src/transport/clock.ts';
import { ConnectionError, type Connection, type ConnectionReport } from '../../src/transport/connection.ts';
import type { Tap } from '../../src/transport/wire.ts';
import { bind, type Binding, type BindingOptions } from './binding.ts';
import { finesseCapabilities } from './capabilities.ts';
import type { Desktop, Finesse, GadgetConfig, Hub } from './library.ts';
import { carryOut } from './orders.ts';

export interface FinesseOptions {
  /** The gadget's window, or what the desktop has put there. */
  readonly desktop: Desktop;
  /** Who the agent is; the library's own configuration where it is left out. */
  readonly config?: GadgetConfig;
  readonly clock?: Clock;
  /** Fetches what only supervisors need. */
  readonly supervisors?: BindingOptions['supervisors'];
  /** Is told of everything that passes, for the diagnostics. */
  readonly tap?: Tap;
}

/**
 * The Finesse desktop around us as a connection: its own library instead of a wire, objects instead of text. The desktop
 * signs the agent in, and watches over the server. Source: docs/connection.md, "How finesse.js fills it".
 */
export function finesseConnection(options: FinesseOptions): Connection {
  const { desktop, clock = windowClock, tap = () => undefined } = options;
  const { supervisors = () => import('./supervising.ts') } = options;
  let listeners: readonly ((report: ConnectionReport) => void)[] = [];
  let binding: Binding | undefined;
  let isOpen = false;

  const close = (): void => {
    isOpen = false;
    binding?.release();
    binding = undefined;
  };
  const open = async (): Promise<void> => {
    close();
    const { finesse, hub } = present(desktop);
    const mine = (binding = bind({
      finesse,
      hub,
      supervisors,
      config: options.config ?? finesse.gadget.Config,
      clock,
      report(event) {
        const one: ConnectionReport = { kind: 'event', event };
        tap(one, JSON.stringify(event), undefined);
        for (const listener of listeners) listener(one);
      },
    }));
    await mine.ready;
    if (binding !== mine) throw new ConnectionError('closed', 'Closed before it was open');
    isOpen = true;
    mine.begin();
  };

  return {
    capabilities: finesseCapabilities(desktop),
    endpoints: 1,
    async open() {
      try {
        await open();
      } catch (error) {
        const isOurs = error instanceof ConnectionError;
        const problem = isOurs ? error : new ConnectionError('unreachable', `Finesse: ${String(error)}`);
        // What was closed meanwhile may have been opened anew.
        if (problem.code !== 'closed') close();
        tap(problem);
        throw problem;
      }
    },
    send(command) {
      if (!binding || !isOpen) throw new ConnectionError('closed', 'The Finesse desktop is not bound');
      carryOut(command, binding.orders);
      // Digits may be a secret that a customer is asked for.
      tap(command.type === 'SendDtmf' ? { ...command, params: {} } : command);
    },
    onReport(listener) {
      const entry = (one: ConnectionReport): void => listener(one);
      listeners = [...listeners, entry];
      return () => {
        listeners = listeners.filter((one) => one !== entry);
      };
    },
    close,
  };
}

/** @throws {ConnectionError} that names what is missing: a box that stays empty tells nobody anything */
function present({ jQuery, gadgets, finesse }: Desktop): { readonly finesse: Finesse; readonly hub: Hub } {
  const missing = (what: string): never => {
    throw new ConnectionError('unreachable', `The desktop has no ${what}`);
  };
  if (!jQuery) return missing('jQuery');
  if (!gadgets?.Hub) return missing('gadgets');
  return finesse ? { finesse, hub: gadgets.Hub } : missing('finesse');
}
