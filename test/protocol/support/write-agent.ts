import fc from 'fast-check';
import type { Team } from '../../../src/protocol/events.ts';
import { agentState, digits, errorCode, list, maybe, name, record, time } from './any.ts';
import { form } from './form.ts';
import type { Form } from './form.ts';

const agentId = digits;
const fullName = name;
const team: fc.Arbitrary<Team> = record({ id: digits, name });

export const AGENT_FORMS: readonly Form[] = [
  form(
    'O-001/0',
    { agentId, state: agentState, fullName },
    (e) => ({ type: 'State', ...e }),
    (e) => [e.agentId, 'State', e.state, e.fullName],
  ),
  form(
    'O-001/1',
    { agentId, state: agentState, reasonCode: maybe(digits), fullName },
    (e) => ({ type: 'State', ...e }),
    (e) => [e.agentId, 'State', e.state, e.reasonCode, e.fullName],
  ),
  form(
    'O-001/2',
    {
      agentId,
      recipient: digits,
      state: agentState,
      reasonCode: maybe(digits),
      pendingState: maybe(agentState),
      stateChangeTime: maybe(time),
      fullName,
      extension: digits,
    },
    ({ recipient: _, ...e }) => ({ type: 'State', ...e }),
    (e) => [
      e.recipient,
      'State',
      e.state,
      e.reasonCode ?? '-1',
      '',
      e.pendingState,
      e.stateChangeTime,
      e.fullName,
      e.agentId,
      e.extension,
    ],
  ),
  form(
    'O-002/0',
    { agentId, code: errorCode },
    (e) => ({ type: 'Error', ...e }),
    (e) => [e.agentId, 'Error', e.code],
  ),
  form(
    'O-002/1',
    { agentId, code: errorCode, text: name },
    (e) => ({ type: 'Error', ...e }),
    (e) => [e.agentId, 'Error', e.code, e.text],
  ),
  form(
    'O-003/0',
    { agentId, message: name },
    (e) => ({ type: 'StatusBar', ...e }),
    (e) => [e.agentId, 'Control', 'PrintStatusBar', e.message],
  ),
  form(
    'O-004/0',
    {},
    () => ({ type: 'System', status: 'IN_SERVICE' }),
    () => ['System', 'IN_SERVICE'],
  ),
  form(
    'O-005/0',
    {},
    () => ({ type: 'System', status: 'OUT_OF_SERVICE' }),
    () => ['System', 'OUT_OF_SERVICE'],
  ),
  form(
    'O-007/0',
    { agentId },
    (e) => ({ type: 'State', ...e, state: 'RE_LOGIN' }),
    (e) => [e.agentId, 'State', 'RE_LOGIN'],
  ),

  form(
    'O-011/0',
    { agentId, firstName: name, lastName: name, supervisor: fc.boolean(), fullName },
    (e) => ({ type: 'AgentInfo', wrapUpMode: 'OPTIONAL', teams: [], ...e }),
    (e) => [e.agentId, 'AgentInfo', e.firstName, e.lastName, String(e.supervisor), 'OPTIONAL', e.fullName],
  ),
  form(
    'O-011/1',
    {
      agentId,
      firstName: name,
      lastName: name,
      teams: fc.uniqueArray(team, { selector: ({ id }) => id, minLength: 1, maxLength: 4 }),
      fullName,
    },
    (e) => ({ type: 'AgentInfo', supervisor: true, wrapUpMode: 'REQUIRED', ...e, team: e.teams[0] }),
    (e) => [
      e.agentId,
      'AgentInfo',
      e.firstName,
      e.lastName,
      'true',
      'REQUIRED',
      `Teams:${e.teams.length}`,
      e.teams.map(({ id, name: called }) => `${id},${called}`).join('|'),
      e.teams[0]?.id,
      e.fullName,
    ],
  ),
  form(
    'O-017/0',
    { agentId, controls: list(record({ index: digits, visible: fc.boolean() })) },
    (e) => ({ type: 'Controls', ...e }),
    (e) => [e.agentId, 'Control', e.controls.map(({ index, visible }) => `${index},${visible}`).join('|')],
  ),
  form(
    'O-026/0',
    { destination: fc.stringMatching(/^[A-Za-z0-9_-]{5,22}$/) },
    (e) => ({ type: 'Reconnect', ...e }),
    (e) => ['DESTINATION', e.destination, 'RECONNECT'],
  ),
];
