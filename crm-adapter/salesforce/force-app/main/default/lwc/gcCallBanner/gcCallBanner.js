import { LightningElement, api, wire } from 'lwc';
import { MessageContext } from 'lightning/messageService';
import { connectSoftphone, duration, fill, isFocusLost, isSameId, partyOf, problemOf } from 'c/gcSoftphone';
import answer from '@salesforce/label/c.GcCallAnswer';
import hold from '@salesforce/label/c.GcCallHold';
import resume from '@salesforce/label/c.GcCallResume';
import end from '@salesforce/label/c.GcCallEnd';
import buttonWaiting from '@salesforce/label/c.GcCallButtonWaiting';
import incomingFrom from '@salesforce/label/c.GcCallIncomingFrom';
import callWith from '@salesforce/label/c.GcCallWith';
import withheld from '@salesforce/label/c.GcCallWithheld';
import ringing from '@salesforce/label/c.GcCallPhaseRinging';
import dialing from '@salesforce/label/c.GcCallPhaseDialing';
import offered from '@salesforce/label/c.GcCallPhaseOffered';
import accepted from '@salesforce/label/c.GcCallPhaseAccepted';
import active from '@salesforce/label/c.GcCallPhaseActive';
import held from '@salesforce/label/c.GcCallPhaseHeld';
import failed from '@salesforce/label/c.GcCallPhaseFailed';
import wrapUp from '@salesforce/label/c.GcCallPhaseWrapUp';
import title from '@salesforce/label/c.GcLwcCalls';
import noSoftphone from '@salesforce/label/c.GcLwcNoSoftphone';
import noAnswer from '@salesforce/label/c.GcLwcNoAnswer';
import thisRecord from '@salesforce/label/c.GcLwcThisRecord';
import timeInPhase from '@salesforce/label/c.GcLwcTimeInPhase';

const PHASES = { ringing, dialing, offered, accepted, active, held, failed, wrapUp };

/** The buttons in their order, with Salesforce's icons and looks for them. One `slot` is one place, never held by two. */
const BUTTONS = [
  { name: 'answer', slot: 'main', label: answer, icon: 'utility:call', variant: 'success' },
  { name: 'hold', slot: 'main', label: hold, icon: 'utility:pause', variant: 'neutral' },
  { name: 'resume', slot: 'main', label: resume, icon: 'utility:play', variant: 'neutral' },
  { name: 'end', slot: 'end', label: end, icon: 'utility:end_call', variant: 'destructive' },
];

const SECOND = 1000;

/**
 * The calls that are up, as the softphone has them, on a record page and in the utility bar. It shows the buttons that
 * are possible now, and no others.
 */
export default class GcCallBanner extends LightningElement {
  /** Of the record page: calls about this record say so. */
  @api recordId;

  @wire(MessageContext) messageContext;

  labels = { title, thisRecord, timeInPhase };
  phone;
  problem = '';
  /** Said to screen readers, and to nobody else: a call that comes. */
  announcement = '';
  now = Date.now();
  softphone;
  timer;
  /** The button that was pressed last, until it has done what it does. */
  pressed;
  /** Key of the call whose button shall have the focus again. */
  refocus = '';

  connectedCallback() {
    this.softphone = connectSoftphone(this.messageContext, {
      onChange: (phone) => this.show(phone),
      onCall: (call) => this.announce(call),
    });
  }

  disconnectedCallback() {
    clearInterval(this.timer);
    this.timer = undefined;
    this.softphone.disconnect();
  }

  /** Who pressed Hold goes on with what has taken its place: a button loses the focus while it waits. Never End. */
  renderedCallback() {
    const { refocus } = this;
    this.refocus = '';
    if (!refocus || !isFocusLost()) return;
    const buttons = [...this.template.querySelectorAll('lightning-button')];
    buttons.find(({ dataset: { call, name } }) => call === refocus && name !== 'end')?.focus();
  }

  /** What there is to say while there is no call. */
  get idle() {
    if (!this.phone?.agent) return noSoftphone;
    return this.phone.calls.length === 0 ? this.phone.label : '';
  }

  get calls() {
    return (this.phone?.calls ?? []).map((call) => {
      const party = partyOf(call, withheld);
      return {
        key: call.callKey,
        party,
        number: call.number !== party ? call.number : '',
        phase: PHASES[call.phase] ?? call.phase,
        queue: call.queue,
        time: duration((this.now - sinceOf(call)) / SECOND),
        isHere: isSameId(call.match.related, this.recordId),
        controls: fill(callWith, { party }),
        buttons: this.buttonsOf(call),
      };
    });
  }

  buttonsOf({ callKey, can, waiting }) {
    return BUTTONS.filter(({ name }) => can.includes(name) || waiting.includes(name)).map((button) => ({
      ...button,
      callKey,
      disabled: waiting.includes(button.name),
      title: waiting.includes(button.name) ? buttonWaiting : button.label,
    }));
  }

  show(phone) {
    this.phone = phone;
    // What was said of a call goes with it.
    if (!phone?.calls.length) {
      this.problem = '';
      this.announcement = '';
    }
    this.followPressed();
    this.now = Date.now();
    const isCounting = Boolean(phone?.calls.length);
    if (isCounting && !this.timer) this.timer = setInterval(() => (this.now = Date.now()), SECOND);
    else if (!isCounting) {
      clearInterval(this.timer);
      this.timer = undefined;
    }
  }

  followPressed() {
    const { pressed } = this;
    const call = this.phone?.calls.find(({ callKey }) => callKey === pressed?.callKey);
    if (!call) this.pressed = undefined;
    else if (call.waiting.includes(pressed.name)) pressed.waits = true;
    else if (pressed.waits || call.phase !== pressed.phase) {
      this.pressed = undefined;
      this.refocus = call.callKey;
    }
  }

  /** A call that rings is news; every other step was asked for here, or heard. */
  announce(call) {
    if (call.phase === 'ringing') this.announcement = fill(incomingFrom, { party: partyOf(call, withheld) });
    else if (call.phase === 'ended') this.announcement = '';
  }

  handlePress(event) {
    const { name, call: callKey } = event.currentTarget.dataset;
    const { phase } = this.phone.calls.find((one) => one.callKey === callKey);
    const before = this.pressed;
    // The second press of a double one would be refused, with words that nobody understands.
    if (before && !before.isTaken && before.name === name && before.callKey === callKey) return;
    const pressed = { name, callKey, phase };
    this.problem = '';
    this.pressed = pressed;
    this.softphone.request(name, { callKey }).then(
      () => (pressed.isTaken = true),
      (error) => {
        this.pressed = undefined;
        this.problem = problemOf(error, noAnswer);
      },
    );
  }
}

/** Since when a call has been in its phase. */
function sinceOf({ startedAt, answeredAt, heldSince, endedAt }) {
  return Date.parse(endedAt ?? heldSince ?? answeredAt ?? startedAt);
}
