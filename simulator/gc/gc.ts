import type { CommandOutcome } from '../api.ts';
import type { Centre } from '../centre/centre.ts';
import type { Agent, Dialog } from '../centre/model.ts';
import type { Refusal } from '../centre/refusal.ts';
import type { Incoming, ParsedCommand } from './command.ts';
import { parseCommand } from './command.ts';
import { commandTable, laterCommands } from './command-table.ts';
import type { EventWriter, GcEvent } from './events.ts';
import type { Quirks } from './handler.ts';
import { Sessions } from './sessions.ts';
import type { Session } from './sessions.ts';
import type { SignInDesk } from './sign-in.ts';
import { connect, invalidate, login, loginDestination } from './sign-in.ts';
import type { Views } from './views.ts';
import { viewsOf } from './views.ts';

export interface GcSetup {
  readonly centre: Centre;
  readonly write: EventWriter;
  readonly quirks: Quirks;
  readonly licences: number;
  /** Hands one frame to the broker. */
  publish(destination: string, frame: string): void;
}

/** What became of a command. */
export interface Outcome {
  readonly outcome: CommandOutcome;
  readonly error?: string;
}

/** GC itself: commands in, events out. It knows the contact centre and names of destinations, and of wires nothing. */
export class Gc {
  readonly sessions = new Sessions();
  readonly #setup: GcSetup;
  readonly #views: Views;
  /** Whether Finesse can be reached. */
  service: 'IN_SERVICE' | 'OUT_OF_SERVICE' = 'IN_SERVICE';

  constructor(setup: GcSetup) {
    this.#setup = setup;
    this.#views = viewsOf(setup.centre);
    setup.centre.observe({
      stateChanged: (agent) => this.#toAgent(agent, this.#views.state(agent)),
      callOffered: (agent, dialog) => this.#aboutCall(agent, dialog, this.#views.newCall(agent, dialog)),
      callChanged: (agent, dialog) => this.#aboutCall(agent, dialog, this.#views.call(agent, dialog)),
    });
  }

  /** Obeys a command, or does not. */
  obey(incoming: Incoming): Outcome {
    const command = parseCommand(incoming);
    const name = command.name.toLowerCase();
    if (incoming.unreadable) return { outcome: 'unreadable' };
    if (incoming.bytes) return { outcome: 'bytes' };
    if (name === 'hello' || name === 'beat') return this.#heartbeat(command.subject);
    if (name !== 'connect' && name !== 'login' && !commandTable.has(name) && !laterCommands.has(name)) {
      return { outcome: 'unknown' };
    }
    if (command.subject === '') return { outcome: 'nobody' };
    const session = this.sessions.of(command.subject);
    if (name === 'connect') return this.#connect(session, command.parameters);
    if (name === 'login') return this.#login(session, command.parameters);
    return this.#ofAgent(session, name, command);
  }

  publish(destination: string, event: GcEvent): void {
    this.#setup.publish(destination, this.#setup.write(event));
  }

  setService(service: Gc['service']): void {
    this.service = service;
    for (const destination of this.sessions.destinations)
      this.publish(destination, { type: 'System', status: service });
  }

  /** He has signed in somewhere else: his old client hears of it, the new one is not ours. */
  invalidate(agent: Agent): void {
    const session = this.sessions.of(agent.profile.id);
    invalidate({ views: this.#views, publish: (to, event) => this.publish(to, event) }, session, agent);
    session.destination = `elsewhere-${agent.profile.id}`;
  }

  /** State RE_LOGIN: GC does not know this session, and the client is to begin again. */
  tellRelogin(session: Session): void {
    this.publish(session.destination, {
      type: 'State',
      agentId: session.agentId,
      fullName: '',
      state: 'RE_LOGIN',
      reasonCode: '',
      since: undefined,
    });
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

  #connect(session: Session, parameters: readonly string[]): Outcome {
    const destination = parameters[0] ?? '';
    if (destination === '') return { outcome: 'nobody' };
    this.sessions.destinations.add(destination);
    if (this.service === 'OUT_OF_SERVICE') return this.#refuse(session, destination, 'FINESSE_UNAVAILABLE');
    return this.#refuse(session, destination, connect(this.#desk(), session, parameters));
  }

  #login(session: Session, parameters: readonly string[]): Outcome {
    const destination = loginDestination(session);
    if (destination === '') return { outcome: 'nobody' };
    if (this.service === 'OUT_OF_SERVICE') return this.#refuse(session, destination, 'FINESSE_UNAVAILABLE');
    return this.#refuse(session, destination, login(this.#desk(), session, parameters));
  }

  #ofAgent(session: Session, name: string, { parameters }: ParsedCommand): Outcome {
    const { centre, quirks } = this.#setup;
    if (session.destination === '') return { outcome: 'nobody' };
    if (this.service === 'OUT_OF_SERVICE')
      return this.#refuse(session, session.destination, 'FINESSE_UNAVAILABLE');
    const agent = centre.agents.get(session.agentId);
    if (!session.known || !agent) {
      this.tellRelogin(session);
      return { outcome: 'relogin' };
    }
    const handler = commandTable.get(name);
    if (!handler) {
      this.#refuse(session, session.destination, 'GENERAL_ERROR');
      return { outcome: 'later', error: 'GENERAL_ERROR' };
    }
    const refusal = handler({
      centre,
      agent,
      session,
      parameters,
      views: this.#views,
      quirks,
      reply: (event) => this.publish(session.destination, event),
    });
    return this.#refuse(session, session.destination, refusal);
  }

  #refuse(session: Session, destination: string, refusal: Refusal | undefined): Outcome {
    if (refusal === undefined) return { outcome: 'obeyed' };
    this.publish(destination, { type: 'Error', agentId: session.agentId, code: refusal });
    return { outcome: 'refused', error: refusal };
  }

  #desk(): SignInDesk {
    const { centre, licences } = this.#setup;
    return { centre, licences, views: this.#views, publish: (to, event) => this.publish(to, event) };
  }

  #toAgent(agent: Agent, event: GcEvent): void {
    const session = this.sessions.find(agent.profile.id);
    if (session?.known) this.publish(session.destination, event);
  }

  #aboutCall(agent: Agent, dialog: Dialog, event: GcEvent): void {
    const lost = this.sessions.find(agent.profile.id)?.lostCalls.has(dialog.id) ?? false;
    if (!lost) this.#toAgent(agent, event);
  }
}
