import fc from 'fast-check';
import type { CommandType } from '../../../src/protocol/commands.ts';
import type { DialogStateName, GcEvent } from '../../../src/protocol/events.ts';
import type { Input } from '../../../src/state/inputs.ts';
import type { Call, CallLog, SoftphoneState } from '../../../src/state/model.ts';
import { reduce } from '../../../src/state/reduce.ts';
import { NOW, signedIn } from '../../support/make-state.ts';
import type { Deed } from './deeds.ts';
import { GcModel } from './gc-model.ts';
import { deepFreeze } from './play.ts';
import { pending } from '../../support/make-log.ts';

/** Longer walks, and more of them, with LONG=1. */
export const RUNS = { numRuns: process.env['LONG'] ? 10_000 : 500 };

/** What a walk starts with. */
export interface Setting {
  readonly participants: boolean;
  readonly announces: boolean;
  readonly wrapUpMode: 'OPTIONAL' | 'REQUIRED' | 'NOT_ALLOWED';
  readonly log: 'answered' | 'all' | 'none';
}

export const settings: fc.Arbitrary<Setting> = fc.record({
  participants: fc.boolean(),
  announces: fc.boolean(),
  wrapUpMode: fc.constantFrom('OPTIONAL', 'REQUIRED', 'NOT_ALLOWED'),
  log: fc.constantFrom('answered', 'all', 'none'),
});

/** The CRM did not take it. */
const REFUSED: CallLog = pending({ phase: 'refused', problem: 'no' }).log;

const COMMAND = {
  answer: 'AnswerCall',
  hold: 'HoldCall',
  resume: 'RetrieveCall',
  end: 'ReleaseCall',
} as const;
const PHASE = { answer: 'ringing', hold: 'active', resume: 'held', end: 'active' } as const;

/** A softphone's state that walks along with a contact centre. Every input is frozen, and kept. */
export class Walk {
  state: SoftphoneState;
  now = NOW;
  readonly centre: GcModel;
  readonly inputs: Input[] = [];
  readonly start: SoftphoneState;
  /** The last frame's word about each dialog; a dialog that goes on under another id is no longer there. */
  readonly lastWord = new Map<string, DialogStateName>();
  private readonly goneOn = new Map<string, number>();
  /** Keys of calls that somebody spoke on, consult calls left out. */
  readonly answered = new Set<string>();
  /** How often a call left its wrap-up, and how often the CRM was given it, by key. */
  readonly wrappedUp = new Map<string, number>();
  readonly given = new Map<string, number>();
  /** How often a call that was handed on came back, to be wrapped up again. */
  readonly cameBack = new Map<string, number>();
  /** What the CRM is writing. */
  private readonly writing = new Set<string>();
  private readonly sent: { readonly event: GcEvent; readonly at: number }[] = [];
  private lastCommand = 0;
  private handedAt = 0;

  constructor({ participants, announces, wrapUpMode, log }: Setting) {
    this.start = deepFreeze(signedIn({ setup: { log }, agent: { wrapUpMode } }));
    this.state = this.start;
    this.centre = new GcModel({ participants, announces });
  }

  apply(input: Input): void {
    const before = this.state;
    this.inputs.push(deepFreeze(input));
    this.state = deepFreeze(reduce(before, input));
    for (const call of before.calls) this.watchEnd(call);
    const alert = this.state.alerts.at(-1);
    if (alert?.key === 'notice.transferFailed') {
      const back = this.state.calls.find(({ key }) =>
        before.calls.some((one) => one.key === key && one.handedOn),
      );
      if (back) count(this.cameBack, back.key);
      this.apply({ type: 'dismissed', notice: alert.id });
    }
    for (const call of this.state.calls) {
      if (call.answeredAt !== undefined && call.direction !== 'consult') this.answered.add(call.key);
      if (call.phase === 'logging' && call.log === undefined && !this.writing.has(call.key)) {
        this.writing.add(call.key);
        count(this.given, call.key);
      }
    }
  }

  hear(frames: readonly GcEvent[]): void {
    for (const event of frames) {
      this.sent.push({ event, at: this.now });
      this.note(event);
      this.apply({ type: 'gc', event, at: this.now });
    }
  }

  do(deed: Deed): void {
    this.hear(this.perform(deed));
  }

  /** @returns what GC says of it */
  private perform(deed: Deed): readonly GcEvent[] {
    const { centre, state } = this;
    switch (deed.do) {
      case 'dial':
        this.press('MakeCall', undefined);
        return atPhone(centre, deed);
      case 'answer':
      case 'hold':
      case 'resume':
      case 'end': {
        const call = state.calls.find((one) => one.phase === PHASE[deed.do]);
        if (!call) return [];
        this.press(COMMAND[deed.do], call.dialogId);
        if (deed.outcome === 'refused') {
          return [{ type: 'Error', agentId: '1001', code: 'CF_INVALID_OBJECT_STATE' }];
        }
        if (deed.outcome === 'silent') return [];
        if (deed.do !== 'end') return atPhone(centre, deed);
        const index = centre.ids.indexOf(call.dialogId);
        return index < 0 ? [] : centre.hangUp(index);
      }
      case 'handOn': {
        const call = state.calls.find((one) => one.phase === 'active');
        if (call) this.press('Transfer_sst', call.dialogId);
        this.handedAt = this.now;
        return atPhone(centre, deed);
      }
      case 'comeBack':
        return this.now - this.handedAt < 60_000 ? atPhone(centre, deed) : [];
      case 'repeat': {
        // Late, or twice: a frame of the last minute again.
        const recent = this.sent.filter((one) => this.now - one.at < 60_000);
        const again = recent.at(-1 - (deed.pick % 20));
        return again ? [again.event] : [];
      }
      case 'note': {
        const call = state.calls[deed.pick % Math.max(1, state.calls.length)];
        if (call) this.apply({ type: 'draft', call: call.key, notes: `note ${deed.pick}`, reason: '21' });
        return [];
      }
      case 'save': {
        const call = state.calls.find((one) => one.phase === 'wrapUp');
        if (call) this.apply({ type: 'saved', call: call.key });
        return [];
      }
      case 'written':
        this.crm((call) => ({ type: 'logged', call }));
        return [];
      case 'refusedByCrm':
        this.crm((call) => ({ type: 'log', call, log: REFUSED }), true);
        return [];
      case 'wait':
        this.wait(deed.seconds * 1000);
        return [];
      default:
        return atPhone(centre, deed);
    }
  }

  /** Everything ends: the lines are free, what may be late has come, every wrap-up is saved, the CRM has written. */
  finish(): void {
    while (this.centre.ids.length > 0) this.hear(this.centre.hangUp(0));
    for (const [dialogId, state] of [...this.lastWord]) {
      if (isUp(state)) this.hear([{ type: 'DialogState', agentId: '1001', dialogId, state: 'NOT_FOUND' }]);
    }
    this.wait(10_000);
    while (this.state.calls.some((call) => call.phase === 'wrapUp')) this.do({ do: 'save', pick: 0 });
    while (this.writing.size > 0) this.do({ do: 'written', pick: 0 });
  }

  private press(command: CommandType, dialogId: string | undefined): void {
    this.apply({
      type: 'sent',
      id: (this.lastCommand += 1),
      command,
      subject: '1001',
      ...(dialogId === undefined ? {} : { dialogId }),
      blocks: true,
      at: this.now,
    });
  }

  private wait(milliseconds: number): void {
    this.now += milliseconds;
    for (const one of this.state.waiting) {
      if (this.now - one.sentAt >= 10_000) this.apply({ type: 'expired', id: one.id });
    }
  }

  private crm(answer: (call: string) => Input, isRefused = false): void {
    const [key] = this.writing;
    if (key === undefined) return;
    this.writing.delete(key);
    this.apply(answer(key));
    // It is given once more, as the same one.
    if (isRefused) this.writing.add(key);
  }

  /** A wrap-up is over once it is saved, or left with the agent's state. */
  private watchEnd({ key, phase }: Call): void {
    const after = this.state.calls.find((one) => one.key === key);
    if (phase === 'wrapUp' && (!after || after.phase === 'logging')) count(this.wrappedUp, key);
  }

  /** The dialog of the preview on screen that this call to its customer carries out. */
  private previewOf(event: GcEvent): string | undefined {
    const { BAStatus, BACustomerNumber } = ('callVariables' in event && event.callVariables) || {};
    if (BAStatus !== 'OUTBOUND') return undefined;
    const isIt = (call: Call): boolean =>
      call.variables['BACustomerNumber'] === BACustomerNumber &&
      (call.phase === 'offered' || (call.phase === 'accepted' && this.now - call.acceptedAt < 60_000));
    return this.state.calls.find(isIt)?.dialogId;
  }

  private note(event: GcEvent): void {
    const dialogId = 'dialogId' in event ? event.dialogId : undefined;
    if (dialogId === undefined) return;
    const previous = 'prevDialogId' in event ? event.prevDialogId : this.previewOf(event);
    const isKnown = (id: string): boolean => this.state.calls.some((call) => call.dialogId === id);
    if (previous !== undefined && isKnown(previous) && !isKnown(dialogId)) {
      this.lastWord.delete(previous);
      this.goneOn.set(previous, this.now);
    }
    // A call that goes on under another id: for a minute the old one says nothing.
    const since = this.goneOn.get(dialogId);
    if (since !== undefined && this.now - since < 60_000) return;
    // The reservation is over, the customer's call not there yet.
    const { calls } = this.state;
    const isAccepted = calls.some((call) => call.dialogId === dialogId && call.phase === 'accepted');
    if (isAccepted && 'state' in event && !isUp(event.state as DialogStateName)) {
      this.goneOn.set(dialogId, this.now);
    }
    const before = this.lastWord.get(dialogId);
    if (event.type === 'NewInboundCall' || event.type === 'NewOutboundCall') {
      const first = event.type === 'NewInboundCall' ? 'ALERTING' : 'ACTIVE';
      if (before === undefined || !isUp(before)) this.lastWord.set(dialogId, first);
    } else if (event.type === 'InboundCall' || event.type === 'ConsultCall' || event.type === 'DialogState') {
      this.lastWord.set(dialogId, event.state);
    }
  }
}

/** At the phone and in the contact centre, without the screen. @returns what GC says of it */
export function atPhone(centre: GcModel, deed: Deed): readonly GcEvent[] {
  switch (deed.do) {
    case 'ring':
      return centre.ring(deed.number);
    case 'dial':
      return centre.dial(deed.number);
    case 'answer':
    case 'hold':
    case 'resume':
    case 'consult':
    case 'noAnswer':
    case 'alternate':
    case 'handOn':
    case 'comeBack':
    case 'preview':
    case 'accept':
      return centre[deed.do]();
    case 'customer':
      return centre.customer(deed.how, deed.dropsFirst);
    case 'end':
      return centre.hangUp(0);
    case 'hangUp':
      return centre.hangUp(deed.pick);
    case 'goOn':
      return centre.goOn(deed.fails);
    case 'campaign':
      return centre.campaign(deed.form);
    case 'complete':
      return centre.complete(deed.how);
    case 'handedOver':
      return centre.handedOver(deed.dropsFirst);
    case 'rest':
      return centre.rest(deed.state);
    default:
      return [];
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Whether a dialog state means that somebody is on the line. */
export function isUp(state: DialogStateName): boolean {
  return state !== 'DROP' && state !== 'NOT_FOUND' && state !== 'WRAP_UP';
}
