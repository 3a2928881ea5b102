import fc from 'fast-check';
import type { CallVariables, Participant } from '../../../src/protocol/events.ts';
import {
  address,
  cause,
  compact,
  dialogState,
  digits,
  list,
  maybe,
  name,
  oldVariables,
  record,
  textParticipant,
  textVariables,
  time,
} from './any.ts';
import { form } from './form.ts';
import type { Form } from './form.ts';

const newForm = (variables: CallVariables | undefined): string =>
  Object.entries(variables ?? {})
    .map(([key, value]) => `${key}=${value}`)
    .join('|');
const oldForm = (variables: CallVariables): string => Object.values(variables).join(',');

const who = (participants: readonly Participant[]): string =>
  participants
    .map(({ mediaAddress, state, mediaAddressType = 'NULL', role }) =>
      [mediaAddress, state, mediaAddressType, ...(role ? [role] : [])].join(','),
    )
    .join('|');

const agentId = digits;
const dialogId = digits;
const fullName = name;
const about = { agentId, state: dialogState };
const call = { ...about, dialogId };
/** States that the oldest form tells without the dialog's id. */
const unnamed = fc.constantFrom('INITIATING', 'INITIATED', 'ALERTING', 'ACTIVE', 'ACCEPTED');
const lives = dialogState.filter((state) => state !== 'FAILED');
const beside = record({
  dialogId,
  state: dialogState,
  fromAddress: maybe(address),
  callVariables: maybe(textVariables),
}).map(compact);

const longCall = { ...call, fromAddress: address, startTime: maybe(time), fullName };
const dialog = { ...call, fromAddress: maybe(address), callVariables: maybe(textVariables) };

export const CALL_FORMS: readonly Form[] = [
  form(
    'O-008/0',
    { ...call, fullName },
    ({ fullName: _, ...e }) => ({ type: 'InboundCall', ...e }),
    (e) => [e.agentId, 'InboundCall', e.state, `DialogID:${e.dialogId}`, e.fullName],
  ),
  form(
    'O-008/1',
    {
      ...longCall,
      state: lives,
      callVariables: fc.oneof(
        textVariables.map((v) => [v, newForm(v)] as const),
        oldVariables.map((v) => [v, oldForm(v)] as const),
      ),
    },
    ({ fullName: _, ...e }) => ({
      type: 'InboundCall',
      ...e,
      callVariables: e.callVariables[1] === '' ? undefined : e.callVariables[0],
    }),
    (e) => [
      e.agentId,
      'InboundCall',
      e.state,
      `DialogID:${e.dialogId}`,
      e.fromAddress,
      e.callVariables[1],
      e.startTime,
      e.fullName,
    ],
  ),
  form(
    'O-008/2',
    { agentId, dialogId, cause, fullName },
    ({ fullName: _, ...e }) => ({ type: 'InboundCall', state: 'FAILED', ...e }),
    (e) => [e.agentId, 'InboundCall', 'FAILED', `DialogID:${e.dialogId}`, e.cause, e.fullName],
  ),
  form(
    'O-008/3',
    { agentId, state: unnamed, fullName },
    ({ fullName: _, ...e }) => ({ type: 'InboundCall', ...e }),
    (e) => [e.agentId, 'InboundCall', e.state, e.fullName],
  ),
  form(
    'O-008/4',
    {
      ...longCall,
      callVariables: maybe(textVariables),
      callType: maybe(fc.constantFrom('SM', 'ACD_IN')),
      participants: list(textParticipant),
    },
    ({ fullName: _, ...e }) => ({ type: 'InboundCall', ...e }),
    (e) => [
      e.agentId,
      'InboundCall',
      e.state,
      `DialogID:${e.dialogId}`,
      e.fromAddress,
      newForm(e.callVariables),
      e.startTime,
      `CallType:${e.callType ?? 'NULL'}`,
      'x',
      `Participants:${who(e.participants)}`,
    ],
  ),
  form(
    'O-009/0',
    { agentId, dialogId, fromAddress: address, callVariables: oldVariables },
    (e) => ({ type: 'NewInboundCall', ...e }),
    (e) => [
      e.agentId,
      'NewInboundCall',
      e.fromAddress,
      `${e.fromAddress},${oldForm(e.callVariables)}`,
      `DialogID:${e.dialogId}`,
    ],
  ),
  form(
    'O-009/1',
    { agentId, dialogId, fromAddress: address, callVariables: textVariables, prevDialogId: maybe(digits) },
    (e) => ({ type: 'NewInboundCall', ...e }),
    (e) => [
      e.agentId,
      'NewInboundCall',
      e.fromAddress,
      `${e.fromAddress}|${newForm(e.callVariables)}${e.prevDialogId ? `|associatedDialogId=${e.prevDialogId}` : ''}`,
      `DialogID:${e.dialogId}`,
    ],
  ),
  form(
    'O-010/0',
    call,
    (e) => ({ type: 'ConsultCall', ...e }),
    (e) => [e.agentId, 'ConsultCall', e.state, `AssDialogID:${e.dialogId}`],
  ),
  form(
    'O-010/1',
    { ...longCall, state: lives, callVariables: maybe(textVariables) },
    ({ fullName: _, ...e }) => ({ type: 'ConsultCall', ...e }),
    (e) => [
      e.agentId,
      'ConsultCall',
      e.state,
      `AssDialogID:${e.dialogId}`,
      e.fromAddress,
      newForm(e.callVariables),
      e.startTime,
      e.fullName,
    ],
  ),
  form(
    'O-010/2',
    { agentId, dialogId, cause, fullName },
    ({ fullName: _, ...e }) => ({ type: 'ConsultCall', state: 'FAILED', ...e }),
    (e) => [e.agentId, 'ConsultCall', 'FAILED', `AssDialogID:${e.dialogId}`, e.cause, e.fullName],
  ),
  form(
    'O-014/0',
    { ...dialog, fullName, associated: maybe(beside) },
    ({ fullName: _, ...e }) => ({ type: 'DialogState', ...e }),
    (e) => [
      e.agentId,
      'DialogState',
      e.state,
      e.dialogId,
      e.fullName,
      e.fromAddress,
      newForm(e.callVariables),
      ...(e.associated
        ? [
            e.associated.dialogId,
            e.associated.state,
            e.associated.fromAddress,
            newForm(e.associated.callVariables),
          ]
        : []),
    ],
  ),
  form(
    'O-015/0',
    { ...call, callType: fc.constantFrom('CONSULT', 'OUT') },
    (e) => ({ type: 'DialogState', ...e }),
    (e) => [e.agentId, e.callType, 'DialogState', e.state, e.dialogId, 'Ada'],
  ),
  form(
    'O-022/0',
    { agentId, participants: list(address.map((mediaAddress) => ({ mediaAddress }))) },
    (e) => ({ type: 'Participants', ...e }),
    (e) => [
      e.agentId,
      'ConferenceParticipants',
      e.participants.map(({ mediaAddress }) => mediaAddress).join(','),
    ],
  ),
  form(
    'O-024/0',
    { ...call, associated: maybe(record({ dialogId, state: dialogState })) },
    (e) => ({ type: 'DialogState', ...e }),
    (e) => [e.agentId, 'DialogStatus', e.dialogId, e.state, e.associated?.dialogId, e.associated?.state],
  ),
  form(
    'O-024/1',
    { ...dialog, associated: maybe(beside) },
    (e) => ({ type: 'DialogState', ...e }),
    (e) => [
      e.agentId,
      'DialogStatus',
      e.dialogId,
      e.state,
      e.fromAddress,
      newForm(e.callVariables),
      ...(e.associated
        ? [
            e.associated.dialogId,
            e.associated.state,
            e.associated.fromAddress,
            newForm(e.associated.callVariables),
          ]
        : []),
    ],
  ),
  form(
    'O-028/0',
    { agentId, dialogId, fromAddress: address, ani: address, callVariables: textVariables },
    ({ ani, ...e }) => ({
      type: 'NewOutboundCall',
      ...e,
      callVariables: ani === e.fromAddress ? e.callVariables : { ani, ...e.callVariables },
    }),
    (e) => [
      e.agentId,
      'NewOutboundCall',
      e.fromAddress,
      `ani=${e.ani}|${newForm(e.callVariables)}`,
      `DialogID:${e.dialogId}`,
    ],
  ),
];
