/** What happens in the centre, as Finesse's notifications tell it. */
import type { CentreObserver } from '../centre/centre.ts';
import { ownPart } from '../centre/centre.ts';
import type { Agent, Dialog } from '../centre/model.ts';
import { dialogValue } from './dialog-view.ts';
import type { DialogView } from './dialog-view.ts';
import { memberValue, userUri, userValue } from './user-view.ts';
import type { XmlValue } from './xml.ts';
import { writeXml } from './xml.ts';

export interface Audience {
  /** Whether anybody listens to this node. */
  hears(node: string): boolean;
  tell(node: string, xml: string): void;
}

/** What of an agent's calls Finesse has told. */
interface Told {
  readonly up: Set<Dialog>;
  /** Over, and kept in his collection until the wrap-up ends. */
  wrapping: Dialog | undefined;
}

export class Notices {
  readonly #view: DialogView;
  readonly #audience: Audience;
  readonly #told = new Map<Agent, Told>();
  /** Of the request that is being carried out; events that it brings about name it. */
  requestId = '';

  constructor(view: DialogView, audience: Audience) {
    this.#view = view;
    this.#audience = audience;
  }

  get observer(): CentreObserver {
    return {
      stateChanged: (agent) => this.#stateChanged(agent),
      callChanged: (agent, dialog) => this.callChanged(agent, dialog),
    };
  }

  /** The agent's collection: calls that are up, and the one that is being wrapped up. */
  dialogsOf(agent: Agent): readonly XmlValue[] {
    const told = this.#of(agent);
    const dialogs = this.#view.centre.dialogsOf(agent);
    for (const dialog of dialogs) told.up.add(dialog);
    told.wrapping = agent.wrappingUp;
    const up = dialogs.map((dialog) => dialogValue(this.#view, agent, dialog));
    return told.wrapping ? [...up, dialogValue(this.#view, agent, told.wrapping, 'wrapUp')] : up;
  }

  callChanged(agent: Agent, dialog: Dialog): void {
    const { times, centre } = this.#view;
    const own = ownPart(dialog, agent);
    const told = this.#of(agent);
    for (const part of dialog.participants) times.of(part, centre.setup.clock.now());
    if (!own) return;
    if (told.wrapping === dialog) {
      this.#dialog(agent, dialog, 'wrapUp');
    } else if (told.up.has(dialog)) {
      this.#dialog(agent, dialog);
      if (own.state === 'DROPPED') this.#ends(agent, dialog);
    } else if (own.state !== 'DROPPED') {
      told.up.add(dialog);
      // Finesse itself learns in two steps that the call which its dialler puts through is a campaign's.
      const first = dialog.campaign && own.state === 'ACTIVE' ? 'incomplete' : undefined;
      this.#collection(agent, 'POST', dialog, first);
      if (first) this.#dialog(agent, dialog);
    }
  }

  /** The request has failed. */
  late(agent: Agent, error: XmlValue): void {
    this.#update(`${userUri(agent)}/Dialogs`, 'PUT', () => error);
  }

  /** Whether there will be wrap-up is known only after the call's end. */
  #ends(agent: Agent, dialog: Dialog): void {
    const told = this.#of(agent);
    told.up.delete(dialog);
    if (!this.#audience.hears(`${userUri(agent)}/Dialogs`)) return;
    this.#view.centre.setup.clock.after(0, () => {
      if (agent.wrappingUp !== dialog) {
        this.#collection(agent, 'DELETE', dialog);
        return;
      }
      told.wrapping = dialog;
      this.#dialog(agent, dialog, 'wrapUp');
    });
  }

  #stateChanged(agent: Agent): void {
    const { centre } = this.#view;
    const told = this.#of(agent);
    const { wrapping } = told;
    this.#update(userUri(agent), 'PUT', () => ({ user: userValue(centre, agent) }));
    const team = `/finesse/api/Team/${agent.profile.team.id}/Users`;
    this.#update(team, 'PUT', () => ({ user: memberValue(centre, agent) }), userUri(agent));
    if (wrapping && agent.wrappingUp !== wrapping) {
      told.wrapping = undefined;
      this.#collection(agent, 'DELETE', wrapping);
    }
    // His calls go on at the phone; his next desktop finds them in its collection.
    if (agent.state === 'LOGOUT') this.#told.delete(agent);
  }

  #dialog(agent: Agent, dialog: Dialog, how?: 'wrapUp'): void {
    this.#update(`${userUri(agent)}/Dialogs`, 'PUT', () => {
      return { dialog: dialogValue(this.#view, agent, dialog, how) };
    });
  }

  #collection(agent: Agent, event: 'POST' | 'DELETE', dialog: Dialog, how?: 'incomplete'): void {
    this.#update(`${userUri(agent)}/Dialogs`, event, () => {
      return { dialogs: { Dialog: dialogValue(this.#view, agent, dialog, how) } };
    });
  }

  #update(node: string, event: 'POST' | 'PUT' | 'DELETE', data: () => XmlValue, source = node): void {
    if (!this.#audience.hears(node)) return;
    const update = { data: data(), event, requestId: this.requestId, source };
    this.#audience.tell(node, writeXml('Update', update));
  }

  #of(agent: Agent): Told {
    const known = this.#told.get(agent) ?? { up: new Set(), wrapping: undefined };
    this.#told.set(agent, known);
    return known;
  }
}
