import GcWrapUp from 'c/gcWrapUp';
import { settled } from '../../gcSoftphone/__tests__/channel';
import { events, KEY } from '../../gcSoftphone/__tests__/examples';
import { stage } from '../../gcSoftphone/__tests__/stage';

const page = stage('c-gc-wrap-up', GcWrapUp);
const { softphone, show, find, change } = page;

beforeEach(() => show());

describe('the note of a wrap-up', () => {
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
    const next = (body) => {
      const [call] = body.calls;
      body.calls = [{ ...call, callKey: 'next', wrapUp: { reason: null, more: [], notes: '' } }, call];
    };
    await softphone.shows('wrapUp', next);
    expect(find('lightning-textarea').value).toBe('');
    await change('lightning-textarea', 'For the next');
    jest.advanceTimersByTime(400);
    expect(softphone.asked('setWrapUp')).toEqual([
      { callKey: KEY, notes: 'For the first' },
      { callKey: 'next', notes: 'For the next' },
    ]);
  });

  it('gives way to a later note, by whomever it is', async () => {
    await softphone.shows('active');
    await change('lightning-textarea', 'Credit');
    jest.advanceTimersByTime(400);
    await softphone.answers('setWrapUp');
    expect(find('lightning-textarea').value).toBe('Credit');
    // The softphone told of both at once: its note was never the draft alone.
    await softphone.shows('active', ({ calls: [call] }) => void (call.wrapUp.notes = 'Credit\nCall back.'));
    expect(find('lightning-textarea').value).toBe('Credit\nCall back.');
    await change('lightning-textarea', undefined, 'blur');
    expect(softphone.asked('setWrapUp').length).toBe(1);
  });

  it('gives way also when the later note comes before the answer', async () => {
    await softphone.shows('active');
    await change('lightning-textarea', 'Credit');
    jest.advanceTimersByTime(400);
    await softphone.shows('active', ({ calls: [call] }) => void (call.wrapUp.notes = 'Credit\nCall back.'));
    await softphone.answers('setWrapUp');
    expect(find('lightning-textarea').value).toBe('Credit\nCall back.');
  });

  it('does not give way to an older note while more is written', async () => {
    await softphone.shows('active');
    await change('lightning-textarea', 'Cre');
    jest.advanceTimersByTime(400);
    await change('lightning-textarea', 'Credit');
    await softphone.answers('setWrapUp');
    await softphone.shows('active', ({ calls: [call] }) => void (call.wrapUp.notes = 'Cre'));
    expect(find('lightning-textarea').value).toBe('Credit');
    jest.advanceTimersByTime(400);
    expect(softphone.asked('setWrapUp').at(-1)).toEqual({ callKey: KEY, notes: 'Credit' });
  });

  it('does not ask for what nobody takes any more: the note of a call that is over', async () => {
    await softphone.shows('wrapUp');
    await change('lightning-textarea', 'Credit');
    await softphone.shows('ready');
    jest.advanceTimersByTime(400);
    expect(softphone.asked('setWrapUp')).toEqual([]);
  });

  it('keeps what was written while the softphone is loaded anew', async () => {
    await softphone.shows('active');
    await change('lightning-textarea', 'Credit');
    await softphone.says(events.bye);
    await softphone.shows('active');
    expect(find('lightning-textarea').value).toBe('Credit');
  });

  it('keeps what could not be sent while the softphone is loaded anew, and sends it then', async () => {
    await softphone.shows('active');
    await change('lightning-textarea', 'Credit');
    await softphone.says(events.bye);
    jest.advanceTimersByTime(10400);
    await settled();
    await softphone.shows('active');
    expect(find('lightning-textarea').value).toBe('Credit');
    await softphone.answers('setWrapUp');
    await softphone.shows('active', ({ calls: [call] }) => void (call.wrapUp.notes = 'Credit'));
    expect(softphone.asked('setWrapUp')).toEqual([
      { callKey: KEY, notes: 'Credit' },
      { callKey: KEY, notes: 'Credit' },
    ]);
  });

  it('sends what was written when it goes, and lets go of the channel', async () => {
    await softphone.shows('active');
    await change('lightning-textarea', 'Credit');
    page.element.remove();
    expect(softphone.asked('setWrapUp')).toEqual([{ callKey: KEY, notes: 'Credit' }]);
    expect([softphone.listeners.size, jest.getTimerCount()]).toEqual([0, 0]);
  });
});
