import type { AgentStateName, DialogStateName, GcEvent, Participant } from '../../../src/protocol/events.ts';

/** One dialog of the agent, as GC knows it. */
interface Dialog {
  readonly id: string;
  readonly kind: 'in' | 'out' | 'consult' | 'campaign' | 'preview';
  readonly number: string;
  state: DialogStateName;
}

const AGENT = '1001';
const EXTENSION = '2001';
const BA = { BACampaign: 'Renewals', BAStatus: 'OUTBOUND' };

/**
 * What happens at one agent's phone, and what GC truthfully says of it. Each deed returns the frames that GC publishes,
 * in their order; a deed that cannot be done now publishes none.
 */
export class GcModel {
  agentState: AgentStateName = 'READY';
  private lastId = 100;
  private readonly up: Dialog[] = [];
  /** What was handed on last, while nobody has taken it. */
  private handed: Dialog | undefined;
  /** How much this GC tells: participants, and whether it announces a call before its first state. */
  private readonly talk: { readonly participants: boolean; readonly announces: boolean };

  constructor(talk: { readonly participants: boolean; readonly announces: boolean }) {
    this.talk = talk;
  }

  get ids(): readonly string[] {
    return this.up.map((dialog) => dialog.id);
  }

  ring(number: string): GcEvent[] {
    const isFree = this.up.every(({ state }) => state === 'HELD' || state === 'ACTIVE');
    if (!isFree || this.up.length > 1) return [];
    const dialog = this.open('in', number, 'ALERTING');
    const { id } = dialog;
    const announced: GcEvent = {
      type: 'NewInboundCall',
      agentId: AGENT,
      dialogId: id,
      fromAddress: number,
      callVariables: { callVariable1: 'Gold' },
    };
    const reserved = this.up.length > 1 ? [] : this.become('RESERVED');
    return [...reserved, ...(this.talk.announces ? [announced] : []), this.say(dialog)];
  }

  /** A phone that answers a second call holds the first; one that dials can neither answer nor resume. */
  answer(): GcEvent[] {
    const isRinging = this.up.some(({ kind, state }) => kind === 'in' && state === 'ALERTING');
    if (this.isDialling() || !isRinging) return [];
    return [...this.hold(), ...this.move('ALERTING', 'ACTIVE')];
  }

  hold(): GcEvent[] {
    return this.move('ACTIVE', 'HELD');
  }

  resume(): GcEvent[] {
    return this.activeOne() || this.isDialling() ? [] : this.move('HELD', 'ACTIVE');
  }

  dial(number: string): GcEvent[] {
    if (this.up.length > 0) return [];
    const dialog = this.open('out', number, 'INITIATING');
    const first = this.say(dialog);
    dialog.state = 'INITIATED';
    return [first, this.say(dialog)];
  }

  /** A dialled call or a consult call goes on: it rings, is answered, or fails. */
  goOn(fails: boolean): GcEvent[] {
    const dialog = this.up.find(
      ({ kind, state }) =>
        !['in', 'preview'].includes(kind) && ['INITIATING', 'INITIATED', 'ALERTING'].includes(state),
    );
    if (!dialog) return [];
    dialog.state = fails ? 'FAILED' : dialog.state === 'ALERTING' ? 'ACTIVE' : 'ALERTING';
    return [this.say(dialog), ...(dialog.state === 'ACTIVE' ? this.become('TALKING') : [])];
  }

  campaign(form: 'both' | 'newFirst' | 'newOnly' | 'callOnly'): GcEvent[] {
    if (this.up.length > 0) return [];
    const dialog = this.open('campaign', '+14155550199', 'ACTIVE');
    const announced: GcEvent = {
      type: 'NewOutboundCall',
      agentId: AGENT,
      dialogId: dialog.id,
      fromAddress: EXTENSION,
      callVariables: { ...BA, BACustomerNumber: dialog.number },
    };
    const said = this.say(dialog);
    const frames = {
      both: [said, announced],
      newFirst: [announced, said],
      newOnly: [announced],
      callOnly: [said],
    };
    return [...this.become('TALKING'), ...frames[form]];
  }

  consult(): GcEvent[] {
    const main = this.activeOne();
    if (!main || this.up.length > 1 || main.kind === 'consult') return [];
    main.state = 'HELD';
    const dialog = this.open('consult', '2002', 'INITIATING');
    const first = this.say(dialog);
    dialog.state = 'INITIATED';
    return [this.say(main), first, this.say(dialog)];
  }

  /** The consult call ends as the agent wants it: transferred, conferenced, or just over. */
  complete(how: 'transfer' | 'conference' | 'release'): GcEvent[] {
    const consult = this.up.find((dialog) => dialog.kind === 'consult');
    const main = this.up.find((dialog) => dialog.kind !== 'consult');
    if (!consult || (how !== 'release' && (consult.state !== 'ACTIVE' || !main))) return [];
    const over = this.end(consult.id);
    if (how === 'release' || !main) return over;
    if (how === 'transfer') return [...this.end(main.id), ...over];
    main.state = 'ACTIVE';
    return [...over, this.say(main, ['2002'])];
  }

  /** The two calls change places. */
  alternate(): GcEvent[] {
    const other = this.up.find(({ state }) => state === 'HELD');
    const held = other ? this.hold() : [];
    if (!other || held.length === 0) return [];
    other.state = 'ACTIVE';
    return [...held, this.say(other)];
  }

  /** Without a consultation: it is over here, until it turns out that nobody takes it. */
  handOn(): GcEvent[] {
    const dialog = this.up.length === 1 ? this.activeOne() : undefined;
    if (!dialog || dialog.kind === 'consult') return [];
    const over = this.end(dialog.id);
    this.handed = { ...dialog };
    return over;
  }

  comeBack(): GcEvent[] {
    const dialog = this.handed;
    this.handed = undefined;
    if (!dialog || this.up.length > 0) return [];
    dialog.state = 'ACTIVE';
    this.up.push(dialog);
    return [...this.become('TALKING'), this.say(dialog)];
  }

  preview(): GcEvent[] {
    if (this.up.length > 0) return [];
    const dialog = this.open('preview', `+1415555${this.lastId + 1}`, 'ALERTING');
    return [...this.become('RESERVED_OUTBOUND_PREVIEW'), this.say(dialog)];
  }

  accept(): GcEvent[] {
    const dialog = this.up.find(({ kind, state }) => kind === 'preview' && state === 'ALERTING');
    if (!dialog) return [];
    dialog.state = 'ACCEPTED';
    return [this.say(dialog)];
  }

  /** What becomes of the preview: the customer's call, under an id of its own, or nothing. */
  customer(how: 'dialled' | 'putThrough' | 'none', dropsFirst: boolean): GcEvent[] {
    const dialog = this.up.find(({ kind }) => kind === 'preview');
    if (!dialog) return [];
    if (how === 'none' || dialog.state !== 'ACCEPTED') return this.end(dialog.id);
    this.up.splice(this.up.indexOf(dialog), 1);
    dialog.state = 'DROP';
    const over = this.say(dialog);
    const leg = this.open('campaign', dialog.number, how === 'dialled' ? 'INITIATING' : 'ACTIVE');
    const first = this.say(leg);
    return [
      ...(dropsFirst ? [over, first] : [first, over]),
      ...(how === 'dialled' ? [] : this.become('TALKING')),
    ];
  }

  /** The colleague on the line hands a caller over: the call goes on under another id. */
  handedOver(dropsFirst: boolean): GcEvent[] {
    const before = this.activeOne();
    if (before?.kind !== 'in') return [];
    const after = this.open('in', '+14155550777', 'ACTIVE');
    const goesOn = { ...(this.say(after) as object), prevDialogId: before.id } as GcEvent;
    this.up.splice(this.up.indexOf(before), 1);
    before.state = 'DROP';
    const drop = this.say(before);
    return dropsFirst ? [drop, goesOn] : [goesOn, drop];
  }

  /** One of the dialogs is over. */
  hangUp(which: number): GcEvent[] {
    const dialog = this.up[which % Math.max(1, this.up.length)];
    return dialog ? this.end(dialog.id) : [];
  }

  noAnswer(): GcEvent[] {
    const dialog = this.up.find(({ kind, state }) => kind === 'in' && state === 'ALERTING');
    if (!dialog || this.up.length > 1) return [];
    const over = this.end(dialog.id);
    this.agentState = 'NOT_READY';
    return [...over, { type: 'State', agentId: AGENT, state: 'NOT_READY', reasonCode: '32763' }];
  }

  /** The agent leaves wrap-up, or changes between ready and not ready. */
  rest(state: 'READY' | 'NOT_READY'): GcEvent[] {
    return this.up.length > 0 ? [] : this.become(state);
  }

  /** What GC answers to GetState, and to getdialogstate for each of these. */
  afterGap(asked: readonly string[]): GcEvent[] {
    const inLine = (dialog: Dialog): number => (dialog.kind === 'consult' ? 1 : 0);
    const consult = this.up.find((dialog) => dialog.kind === 'consult');
    const said = [...this.up]
      .sort((a, b) => inLine(a) - inLine(b))
      .map((dialog): GcEvent => {
        const isAbout = consult && dialog.kind !== 'consult';
        const told = this.told(dialog);
        return isAbout ? { ...told, associated: { dialogId: consult.id, state: consult.state } } : told;
      });
    const gone = asked.filter((id) => !this.ids.includes(id));
    const state: GcEvent = { type: 'State', agentId: AGENT, state: this.agentState };
    const notFound = (dialogId: string): GcEvent => ({
      type: 'DialogState',
      agentId: AGENT,
      dialogId,
      state: 'NOT_FOUND',
    });
    return [state, ...said, ...gone.map(notFound)];
  }

  private told({ id, kind, number, state }: Dialog): GcEvent & { type: 'DialogState' } {
    const from = fromOf(kind, number);
    const callVariables = variablesOf(kind, number);
    const callType = kind === 'consult' ? 'CONSULT' : 'ACD_IN';
    return {
      type: 'DialogState',
      agentId: AGENT,
      dialogId: id,
      state,
      fromAddress: from,
      callVariables,
      callType,
    };
  }

  private isDialling(): boolean {
    return this.up.some(({ kind, state }) => kind !== 'in' && !['ACTIVE', 'HELD', 'FAILED'].includes(state));
  }

  private activeOne(): Dialog | undefined {
    return this.up.find((dialog) => dialog.state === 'ACTIVE');
  }

  private open(kind: Dialog['kind'], number: string, state: DialogStateName): Dialog {
    const dialog: Dialog = { id: String((this.lastId += 1)), kind, number, state };
    this.up.push(dialog);
    return dialog;
  }

  private move(from: DialogStateName, to: DialogStateName): GcEvent[] {
    const dialog = this.up.find((one) => one.state === from);
    if (!dialog) return [];
    dialog.state = to;
    return [...this.become('TALKING'), this.say(dialog)];
  }

  private end(id: string): GcEvent[] {
    const index = this.up.findIndex((dialog) => dialog.id === id);
    const [dialog] = this.up.splice(index, 1);
    if (!dialog) return [];
    const wasAnswered = dialog.state === 'ACTIVE' || dialog.state === 'HELD';
    dialog.state = 'DROP';
    const next = this.up.length > 0 ? this.agentState : wasAnswered ? 'WORK' : 'READY';
    return [this.say(dialog), ...this.become(next)];
  }

  private become(state: AgentStateName): GcEvent[] {
    if (state === this.agentState) return [];
    this.agentState = state;
    return [{ type: 'State', agentId: AGENT, state }];
  }

  private say(dialog: Dialog, more: readonly string[] = []): GcEvent {
    const { id, kind, number, state } = dialog;
    const party = (mediaAddress: string): Participant => ({ mediaAddress, state: 'ACTIVE' });
    const participants = this.talk.participants
      ? [{ mediaAddress: EXTENSION, state }, party(number), ...more.map(party)]
      : [];
    const agentId = AGENT;
    if (kind === 'consult') {
      return {
        type: 'ConsultCall',
        agentId,
        dialogId: id,
        state,
        fromAddress: EXTENSION,
        toAddress: number,
        participants,
      };
    }
    return {
      type: 'InboundCall',
      agentId,
      dialogId: id,
      state,
      fromAddress: fromOf(kind, number),
      participants,
      callVariables: variablesOf(kind, number),
      ...(kind === 'out' ? { toAddress: number } : {}),
      ...(state === 'FAILED' ? { cause: 'BUSY' } : {}),
    };
  }
}

function variablesOf(kind: Dialog['kind'], number: string): Readonly<Record<string, string>> {
  if (kind === 'preview') return { ...BA, BAStatus: 'DO', BACustomerNumber: number };
  return kind === 'campaign' ? { ...BA, BACustomerNumber: number } : {};
}

/** The dialler's port offers a preview; what it dials comes from the agent's line. */
function fromOf(kind: Dialog['kind'], number: string): string {
  return { in: number, preview: '9001' }[kind as string] ?? EXTENSION;
}
