import { LightningElement, api, wire } from 'lwc';
import { MessageContext } from 'lightning/messageService';
import { connectSoftphone, duration, fill, isSameId, partyOf, problemOf } from 'c/gcSoftphone';
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

/** The buttons in their order, with Salesforce's icons and looks for them. */
const BUTTONS = [
  { name: 'answer', label: answer, icon: 'utility:call', variant: 'success' },
  { name: 'hold', label: hold, icon: 'utility:pause', variant: 'neutral' },
  { name: 'resume', label: resume, icon: 'utility:play', variant: 'neutral' },
  { name: 'end', label: end, icon: 'utility:end_call', variant: 'destructive' },
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
        isHere: call.match.records.some(({ id }) => isSameId(id, this.recordId)),
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
    this.now = Date.now();
    const isCounting = Boolean(phone?.calls.length);
    if (isCounting && !this.timer) this.timer = setInterval(() => (this.now = Date.now()), SECOND);
    else if (!isCounting) {
      clearInterval(this.timer);
      this.timer = undefined;
    }
  }

  /** A call that rings is news; every other step was asked for here, or heard. */
  announce(call) {
    if (call.phase === 'ringing') this.announcement = fill(incomingFrom, { party: partyOf(call, withheld) });
    else if (call.phase === 'ended') this.announcement = '';
  }

  handlePress(event) {
    const { name, call } = event.target.dataset;
    this.problem = '';
    this.softphone.request(name, { callKey: call }).catch((error) => {
      this.problem = problemOf(error, noAnswer);
    });
  }
}

/** Since when a call has been in its phase. */
function sinceOf({ startedAt, answeredAt, heldSince, endedAt }) {
  return Date.parse(endedAt ?? heldSince ?? answeredAt ?? startedAt);
}
