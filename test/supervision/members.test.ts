import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { AgentSummary } from '../../src/protocol/events.ts';
import {
  isRepetition,
  listed,
  membersOf,
  offsetBy,
  told,
  type Clocks,
  type MemberEvent,
  type Team,
  type Told,
} from '../../src/supervision/members.ts';
import { NOW } from '../support/make-state.ts';

const LEARNT: Clocks = { timeOffset: 500, timeZone: undefined };
const UNKNOWN: Clocks = { timeOffset: undefined, timeZone: undefined };
const NOBODY: Team = new Map();
const at = (time: string): number => Date.parse(`${time.replace(' ', 'T')}Z`);

const user = (loginId: string, more: Partial<AgentSummary> = {}): AgentSummary => ({ loginId, ...more });
const says = (
  state: MemberEvent['state'],
  more: Partial<Extract<MemberEvent, { type: 'State' }>> = {},
): MemberEvent => ({ type: 'State', agentId: '1002', state, ...more });

describe('the list of a team', () => {
  it('is read by name, numbers as numbers, and by login id where there is no name', () => {
    const team = listed(
      [
        user('9', { firstName: 'Zoe' }),
        user('7', { firstName: 'Ärna', lastName: 'Z' }),
        user('1003'),
        user('5', { firstName: 'Agent', lastName: '10' }),
        user('6', { firstName: 'Agent', lastName: '9' }),
      ],
      NOBODY,
    );
    assert.deepEqual([...team.keys()], ['1003', '6', '5', '7', '9']);
  });

  it('has nobody twice', () => {
    const team = listed([user('1', { state: 'READY' }), user('1', { state: 'TALKING' })], NOBODY);
    assert.deepEqual([...team.values()], [{ agentId: '1', state: 'TALKING' }]);
  });

  it('keeps the reason and the arrival of a state that has not changed, which no list tells', () => {
    const time = at('2026-11-21 12:00:00');
    const before = new Map<string, Told>([
      ['1', { agentId: '1', state: 'NOT_READY', reason: '7', time, heardAt: 5 }],
      ['2', { agentId: '2', state: 'NOT_READY', reason: '7', time, heardAt: 5 }],
      ['3', { agentId: '3', state: 'NOT_READY', reason: '7', time, heardAt: 5 }],
    ]);
    const stateChangeTime = '2026-11-21 12:00:00';
    const team = listed(
      [
        user('1', { state: 'NOT_READY', stateChangeTime }),
        user('2', { state: 'READY', stateChangeTime }),
        user('3', { state: 'NOT_READY', stateChangeTime: '2026-11-21 12:30:00' }),
      ],
      before,
    );
    assert.deepEqual(
      [...team.values()].map(({ reason, heardAt }) => [reason, heardAt]),
      [
        ['7', 5],
        [undefined, undefined],
        [undefined, undefined],
      ],
    );
  });
});

describe('a member’s event', () => {
  const before: Told = {
    agentId: '1002',
    firstName: 'Grace',
    extension: '2002',
    state: 'NOT_READY',
    reason: '7',
    time: at('2026-11-21 12:00:00'),
    heardAt: 5,
  };

  it('changes state, reason and time, and who it is stays', () => {
    assert.deepEqual(told(before, says('READY', { stateChangeTime: '2026-11-21 12:10:00' }), NOW), {
      agentId: '1002',
      firstName: 'Grace',
      extension: '2002',
      state: 'READY',
      time: at('2026-11-21 12:10:00'),
      heardAt: NOW,
    });
  });

  it('says that the member sits elsewhere today', () => {
    assert.equal(told(before, says('NOT_READY', { extension: '2042' }), NOW).extension, '2042');
    const { extension, ...nowhere } = before;
    assert.ok(extension);
    assert.equal('extension' in told(nowhere, says('NOT_READY'), NOW), false);
  });

  for (const [name, event, isRepeated] of [
    ['the same, without its reason and time', says('NOT_READY'), true],
    ['the same, with its reason', says('NOT_READY', { reasonCode: '7' }), true],
    ['another reason', says('NOT_READY', { reasonCode: '8' }), false],
    ['the same at the same time', says('NOT_READY', { stateChangeTime: '2026-11-21 12:00:00' }), true],
    ['the same since another time', says('NOT_READY', { stateChangeTime: '2026-11-21 12:01:00' }), false],
    ['another state', says('READY'), false],
  ] as const) {
    it(`${name} is ${isRepeated ? 'a repetition, which loses nothing' : 'a change'}`, () => {
      assert.equal(isRepetition(before, event), isRepeated);
      if (isRepeated) assert.deepEqual(told(before, event, NOW), before);
      else assert.equal(told(before, event, NOW).heardAt, NOW);
    });
  }
});

describe('the members as they are shown', () => {
  const team = (one: Partial<Told>): Team => new Map([['1', { agentId: '1', state: 'READY', ...one }]]);
  const since = (one: Partial<Told>, clocks: Clocks): number | undefined =>
    membersOf(team(one), [], clocks)[0]?.since;

  it('tell since when by our clock, once GC’s is known', () => {
    const time = at('2026-11-21 12:00:00');
    assert.equal(since({ time }, LEARNT), time + 500);
    assert.equal(since({ time }, { timeOffset: 9, timeZone: 'Europe/Copenhagen' }), time - 3_600_000);
    assert.equal(since({ time, heardAt: 77 }, UNKNOWN), 77);
    assert.equal(since({ time }, UNKNOWN), undefined, 'nobody told');
    assert.equal(since({ heardAt: 77 }, LEARNT), 77);
    assert.equal(since({ time, heardAt: time + 100 }, LEARNT), time + 100, 'never after it was heard of');
  });

  it('are the very objects of before where nothing changed, and so is their list', () => {
    const all = listed(
      ['1', '2', '3'].map((one) => user(one, { state: 'READY', stateChangeTime: '2026-11-21 12:00:00' })),
      NOBODY,
    );
    const first = membersOf(all, [], LEARNT);
    assert.equal(membersOf(all, first, LEARNT), first);
    // What is learnt of a clock in between moves nobody.
    assert.equal(membersOf(all, first, { ...LEARNT, timeOffset: 300 }), first);
    const { heardAt: _heardAt, ...later } = told(
      { agentId: '2', state: 'READY' },
      { type: 'TeamMemberState', agentId: '2', state: 'TALKING' },
      NOW,
    );
    const second = membersOf(new Map([...all, ['2', later]]), first, LEARNT);
    assert.deepEqual(
      second.map((one, index) => one === first[index]),
      [true, false, true],
    );
    // Also where the order is another.
    const { 0: a, 1: b, 2: c } = [...all];
    const turned = membersOf(new Map([c!, b!, a!]), first, LEARNT);
    assert.deepEqual(turned, [first[2], first[1], first[0]]);
    assert.equal(turned[0], first[2]);
  });

  it('hold nothing but what they are told, whatever comes in whichever order', () => {
    const event = fc.record({
      agentId: fc.constantFrom('1', '2', '3'),
      state: fc.constantFrom('READY', 'NOT_READY', 'TALKING', 'LOGOUT'),
      reasonCode: fc.option(fc.constantFrom('7', '8'), { nil: undefined }),
      stateChangeTime: fc.option(
        fc
          .integer({ min: 0, max: 59 })
          .map((minute) => `2026-11-21 12:${String(minute).padStart(2, '0')}:00`),
        { nil: undefined },
      ),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        let all = listed([user('1'), user('2'), user('3')], NOBODY);
        let shown = membersOf(all, [], UNKNOWN);
        for (const [index, { reasonCode, stateChangeTime, ...one }] of events.entries()) {
          const full: MemberEvent = {
            type: 'TeamMemberState',
            ...one,
            ...(reasonCode === undefined ? {} : { reasonCode }),
            ...(stateChangeTime === undefined ? {} : { stateChangeTime }),
          };
          const old = all.get(one.agentId)!;
          const next = told(old, full, NOW + 10_000 * index);
          assert.equal(next.state, one.state);
          assert.equal(isRepetition(old, full), next.heardAt !== NOW + 10_000 * index);
          all = new Map([...all, [one.agentId, next]]);
          const now = membersOf(all, shown, UNKNOWN);
          assert.deepEqual(now, membersOf(all, [], UNKNOWN), 'as if made anew');
          for (const [place, member] of now.entries())
            assert.ok(member === shown[place] || member.agentId === one.agentId);
          assert.deepEqual(structuredClone(now), now);
          shown = now;
        }
      }),
    );
  });
});

describe('GC’s clock', () => {
  const change = says('READY', { stateChangeTime: '2026-11-21 12:00:00' });
  const time = at('2026-11-21 12:00:00');

  it('is learnt from the smallest gap between a change and its arrival', () => {
    assert.equal(offsetBy(change, time + 900, UNKNOWN), 900);
    assert.equal(offsetBy(change, time + 900, LEARNT), 500);
    assert.equal(offsetBy(change, time + 200, LEARNT), 200);
    assert.equal(offsetBy(change, time - 3_600_000, LEARNT), -3_600_000, 'another zone');
  });

  it('is not learnt where its zone is known, or no time was told', () => {
    assert.equal(offsetBy(change, time + 200, { timeOffset: undefined, timeZone: 'UTC' }), undefined);
    assert.equal(offsetBy(says('READY'), NOW, LEARNT), 500);
  });
});
