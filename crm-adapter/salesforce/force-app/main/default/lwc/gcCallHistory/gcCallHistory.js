import { LightningElement, api, wire } from 'lwc';
import { MessageContext } from 'lightning/messageService';
import { NavigationMixin } from 'lightning/navigation';
import { refreshApex } from '@salesforce/apex';
import forRecord from '@salesforce/apex/GcCallHistory.forRecord';
import { connectSoftphone, duration, fill } from 'c/gcSoftphone';
import title from '@salesforce/label/c.GcLwcHistory';
import none from '@salesforce/label/c.GcLwcHistoryNone';
import failed from '@salesforce/label/c.GcLwcHistoryFailed';
import loading from '@salesforce/label/c.GcLwcLoading';
import inbound from '@salesforce/label/c.GcLwcInbound';
import outbound from '@salesforce/label/c.GcLwcOutbound';
import internal from '@salesforce/label/c.GcLwcInternal';
import lasted from '@salesforce/label/c.GcWrapUpLasted';

const DIRECTIONS = { Inbound: inbound, Outbound: outbound, Internal: internal };

/** The calls with the record of the page, the latest first. It reads them again when the softphone has logged one. */
export default class GcCallHistory extends NavigationMixin(LightningElement) {
  /** Another one takes its place when the agent goes on to the next record. */
  @api
  get recordId() {
    return this.shownId;
  }
  set recordId(id) {
    // Calls of the record before must not stand under this one.
    if (id !== this.shownId) this.history = undefined;
    this.shownId = id;
  }
  /** So many calls are shown. */
  @api size = 10;

  @wire(MessageContext) messageContext;

  labels = { title, none, loading };
  history;
  softphone;
  shownId;

  @wire(forRecord, { recordId: '$recordId', size: '$size' })
  receive(history) {
    // As a whole: it is what refreshApex takes.
    this.history = history;
  }

  connectedCallback() {
    this.softphone = connectSoftphone(this.messageContext, { onLogged: () => this.refresh() });
  }

  disconnectedCallback() {
    this.softphone.disconnect();
  }

  get isLoading() {
    return !this.history?.data && !this.history?.error;
  }

  get problem() {
    const { error } = this.history ?? {};
    return error ? fill(failed, { problem: error.body?.message ?? error.message ?? '' }) : '';
  }

  get hasNone() {
    return this.history?.data?.length === 0;
  }

  get calls() {
    return (this.history?.data ?? []).map((call) => ({
      ...call,
      direction: DIRECTIONS[call.callType] ?? call.callType,
      lasted: call.durationSeconds > 0 ? fill(lasted, { duration: duration(call.durationSeconds) }) : '',
      url: `/lightning/r/Task/${call.id}/view`,
    }));
  }

  /** By Lightning's own way: a plain link would load the page anew, and the softphone with it. */
  handleOpen(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { id: recordId } = event.currentTarget.dataset;
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId, objectApiName: 'Task', actionName: 'view' },
    });
  }

  async refresh() {
    try {
      await refreshApex(this.history);
    } catch {
      // What is shown stays; the wire says what is wrong when it reads next.
    }
  }
}
