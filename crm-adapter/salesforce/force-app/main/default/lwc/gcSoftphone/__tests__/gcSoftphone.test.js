import { APPLICATION_SCOPE, publish, subscribe } from 'lightning/messageService';
import {
  connectSoftphone,
  duration,
  fill,
  isSameId,
  partyOf,
  problemOf,
  SoftphoneError,
} from 'c/gcSoftphone';
import { FakeSoftphone } from './channel';
import { events } from './examples';

const context = { page: 'one' };

describe('the softphone of a page', () => {
  let softphone;
  beforeEach(() => {
    softphone = new FakeSoftphone();
  });

  it('is heard on its channel, in background tabs too, and asked on the other', async () => {
    const onChange = jest.fn();
    const connection = connectSoftphone(context, { onChange });
    expect(subscribe.mock.calls.at(-1)[0]).toBe(context);
    expect(subscribe.mock.calls.at(-1)[3]).toEqual({ scope: APPLICATION_SCOPE });
    expect(publish.mock.calls.at(-1)[0]).toBe(context);
    expect(softphone.heard.map(({ name }) => name)).toEqual(['state']);
    await softphone.answers('state', { body: events.ringing.body });
    expect(onChange).toHaveBeenLastCalledWith(events.ringing.body);
    const asked = connection.request('openRecord', { id: '5001' });
    await softphone.answers('openRecord');
    await expect(asked).resolves.toBeNull();
    connection.disconnect();
  });

  it('is heard no longer after the component has gone', async () => {
    const onChange = jest.fn();
    const connection = connectSoftphone(context, { onChange });
    connection.disconnect();
    expect(softphone.listeners.size).toBe(0);
    await softphone.shows('ringing');
    expect(onChange).not.toHaveBeenCalled();
  });
});

describe('words', () => {
  it('are put into labels; a label in other words stays as it is', () => {
    expect(fill('Link to {{party}} – {{other}}', { party: '{{party}}' })).toBe(
      'Link to {{party}} – {{other}}',
    );
    expect(fill('c.GcCallWith', { party: 'Maria' })).toBe('c.GcCallWith');
  });

  it.each([
    [0, '0:00'],
    [7.9, '0:07'],
    [61, '1:01'],
    [3723, '1:02:03'],
    [-5, '0:00'],
  ])('%d seconds are %s', (seconds, text) => expect(duration(seconds)).toBe(text));

  it('say who is on the other side', () => {
    const of = (name, number) => partyOf({ name, number }, 'Withheld');
    expect([of('Maria', '1'), of('', '1'), of('', '')]).toEqual(['Maria', '1', 'Withheld']);
  });

  it('say why something was not done', () => {
    const problems = [new SoftphoneError('denied', 'No'), new SoftphoneError('unavailable'), undefined];
    expect(problems.map((error) => problemOf(error, 'No answer'))).toEqual(['No', 'No answer', 'No answer']);
  });

  it('know a record by either of its ids', () => {
    expect(isSameId('5005g00000ZaBcdAAD', '5005g00000ZaBcd')).toBe(true);
    expect(isSameId('5005g00000ZaBcdAAD', '5005g00000ZaBceAAD')).toBe(false);
    expect(isSameId(undefined, undefined)).toBe(false);
  });
});
