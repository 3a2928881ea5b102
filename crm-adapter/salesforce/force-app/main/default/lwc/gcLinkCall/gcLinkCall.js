import { LightningElement, api, wire } from 'lwc';
import { MessageContext } from 'lightning/messageService';
import { getFieldValue, getRecord } from 'lightning/uiRecordApi';
import { connectSoftphone, fill, isFocusLost, isSameId, partyOf, problemOf } from 'c/gcSoftphone';
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
  /** Another one takes its place when the agent goes on to the next record. */
  @api
  get recordId() {
    return this.shownId;
  }
  set recordId(id) {
    this.shownId = id;
    this.problem = '';
  }
  @api objectApiName;

  @wire(MessageContext) messageContext;

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$fields' }) record;

  labels = { title, noCall };
  phone;
  problem = '';
  softphone;
  shownId;
  /** Key of the call that was linked here: its button has gone. */
  linkedKey = '';

  connectedCallback() {
    this.softphone = connectSoftphone(this.messageContext, { onChange: (phone) => this.show(phone) });
  }

  renderedCallback() {
    const all = [...this.template.querySelectorAll('.linked')];
    const said = all.find(({ dataset }) => dataset.call === this.linkedKey);
    if (!said) return;
    this.linkedKey = '';
    if (isFocusLost()) said.focus();
  }

  disconnectedCallback() {
    this.softphone.disconnect();
  }

  show(phone) {
    this.phone = phone;
    // What was said of a call goes with it.
    if (this.hasNone) this.problem = '';
  }

  get fields() {
    return this.objectApiName ? NAMES.map((name) => `${this.objectApiName}.${name}`) : undefined;
  }

  /** `Maria Sørensen`; of a case `00001042 Invoice disputed`. Without a name the id has to do. */
  get name() {
    const data = this.record?.data;
    // Until the page's record is read, there is still the one that it showed before.
    const isRead = isSameId(data?.id, this.recordId);
    const [name, ...others] = isRead ? this.fields.map((field) => getFieldValue(data, field)) : [];
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
    const { call } = event.currentTarget.dataset;
    this.problem = '';
    this.linkedKey = call;
    const record = { id: this.recordId, type: this.objectApiName, name: this.name };
    try {
      await this.softphone.request('linkRecord', { callKey: call, record });
    } catch (error) {
      this.linkedKey = '';
      this.problem = problemOf(error, noAnswer);
    }
  }
}
