import { LightningElement, wire } from 'lwc';
import { MessageContext } from 'lightning/messageService';
import { connectSoftphone, createNote, fill, isFocusLost, partyOf, problemOf } from 'c/gcSoftphone';
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
  /** The note as it is being written, and of which call. */
  draft;
  writing = createNote({
    send: (callKey, notes) => this.ask('setWrapUp', { callKey, notes }),
    noteOf: (callKey) => this.phone?.calls.find((one) => one.callKey === callKey)?.wrapUp.notes,
    onChange: (draft) => (this.draft = draft),
  });
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
    this.writing.flush();
    this.softphone.disconnect();
  }

  show(phone) {
    const before = this.call?.callKey;
    const isBack = phone && !this.phone;
    this.phone = phone;
    // What was said of a call goes with it.
    if (before !== this.call?.callKey) this.problem = '';
    if (phone) this.writing.settle();
    if (isBack) this.writing.flush();
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

  handleReason(event) {
    this.ask('setWrapUp', { callKey: this.call.callKey, reason: event.detail.value || null, more: [] });
  }

  handleReasons(event) {
    const [first = null, ...more] = event.detail.value;
    this.ask('setWrapUp', { callKey: this.call.callKey, reason: first, more });
  }

  handleNote(event) {
    this.writing.write(this.call.callKey, event.detail.value);
  }

  handleBlur() {
    this.writing.flush();
  }

  async handleSave(event) {
    // Not disabled meanwhile: a disabled button loses the focus.
    if (this.isSaving) return;
    const { callKey } = this.call;
    const thenReady = event.currentTarget.dataset.then === 'ready';
    this.isSaving = true;
    try {
      this.isDone = true;
      this.isDone = (await this.writing.flush()) && (await this.ask('saveWrapUp', { callKey, thenReady }));
    } finally {
      this.isSaving = false;
    }
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
