import { createClient, SoftphoneError } from '../client';
import { KEY, events, requests, responses, stateOf } from './examples';

function start(listeners = {}) {
  const posted = [];
  const client = createClient({ ...listeners, post: (message) => posted.push(message) });
  const answer = (message = posted.at(-1), more = {}) =>
    client.hear({ ...responses.done, to: `${message.page}/${message.id}`, id: 1000 + message.id, ...more });
  return { client, posted, answer };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('a client of the softphone', () => {
  it.each(Object.entries(requests))('asks %s as the contract has it', (name, example) => {
    const { client, posted } = start();
    client.request(name, example.body).catch(() => undefined);
    expect(posted).toEqual([{ ...example, page: posted[0].page }]);
  });

  it('names itself by a page of its own, and numbers its requests', () => {
    const { client, posted } = start();
    const other = start();
    for (const one of [client, client, other.client]) one.request('state').catch(() => undefined);
    expect(posted.map(({ id }) => id)).toEqual([1, 2]);
    expect(posted[0].page).toBe(posted[1].page);
    expect(posted[0].page).not.toBe(other.posted[0].page);
  });

  it('shows what the softphone is, when it is asked and whenever it changes', async () => {
    const onChange = jest.fn();
    const { client, answer } = start({ onChange });
    client.connect();
    answer(undefined, { body: events.ready.body, id: 1 });
    await Promise.resolve();
    expect(onChange).toHaveBeenLastCalledWith(events.ready.body);
    client.hear(stateOf('ringing', 2));
    expect(onChange).toHaveBeenLastCalledWith(events.ringing.body);
  });

  it('tells the steps of calls, and what was logged', () => {
    const onCall = jest.fn();
    const onLogged = jest.fn();
    const { client } = start({ onCall, onLogged });
    client.hear(events.ended);
    client.hear(events.logged);
    expect(onCall).toHaveBeenCalledWith(events.ended.body);
    expect(onLogged).toHaveBeenCalledWith({ callKey: KEY, activityId: '00T1' });
  });

  it('needs no listener', () => {
    const { client } = start();
    for (const message of [events.hello, events.ringing, events.ended, events.logged, events.bye])
      expect(() => client.hear(message)).not.toThrow();
  });

  it('gives each request its own answer', async () => {
    const { client, posted, answer } = start();
    const first = client.request('answer', { callKey: KEY });
    const second = client.request('hold', { callKey: KEY });
    answer(posted[1], { error: responses.refused.error, id: 1 });
    answer(posted[0], { body: 7, id: 2 });
    await expect(first).resolves.toBe(7);
    await expect(second).rejects.toEqual(
      new SoftphoneError('denied', 'The phone system does not allow this for this call now.'),
    );
    await expect(second).rejects.toMatchObject({ name: 'SoftphoneError', code: 'denied' });
  });

  it('takes an answer once, and none of another component', async () => {
    const { client, answer } = start();
    const asked = client.request('answer', { callKey: KEY });
    client.hear({ ...responses.done, to: 'other/1', id: 1, body: 'theirs' });
    answer(undefined, { id: 2, body: 'ours' });
    answer(undefined, { id: 3, body: 'again' });
    await expect(asked).resolves.toBe('ours');
  });

  it('gives up after ten seconds: nobody is there, or nobody knows whether it was done', async () => {
    const { client } = start();
    const nobody = client.request('state');
    jest.advanceTimersByTime(10000);
    await expect(nobody).rejects.toMatchObject({ code: 'unavailable', message: '' });
    client.hear(events.ready);
    const lost = client.request('dial', { number: '2002' });
    jest.advanceTimersByTime(9999);
    client.hear(stateOf('ringing', 3));
    jest.advanceTimersByTime(1);
    await expect(lost).rejects.toMatchObject({ code: 'unconfirmed' });
  });

  it('asks a softphone that owes an answer how it is, and forgets the one that does not even say that', async () => {
    const onChange = jest.fn();
    const { client, posted } = start({ onChange });
    client.hear(events.ready);
    client.request('dial', { number: '2002' }).catch(() => undefined);
    jest.advanceTimersByTime(10000);
    expect(posted.map(({ name }) => name)).toEqual(['dial', 'state']);
    expect(onChange).toHaveBeenLastCalledWith(events.ready.body);
    jest.advanceTimersByTime(10000);
    expect(onChange).toHaveBeenLastCalledWith(undefined);
    expect([posted.length, jest.getTimerCount()]).toEqual([2, 0]);
    client.hear(stateOf('ringing', 9));
    expect(onChange).toHaveBeenLastCalledWith(events.ringing.body);
  });

  it('keeps a softphone that says how it is, whatever became of the request', async () => {
    const onChange = jest.fn();
    const { client, answer } = start({ onChange });
    client.hear(events.ready);
    client.request('dial', { number: '2002' }).catch(() => undefined);
    jest.advanceTimersByTime(10000);
    answer(undefined, { body: events.ringing.body });
    await Promise.resolve();
    jest.advanceTimersByTime(20000);
    expect(onChange.mock.calls.map(([phone]) => phone?.label)).toEqual([
      events.ready.body.label,
      events.ringing.body.label,
    ]);
  });

  it('forgets the softphone that says bye, and what it was asked for', async () => {
    const onChange = jest.fn();
    const { client } = start({ onChange });
    client.hear(events.ready);
    const asked = client.request('dial', { number: '2002' });
    client.hear({ ...events.bye, id: 9 });
    await expect(asked).rejects.toMatchObject({ code: 'unconfirmed' });
    expect(onChange).toHaveBeenLastCalledWith(undefined);
  });

  it('goes over to a softphone that was loaded anew, and does not wait for the one before', async () => {
    const onChange = jest.fn();
    const { client } = start({ onChange });
    client.hear(stateOf('ready', 50));
    const asked = client.request('dial', { number: '2002' });
    client.hear({ ...events.hello, page: 'anew', id: 1 });
    await expect(asked).rejects.toMatchObject({ code: 'unconfirmed' });
    client.hear({ ...events.ringing, page: 'anew', id: 2 });
    expect(onChange).toHaveBeenLastCalledWith(events.ringing.body);
    client.hear({ ...events.bye, page: 'long gone', id: 99 });
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'state'],
    ['a message of another app', { ...events.ringing, app: 'other' }],
    ['another version', { ...events.ringing, version: 2 }],
    ['one without a page', { ...events.ringing, page: undefined }],
    ['one without a number', { ...events.ringing, id: '3' }],
    ['an event that nobody knows', { ...events.ringing, name: 'weather' }],
    ['an answer that nobody waits for', { ...responses.done }],
  ])('does nothing with %s', (_what, message) => {
    const onChange = jest.fn();
    const { client } = start({ onChange });
    client.hear(message);
    expect(onChange).not.toHaveBeenCalled();
  });

  it('drops what it has heard before', () => {
    const onChange = jest.fn();
    const { client } = start({ onChange });
    client.hear(stateOf('ringing', 5));
    client.hear(stateOf('ready', 5));
    client.hear(stateOf('ready', 4));
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it('says and tells nothing after it was disconnected', async () => {
    const onChange = jest.fn();
    const { client, posted } = start({ onChange });
    const asked = client.request('state');
    client.disconnect();
    await expect(asked).rejects.toMatchObject({ code: 'unavailable' });
    client.hear(events.ringing);
    await expect(client.request('state')).rejects.toMatchObject({ code: 'unavailable' });
    expect([onChange.mock.calls.length, posted.length]).toEqual([0, 1]);
  });
});
