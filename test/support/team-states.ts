import type { AgentStateName, QueueStatistics } from '../../src/protocol/events.ts';
import type { ActiveCall, SoftphoneState, Supervision, TeamMember, Waiting } from '../../src/state/model.ts';
import { NOW, active, ago, signedIn, type Change } from './make-state.ts';
import { on } from './people-states.ts';
import { HOSTILE, LONG } from './texts.ts';

/** What a supervisor sees: teams, queues, and a call that is listened to. */

export const TEAMS = [
  { id: '1', name: 'Sales' },
  { id: '2', name: 'Support' },
];

const member = (
  agentId: string,
  name: string,
  state: AgentStateName,
  seconds: number,
  more: Partial<TeamMember> = {},
): TeamMember => {
  const [firstName = '', lastName = ''] = name.split('|');
  return {
    agentId,
    firstName,
    lastName,
    extension: `2${agentId.slice(1)}`,
    state,
    since: ago(seconds),
    ...more,
  };
};

export const MEMBERS: readonly TeamMember[] = [
  member('1003', 'Alan|Turing', 'NOT_READY', 662, { reason: '1' }),
  member('1002', 'Grace|Hopper', 'TALKING', 97),
  member('1008', 'Hedy|Lamarr', 'RESERVED', 4),
  member('1004', 'Katherine|Johnson', 'READY', 12),
  member('1005', 'Łucja|Nowak', 'WORK', 48),
  {
    agentId: '1006',
    firstName: 'Mary',
    lastName: 'Jackson',
    state: 'LOGOUT',
    reason: '11',
    since: ago(7300),
  },
];

const STATES: readonly AgentStateName[] = [
  'READY',
  'TALKING',
  'NOT_READY',
  'TALKING',
  'WORK',
  'LOGOUT',
  'READY',
];

/** A team of this size, in the order of its names. */
export function manyMembers(count: number): readonly TeamMember[] {
  return Array.from({ length: count }, (_, index) =>
    member(
      String(10_000 + index),
      `Agent|${String(index + 1).padStart(4, '0')}`,
      STATES[index % 7] ?? 'READY',
      60 + index,
    ),
  );
}

export const QUEUES: readonly QueueStatistics[] = [
  {
    queueName: 'Sales',
    callsInQueue: 3,
    startTimeOfLongestCallInQueue: '2026-11-21 14:02:50',
    agentsReady: 4,
    agentsNotReady: 2,
    agentsTalkingInbound: 7,
    agentsTalkingInternal: 0,
    agentsTalkingOutbound: 1,
    agentsWrapUpNotReady: 0,
    agentsWrapUpReady: 1,
  },
  { queueName: 'Support', callsInQueue: 0, agentsReady: 12, agentsNotReady: 0, agentsTalkingInbound: 0 },
  {
    queueName: 'Reception',
    callsInQueue: -1,
    agentsReady: -1,
    agentsNotReady: -1,
    agentsTalkingInbound: -1,
    agentsWrapUpNotReady: -1,
  },
];

/** A supervisor of two teams, not ready, who watches the first. */
export function supervising(
  change: Partial<Supervision> = {},
  { agent, ...more }: Change = {},
): SoftphoneState {
  return signedIn({
    agent: {
      supervisor: true,
      agentId: '1100',
      extension: '2100',
      firstName: 'Margaret',
      lastName: 'Hamilton',
      teams: TEAMS,
      state: 'NOT_READY',
      ...agent,
    },
    timeOffset: 0,
    supervision: { team: '1', phase: 'there', members: MEMBERS, queues: [], ...change },
    ...more,
  });
}

/** The call of Grace Hopper, that the supervisor listens to. */
export function monitored(change: Partial<ActiveCall> = {}): ActiveCall {
  return active({
    key: '16804378-1100-2026-11-21',
    dialogId: '16804378',
    agentId: '1100',
    direction: 'internal',
    number: '2002',
    variables: {},
    participants: [
      { mediaAddress: '2100', state: 'ACTIVE' },
      { mediaAddress: '2002', state: 'ACTIVE' },
    ],
    match: { phase: 'none', records: [] },
    answeredAt: ago(31),
    monitors: true,
    ...change,
  });
}

export const waits = (change: Partial<Waiting>): Waiting => ({
  id: 3,
  command: 'MakeReady',
  subject: '1100',
  sentAt: ago(1),
  blocks: true,
  ...change,
});

/** The button of this member's row, to be pressed. */
const rowOf = (name: string): string => {
  const index = MEMBERS.findIndex(({ lastName }) => lastName === name);
  return `gc-team [aria-rowindex="${index + 2}"] .row`;
};

const team = (change: Partial<Supervision> = {}, more: Change = {}, ...pressed: string[]): SoftphoneState =>
  on('team', supervising(change, more), ...pressed);

const queues = (change: Partial<Supervision> = {}, more: Change = {}): SoftphoneState =>
  on('queues', supervising({ queues: QUEUES, queuesAt: NOW, ...change }, more));

const listening = (change: Change = {}, ...pressed: string[]): SoftphoneState =>
  team({}, { agent: { state: 'TALKING' }, calls: [monitored()], ...change }, ...pressed);

export const TEAM: Readonly<Record<string, () => SoftphoneState>> = {
  'supervisor, ready': () => supervising({ queues: QUEUES }, { agent: { state: 'READY' } }),
  team: () => team(),
  'team, loading': () => team({ phase: 'loading', members: [] }),
  'team, not loaded': () => team({ phase: 'failed', members: [] }),
  'team, nobody': () => team({ members: [] }),
  'team, reconnecting': () => team({}, { service: { phase: 'reconnecting', since: ago(12) } }),
  'team, who talks': () => team({}, {}, rowOf('Hopper')),
  'team, who is ready': () => team({}, { agent: { state: 'READY' } }, rowOf('Johnson')),
  'team, who is not signed in': () => team({}, {}, rowOf('Jackson')),
  'team, sign-out asked back': () =>
    team({}, {}, rowOf('Johnson'), 'gc-member-actions [data-action="memberSignOut"]'),
  'team, a command waits': () =>
    team({}, { waiting: [waits({ command: 'MakeReady', subject: '1003' })] }, rowOf('Turing')),
  'team, long and hostile names': () =>
    team(
      {
        members: [
          {
            agentId: '1',
            firstName: LONG,
            lastName: LONG,
            extension: '123456789012',
            state: 'NOT_READY',
            reason: LONG,
          },
          { agentId: '2', firstName: HOSTILE, extension: HOSTILE, state: 'TALKING', since: ago(360_000) },
          {
            agentId: '3',
            firstName: 'محمد',
            lastName: 'الخطيب',
            extension: '2044',
            state: 'WORK',
            since: ago(3),
          },
          { agentId: '4' },
        ],
      },
      {},
      'gc-team [aria-rowindex="2"] .row',
    ),
  'team, two thousand members': () => team({ members: manyMembers(2000) }),
  'listening to a call': () => listening(),
  'listening, the row of who talks': () => listening({}, rowOf('Hopper')),
  'listening, barge in pressed': () =>
    listening({ waiting: [waits({ command: 'bargein', dialogId: '16804378' })] }),
  queues: () => queues(),
  'queues, not refreshed': () => queues({ queuesFailed: true }),
};
