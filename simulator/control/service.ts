/** The verbs about GC itself and the phones: which GC lives, what it has of Finesse, and errors without a cause. */
import type { Control } from '../api.ts';
import { answer } from '../centre/calls.ts';
import type { Agent, Dialog } from '../centre/model.ts';
import type { Clock } from '../clock.ts';
import type { Centre } from '../centre/centre.ts';
import type { GcPair } from '../gc/pair.ts';
import { ControlError } from './control-error.ts';

export interface ServiceSetup {
  readonly centre: Centre;
  readonly gcs: GcPair;
  readonly clock: Clock;
  readonly agentOf: (verb: string, id: string) => Agent;
  readonly dialogOf: (verb: string, id: string) => Dialog;
  /** Whether any GC reads the queue. */
  readonly setConsumer: (on: boolean) => void;
}

export type ServiceControl = Pick<
  Control,
  'failNext' | 'failover' | 'restoreGc' | 'finesse' | 'statusBar' | 'showControls' | 'answerPhone'
>;

export function createService({
  centre,
  gcs,
  clock,
  agentOf,
  dialogOf,
  setConsumer,
}: ServiceSetup): ServiceControl {
  const swap = (verb: string, isSwapped: boolean, expected: string): void => {
    if (!isSwapped) throw new ControlError(verb, '', expected, gcs.activeName);
  };
  return {
    failNext({ agent, command, error, text }) {
      gcs.active.failures.plan(agentOf('failNext', agent).profile.id, { command, error, text });
    },
    failover({ sessions = 'known', tell = false, afterMs = 0 } = {}) {
      const before = gcs.activeName;
      const takeOver = (): void => {
        swap('failover', gcs.failOver(sessions === 'known'), 'a second GC that lives');
        if (tell && sessions === 'lost') {
          for (const session of gcs.active.sessions) if (session.inherited) gcs.active.tellRelogin(session);
        }
        centre.touch();
      };
      if (afterMs === 0) {
        takeOver();
        return;
      }
      if (before === 'secondary') swap('failover', false, 'a second GC that lives');
      gcs.active.active = false;
      setConsumer(false);
      clock.after(afterMs, () => {
        takeOver();
        setConsumer(true);
      });
    },
    restoreGc() {
      swap('restoreGc', gcs.restore(), 'a GC that is dead');
      centre.touch();
    },
    finesse({ state }) {
      gcs.active.setFinesse(state);
      centre.touch();
    },
    statusBar({ agent, message }) {
      const { id: agentId } = agentOf('statusBar', agent).profile;
      const destination = gcs.active.sessions.find(agentId)?.destination ?? '';
      gcs.active.publish(destination, { type: 'StatusBar', agentId, message });
    },
    showControls({ agent, controls }) {
      const { id: agentId } = agentOf('showControls', agent).profile;
      const destination = gcs.active.sessions.find(agentId)?.destination ?? '';
      const list = Object.entries(controls).map(([index, flag]) => {
        return { index: Number(index), visible: flag === 'true' };
      });
      gcs.active.publish(destination, { type: 'Controls', agentId, controls: list });
    },
    answerPhone({ dialog: id }) {
      const dialog = dialogOf('answerPhone', id);
      const ringing = dialog.participants.find((part) => part.state === 'ALERTING');
      const agent = ringing && centre.agentAt(ringing.address);
      if (!agent || answer(centre, agent, dialog) !== undefined)
        throw new ControlError('answerPhone', 'dialog', 'a call that rings at an agent', id);
    },
  };
}
