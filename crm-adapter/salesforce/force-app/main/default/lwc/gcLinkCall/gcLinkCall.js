import { LightningElement, api, wire } from 'lwc';
import { MessageContext } from 'lightning/messageService';
import { getFieldValue, getRecord } from 'lightning/uiRecordApi';
import { connectSoftphone, fill, isSameId, partyOf, problemOf } from 'c/gcSoftphone';
import withheld from '@salesforce/label/c.GcCallWithheld';
import title from '@salesforce/label/c.GcLwcLinkTitle';
import link from '@salesforce/label/c.GcLwcLink';
import linked from '@salesforce/label/c.GcLwcLinked';
import noCall from '@salesforce/label/c.GcLwcNoCallToLink';
import noAnswer from '@salesforce/label/c.GcLwcNoAnswer';

/** Fields that say what people call a record; few objects have all of them. */
const NAMES = ['Name', 'CaseNumber', 'Subject', 'Title'];

/** Links the record of the page to a call that is up or waits for its wrap-up: the call's activity goes there. */
export default class GcLinkCall extends LightningElement {
  @api recordId;
  @api objectApiName;

  @wire(MessageContext) messageContext;

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$fields' }) record;

  labels = { title, noCall };
  phone;
  problem = '';
  softphone;

  connectedCallback() {
    this.softphone = connectSoftphone(this.messageContext, { onChange: (phone) => (this.phone = phone) });
  }

  disconnectedCallback() {
    this.softphone.disconnect();
  }

  get fields() {
    return this.objectApiName ? NAMES.map((name) => `${this.objectApiName}.${name}`) : undefined;
  }

  /** `Maria Sørensen`; of a case `00001042 Invoice disputed`. Without a name the id has to do. */
  get name() {
    const { data } = this.record;
    const [name, ...others] = data ? this.fields.map((field) => getFieldValue(data, field)) : [];
    return name || others.filter(Boolean).join(' ') || this.recordId;
  }

  get calls() {
    return (this.phone?.calls ?? [])
      .map((call) => ({
        key: call.callKey,
        isLinked: isSameId(call.match.related, this.recordId),
        canLink: call.can.includes('linkRecord'),
        ...this.wordsOf(partyOf(call, withheld)),
      }))
      .filter(({ isLinked, canLink }) => isLinked || canLink);
  }

  wordsOf(party) {
    return { linkLabel: fill(link, { party }), linkedLabel: fill(linked, { party }) };
  }

  get hasNone() {
    return this.calls.length === 0;
  }

  async handleLink(event) {
    const { call } = event.target.dataset;
    this.problem = '';
    const record = { id: this.recordId, type: this.objectApiName, name: this.name };
    try {
      await this.softphone.request('linkRecord', { callKey: call, record });
    } catch (error) {
      this.problem = problemOf(error, noAnswer);
    }
  }
}
