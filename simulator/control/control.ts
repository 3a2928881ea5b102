import type { Control, ReceivedCommand, Snapshot } from '../api.ts';
import { forceNotReady, makeReady, throwOut } from '../centre/agent-states.ts';
import { answerOutside, fail, leave } from '../centre/calls.ts';
import type { Centre } from '../centre/centre.ts';
import { participantAt } from '../centre/centre.ts';
import { endCall } from '../centre/ending.ts';
import type { Agent, Dialog } from '../centre/model.ts';
import { takeBack } from '../centre/routing.ts';
import type { ScriptedCallers } from '../centre/scripted-callers.ts';
import type { Clock } from '../clock.ts';
import { isManual } from '../clock.ts';
import type { GcPair } from '../gc/pair.ts';
import type { Journal } from '../gc/journal.ts';
import type { Broker } from '../wires/broker.ts';
import { ControlError } from './control-error.ts';
import { createOffers } from './offers.ts';
import { createService } from './service.ts';
import type { Waits } from './waits.ts';

export interface ControlSetup {
  readonly centre: Centre;
  readonly gcs: GcPair;
  readonly broker: Broker;
  readonly journal: Journal;
  readonly waits: Waits;
  /** As it was given in the options, so that a manual one can be turned. */
  readonly clock: Clock;
  readonly scripted: ScriptedCallers | undefined;
  snapshot(): Snapshot;
  /** Past GC and its silence. */
  publishRaw(destination: string, frame: string): void;
  setSilent(on: boolean): void;
  setRefusing(on: boolean): void;
  holdQueue(ms: number): void;
  /** Whether any GC reads the queue. */
  readonly setConsumer: (on: boolean) => void;
}

export function createControl(setup: ControlSetup): Control {
  const { centre, gcs, broker, journal, waits } = setup;

  const agentOf = (verb: string, id: string): Agent => {
    const agent = centre.agents.get(id);
    if (!agent) throw new ControlError(verb, 'agent', `one of ${[...centre.agents.keys()].join(', ')}`, id);
    return agent;
  };
  const dialogOf = (verb: string, id: string): Dialog => {
    const dialog = centre.dialogs.get(id);
    const up = [...centre.dialogs.keys()].join(', ') || 'none is';
    if (!dialog) throw new ControlError(verb, 'dialog', `a call that is up (${up})`, id);
    return dialog;
  };
  const destinationOf = (
    verb: string,
    what: { readonly agent?: string; readonly destination?: string },
  ): string => {
    if (what.destination !== undefined) return what.destination;
    if (what.agent === undefined) throw new ControlError(verb, '', '"agent" or "destination"', undefined);
    const destination = gcs.active.sessions.find(agentOf(verb, what.agent).profile.id)?.destination;
    if (!destination) throw new ControlError(verb, 'agent', 'an agent whose client GC knows', what.agent);
    return destination;
  };

  return {
    ...createOffers(centre, agentOf),
    ...createService({ ...setup, agentOf, dialogOf }),
    hangUp({ dialog: id, party }) {
      const dialog = dialogOf('hangUp', id);
      if (party === undefined) {
        endCall(centre, dialog);
        return;
      }
      const on = dialog.participants.map(({ address }) => address).join(', ');
      const who = participantAt(dialog, party);
      if (!who) throw new ControlError('hangUp', 'party', `somebody on the call (${on})`, party);
      leave(centre, dialog, who);
    },
    failCall: ({ dialog, cause }) => fail(centre, dialogOf('failCall', dialog), cause),
    noAnswer({ dialog: id }) {
      const dialog = dialogOf('noAnswer', id);
      const ringing = dialog.participants.find((part) => part.state === 'ALERTING');
      const agent = ringing && centre.agentAt(ringing.address);
      if (!agent || !ringing.routed)
        throw new ControlError('noAnswer', 'dialog', 'a routed call that rings at an agent', id);
      takeBack(centre, dialog, agent, centre.setup.platform.notAnswered);
    },
    answerRemote({ dialog: id }) {
      const dialog = dialogOf('answerRemote', id);
      const rings = dialog.participants.some(
        (part) => part.state === 'ALERTING' && centre.agentAt(part.address) === undefined,
      );
      if (!rings)
        throw new ControlError('answerRemote', 'dialog', 'a call that rings where nobody is signed in', id);
      answerOutside(centre, dialog);
    },
    dropSockets({ agent } = {}) {
      const destination = agent === undefined ? undefined : destinationOf('dropSockets', { agent });
      const hit = [...broker.wires].filter(
        (wire) => destination === undefined || wire.destinations.has(destination),
      );
      for (const wire of hit) wire.cut();
      return { dropped: hit.length };
    },
    refuseConnections: ({ on }) => setup.setRefusing(on),
    outOfService: () => gcs.active.setFinesse('unavailable'),
    inService: () => gcs.active.setFinesse('up'),
    silence: ({ on }) => setup.setSilent(on),
    invalidateSession({ agent }) {
      destinationOf('invalidateSession', { agent });
      gcs.active.invalidate(agentOf('invalidateSession', agent));
    },
    forgetAgent({ agent, tell = false }) {
      const session = gcs.active.sessions.of(agentOf('forgetAgent', agent).profile.id);
      session.known = false;
      if (tell && session.destination !== '') gcs.active.tellRelogin(session);
    },
    forgetCalls({ agent }) {
      const session = gcs.active.sessions.of(agentOf('forgetCalls', agent).profile.id);
      for (const dialog of centre.dialogsOf(agentOf('forgetCalls', agent))) session.lostCalls.add(dialog.id);
    },
    forceState({ agent: id, state }) {
      const agent = agentOf('forceState', id);
      const { forcedLogout } = centre.setup.platform;
      if (agent.state === 'LOGOUT')
        throw new ControlError('forceState', 'agent', 'an agent who is signed in', id);
      if (state === 'LOGOUT') {
        throwOut(centre, agent, forcedLogout);
        return;
      }
      const refusal = state === 'READY' ? makeReady(centre, agent) : forceNotReady(centre, agent);
      if (refusal)
        throw new ControlError('forceState', 'state', `one that ${agent.state} allows (${refusal})`, state);
    },
    logout({ agent: id, reasonCode = '', spurious = false }) {
      const agent = agentOf('logout', id);
      if (agent.state === 'LOGOUT')
        throw new ControlError('logout', 'agent', 'an agent who is signed in', id);
      if (spurious) gcs.active.sayLogout(agent, reasonCode);
      else throwOut(centre, agent, reasonCode);
    },
    raw: (what) => setup.publishRaw(destinationOf('raw', what), what.text),
    holdQueue: ({ ms }) => setup.holdQueue(ms),
    reconnectNotice(what) {
      const destination = destinationOf('reconnectNotice', what);
      gcs.active.publish(destination, { type: 'Reconnect', destination });
    },
    latency({ ms }) {
      broker.latency = ms;
    },
    scenario({ on }) {
      if (!setup.scripted)
        throw new ControlError('scenario', '', 'a simulator that was started with a scenario', undefined);
      setup.scripted.turn(on);
    },
    advance({ ms }) {
      const { clock } = setup;
      if (!isManual(clock))
        throw new ControlError('advance', '', 'a simulator with a manual clock', 'the system clock');
      clock.advance(ms);
    },
    snapshot: () => setup.snapshot(),
    commands: ({ after = 0 } = {}) => journal.list(after),
    waitForCommand(match, { after = 0, timeoutMs } = {}) {
      const matches = (command: ReceivedCommand): boolean =>
        typeof match === 'string' ? command.command.toLowerCase() === match.toLowerCase() : match(command);
      const name = typeof match === 'string' ? match : 'a command that matches';
      return waits.until(
        `waiting for ${name} after number ${after}`,
        () => journal.list(after).find(matches),
        timeoutMs,
      );
    },
    waitFor(test, { timeoutMs } = {}) {
      const find = (): Snapshot | undefined => {
        const snapshot = setup.snapshot();
        return test(snapshot) ? snapshot : undefined;
      };
      return waits.until('waiting for a snapshot', find, timeoutMs);
    },
  };
}
