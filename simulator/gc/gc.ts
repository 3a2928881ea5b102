import type { CommandOutcome } from '../api.ts';
import type { Centre } from '../centre/centre.ts';
import type { Agent, Dialog } from '../centre/model.ts';
import type { Refusal } from '../centre/refusal.ts';
import type { Incoming, ParsedCommand } from './command.ts';
import { parseCommand } from './command.ts';
import { commandTable } from './command-table.ts';
import type { EventWriter, GcEvent } from './events.ts';
import { Failures } from './failures.ts';
import type { Quirks } from './handler.ts';
import { Sessions } from './sessions.ts';
import type { Session } from './sessions.ts';
import type { SignInDesk } from './sign-in.ts';
import { connect, invalidate, login, loginDestination, mobileLogin } from './sign-in.ts';
import { memberState } from './team-commands.ts';
import type { Views } from './views.ts';
import { viewsOf } from './views.ts';

export interface GcSetup {
  readonly centre: Centre;
  readonly write: EventWriter;
  readonly quirks: Quirks;
  readonly licences: number;
  /** Hands one frame to the broker. */
  publish(destination: string, frame: string): void;
  /** Tells the other GC of an agent who has signed in (O-025). */
  readonly sync?: (agentId: string, password: string, extension: string) => void;
}

/** What became of a command. */
export interface Outcome {
  readonly outcome: CommandOutcome;
  readonly error?: string;
}

/** What GC has of Finesse: `unavailable` is told as System OUT_OF_SERVICE, the others only as errors. */
export type FinesseState = 'up' | 'unavailable' | 'down' | 'notReachable';

const finesseErrors: Readonly<Record<Exclude<FinesseState, 'up'>, Refusal>> = {
  unavailable: 'FINESSE_UNAVAILABLE',
  down: 'DOWN',
  notReachable: 'NOT_REACHABLE',
};

const signInCommands: ReadonlySet<string> = new Set(['connect', 'login', 'mobileagentlogin']);

/** GC itself: commands in, events out. It knows the contact centre and names of destinations, and of wires nothing. */
export class Gc {
  readonly sessions = new Sessions();
  readonly failures = new Failures();
  readonly #setup: GcSetup;
  readonly #views: Views;
  /** Of two GCs one stands by, and says nothing. */
  active = true;
  finesse: FinesseState = 'up';

  constructor(setup: GcSetup) {
    this.#setup = setup;
    this.#views = viewsOf(setup.centre);
    setup.centre.observe({
      stateChanged: (agent) => this.#stateChanged(agent),
      callOffered: (agent, dialog) => this.#aboutCall(agent, dialog, 'newCall'),
      callChanged: (agent, dialog) => this.#aboutCall(agent, dialog, 'call'),
    });
  }

  get service(): 'IN_SERVICE' | 'OUT_OF_SERVICE' {
    return this.finesse === 'unavailable' ? 'OUT_OF_SERVICE' : 'IN_SERVICE';
  }

  /** Obeys a command, or does not. */
  obey(incoming: Incoming): Outcome {
    const command = parseCommand(incoming);
    const name = command.name.toLowerCase();
    if (incoming.unreadable) return { outcome: 'unreadable' };
    if (incoming.bytes) return { outcome: 'bytes' };
    if (name === 'hello' || name === 'beat') return this.#heartbeat(command.subject);
    const isSignIn = signInCommands.has(name);
    if (!isSignIn && !commandTable.has(name)) return { outcome: 'unknown' };
    if (command.subject === '') return { outcome: 'nobody' };
    const session = this.sessions.of(command.subject);
    return isSignIn ? this.#signIn(session, name, command) : this.#ofAgent(session, name, command);
  }

  publish(destination: string, event: GcEvent): void {
    if (this.active && destination !== '') this.#setup.publish(destination, this.#setup.write(event));
  }

  setFinesse(state: FinesseState): void {
    const before = this.service;
    this.finesse = state;
    if (this.service === before) return;
    for (const destination of this.sessions.destinations)
      this.publish(destination, { type: 'System', status: this.service });
  }

  /**
   * Reads the queue instead of another GC, which is gone.
   * @param known whether that one had told of its sessions: then every client is asked to reconnect; else RE_LOGIN is the answer
   *   to whatever an agent asks
   */
  takeOver(other: Gc, known: boolean): void {
    other.active = false;
    this.active = true;
    this.finesse = other.finesse;
    this.sessions.inherit(other.sessions, known);
    if (!known) return;
    const reached = new Set([...this.sessions].filter((one) => one.known).map((one) => one.destination));
    for (const destination of reached) this.publish(destination, { type: 'Reconnect', destination });
  }

  /** He has signed in somewhere else: his old client hears of it, the new one is not ours. */
  invalidate(agent: Agent): void {
    const session = this.sessions.of(agent.profile.id);
    invalidate({ views: this.#views, publish: (to, event) => this.publish(to, event) }, session, agent);
    session.destination = `elsewhere-${agent.profile.id}`;
  }

  /** State RE_LOGIN: GC does not know this session, and the client is to begin again. */
  tellRelogin({ agentId, destination }: Session): void {
    const about = { agentId, fullName: '', reasonCode: '', since: undefined };
    this.publish(destination, { type: 'State', state: 'RE_LOGIN', ...about });
  }

  /** State LOGOUT is said, and nothing has happened. */
  sayLogout(agent: Agent, reasonCode: string): void {
    const now = this.#views.state(agent);
    if (now.type === 'State') this.#toAgent(agent, { ...now, state: 'LOGOUT', reasonCode });
  }

  #heartbeat(destination: string): Outcome {
    if (destination === '') return { outcome: 'nobody' };
    this.sessions.destinations.add(destination);
    this.publish(destination, { type: 'System', status: this.service });
    return { outcome: 'obeyed' };
  }

  #signIn(session: Session, name: string, { parameters }: ParsedCommand): Outcome {
    const isConnect = name === 'connect';
    const destination = isConnect ? (parameters[0] ?? '') : loginDestination(session);
    if (destination === '') return { outcome: 'nobody' };
    if (isConnect) this.sessions.destinations.add(destination);
    const failure = this.#fails(session, name, destination);
    if (failure) {
      session.connecting = isConnect ? { destination, accepted: false, sso: false } : undefined;
      return failure;
    }
    const act = isConnect ? connect : name === 'login' ? login : mobileLogin;
    return this.#refuse(session, destination, act(this.#desk(), session, parameters));
  }

  #ofAgent(session: Session, name: string, { parameters }: ParsedCommand): Outcome {
    const { centre, quirks } = this.#setup;
    const { destination } = session;
    if (destination === '') return { outcome: 'nobody' };
    const failure = this.#fails(session, name, destination);
    if (failure) return failure;
    const agent = centre.agents.get(session.agentId);
    if (!session.known || !agent) {
      this.tellRelogin(session);
      return { outcome: 'relogin' };
    }
    const refusal = commandTable.get(name)?.({
      centre,
      agent,
      session,
      sessions: this.sessions,
      parameters,
      views: this.#views,
      quirks,
      reply: (event) => this.publish(session.destination, event),
    });
    return this.#refuse(session, destination, refusal);
  }

  /** Finesse is not there, or this command is to fail. */
  #fails(session: Session, name: string, destination: string): Outcome | undefined {
    if (this.finesse !== 'up') return this.#refuse(session, destination, finesseErrors[this.finesse]);
    const planned = this.failures.take(session.agentId, name);
    return planned && this.#refuse(session, destination, planned.error, planned.text);
  }

  #refuse(session: Session, destination: string, refusal: string | undefined, text?: string): Outcome {
    if (refusal === undefined) return { outcome: 'obeyed' };
    const words = text === undefined ? {} : { text };
    this.publish(destination, { type: 'Error', agentId: session.agentId, code: refusal, ...words });
    return { outcome: 'refused', error: refusal };
  }

  #desk(): SignInDesk {
    const { centre, licences, quirks, sync } = this.#setup;
    return {
      centre,
      licences,
      views: this.#views,
      teamInfo: quirks.teamInfo ?? false,
      publish: (to, event) => this.publish(to, event),
      sync: sync ?? (() => undefined),
    };
  }

  #stateChanged(agent: Agent): void {
    if (!this.active) return;
    this.#toAgent(agent, this.#views.state(agent));
    for (const { agentId, known, destination } of this.sessions.watching(agent.profile.team.id)) {
      const isOther = agentId !== agent.profile.id;
      if (known && isOther)
        this.publish(destination, memberState(agentId, agent, this.#setup.quirks.memberEvents));
    }
    if (agent.state === 'LOGOUT') this.sessions.unwatch(this.sessions.of(agent.profile.id));
  }

  #toAgent(agent: Agent, event: GcEvent): void {
    const session = this.sessions.find(agent.profile.id);
    if (session?.known) this.publish(session.destination, event);
  }

  #aboutCall(agent: Agent, dialog: Dialog, view: 'newCall' | 'call'): void {
    const lost = this.sessions.find(agent.profile.id)?.lostCalls.has(dialog.id) ?? false;
    if (this.active && !lost) this.#toAgent(agent, this.#views[view](agent, dialog));
  }
}
