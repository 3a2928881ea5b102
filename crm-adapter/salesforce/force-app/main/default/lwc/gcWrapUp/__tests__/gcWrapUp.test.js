import { createElement } from 'lwc';
import GcWrapUp from 'c/gcWrapUp';
import { FakeSoftphone, settled } from '../../gcSoftphone/__tests__/channel';
import { KEY } from '../../gcSoftphone/__tests__/examples';

jest.mock('@salesforce/label/c.GcCallWith', () => ({ default: 'Call with {{party}}' }), { virtual: true });

let softphone;
let element;

const find = (selector) => element.shadowRoot.querySelector(selector);
const text = (selector) => find(selector)?.textContent;
const save = () => find('lightning-button:not([data-then])');
const saveAndReady = () => find('lightning-button[data-then="ready"]');

async function change(selector, value, type = 'change') {
  find(selector).dispatchEvent(new CustomEvent(type, { detail: { value } }));
  await settled();
}

const refused = { error: { code: 'denied', message: 'Not now.', fields: {} } };

beforeEach(async () => {
  jest.useFakeTimers();
  softphone = new FakeSoftphone();
  element = createElement('c-gc-wrap-up', { is: GcWrapUp });
  document.body.appendChild(element);
  await settled();
});
afterEach(() => {
  element.remove();
  jest.useRealTimers();
});

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
      body.calls = [{ ...call, phase: 'held', callKey: 'held', name: 'Ida Holm' }];
    });
    expect(text('.heading')).toBe('Call with Ida Holm');
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

  it('sends a note when the keys rest, all of it', async () => {
    await softphone.shows('active');
    for (const note of ['C', 'Cr', 'Credit']) {
      await change('lightning-textarea', note);
      jest.advanceTimersByTime(399);
    }
    expect(softphone.asked('setWrapUp')).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(softphone.asked('setWrapUp')).toEqual([{ callKey: KEY, notes: 'Credit' }]);
  });

  it('sends it at once when the field is left', async () => {
    await softphone.shows('active');
    await change('lightning-textarea', 'Credit');
    await change('lightning-textarea', undefined, 'blur');
    expect(softphone.asked('setWrapUp')).toEqual([{ callKey: KEY, notes: 'Credit' }]);
    jest.advanceTimersByTime(400);
    expect(softphone.asked('setWrapUp').length).toBe(1);
  });

  it('is ahead of the softphone while it is written, and follows it afterwards', async () => {
    await softphone.shows('active');
    await change('lightning-textarea', 'Credit');
    await softphone.shows('active', ({ calls: [call] }) => void (call.wrapUp.notes = 'Cre'));
    expect(find('lightning-textarea').value).toBe('Credit');
    await softphone.shows('active', ({ calls: [call] }) => void (call.wrapUp.notes = 'Credit'));
    await softphone.shows('active', ({ calls: [call] }) => void (call.wrapUp.notes = 'Credit note.'));
    expect(find('lightning-textarea').value).toBe('Credit note.');
  });

  it('keeps a note with the call that it was written about', async () => {
    await softphone.shows('wrapUp');
    await change('lightning-textarea', 'For the first');
    const next = (body) =>
      void Object.assign(body.calls[0], { callKey: 'next', wrapUp: { reason: null, more: [], notes: '' } });
    await softphone.shows('wrapUp', next);
    expect(find('lightning-textarea').value).toBe('');
    await change('lightning-textarea', 'For the next');
    jest.advanceTimersByTime(400);
    expect(softphone.asked('setWrapUp')).toEqual([
      { callKey: KEY, notes: 'For the first' },
      { callKey: 'next', notes: 'For the next' },
    ]);
  });

  it('saves what was written, then the call; a second press in between does nothing', async () => {
    await softphone.shows('wrapUp');
    await change('lightning-textarea', 'Credit');
    save().click();
    await settled();
    expect(save().disabled).toBe(true);
    expect(softphone.asked('saveWrapUp')).toEqual([]);
    await softphone.answers('setWrapUp');
    expect(softphone.asked('saveWrapUp')).toEqual([{ callKey: KEY, thenReady: false }]);
    await softphone.answers('saveWrapUp');
    expect([save().disabled, find('.problem')]).toEqual([false, null]);
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
  });

  it('says that the softphone did not answer', async () => {
    await softphone.shows('wrapUp');
    await change('lightning-combobox', '2');
    jest.advanceTimersByTime(10000);
    await settled();
    expect(text('.problem')).toBe('c.GcLwcNoAnswer');
  });

  it('sends what was written when it goes, and lets go of the channel', async () => {
    await softphone.shows('active');
    await change('lightning-textarea', 'Credit');
    element.remove();
    expect(softphone.asked('setWrapUp')).toEqual([{ callKey: KEY, notes: 'Credit' }]);
    expect([softphone.listeners.size, jest.getTimerCount()]).toEqual([0, 0]);
  });
});
