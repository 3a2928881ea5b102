import GcWrapUp from 'c/gcWrapUp';
import { settled } from '../../gcSoftphone/__tests__/channel';
import { KEY } from '../../gcSoftphone/__tests__/examples';
import { stage } from '../../gcSoftphone/__tests__/stage';

jest.mock('@salesforce/label/c.GcCallWith', () => ({ default: 'Call with {{party}}' }), { virtual: true });

const page = stage('c-gc-wrap-up', GcWrapUp);
const { softphone, show, find, text, change } = page;

const save = () => find('lightning-button:not([data-then])');
const saveAndReady = () => find('lightning-button[data-then="ready"]');

const refused = { error: { code: 'denied', message: 'Not now.', fields: {} } };

beforeEach(() => show());

describe('the wrap-up', () => {
  it.each(['signedOut', 'ready', 'ringing'])('has nothing to do while the softphone is %s', async (name) => {
    await softphone.shows(name);
    expect([text('.idle'), find('lightning-textarea')]).toEqual(['c.GcLwcNoWrapUp', null]);
  });

  it('shows reason and note as the softphone has them', async () => {
    await softphone.shows('wrapUp');
    expect(text('.heading')).toBe('Call with Maria Sørensen');
    expect(find('lightning-combobox').value).toBe('1');
    expect(find('lightning-combobox').options).toEqual([
      { value: '', label: 'c.GcWrapUpNoReason' },
      { value: '1', label: 'Invoice disputed' },
      { value: '2', label: 'Order taken' },
    ]);
    expect(find('lightning-textarea').value).toBe('Credit note for invoice 2231.');
    // What the field of the CRM takes.
    expect(find('lightning-textarea').maxLength).toBe('32000');
    expect([save().disabled, saveAndReady().disabled]).toEqual([false, false]);
  });

  it('is there during the call, without its end', async () => {
    await softphone.shows('active');
    expect([find('lightning-textarea').value, find('lightning-combobox').value, save()]).toEqual([
      '',
      '',
      null,
    ]);
  });

  it('is about the call that waits for it, before one that is up', async () => {
    await softphone.shows('active', (body) => {
      const [call] = body.calls;
      body.calls = [
        { ...call, phase: 'held', callKey: 'held' },
        call,
        { ...call, phase: 'wrapUp', callKey: 'over', name: 'Ida Holm' },
      ];
    });
    expect(text('.heading')).toBe('Call with Ida Holm');
    await softphone.shows('active', (body) => {
      const [call] = body.calls;
      body.calls = [
        { ...call, phase: 'held', callKey: 'held' },
        { ...call, name: 'Ida Holm' },
      ];
    });
    expect(text('.heading')).toBe('Call with Ida Holm');
    await softphone.shows('active', (body) => {
      const [call] = body.calls;
      body.calls = [{ ...call, phase: 'held', callKey: 'held', name: 'Noor Haddad' }];
    });
    expect(text('.heading')).toBe('Call with Noor Haddad');
  });

  it('tells the softphone the reason, and takes it back', async () => {
    await softphone.shows('wrapUp');
    await change('lightning-combobox', '2');
    await change('lightning-combobox', '');
    expect(softphone.asked('setWrapUp')).toEqual([
      { callKey: KEY, reason: '2', more: [] },
      { callKey: KEY, reason: null, more: [] },
    ]);
  });

  it('has no list where the phone system knows no reasons', async () => {
    await softphone.shows('wrapUp', (body) => void (body.wrapUp.reasons = []));
    expect([find('lightning-combobox'), find('lightning-checkbox-group')]).toEqual([null, null]);
  });

  it('takes several reasons where the platform does', async () => {
    const several = (body) => {
      body.wrapUp.several = true;
      body.calls[0].wrapUp.more = ['2'];
    };
    await softphone.shows('wrapUp', several);
    expect(find('lightning-checkbox-group').value).toEqual(['1', '2']);
    expect(find('lightning-checkbox-group').options.length).toBe(2);
    await change('lightning-checkbox-group', ['2', '1']);
    await change('lightning-checkbox-group', []);
    expect(softphone.asked('setWrapUp')).toEqual([
      { callKey: KEY, reason: '2', more: ['1'] },
      { callKey: KEY, reason: null, more: [] },
    ]);
    await softphone.shows('wrapUp', (body) => {
      body.wrapUp.several = true;
      body.calls[0].wrapUp.reason = null;
    });
    expect(find('lightning-checkbox-group').value).toEqual([]);
  });

  it('saves what was written, then the call; a second press in between does nothing', async () => {
    await softphone.shows('wrapUp');
    await change('lightning-textarea', 'Credit');
    save().click();
    await settled();
    // A disabled button would lose the focus.
    expect(save().disabled).toBe(false);
    saveAndReady().click();
    expect(softphone.asked('saveWrapUp')).toEqual([]);
    await softphone.answers('setWrapUp');
    save().click();
    expect(softphone.asked('setWrapUp').length).toBe(1);
    expect(softphone.asked('saveWrapUp')).toEqual([{ callKey: KEY, thenReady: false }]);
    await softphone.answers('saveWrapUp');
    expect(find('.problem')).toBeNull();
    await softphone.shows('wrapUp', ({ calls: [call] }) => void (call.wrapUp.notes = 'Credit'));
    save().click();
    await settled();
    expect(softphone.asked('saveWrapUp').length).toBe(2);
  });

  it('takes the focus to what is there after the last call was saved', async () => {
    await softphone.shows('wrapUp');
    const focus = jest.spyOn(HTMLElement.prototype, 'focus');
    save().click();
    await settled();
    await softphone.shows('ready');
    expect(focus.mock.contexts).toEqual([find('.idle')]);
    await softphone.shows('ready', (body) => void (body.label = 'Still ready'));
    await softphone.shows('wrapUp');
    await softphone.shows('ready');
    expect(focus).toHaveBeenCalledTimes(1);
    focus.mockRestore();
  });

  it('leaves the focus alone where it is somewhere, and where nothing was saved here', async () => {
    await softphone.shows('wrapUp');
    const focus = jest.spyOn(HTMLElement.prototype, 'focus');
    save().click();
    await settled();
    await softphone.answers('saveWrapUp', refused);
    await softphone.shows('ready');
    await softphone.shows('wrapUp');
    save().click();
    await settled();
    const elsewhere = document.body.appendChild(document.createElement('input'));
    elsewhere.focus();
    focus.mockClear();
    await softphone.shows('ready');
    expect(focus).not.toHaveBeenCalled();
    focus.mockRestore();
    elsewhere.remove();
  });

  it('forgets what went wrong with a call that is over', async () => {
    await softphone.shows('wrapUp');
    await change('lightning-combobox', '2');
    await softphone.answers('setWrapUp', refused);
    await softphone.shows('wrapUp');
    expect(text('.problem')).toBe('Not now.');
    expect(find('.problem').parentElement.getAttribute('role')).toBe('alert');
    await softphone.shows('ready');
    expect(find('.problem')).toBeNull();
  });

  it('saves, and makes the agent ready', async () => {
    await softphone.shows('wrapUp');
    saveAndReady().click();
    await settled();
    expect(softphone.asked('saveWrapUp')).toEqual([{ callKey: KEY, thenReady: true }]);
  });

  it('does not save a call whose note did not arrive, and keeps the note', async () => {
    await softphone.shows('wrapUp');
    await change('lightning-textarea', 'Credit');
    save().click();
    await settled();
    await softphone.answers('setWrapUp', refused);
    expect([softphone.asked('saveWrapUp'), text('.problem')]).toEqual([[], 'Not now.']);
    expect([find('lightning-textarea').value, save().disabled]).toEqual(['Credit', false]);
  });

  it('says that a reason is missing where one is required', async () => {
    await softphone.shows('wrapUp', (body) => {
      body.wrapUp.required = true;
      body.calls[0].wrapUp.reason = null;
      body.calls[0].can = ['setWrapUp', 'addNote'];
    });
    expect([text('.hint'), save().disabled, find('lightning-combobox').required]).toEqual([
      'c.GcWhyReasonRequired',
      true,
      true,
    ]);
    await softphone.shows('wrapUp', (body) => void (body.wrapUp.required = true));
    expect([find('.hint'), save().disabled]).toEqual([null, false]);
    await softphone.shows('wrapUp', (body) => {
      body.wrapUp = { ...body.wrapUp, required: true, reasons: [] };
      body.calls[0].wrapUp.reason = null;
    });
    expect([find('.hint'), save().disabled]).toEqual([null, false]);
  });

  it('says that the softphone did not answer', async () => {
    await softphone.shows('wrapUp');
    await change('lightning-combobox', '2');
    jest.advanceTimersByTime(10000);
    await settled();
    expect(text('.problem')).toBe('c.GcLwcNoAnswer');
  });
});
