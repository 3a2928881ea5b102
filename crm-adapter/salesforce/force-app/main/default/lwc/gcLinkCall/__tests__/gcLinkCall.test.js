import { getRecord } from 'lightning/uiRecordApi';
import GcLinkCall from 'c/gcLinkCall';
import { settled } from '../../gcSoftphone/__tests__/channel';
import { KEY } from '../../gcSoftphone/__tests__/examples';
import { stage } from '../../gcSoftphone/__tests__/stage';

jest.mock('@salesforce/label/c.GcLwcLink', () => ({ default: 'Link to the call with {{party}}' }), {
  virtual: true,
});
jest.mock('@salesforce/label/c.GcLwcLinked', () => ({ default: 'Linked to {{party}}' }), { virtual: true });

const page = stage('c-gc-link-call', GcLinkCall);
const { softphone, find, text } = page;
const show = (properties = { recordId: '5001', objectApiName: 'Case' }) => page.show(properties);
const press = () => page.press('lightning-button');

const recordOf = (apiName, values, id = '5001') => ({
  apiName,
  id,
  fields: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }])),
});

describe('linking the record of the page to a call', () => {
  it('has nothing to do without a call', async () => {
    await show();
    await softphone.shows('ready');
    expect([text('.idle'), find('lightning-button')]).toEqual(['c.GcLwcNoCallToLink', null]);
  });

  it('offers it for a call that is about something else, by who calls', async () => {
    await show();
    await softphone.shows('active');
    expect([find('lightning-button').label, find('.idle')]).toEqual([
      'Link to the call with Maria Sørensen',
      null,
    ]);
  });

  it('does not offer what is not possible', async () => {
    await show();
    await softphone.shows('active', ({ calls: [call] }) => void (call.can = ['hold']));
    expect(find('lightning-button')).toBeNull();
  });

  it('says that it is linked, in whichever form the ids are', async () => {
    await show({ recordId: '5005g00000ZaBcdAAD', objectApiName: 'Case' });
    await softphone.shows('active', ({ calls: [call] }) => void (call.match.related = '5005g00000ZaBcd'));
    expect([text('.linked'), find('lightning-button')]).toEqual(['Linked to Maria Sørensen', null]);
  });

  it.each([
    ['a contact by its name', 'Contact', { Name: 'Maria Sørensen' }, 'Maria Sørensen'],
    [
      'a case by number and subject',
      'Case',
      { CaseNumber: '500-0042', Subject: 'Invoice disputed' },
      '500-0042 Invoice disputed',
    ],
    ['what has no name by its id', 'Thing__c', {}, '5001'],
  ])('links %s', async (_what, objectApiName, values, name) => {
    await show({ recordId: '5001', objectApiName });
    getRecord.emit(recordOf(objectApiName, values));
    await softphone.shows('active');
    await press();
    const record = { id: '5001', type: objectApiName, name };
    expect(softphone.asked('linkRecord')).toEqual([{ callKey: KEY, record }]);
    await softphone.answers('linkRecord');
    expect(find('.problem')).toBeNull();
  });

  it('asks Salesforce for the fields by which the object may be named', async () => {
    await show({ recordId: '5001', objectApiName: 'Case' });
    expect(getRecord.getLastConfig()).toEqual({
      recordId: '5001',
      optionalFields: ['Case.Name', 'Case.CaseNumber', 'Case.Subject', 'Case.Title'],
    });
  });

  it('links by the id what Salesforce tells nothing of', async () => {
    await show({ recordId: '5001' });
    await softphone.shows('active');
    await press();
    expect(softphone.asked('linkRecord')[0].record.name).toBe('5001');
  });

  it('does not link a record by the name of the one that the page showed before', async () => {
    await show();
    getRecord.emit(recordOf('Case', { CaseNumber: '500-0042' }));
    await softphone.shows('active');
    page.element.recordId = '5002';
    await settled();
    await press();
    expect(softphone.asked('linkRecord').at(-1).record).toEqual({ id: '5002', type: 'Case', name: '5002' });
  });

  it.each([
    ['the agent goes on to the next record', () => void (page.element.recordId = '5002')],
    ['there is no call any more', () => softphone.shows('ready')],
  ])('says why it was not done, until %s', async (_when, goesOn) => {
    await show();
    await softphone.shows('active');
    await press();
    await softphone.answers('linkRecord', { error: { code: 'denied', message: 'Not now.', fields: {} } });
    expect(text('.problem')).toBe('Not now.');
    expect(find('.problem').parentElement.getAttribute('role')).toBe('alert');
    await softphone.shows('active');
    expect(text('.problem')).toBe('Not now.');
    await goesOn();
    await settled();
    expect(find('.problem')).toBeNull();
  });

  const linked = ({ calls: [call] }) => void (call.match.related = '5001');

  it('takes the focus to what has taken the place of the button', async () => {
    await show();
    await softphone.shows('active');
    await press();
    const focus = jest.spyOn(HTMLElement.prototype, 'focus');
    await softphone.shows('active', linked);
    expect(focus.mock.contexts).toEqual([find('.linked')]);
    await softphone.shows('held', linked);
    expect(focus).toHaveBeenCalledTimes(1);
    focus.mockRestore();
  });

  it('leaves the focus alone where it is somewhere, and where nothing was pressed here', async () => {
    await show();
    const focus = jest.spyOn(HTMLElement.prototype, 'focus');
    await softphone.shows('active', linked);
    await softphone.shows('active');
    await press();
    await softphone.answers('linkRecord', { error: { code: 'denied', message: 'Not now.', fields: {} } });
    await softphone.shows('active', linked);
    await softphone.shows('active');
    await press();
    const elsewhere = document.body.appendChild(document.createElement('input'));
    elsewhere.focus();
    focus.mockClear();
    await softphone.shows('active', linked);
    expect(focus).not.toHaveBeenCalled();
    focus.mockRestore();
    elsewhere.remove();
  });

  it('lets go of the channel when it goes', async () => {
    await show();
    page.element.remove();
    expect(softphone.listeners.size).toBe(0);
  });
});
