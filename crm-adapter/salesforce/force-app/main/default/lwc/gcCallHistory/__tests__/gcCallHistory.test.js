import { refreshApex } from '@salesforce/apex';
import forRecord from '@salesforce/apex/GcCallHistory.forRecord';
import GcCallHistory from 'c/gcCallHistory';
import { settled } from '../../gcSoftphone/__tests__/channel';
import { KEY } from '../../gcSoftphone/__tests__/examples';
import { stage } from '../../gcSoftphone/__tests__/stage';

jest.mock(
  '@salesforce/apex/GcCallHistory.forRecord',
  () => ({ default: require('@salesforce/sfdx-lwc-jest').createTestWireAdapter(jest.fn()) }),
  { virtual: true },
);
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });
const mockNavigate = jest.fn();
jest.mock('lightning/navigation', () => {
  const NavigationMixin = (Base) =>
    class extends Base {
      [NavigationMixin.Navigate](reference) {
        mockNavigate(reference);
      }
    };
  NavigationMixin.Navigate = Symbol('Navigate');
  return { NavigationMixin };
});
jest.mock('@salesforce/label/c.GcLwcHistoryFailed', () => ({ default: 'Not read: {{problem}}' }), {
  virtual: true,
});
jest.mock('@salesforce/label/c.GcWrapUpLasted', () => ({ default: 'Lasted {{duration}}' }), {
  virtual: true,
});

const CALL = {
  id: '00T000000000001AAA',
  callKey: KEY,
  subject: 'Inbound call +45 33 55 01 23',
  callType: 'Inbound',
  activityDate: '2026-11-21',
  createdDate: '2026-11-21T14:05:00.000Z',
  durationSeconds: 252,
  disposition: 'Invoice disputed',
  wrapUpCode: '1',
  notes: 'Credit note for invoice 2231.',
  queue: 'Billing',
  campaign: '',
  ownerId: '005000000000001AAA',
  ownerName: 'Ada Lovelace',
};
const MISSED = {
  ...CALL,
  id: '00T000000000002AAA',
  callType: 'Fax',
  durationSeconds: null,
  disposition: '',
  notes: '',
  ownerName: '',
};

const page = stage('c-gc-call-history', GcCallHistory);
const { softphone, find, all, text } = page;

beforeEach(() => page.show({ recordId: '5001' }));
afterEach(() => {
  refreshApex.mockClear();
  mockNavigate.mockClear();
});

describe('the call history of a record', () => {
  it('asks for the calls with this record, ten or as many as the page says', async () => {
    expect(forRecord.getLastConfig()).toEqual({ recordId: '5001', size: 10 });
    page.element.size = 25;
    await settled();
    expect(forRecord.getLastConfig()).toEqual({ recordId: '5001', size: 25 });
  });

  it('says that it is being read, and that there is none', async () => {
    expect(find('lightning-spinner').alternativeText).toBe('c.GcLwcLoading');
    forRecord.emit({ data: [] });
    await settled();
    expect([find('lightning-spinner'), text('.none'), find('.problem')]).toEqual([
      null,
      'c.GcLwcHistoryNone',
      null,
    ]);
  });

  it('shows each call with what is known of it, and nothing of what is not', async () => {
    forRecord.emit({ data: [CALL, MISSED] });
    await settled();
    expect(all('.direction').map((one) => one.textContent)).toEqual(['c.GcLwcInbound', 'Fax']);
    expect(all('a').map((one) => [one.textContent, one.getAttribute('href')])).toEqual([
      [CALL.subject, `/lightning/r/Task/${CALL.id}/view`],
      [MISSED.subject, `/lightning/r/Task/${MISSED.id}/view`],
    ]);
    expect(all('lightning-formatted-date-time').map(({ value }) => value)).toEqual([
      CALL.createdDate,
      CALL.createdDate,
    ]);
    expect(all('.lasted').map((one) => one.textContent)).toEqual(['Lasted 4:12']);
    expect(all('.disposition').map((one) => one.textContent)).toEqual(['Invoice disputed']);
    expect(all('.owner').map((one) => one.textContent)).toEqual(['Ada Lovelace']);
    expect(all('.notes lightning-formatted-text').map(({ value }) => value)).toEqual([CALL.notes]);
    expect(find('.none')).toBeNull();
  });

  it('goes to a call by the ways of Lightning, which do not load the page anew', async () => {
    forRecord.emit({ data: [CALL] });
    await settled();
    const click = new MouseEvent('click', { cancelable: true });
    find('a').dispatchEvent(click);
    expect(click.defaultPrevented).toBe(true);
    expect(mockNavigate.mock.calls).toEqual([
      [
        {
          type: 'standard__recordPage',
          attributes: { recordId: CALL.id, objectApiName: 'Task', actionName: 'view' },
        },
      ],
    ]);
  });

  it.each(['ctrlKey', 'metaKey', 'shiftKey'])('leaves a click with %s to the browser', async (key) => {
    forRecord.emit({ data: [CALL] });
    await settled();
    const click = new MouseEvent('click', { cancelable: true, [key]: true });
    find('a').dispatchEvent(click);
    expect([click.defaultPrevented, mockNavigate.mock.calls.length]).toEqual([false, 0]);
  });

  it('does not show calls of the record before under the next one', async () => {
    forRecord.emit({ data: [CALL] });
    await settled();
    page.element.recordId = '5001';
    await settled();
    expect(all('li').length).toBe(1);
    page.element.recordId = '5002';
    await settled();
    expect([all('li').length, find('.none'), Boolean(find('lightning-spinner'))]).toEqual([0, null, true]);
    expect([page.element.recordId, forRecord.getLastConfig().recordId]).toEqual(['5002', '5002']);
    forRecord.emit({ data: [MISSED] });
    await settled();
    expect(all('li').length).toBe(1);
  });

  it.each([
    ['Salesforce', { body: { message: 'No access' } }, 'Not read: No access'],
    ['the network', { message: 'Failed to fetch' }, 'Not read: Failed to fetch'],
    ['nobody', {}, 'Not read: '],
  ])('says why they could not be read, as %s says it', async (_who, error, words) => {
    forRecord.emit({ error });
    await settled();
    expect([text('.problem'), find('lightning-spinner')]).toEqual([words, null]);
    expect(find('.problem').getAttribute('role')).toBe('alert');
  });

  it('reads them again when the softphone has logged a call', async () => {
    forRecord.emit({ data: [] });
    await softphone.tells('logged', { callKey: KEY, activityId: CALL.id });
    expect(refreshApex.mock.calls).toEqual([[{ data: [] }]]);
  });

  it('keeps what it shows when they cannot be read again', async () => {
    forRecord.emit({ data: [CALL] });
    refreshApex.mockReturnValueOnce(Promise.reject(new Error('gone')));
    await softphone.tells('logged', { callKey: KEY });
    expect(all('li').length).toBe(1);
  });

  it('lets go of the channel when it goes', () => {
    page.element.remove();
    expect(softphone.listeners.size).toBe(0);
  });
});
