import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { GcEvent } from '../../src/protocol/events.ts';
import { createDirectoryDesk } from '../../src/softphone/directory-desk.ts';
import { createLists } from '../../src/softphone/lists.ts';
import { error, stage } from '../session/support/stage.ts';
import { CONTACTS, MEMBERS } from '../support/people-states.ts';

const answer = (contacts = CONTACTS): GcEvent => ({ type: 'PhonebookContacts', agentId: '1001', contacts });
const agents: GcEvent = { type: 'Agents', agentId: '1001', users: MEMBERS };

async function desk() {
  const phone = await stage().in();
  const directory = createDirectoryDesk(phone.store, createLists(phone.store, phone.session.send));
  return {
    ...phone,
    directory,
    book: (phonebook: string) => directory.load({ type: 'loadContacts', phonebook }),
    agents: () => directory.load({ type: 'loadAgents' }),
  };
}

describe('a phonebook', () => {
  it('is asked for, and shown when it comes', async () => {
    const { connection, book, store } = await desk();
    book('5');
    assert.deepEqual(connection.sent('GetPhonebookContacts'), ['5']);
    assert.deepEqual(store.state.directory.contacts, { '5': { phase: 'loading', contacts: [] } });
    connection.say(answer());
    assert.deepEqual(store.state.directory.contacts, { '5': { phase: 'there', contacts: CONTACTS } });
  });

  it('is asked for after the one before, as the answers do not say which they are of', async () => {
    const { connection, book, store } = await desk();
    book('5');
    book('6');
    book('7');
    assert.deepEqual(connection.sent('GetPhonebookContacts'), ['5']);
    connection.say(answer());
    assert.deepEqual(connection.sent('GetPhonebookContacts'), ['5', '6']);
    connection.say(answer([]));
    connection.say(answer([{ phoneNumber: '7' }]));
    const { contacts } = store.state.directory;
    assert.deepEqual(contacts['5']?.contacts, CONTACTS);
    assert.deepEqual(contacts['6'], { phase: 'there', contacts: [] });
    assert.deepEqual(contacts['7']?.contacts, [{ phoneNumber: '7' }]);
  });

  it('is not asked for twice', async () => {
    const { connection, book } = await desk();
    book('5');
    book('5');
    connection.say(answer());
    book('5');
    assert.deepEqual(connection.sent('GetPhonebookContacts'), ['5']);
  });

  for (const [name, fail] of [
    ['is refused', (one) => one.connection.say(error('GENERAL_ERROR'))],
    ['does not come within ten seconds', (one) => one.clock.advance(10_000)],
    ['is lost with the connection', (one) => one.connection.drop()],
  ] as readonly (readonly [string, (one: Awaited<ReturnType<typeof desk>>) => unknown])[]) {
    it(`that ${name} failed, with those behind it, and nothing more goes out`, async () => {
      const one = await desk();
      one.book('5');
      one.book('6');
      await fail(one);
      const phases = Object.values(one.store.state.directory.contacts).map(({ phase }) => phase);
      assert.deepEqual(phases, ['failed', 'failed']);
      assert.deepEqual(one.connection.sent('GetPhonebookContacts'), ['5']);
    });
  }

  it('that failed is asked for again', async () => {
    const { connection, book, store } = await desk();
    book('5');
    connection.say(error('GENERAL_ERROR'));
    book('5');
    connection.say(answer());
    assert.equal(store.state.directory.contacts['5']?.phase, 'there');
  });

  it('has failed at once while GC is out of reach', async () => {
    const { connection, book, store } = await desk();
    connection.drop();
    book('5');
    assert.equal(store.state.directory.contacts['5']?.phase, 'failed');
  });

  it('that another tab asked for may be asked for by this one', async () => {
    const { store, session } = await stage().in();
    const directory = {
      contacts: { '5': { phase: 'loading', contacts: [] } },
      agents: { phase: 'loading', members: MEMBERS },
    } as const;
    store.apply({ type: 'people', directory });
    createDirectoryDesk(store, createLists(store, session.send));
    assert.deepEqual(store.state.directory, {
      contacts: { '5': { phase: 'failed', contacts: [] } },
      agents: { phase: 'failed', members: MEMBERS },
    });
  });

  it('is nobody’s after the sign-out', async () => {
    const { connection, book, store } = await desk();
    book('5');
    connection.say(answer());
    store.apply({ type: 'signedOut', keepCalls: false });
    assert.deepEqual(store.state.directory, { contacts: {}, agents: { phase: 'unasked', members: [] } });
  });
});

describe('the agents', () => {
  it('are asked for, and shown when they come', async () => {
    const { connection, agents: ask, store } = await desk();
    ask();
    assert.equal(store.state.directory.agents.phase, 'loading');
    connection.say(agents);
    assert.deepEqual(store.state.directory.agents, { phase: 'there', members: MEMBERS });
  });

  it('are asked for again for their states, and stay on the screen meanwhile', async () => {
    const { connection, agents: ask, store } = await desk();
    ask();
    connection.say(agents);
    ask();
    ask();
    assert.deepEqual(store.state.directory.agents, { phase: 'loading', members: MEMBERS });
    assert.equal(connection.sent('getallagents').length, 2);
    connection.say({ ...agents, users: [] });
    assert.deepEqual(store.state.directory.agents.members, []);
  });

  it('stay as they were where GC does not answer', async () => {
    const { connection, agents: ask, store, clock } = await desk();
    ask();
    connection.say(agents);
    ask();
    await clock.advance(10_000);
    assert.deepEqual(store.state.directory.agents, { phase: 'failed', members: MEMBERS });
  });

  it('do not hold up a phonebook', async () => {
    const { connection, agents: ask, book, store } = await desk();
    ask();
    book('5');
    connection.say(answer(), agents);
    assert.equal(store.state.directory.contacts['5']?.phase, 'there');
    assert.equal(store.state.directory.agents.phase, 'there');
  });
});
