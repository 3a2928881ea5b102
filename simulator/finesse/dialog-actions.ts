/** What a POST on a user's Dialogs, or a PUT on a Dialog, asks for (Finesse's Dialog API; Finesse dialog states table). */
import { answer, hold, release, retrieve } from '../centre/calls.ts';
import type { Centre } from '../centre/centre.ts';
import { isLive, lineOf, ownPart } from '../centre/centre.ts';
import { dial } from '../centre/dialling.ts';
import type { Agent, Dialog } from '../centre/model.ts';
import { bargeIn, dropParticipant, monitor } from '../centre/monitoring.ts';
import { accept, decline } from '../centre/preview.ts';
import { completeConference, completeTransfer, consult, transferDirectly } from '../centre/transfer.ts';
import { consultAbout } from '../centre/allowed.ts';
import type { DialogNotes, DialogView } from './dialog-view.ts';
import { allowed, dialogUri } from './dialog-view.ts';
import { invalidInput, notFound, parameterMissing, unauthorized } from './errors.ts';
import type { XmlElement } from './xml.ts';
import { elementsOf, textOf } from './xml.ts';

/** Done after the 202; what it returns is the late error. */
export type Deed = () => string | undefined;

export interface Desk extends DialogView {
  readonly agent: Agent;
  /** The call is told again to all agents on it. */
  readonly tell: (dialog: Dialog) => void;
}

/** A call that is made: MAKE_CALL, SILENT_MONITOR, BARGE_CALL. @throws {Refused} */
export function newDialog({ centre, agent }: Desk, asked: XmlElement): Deed {
  const value = reader(asked);
  const to = value('toAddress');
  const action = value('requestedAction') || 'MAKE_CALL';
  for (const name of ['fromAddress', 'toAddress']) if (value(name) === '') throw parameterMissing(name);
  if (value('fromAddress') !== lineOf(agent)) throw invalidInput('fromAddress');
  if (action === 'MAKE_CALL') return () => dial(centre, agent, to);
  if (action !== 'SILENT_MONITOR' && action !== 'BARGE_CALL') throw invalidInput(`requestedAction ${action}`);
  const { supervises } = agent.profile;
  const target = centre.agentAt(to);
  if (!supervises || (target && !supervises.some(({ id }) => id === target.profile.team.id)))
    throw unauthorized('Authorization Failure');
  if (action === 'SILENT_MONITOR') return () => listenIn(centre, agent, to);
  const uri = value('associatedDialogUri');
  if (uri === '') throw parameterMissing('associatedDialogUri');
  // The supervisor's own listening call: he joins none that he does not listen to.
  const own = centre.dialogsOf(agent).find((one) => one.monitors && dialogUri(one.id) === uri);
  if (!own) throw notFound('associatedDialogUri');
  if (!target) throw invalidInput('toAddress');
  return () => bargeIn(centre, agent, to, own);
}

/** An agent who is not talking is refused in the telephony's own words, which differ by platform. */
function listenIn(centre: Centre, supervisor: Agent, to: string): string | undefined {
  const refusal = monitor(centre, supervisor, to);
  if (refusal !== 'CF_INVALID_OBJECT_STATE' || supervisor.state !== 'NOT_READY') return refusal;
  if (centre.setup.platform.name === 'uccx') return '88049';
  return ['HOLD', 'NOT_READY'].includes(centre.agentAt(to)?.state ?? '') ? '13145' : refusal;
}

type Act = (desk: Desk, dialog: Dialog, value: (name: string) => string) => string | undefined;

const acts: Readonly<Record<string, Act>> = {
  ANSWER: ({ centre, agent }, dialog) => answer(centre, agent, dialog),
  HOLD: ({ centre, agent }, dialog) => hold(centre, agent, dialog),
  RETRIEVE: ({ centre, agent }, dialog) => retrieve(centre, agent, dialog),
  DROP: ({ centre, agent }, dialog) => release(centre, agent, dialog),
  ACCEPT: ({ centre, agent }, dialog) => accept(centre, agent, dialog),
  REJECT: ({ centre, agent }, dialog) => decline(centre, agent, dialog, 'REJECT'),
  CLOSE: ({ centre, agent }, dialog) => decline(centre, agent, dialog, 'CLOSE'),
  CONSULT_CALL: ({ centre, agent }, dialog, value) => consult(centre, agent, value('toAddress'), dialog),
  TRANSFER: complete(completeTransfer),
  CONFERENCE: complete(completeConference),
  TRANSFER_SST: ({ centre, agent }, dialog, value) =>
    transferDirectly(centre, agent, value('toAddress'), dialog),
  SEND_DTMF: () => undefined,
  START_RECORDING: () => undefined,
  RECLASSIFY(desk, dialog, value) {
    notesOf(desk, dialog).classification = value('outboundClassification');
    desk.tell(dialog);
    return undefined;
  },
  UPDATE_SCHEDULED_CALLBACK(desk, dialog, value) {
    const notes = notesOf(desk, dialog);
    const given = Object.entries({
      callbackTime: value('callbackTime'),
      callbackNumber: value('callbackNumber'),
    });
    notes.callback = { ...notes.callback, ...Object.fromEntries(given.filter(([, text]) => text !== '')) };
    desk.tell(dialog);
    return undefined;
  },
  CANCEL_SCHEDULED_CALLBACK(desk, dialog) {
    notesOf(desk, dialog).callback = undefined;
    desk.tell(dialog);
    return undefined;
  },
};

function notesOf({ notes }: Desk, dialog: Dialog): DialogNotes {
  const known = notes.get(dialog) ?? { wrapUp: [], classification: '', callback: undefined };
  notes.set(dialog, known);
  return known;
}

/**
 * Finesse refuses at once what is no action, and late what the participant may not do now.
 * @param dialog one of the agent's, up or being wrapped up
 */
export function dialogAction(desk: Desk, dialog: Dialog, asked: XmlElement): Deed {
  const value = reader(asked);
  const action = value('requestedAction');
  const target = value('targetMediaAddress');
  if (action === 'UPDATE_CALL_DATA') return updateCallData(desk, dialog, asked);
  if (action === 'PARTICIPANT_DROP')
    return () => (mayDrop(desk, dialog) ? dropParticipant(desk.centre, desk.agent, target, dialog) : refused);
  const act = Object.hasOwn(acts, action) ? acts[action] : undefined;
  if (!act) throw invalidInput(`requestedAction ${action}`);
  if (target !== lineOf(desk.agent)) throw invalidInput('targetMediaAddress');
  if (action === 'SEND_DTMF' && !/^[\dA-D*#]+$/.test(value('value'))) throw invalidInput('dtmfString');
  return () => {
    const own = ownPart(dialog, desk.agent);
    const may = own && allowed(desk, dialog, own).includes(action);
    return may ? act(desk, dialog, value) : refused;
  };
}

const refused = 'CF_INVALID_OBJECT_STATE';

function mayDrop(desk: Desk, dialog: Dialog): boolean {
  const own = ownPart(dialog, desk.agent);
  return own !== undefined && allowed(desk, dialog, own).includes('PARTICIPANT_DROP');
}

/** The consulted party is not named: it is whoever is on the consult call. */
function complete(
  join: (centre: Centre, agent: Agent, address: string, main: Dialog) => string | undefined,
): Act {
  return ({ centre, agent }, main) => {
    const line = lineOf(agent);
    const far = consultAbout(centre, main, line)?.participants.find(
      (part) => part.address !== line && isLive(part),
    );
    return far ? join(centre, agent, far.address, main) : 'CF_INVALID_OBJECT_STATE';
  };
}

/** Call variables and wrap-up reasons, also of a call that is over and being wrapped up. */
function updateCallData(desk: Desk, dialog: Dialog, asked: XmlElement): Deed {
  const [properties] = elementsOf(asked, 'mediaProperties');
  if (!properties) throw invalidInput('mediaProperties');
  const variables = elementsOf(properties, 'callvariables').flatMap((list) =>
    elementsOf(list, 'CallVariable'),
  );
  const items = elementsOf(properties, 'wrapUpItems').flatMap((list) => elementsOf(list, 'wrapUpItem'));
  const labels = [...elementsOf(properties, 'wrapUpReason'), ...items].map(textOf);
  const { wrapUpReasons } = desk.centre.setup.fixture;
  const unknown = labels.find((label) => !wrapUpReasons.some((reason) => reason.label === label));
  if (unknown !== undefined) throw invalidInput(`wrapUpReason ${unknown}`);
  if (variables.length === 0 && labels.length === 0) throw invalidInput('mediaProperties');
  return () => {
    for (const variable of variables) {
      const of = reader(variable);
      dialog.variables.set(of('name'), of('value'));
    }
    if (labels.length > 0) notesOf(desk, dialog).wrapUp = labels;
    for (const reason of labels)
      desk.centre.wrapUps.push({ dialog: dialog.id, agent: desk.agent.profile.id, reason });
    desk.tell(dialog);
    desk.centre.touch();
    return undefined;
  };
}

/** Reads the text of the first element of this name, however deep. */
export function reader(element: XmlElement): (name: string) => string {
  const find = (of: XmlElement, name: string): XmlElement | undefined => {
    for (const child of elementsOf(of)) {
      const found = child.name === name ? child : find(child, name);
      if (found) return found;
    }
    return undefined;
  };
  return (name) => {
    const found = find(element, name);
    return found ? textOf(found) : '';
  };
}
