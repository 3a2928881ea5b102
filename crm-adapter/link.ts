import type { Intent } from '../src/state/intents.ts';
import type { ActivityConfig } from './activity.ts';
import { refusalOf } from './click.ts';
import { createLogs, type LogsOptions } from './logs.ts';
import { createPops, type PopsOptions } from './pops.ts';
import type { CrmPort } from './port.ts';

export interface LinkOptions extends PopsOptions, Omit<LogsOptions, keyof PopsOptions> {
  /** This tab's own: logs go through it. */
  readonly port: CrmPort;
  readonly activity: ActivityConfig;
}

/** What the agent wants of the CRM, or the CRM of the softphone. */
export type LinkIntent = Extract<
  Intent,
  { type: 'clickToDial' | 'logAgain' | 'forgetLog' | 'relate' | 'openRecord' | 'viewed' }
>;

/** Between the state and the CRM: what a change of the state means there, and what is wanted from there. */
export interface Link {
  start(): void;
  dispatch(intent: LinkIntent): void;
  dispose(): void;
}

/**
 * Makes the link of the tab that leads: screen pops and logs. Its effects follow from the state alone, keyed by call, so
 * that nothing is popped or logged twice.
 */
export function createLink(options: LinkOptions): Link {
  const { port, store, whenOpen, dispatch } = options;
  const pops = createPops(options);
  const logs = createLogs(options);
  let stop = (): void => undefined;

  return {
    start() {
      stop = store.subscribe(({ calls }, { calls: before }) => {
        if (calls === before) return;
        for (const call of calls) {
          const previous = before.find(({ key }) => key === call.key);
          if (call === previous) continue;
          pops.look(call);
          logs.look(call, previous);
        }
      });
      for (const call of store.state.calls) pops.look(call);
      logs.start();
      // Where the CRM's administrator has said nothing, or it cannot be asked, the configuration's own stands.
      whenOpen(() => port.dialing(), true)
        .then((dialing) => store.apply({ type: 'dialing', dialing }))
        .catch(() => undefined);
    },

    dispatch(intent) {
      switch (intent.type) {
        case 'clickToDial': {
          const refusal = refusalOf(store.state, intent.number);
          if (refusal) store.apply({ type: 'notice', ...refusal });
          else dispatch({ ...intent, type: 'dial' });
          break;
        }
        case 'relate':
        case 'openRecord':
          pops.choose(intent.call, intent.record, intent.linked);
          break;
        case 'viewed':
          pops.viewed(intent.record);
          break;
        case 'logAgain':
          logs.again(intent.call);
          break;
        case 'forgetLog':
          logs.forget(intent.call);
          break;
      }
    },

    dispose() {
      stop();
      logs.dispose();
    },
  };
}
