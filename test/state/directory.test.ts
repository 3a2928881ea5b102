import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Intent } from '../../src/state/intents.ts';
import {
  agentsIn,
  askForPeople,
  colleaguesAndContacts,
  contactsIn,
  findPeople,
  fold,
  search,
} from '../../src/state/directory.ts';
import type { SoftphoneState } from '../../src/state/model.ts';
import { signedIn, type Change } from '../support/make-state.ts';
import { PHONEBOOKS, RECENT, directory, manyContacts, recentCall } from '../support/people-states.ts';

const state = (change: Change = {}): SoftphoneState =>
  signedIn({ phonebooks: PHONEBOOKS, directory: directory(), ...change });
const names = (people: readonly { readonly name: string; readonly number: string }[]): string[] =>
  people.map(({ name, number }) => name || number);
const find = (text: string, change: Change = {}): string[] => names(findPeople(state(change), text, 20));

describe('a directory', () => {
  it('has the agents who are signed in, by name, and not the agent who reads it', () => {
    assert.deepEqual(names(search(agentsIn(state()), '')), ['Alan Turing', 'Grace Hopper', 'Łucja Nowak']);
  });

  it('shows an agent with extension and state', () => {
    const [alan] = search(agentsIn(state()), 'alan');
    assert.deepEqual(alan, {
      key: 'agent:1003',
      kind: 'agent',
      name: 'Alan Turing',
      number: '2003',
      state: 'TALKING',
    });
  });

  it('names an agent without a name by the id', () => {
    const agents = { phase: 'there', members: [{ loginId: '1007', extension: '2007' }] } as const;
    assert.deepEqual(names(search(agentsIn(state({ directory: directory({ agents }) })), '')), ['1007']);
  });

  it('leaves out who has no phone', () => {
    const agents = { phase: 'there', members: [{ loginId: '1007', firstName: 'Mute' }] } as const;
    assert.deepEqual(search(agentsIn(state({ directory: directory({ agents }) })), ''), []);
  });

  it('has the contacts of one phonebook, or none of one that is not there', () => {
    assert.deepEqual(names(search(contactsIn(state(), '6'), '')), ['Zoë Ünal']);
    assert.deepEqual(search(contactsIn(state(), '99'), ''), []);
  });

  it('has everybody in one order, accents apart', () => {
    assert.deepEqual(names(search(colleaguesAndContacts(state()), '')), [
      'Alan Turing',
      'Front desk',
      'Grace Hopper',
      '+49 40 555 0100',
      'Łucja Nowak',
      'Maria Sørensen',
      'Zoë Ünal',
    ]);
  });

  it('has a colleague who is signed in once, with the state', () => {
    const contacts = [{ firstName: 'Alan', lastName: 'Turing', phoneNumber: '2003' }];
    const now = state({ directory: directory({ contacts: { '5': { phase: 'there', contacts } } }) });
    const found = search(colleaguesAndContacts(now), 'turing');
    assert.deepEqual(
      found.map((person) => person.state),
      ['TALKING'],
    );
  });

  it('makes a list once', () => {
    const now = state();
    assert.equal(colleaguesAndContacts(now), colleaguesAndContacts({ ...now, alerts: [] }));
    const changed = { ...now, directory: { ...now.directory, agents: directory().agents } };
    assert.equal(contactsIn(now, '5'), contactsIn(changed, '5'));
  });

  it('is another one when another phonebook has come', () => {
    const before = state({ directory: directory({ contacts: {} }) });
    assert.equal(colleaguesAndContacts(before).length, 3);
    assert.equal(colleaguesAndContacts(state()).length, 7);
    assert.equal(colleaguesAndContacts(before).length, 3);
  });
});

describe('what is folded', () => {
  for (const [text, folded] of [
    ['Sørensen-Møller', 'sorensen moller'],
    ['  O’Brien, Zoë ', 'o brien zoe'],
    ['Straße', 'strasse'],
    ['Đặng Łukasz Æsir', 'dang lukasz aesir'],
    ['أحمد', 'احمد'],
    ['ＡＢＣ１２', 'abc12'],
    ['—', ''],
  ] as const) {
    it(`${text} is ${folded}`, () => assert.equal(fold(text), folded));
  }
});

describe('people are found', () => {
  for (const [text, found] of [
    ['maria', ['Maria Sørensen']],
    ['soren', ['Maria Sørensen']],
    ['sør mar', ['Maria Sørensen']],
    ['UNAL', ['Zoë Ünal']],
    ['nordlys', ['Maria Sørensen']],
    ['1003', ['Alan Turing']],
    ['2003', ['Alan Turing']],
    ['0045 33 55', ['Maria Sørensen']],
    ['+45 (33) 55-01', ['Maria Sørensen']],
    ['33 55 01 23', ['Maria Sørensen']],
    ['٢٠٠٣', ['Alan Turing']],
    ['maria nobody', []],
    ['zzz', []],
  ] as const) {
    it(`by “${text}”`, () => assert.deepEqual(find(text), found));
  }

  it('by the beginning of the name before the beginning of another word, and by any part last', () => {
    const contacts = [
      { firstName: 'Joanna', phoneNumber: '1' },
      { firstName: 'Eva', lastName: 'Anders', phoneNumber: '2' },
      { firstName: 'Anna', phoneNumber: '3' },
    ];
    const change = { directory: directory({ contacts: { '5': { phase: 'there', contacts } } }) };
    assert.deepEqual(find('an', change), ['Anna', 'Eva Anders', 'Alan Turing', 'Joanna']);
  });

  it('by the whole number before its beginning, and that before its end', () => {
    const contacts = ['9200', '2003', '200'].map((phoneNumber) => ({ phoneNumber }));
    const change: Change = {
      directory: directory({
        agents: { phase: 'there', members: [] },
        contacts: { '5': { phase: 'there', contacts } },
      }),
    };
    assert.deepEqual(find('200', change), ['200', '2003', '9200']);
  });

  it('as many as are wanted', () => {
    assert.deepEqual(names(findPeople(state(), '', 2)), ['Alan Turing', 'Front desk']);
  });

  it('among recent calls first, where nothing is typed', () => {
    assert.deepEqual(names(findPeople(state({ recent: RECENT }), '', 3)), [
      '+1 415 555 0123',
      'Alan Turing',
      'Front desk',
    ]);
  });

  it('each recent number once, and as whom it belongs to', () => {
    const recent = [
      recentCall({ key: '1', name: '', number: '+1 415 555 0123' }),
      recentCall({ key: '2', name: 'Old name', number: '+1 (415) 555-0123' }),
      recentCall({ key: '3', name: 'Somebody', number: '2003' }),
      recentCall({ key: '4', number: '' }),
    ];
    assert.deepEqual(names(findPeople(state({ recent }), '', 20)).slice(0, 2), [
      '+1 415 555 0123',
      'Alan Turing',
    ]);
    assert.deepEqual(find('2003', { recent }), ['Alan Turing']);
  });
});

describe('who wants to see people', () => {
  it('asks for the agents, and for the phonebooks that are not there', () => {
    const asked: Intent[] = [];
    const { contacts } = directory();
    const now = state({ directory: directory({ contacts: { '5': contacts['5']! } }) });
    askForPeople(now, (intent) => asked.push(intent));
    assert.deepEqual(asked, [{ type: 'loadAgents' }, { type: 'loadContacts', phonebook: '6' }]);
  });

  it('asks again for what failed, and not for what comes', () => {
    const asked: Intent[] = [];
    const now = state({
      directory: directory({
        contacts: { '5': { phase: 'failed', contacts: [] }, '6': { phase: 'loading', contacts: [] } },
      }),
    });
    askForPeople(now, (intent) => asked.push(intent));
    assert.deepEqual(asked, [{ type: 'loadAgents' }, { type: 'loadContacts', phonebook: '5' }]);
  });
});

describe('ten thousand contacts', () => {
  /** Of the processor, not of the wall: other tests run beside this one. */
  const cost = (run: () => void): number => {
    const before = process.cpuUsage();
    run();
    return process.cpuUsage(before).user / 1000;
  };

  it('are searched within a frame, a letter after the other', () => {
    const now = state({
      directory: directory({ contacts: { '5': { phase: 'there', contacts: manyContacts(10_000) } } }),
    });
    findPeople(now, '', 1);
    const costs: number[] = [];
    for (let round = 0; round < 5; round += 1)
      for (const text of ['s', 'so', 'sor', 'soren', 'sorensen m', 'sorensen mar', '+45', '+45 3310', '33'])
        costs.push(cost(() => findPeople(now, text, Infinity)));
    const middle = costs.sort((a, b) => a - b)[Math.floor(costs.length / 2)]!;
    assert.ok(middle < 16, `${middle} ms`);
    assert.equal(findPeople(now, 'sorensen maria', Infinity).length, 100);
  });
});
