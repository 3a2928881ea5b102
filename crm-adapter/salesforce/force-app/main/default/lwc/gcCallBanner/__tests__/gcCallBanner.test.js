import GcCallBanner from 'c/gcCallBanner';
import { settled } from '../../gcSoftphone/__tests__/channel';
import { events, KEY } from '../../gcSoftphone/__tests__/examples';
import { stage } from '../../gcSoftphone/__tests__/stage';

jest.mock('@salesforce/label/c.GcCallIncomingFrom', () => ({ default: 'Incoming call from {{party}}' }), {
  virtual: true,
});
jest.mock('@salesforce/label/c.GcCallWith', () => ({ default: 'Call with {{party}}' }), { virtual: true });

const NOW = Date.UTC(2026, 10, 21, 14, 5, 0);
const page = stage('c-gc-call-banner', GcCallBanner, NOW);
const { softphone, show, find, all, text } = page;
const press = (name) => page.press(`lightning-button[data-name="${name}"]`);

const buttons = () => all('lightning-button').map(({ label, disabled }) => [label, disabled]);

describe('the banner of the calls', () => {
  it('says that there is no softphone until one speaks, and again when it has gone', async () => {
    await show();
    expect(text('.idle')).toBe('c.GcLwcNoSoftphone');
    await softphone.shows('ready');
    expect(text('.idle')).toBe('Ready');
    await softphone.says(events.bye);
    expect(text('.idle')).toBe('c.GcLwcNoSoftphone');
  });

  it('says so too while nobody is signed in', async () => {
    await show();
    await softphone.shows('signedOut');
    expect(text('.idle')).toBe('c.GcLwcNoSoftphone');
  });

  it('is there at once when the softphone was there before', async () => {
    await show();
    await softphone.answers('state', { body: events.active.body });
    expect(text('.party')).toBe('Maria Sørensen');
  });

  it('shows a call with who it is, where it came from, and how long it is so', async () => {
    await show();
    await softphone.shows('active');
    expect([text('.party'), text('.number'), text('.queue'), text('.phase'), text('.time')]).toEqual([
      'Maria Sørensen',
      '+45 33 55 01 23',
      'Billing',
      'c.GcCallPhaseActive',
      '1:37',
    ]);
    expect(find('.idle')).toBeNull();
    expect(find('[role="group"]').getAttribute('aria-label')).toBe('Call with Maria Sørensen');
    expect(find('[role="timer"]').getAttribute('aria-label')).toBe('c.GcLwcTimeInPhase');
  });

  it('counts on while there is a call, and no longer', async () => {
    await show();
    await softphone.shows('active');
    jest.advanceTimersByTime(3000);
    await settled();
    expect(text('.time')).toBe('1:40');
    await softphone.shows('held');
    expect(text('.time')).toBe('0:44');
    await softphone.shows('ready');
    expect(jest.getTimerCount()).toBe(1); // what waits for the first answer
  });

  it('counts the wrap-up from the end of the call', async () => {
    await show();
    await softphone.shows('held', ({ calls: [call] }) => {
      Object.assign(call, { phase: 'wrapUp', endedAt: new Date(NOW - 5000).toISOString() });
    });
    expect(text('.time')).toBe('0:05');
  });

  it('shows a number once where the CRM has no name, and says that it was withheld', async () => {
    await show();
    await softphone.shows('ringing', ({ calls: [call] }) => void (call.name = ''));
    expect([text('.party'), find('.number')]).toEqual(['+45 33 55 01 23', null]);
    await softphone.shows(
      'ringing',
      ({ calls: [call] }) => void Object.assign(call, { name: '', number: '', queue: '' }),
    );
    expect([text('.party'), find('.queue')]).toEqual(['c.GcCallWithheld', null]);
  });

  it('shows a phase that it does not know by its name', async () => {
    await show();
    await softphone.shows('active', ({ calls: [call] }) => void (call.phase = 'parked'));
    expect(text('.phase')).toBe('parked');
  });

  it('says of a call that it is about the record of the page', async () => {
    const aboutMaria = ({ calls: [call] }) => void (call.match.related = '0031');
    await show({ recordId: '0031' });
    await softphone.shows('active', aboutMaria);
    expect(text('.here')).toBe('c.GcLwcThisRecord');
    page.element.recordId = '5001';
    await settled();
    expect(find('.here')).toBeNull();
  });

  it('does not say so of a record that is one of several, before one was chosen', async () => {
    await show({ recordId: '0031' });
    await softphone.shows('active', ({ calls: [call] }) => {
      expect(call.match.records.map(({ id }) => id)).toContain('0031');
      delete call.match.related;
    });
    expect(find('.here')).toBeNull();
  });

  it.each([
    ['ringing', ['c.GcCallAnswer']],
    ['active', ['c.GcCallHold', 'c.GcCallEnd']],
    ['held', ['c.GcCallResume', 'c.GcCallEnd']],
    ['wrapUp', []],
  ])('has the buttons that are possible while it is %s, and no others', async (phase, labels) => {
    await show();
    await softphone.shows(phase);
    expect(buttons()).toEqual(labels.map((label) => [label, false]));
  });

  it.each([
    ['ringing', [['utility:call', 'success']]],
    [
      'held',
      [
        ['utility:play', 'neutral'],
        ['utility:end_call', 'destructive'],
      ],
    ],
  ])('draws them as Salesforce draws such buttons, while it is %s', async (phase, looks) => {
    await show();
    await softphone.shows(phase);
    expect(all('lightning-button').map(({ iconName, variant }) => [iconName, variant])).toEqual(looks);
  });

  it('keeps a button that the phone system has not answered, and does not let it be pressed', async () => {
    await show();
    await softphone.shows(
      'active',
      ({ calls: [call] }) => void Object.assign(call, { can: ['end'], waiting: ['hold'] }),
    );
    expect(buttons()).toEqual([
      ['c.GcCallHold', true],
      ['c.GcCallEnd', false],
    ]);
    expect(find('lightning-button').getAttribute('title') ?? find('lightning-button').title).toBe(
      'c.GcCallButtonWaiting',
    );
  });

  it.each([
    ['answer', 'ringing'],
    ['hold', 'active'],
    ['resume', 'held'],
    ['end', 'held'],
  ])('asks the softphone to %s', async (name, phase) => {
    await show();
    await softphone.shows(phase);
    await press(name);
    expect(softphone.asked(name)).toEqual([{ callKey: KEY }]);
    await softphone.answers(name);
    expect(find('.problem')).toBeNull();
  });

  it('asks once for a double press, and again after the answer', async () => {
    await show();
    await softphone.shows('active');
    await press('hold');
    await press('hold');
    expect(softphone.asked('hold').length).toBe(1);
    await press('end');
    expect(softphone.asked('end').length).toBe(1);
    await press('hold');
    expect(softphone.asked('hold').length).toBe(2);
    await softphone.answers('hold');
    await press('hold');
    expect(softphone.asked('hold').length).toBe(3);
    await softphone.answers('hold', { error: { code: 'denied', message: 'Not now.', fields: {} } });
    await press('hold');
    expect(softphone.asked('hold').length).toBe(4);
  });

  it('says why it was not done, until the next press', async () => {
    await show();
    await softphone.shows('active');
    await press('hold');
    await softphone.answers('hold', { error: { code: 'denied', message: 'Not now.', fields: {} } });
    expect(text('.problem')).toBe('Not now.');
    expect(find('.problem').parentElement.getAttribute('role')).toBe('alert');
    await press('end');
    expect(find('.problem')).toBeNull();
    jest.advanceTimersByTime(10000);
    await settled();
    expect(text('.problem')).toBe('c.GcLwcNoAnswer');
  });

  it('forgets what went wrong when there is no call any more', async () => {
    await show();
    await softphone.shows('active');
    await press('hold');
    await softphone.answers('hold', { error: { code: 'denied', message: 'Not now.', fields: {} } });
    await softphone.shows('held');
    expect(text('.problem')).toBe('Not now.');
    await softphone.shows('ready');
    expect(find('.problem')).toBeNull();
  });

  it('tells screen readers of a call that comes, and of nothing else', async () => {
    await show();
    const { body } = events.ended;
    await softphone.tells('call', { ...body, phase: 'ringing' });
    expect(text('[role="status"]')).toBe('Incoming call from Maria Sørensen');
    await softphone.tells('call', { ...body, phase: 'active' });
    expect(text('[role="status"]')).toBe('Incoming call from Maria Sørensen');
    await softphone.tells('call', body);
    expect(text('[role="status"]')).toBe('');
    await softphone.tells('call', { ...body, phase: 'ringing' });
    await softphone.says(events.bye);
    expect(text('[role="status"]')).toBe('');
  });

  it('lets go of the channel and of its clock when it goes', async () => {
    await show();
    await softphone.shows('active');
    page.element.remove();
    expect([softphone.listeners.size, jest.getTimerCount()]).toEqual([0, 0]);
  });
});
