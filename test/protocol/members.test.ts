import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GcEvent } from '../../src/protocol/events.ts';
import { reduce } from '../../src/state/reduce.ts';
import { active, NOW, signedIn } from '../support/make-state.ts';
import { eventOf } from './support/decoded.ts';

/** What GC tells supervisor 1001 about member 1002, in each of the ways that it has. */
const STATES: readonly (readonly [frame: string | object, event: GcEvent])[] = [
  [
    {
      type: 'State',
      agentId: '1002',
      state: 'NOT_READY',
      reasonCode: 8,
      stateChangeTime: '2019-09-17 12:46:21',
    },
    {
      type: 'State',
      agentId: '1002',
      state: 'NOT_READY',
      reasonCode: '8',
      stateChangeTime: '2019-09-17 12:46:21',
    },
  ],
  [
    '1001#State#LOGOUT#255####Grace Hopper#1002#2002',
    {
      type: 'State',
      agentId: '1002',
      state: 'LOGOUT',
      reasonCode: '255',
      fullName: 'Grace Hopper',
      extension: '2002',
    },
  ],
  [
    { type: 'TeamMemberState', teamId: 1, agentId: 1002, state: 'Talking', reasonCode: -1 },
    { type: 'TeamMemberState', teamId: '1', agentId: '1002', state: 'TALKING' },
  ],
  ['1001#TeamMemberStateChanged#1#TALKING', { type: 'TeamMemberState', teamId: '1', state: 'TALKING' }],
];

/** What a GC that serves a whole desk on one destination says of others' calls. */
const CALLS = [
  { type: 'InboundCall', dialogId: '7', state: 'DROPPED', agentId: '1002' },
  '1002#InboundCall#DROP#DialogID:7#Grace Hopper',
  '1002#InboundCall#ACTIVE#Grace Hopper',
  '1002#ConsultCall#ACTIVE#AssDialogID:7',
  '1002#DialogState#NOT_FOUND#7#Grace Hopper',
  '1002#Error#SESSION_INVALIDATED',
  '1002#NewInboundCall#+14155550123#ani=+14155550123#DialogID:9',
];

test('a member’s state names the member, in every form', () => {
  for (const [frame, event] of STATES) assert.deepEqual(eventOf(frame), event);
});

test('what is about a member changes neither the supervisor’s own state nor a call of theirs', () => {
  const state = signedIn({ agent: { supervisor: true }, calls: [active({ dialogId: '7' })] });
  for (const frame of [...STATES.map(([written]) => written), ...CALLS]) {
    const next = reduce(state, { type: 'gc', event: eventOf(frame), at: NOW });
    assert.deepEqual(
      [next.agent, next.calls, next.alerts, next.status],
      [state.agent, state.calls, [], undefined],
    );
  }
});

test('a team’s members are read in both forms', () => {
  const users = [{ loginId: '1002', firstName: 'Grace', extension: '2002', state: 'READY', teamId: '1' }];
  const read = { type: 'Agents', agentId: '1001', users };
  assert.deepEqual(eventOf({ ...read, users: [{ ...users[0], loginId: undefined, AgentId: 1002 }] }), read);
  assert.deepEqual(
    eventOf(
      '1001#TeamUsersList#FirstName:Grace,LastName:,Extension:2002,LoginId:1002,State:READY,ReasonCode:,TeamId:1,Since:',
    ),
    read,
  );
});
