/** Calls as Finesse's Dialog resource shows them (Finesse dialog states table; Dialog API). */
import { actionsFor, callTypeFor } from '../centre/allowed.ts';
import type { Centre } from '../centre/centre.ts';
import { isLive, lineOf, ownPart } from '../centre/centre.ts';
import type { Agent, Dialog, Participant } from '../centre/model.ts';
import { diallerPort } from '../centre/preview.ts';
import type { FinesseOptions } from './api.ts';
import { time } from './user-view.ts';
import type { XmlValue } from './xml.ts';

export const dialogUri = (id: string): string => `/finesse/api/Dialog/${id}`;

/** What Finesse remembers of a call beside what the telephony knows. */
export interface DialogNotes {
  /** Wrap-up reasons, by their labels. */
  wrapUp: readonly string[];
  classification: string;
  callback: Readonly<Record<string, string>> | undefined;
}

/** When each participant came and last changed. The centre does not count it; Finesse does. */
export class Times {
  readonly #known = new WeakMap<Participant, { readonly start: number; state: string; since: number }>();

  /** Somebody who came earlier than he was seen. */
  came(participant: Participant, start: number): void {
    this.#known.set(participant, { start, state: '', since: start });
  }

  of(participant: Participant, now: number): { readonly start: number; readonly since: number } {
    const before = this.#known.get(participant);
    if (before?.state === participant.state) return before;
    const entry = { start: before?.start ?? now, state: participant.state, since: now };
    this.#known.set(participant, entry);
    return entry;
  }
}

export interface DialogView {
  readonly centre: Centre;
  readonly options: FinesseOptions;
  readonly times: Times;
  readonly notes: WeakMap<Dialog, DialogNotes>;
}

/**
 * A dialog as it is told to one agent.
 * @param how `incomplete`: the first packet of a campaign's call, which does not say so yet; `wrapUp`: over, and being wrapped up
 */
export function dialogValue(
  view: DialogView,
  agent: Agent,
  dialog: Dialog,
  how?: 'incomplete' | 'wrapUp',
): XmlValue {
  const { centre } = view;
  const own = ownPart(dialog, agent) ?? gone(dialog, agent, view.times);
  const about = dialog.consult?.about ?? dialog.monitors?.dialog;
  const notes = view.notes.get(dialog);
  const labels = notes?.wrapUp ?? [];
  const variables = [...dialog.variables].filter(([name]) => how !== 'incomplete' || !name.startsWith('BA'));
  return {
    associatedDialogUri: about ? dialogUri(about.id) : '',
    callbackNumber: '',
    fromAddress: how === 'incomplete' ? diallerPort : dialog.from,
    id: dialog.id,
    mediaProperties: {
      DNIS: dialog.queue?.dialledNumber ?? dialog.to,
      callType: how === 'incomplete' ? 'OTHER_IN' : callType(centre, dialog, agent),
      callvariables: { CallVariable: variables.map(([name, value]) => ({ name, value })) },
      dialedNumber: dialog.queue?.dialledNumber ?? dialog.to,
      mediaId: '1',
      outboundClassification: notes?.classification ?? '',
      queueName: dialog.queue?.name ?? '',
      queueNumber: '',
      wrapUpReason: labels[0] ?? '',
      wrapUpItems: labels.length > 1 ? { wrapUpItem: labels } : undefined,
    },
    mediaType: 'Voice',
    participants: {
      Participant: [...new Set([...dialog.participants, own])].map((part) =>
        participantValue(view, dialog, part, part === own && how),
      ),
    },
    scheduledCallbackInfo: notes?.callback,
    secondaryId: secondaryId(dialog, own),
    state: how === 'wrapUp' ? 'DROPPED' : dialogState(dialog),
    toAddress: how === 'incomplete' ? lineOf(agent) : dialog.to,
    uri: dialogUri(dialog.id),
  };
}

/** He has left a call that goes on: to him it is one that he was on. */
function gone(dialog: Dialog, agent: Agent, times: Times): Participant {
  const own: Participant = {
    address: lineOf(agent),
    device: 'agent',
    state: 'DROPPED',
    cause: undefined,
    routed: false,
    previous: undefined,
    role: undefined,
  };
  if (dialog.startedAt !== undefined) times.came(own, dialog.startedAt);
  return own;
}

function participantValue(
  view: DialogView,
  dialog: Dialog,
  part: Participant,
  how: 'incomplete' | 'wrapUp' | false | undefined,
): XmlValue {
  const { start, since } = view.times.of(part, view.centre.setup.clock.now());
  return {
    actions: { action: how === 'wrapUp' ? ['UPDATE_CALL_DATA'] : allowed(view, dialog, part) },
    mediaAddress: part.address,
    mediaAddressType: part.device === 'agent' ? 'AGENT_DEVICE' : '',
    startTime: time(start),
    state: how === 'wrapUp' ? 'WRAP_UP' : part.state,
    stateCause: part.cause ?? '',
    stateChangeTime: time(since),
  };
}

/** The table's actions, with those that depend on how Finesse is set up. */
export function allowed(
  { centre, options }: DialogView,
  dialog: Dialog,
  part: Participant,
): readonly string[] {
  if (part.device !== 'agent') return [];
  const actions = actionsFor(centre, dialog, part).filter(
    // Of Unified CCE only.
    (action) => action !== 'PARTICIPANT_DROP' || centre.setup.platform.name === 'ucce',
  );
  if (part.state !== 'ACTIVE' || part.role) return actions;
  const customer = dialog.campaign && options.callbacks !== false;
  return [
    ...actions,
    ...(options.recording ? ['START_RECORDING'] : []),
    ...(customer ? ['RECLASSIFY', 'UPDATE_SCHEDULED_CALLBACK', 'CANCEL_SCHEDULED_CALLBACK'] : []),
  ];
}

function callType(centre: Centre, dialog: Dialog, agent: Agent): string {
  const type = callTypeFor(centre, dialog, lineOf(agent));
  if (type === 'SM') return 'SUPERVISOR_MONITOR';
  // On UCCE a call among agents has one type at both ends.
  const internal =
    type === 'OTHER_IN' && centre.setup.platform.name === 'ucce' && centre.isExtension(dialog.from);
  return internal ? 'AGENT_INSIDE' : type;
}

/** HELD exists only at participants. */
function dialogState(dialog: Dialog): string {
  const live = dialog.participants.filter(isLive);
  const some = (...states: string[]): boolean => live.some(({ state }) => states.includes(state));
  if (live.length === 0) return 'DROPPED';
  if (some('ACTIVE', 'HELD')) return 'ACTIVE';
  return ['FAILED', 'ACCEPTED', 'ALERTING', 'INITIATED'].find((state) => some(state)) ?? 'INITIATING';
}

/** The dialog that was merged into this one. */
function secondaryId(dialog: Dialog, own: Participant): string {
  const merged = dialog.participants.find(({ previous, role }) => previous !== undefined && !role);
  return own.previous ?? merged?.previous ?? '';
}
