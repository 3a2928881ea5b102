import { LightningElement, wire } from 'lwc';
import { MessageContext } from 'lightning/messageService';
import { connectSoftphone, fill, isFocusLost, partyOf, problemOf } from 'c/gcSoftphone';
import callWith from '@salesforce/label/c.GcCallWith';
import withheld from '@salesforce/label/c.GcCallWithheld';
import title from '@salesforce/label/c.GcWrapUpForm';
import reason from '@salesforce/label/c.GcWrapUpReason';
import noReason from '@salesforce/label/c.GcWrapUpNoReason';
import notes from '@salesforce/label/c.GcWrapUpNotes';
import save from '@salesforce/label/c.GcWrapUpSave';
import saveAndReady from '@salesforce/label/c.GcWrapUpSaveAndReady';
import reasonRequired from '@salesforce/label/c.GcWhyReasonRequired';
import noCall from '@salesforce/label/c.GcLwcNoWrapUp';
import noAnswer from '@salesforce/label/c.GcLwcNoAnswer';

/** A note goes to the softphone this long after the last key, and before anything else that needs it. */
const AT_REST_MS = 400;

/**
 * The wrap-up of the oldest call that waits for one, else of the call that is up: reason and note, as in the softphone
 * itself. Both show the same, whoever writes.
 */
export default class GcWrapUp extends LightningElement {
  @wire(MessageContext) messageContext;

  labels = { title, reason, notes, save, saveAndReady, reasonRequired, noCall };
  phone;
  problem = '';
  isSaving = false;
  softphone;
  timer;
  /** The note as it is being written, and of which call; absent once the softphone has it, or another one after it. */
  draft;
  /** A wrap-up was saved here, and its form with the focus has gone. */
  isDone = false;

  connectedCallback() {
    this.softphone = connectSoftphone(this.messageContext, {
      onChange: (phone) => this.show(phone),
    });
  }

  renderedCallback() {
    const idle = this.template.querySelector('.idle');
    if (this.isDone && idle && isFocusLost()) idle.focus();
    if (idle) this.isDone = false;
  }

  disconnectedCallback() {
    this.sendNote();
    this.softphone.disconnect();
  }

  show(phone) {
    const before = this.call?.callKey;
    this.phone = phone;
    // What was said of a call goes with it.
    if (before !== this.call?.callKey) this.problem = '';
    if (phone && this.draft && !this.isAhead(this.draft)) this.draft = undefined;
  }

  /** Whether a draft is still ahead of the softphone; of a call that is over nobody takes it any more. */
  isAhead({ callKey, text, sentOver }) {
    const notes = this.noteOf(callKey);
    return notes !== undefined && notes !== text && (sentOver === undefined || notes === sentOver);
  }

  get call() {
    const calls = (this.phone?.calls ?? []).filter(({ can }) => can.includes('setWrapUp'));
    return (
      calls.find(({ phase }) => phase === 'wrapUp') ??
      calls.find(({ phase }) => phase === 'active') ??
      calls[0]
    );
  }

  get heading() {
    return fill(callWith, { party: partyOf(this.call, withheld) });
  }

  get hasReasons() {
    return this.phone.wrapUp.reasons.length > 0;
  }

  get options() {
    const { reasons, several } = this.phone.wrapUp;
    const all = reasons.map(({ key, label }) => ({ value: key, label }));
    return several ? all : [{ value: '', label: noReason }, ...all];
  }

  get reason() {
    return this.call.wrapUp.reason ?? '';
  }

  get chosen() {
    const { reason: first, more } = this.call.wrapUp;
    return first === null ? [] : [first, ...more];
  }

  get note() {
    const { callKey, wrapUp } = this.call;
    return this.draft?.callKey === callKey ? this.draft.text : wrapUp.notes;
  }

  get isOver() {
    return this.call.phase === 'wrapUp';
  }

  get cannotSave() {
    return !this.call.can.includes('saveWrapUp');
  }

  get lacksReason() {
    return this.isOver && this.phone.wrapUp.required && this.call.wrapUp.reason === null && this.hasReasons;
  }

  noteOf(callKey) {
    return this.phone?.calls.find((one) => one.callKey === callKey)?.wrapUp.notes;
  }

  handleReason(event) {
    this.ask('setWrapUp', { callKey: this.call.callKey, reason: event.detail.value || null, more: [] });
  }

  handleReasons(event) {
    const [first = null, ...more] = event.detail.value;
    this.ask('setWrapUp', { callKey: this.call.callKey, reason: first, more });
  }

  handleNote(event) {
    const { callKey } = this.call;
    // The call below has changed while somebody wrote: what was written belongs to the one before.
    if (this.draft && this.draft.callKey !== callKey) this.sendNote();
    this.draft = { callKey, text: event.detail.value };
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.sendNote(), AT_REST_MS);
  }

  handleBlur() {
    this.sendNote();
  }

  async handleSave(event) {
    // Not disabled meanwhile: a disabled button loses the focus.
    if (this.isSaving) return;
    const { callKey } = this.call;
    const thenReady = event.currentTarget.dataset.then === 'ready';
    this.isSaving = true;
    try {
      this.isDone = true;
      this.isDone = (await this.sendNote()) && (await this.ask('saveWrapUp', { callKey, thenReady }));
    } finally {
      this.isSaving = false;
    }
  }

  /** @returns whether nothing is left to be sent */
  async sendNote() {
    clearTimeout(this.timer);
    const { draft } = this;
    if (!draft) return true;
    const { callKey, text } = draft;
    const over = this.noteOf(callKey);
    const isDone = await this.ask('setWrapUp', { callKey, notes: text });
    // From here on another note than the one it was written over is a later one.
    if (isDone) draft.sentOver = over;
    if (draft === this.draft && !this.isAhead(draft)) this.draft = undefined;
    return isDone;
  }

  /** @returns whether it was done */
  async ask(name, body) {
    this.problem = '';
    try {
      await this.softphone.request(name, body);
      return true;
    } catch (error) {
      this.problem = problemOf(error, noAnswer);
      return false;
    }
  }
}
