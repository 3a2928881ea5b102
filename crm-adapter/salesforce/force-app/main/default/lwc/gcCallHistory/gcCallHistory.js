import { LightningElement, api, wire } from 'lwc';
import { MessageContext } from 'lightning/messageService';
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
export default class GcCallHistory extends LightningElement {
  @api recordId;
  /** So many calls are shown. */
  @api size = 10;

  @wire(MessageContext) messageContext;

  labels = { title, none, loading };
  history;
  softphone;

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
      url: `/${call.id}`,
    }));
  }

  async refresh() {
    try {
      await refreshApex(this.history);
    } catch {
      // What is shown stays; the wire says what is wrong when it reads next.
    }
  }
}
