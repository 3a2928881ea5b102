/**
 * GC's older text form: fields split by `#`. Here its fields get the names that the JSON form has; what they mean is
 * then read by the same builders. Versions differ in what they append, so the shape and the number of the fields
 * decide, never a setting.
 *
 * Source: GC text outputs table (O-001 to O-31).
 */

import { build, nameOnly } from './build.ts';
import type { Decoded } from './events.ts';
import { agentState, dialogState, id, split } from './read.ts';
import { NEVER_SENT } from './shape.ts';
import { CONTACT, PHONEBOOK, QUEUE } from './shapes.ts';

/** The fields of one frame: 0 the recipient's id (empty where GC sends none), 1 the name, then the values. */
type Parts = readonly string[];
type Named = Readonly<Record<string, unknown>>;

const TIME = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d/;
const DIGITS = /^-?\d+$/;
const ADDRESS = /^\+?\d+$/;

/** What follows `<label>:`; the whole when there is no label. */
const unlabelled = (part: string | undefined): string => (part ?? '').replace(/^[^:]*:/, '');

const pair = (part: string): readonly [string, string] => [
  part.slice(0, Math.max(0, part.indexOf(':'))),
  unlabelled(part),
];

/** `key:value,key:value`: a comma in a value does not split it, for only a key that we know starts the next pair. */
function pairs(part: string, keys: readonly string[]): Named {
  const at = new RegExp(`,(?=(?:${keys.join('|')}):)`, 'i');
  return Object.fromEntries(part.split(at).map(pair));
}

/** Entries of a list, one a field. */
const list = (parts: Parts, entry: object): readonly Named[] =>
  parts.slice(2).map((part) => pairs(part, Object.keys(entry)));

/** O-001, O-007. A name is no number, a reason's key is one. */
function state(parts: Parts): Named {
  const [, , stateName, third = ''] = parts;
  if (parts.length >= 9) {
    // What stands between the reason and the name is not documented: taken by its shape.
    const between = parts.slice(4, 7);
    return {
      agentId: parts[8],
      state: stateName,
      reasonCode: third,
      pendingState: between.find((part) => agentState(part)),
      stateChangeTime: between.find((part) => TIME.test(part)),
      fullName: parts[7],
      extension: parts[9],
    };
  }
  const hasReason = id(third) === undefined || DIGITS.test(third);
  return { state: stateName, reasonCode: hasReason ? third : '', fullName: hasReason ? parts[4] : third };
}

/** O-011. The teams are there when field 6 counts them; then the own team's id may follow, or the name at once. */
function agentInfo(parts: Parts): Named {
  const [, , firstName, lastName, supervisor, wrapUpOnIncoming, sixth = '', seventh = '', eighth = ''] =
    parts;
  const agent = { firstName, lastName, supervisor, wrapUpOnIncoming };
  if (!/^[^:]*:\s*\d+$/.test(sixth)) return { ...agent, fullName: sixth };
  const teams = split(seventh, '|').map((team) => {
    const [, key, name] = /^([^,]*),?([^]*)$/.exec(team) ?? [];
    return { id: key, name };
  });
  const own = teams.find((team) => team.id === eighth);
  const hasOwn = own !== undefined || DIGITS.test(eighth) || (eighth === '' && parts.length > 9);
  return {
    ...agent,
    teams,
    team: own ?? (hasOwn ? { id: eighth } : undefined),
    fullName: hasOwn ? parts[9] : eighth,
  };
}

/** States that even the oldest form never tells without the dialog's id (O-008, note); NOT_FOUND is DialogState's. */
const NAMES_ITS_DIALOG: readonly string[] = ['FAILED', 'DROP', 'HELD', 'WRAP_UP', 'NOT_FOUND'];

/** O-008, O-010: `<state>#DialogID:<id>#…`. */
function call(parts: Parts, idKey: 'dialogId' | 'assDialogId'): Named {
  const [, , stateName, third = '', fourth = '', fifth, sixth, seventh = '', , ninth = ''] = parts;
  // The oldest form has the agent's name here, or nothing, while a call is on its way or up; it names the dialog of any
  // other call. Whatever else has no id is a spoilt frame, and must not end a call.
  const isOldest = idKey === 'dialogId' && parts.length <= 4 && !/^DialogID|:|^\d+$/i.test(third);
  if (isOldest && !NAMES_ITS_DIALOG.includes(dialogState(stateName) ?? '')) {
    return { state: stateName, dialogId: NEVER_SENT };
  }
  const about = { state: stateName, [idKey]: /^(?:(?:Ass)?DialogID:|(?=\d+$))([^]*)$/i.exec(third)?.[1] };
  const failed = dialogState(stateName) === 'FAILED';
  if (parts.length === 5) {
    // One value follows: the cause of a failure, an address, or the agent's name.
    if (failed && /^[A-Z][A-Z_]+$/.test(fourth)) return { ...about, cause: fourth };
    return ADDRESS.test(fourth) ? { ...about, fromAddress: fourth } : about;
  }
  if (failed && parts.length === 6) return { ...about, cause: fourth };
  return {
    ...about,
    [failed && !ADDRESS.test(fourth) ? 'cause' : 'fromAddress']: fourth,
    callVariables: fifth,
    startTime: sixth,
    callType: seventh.includes(':') ? unlabelled(seventh) : '',
    participants: ninth.includes(':') ? split(unlabelled(ninth), '|') : undefined,
  };
}

/** O-009, O-028. */
function newCall(parts: Parts): Named {
  const [, , fromAddress, callVariables] = parts;
  const dialog = parts.slice(3).find((part) => /^DialogID:/i.test(part));
  return {
    fromAddress,
    callVariables: callVariables === dialog ? '' : callVariables,
    dialogId: unlabelled(dialog),
  };
}

/** O-014, and O-015, where the dialog's type stands before the name. */
function dialogStateOf(parts: Parts): Named {
  const [, , stateName, dialogId, , fromAddress, callVariables, ...associated] = parts;
  return { state: stateName, dialogId, fromAddress, callVariables, ...associatedOf(associated) };
}

/** O-024: the short form has the associated dialog's state in field 5, the long form variables. */
function dialogStatus(parts: Parts): Named {
  const [, , dialogId, stateName, fourth, fifth] = parts;
  const about = { dialogId, state: stateName };
  if (dialogState(fifth)) return { ...about, ...associatedOf(parts.slice(4)) };
  return { ...about, fromAddress: fourth, callVariables: fifth, ...associatedOf(parts.slice(6)) };
}

function associatedOf([dialogId, stateName, fromAddress, callVariables]: Parts): Named {
  return { associated: { dialogId, state: stateName, fromAddress, callVariables } };
}

/** O-016. When a label held a comma the numbers differ: then the codes are all that can be shown. */
function reasonCodes(parts: Parts): Named {
  const labelled = (label: string): string =>
    unlabelled(parts.find((part, index) => index > 1 && part.toLowerCase().startsWith(`${label}:`)));
  const codes = split(labelled('codes'), ',').map((code) => code.trim());
  const labels = split(labelled('labels'), ',');
  const same = codes.length === labels.length;
  return {
    category: labelled('category'),
    reasonCodes: codes.map((code, index) => ({ code, label: same ? labels[index] : code })),
  };
}

/** O-003, O-017. */
function control(parts: Parts): Named {
  if (/^PrintStatusBar$/i.test(parts[2] ?? ''))
    return { type: 'StatusBar', message: parts.slice(3).join('#') };
  const controls = split(parts[2], '|').map((entry) => {
    const [index, visible] = entry.split(',');
    return { index, visible };
  });
  return { type: 'Controls', controls };
}

/** O-020. What follows the extension bears labels that differ by version: there the position tells. */
function teamUser(part: string): Named {
  const [, known = part, rest] = /^([^]*,Extension:[^,]*),([^]*)$/i.exec(part) ?? [];
  const further = split(rest, ',');
  const [loginId, stateName, , , stateChangeTime] = further.map((value) => value.replace(/^[a-z]\w*:/i, ''));
  const named = [...known.split(/,(?=[a-z]+:)/i), ...further].map(pair);
  return { ...Object.fromEntries(named), loginId, state: stateName, stateChangeTime };
}

const FORMS: ReadonlyMap<string, (parts: Parts) => Named> = new Map(
  Object.entries({
    System: (parts: Parts) => ({ status: parts[2] }),
    State: state,
    Error: (parts: Parts) => ({ error: parts[2], description: parts.slice(3).join('#') }),
    Control: control,
    InboundCall: (parts: Parts) => call(parts, 'dialogId'),
    ConsultCall: (parts: Parts) => call(parts, 'assDialogId'),
    NewInboundCall: newCall,
    NewOutboundCall: newCall,
    AgentInfo: agentInfo,
    TeamInfoIDs: (parts: Parts) => ({ type: 'TeamInfo', ids: split(parts[3], ',') }),
    TeamInfoNames: (parts: Parts) => ({ type: 'TeamInfo', names: split(parts[3], ',') }),
    DialogState: dialogStateOf,
    DialogStatus: dialogStatus,
    ReasonCodes: reasonCodes,
    QueueList: (parts: Parts) => ({ queues: list(parts, QUEUE) }),
    TeamUsersList: (parts: Parts) => ({ type: 'Agents', users: parts.slice(2).map(teamUser) }),
    // It does not say which member: only that somebody in this team changed.
    TeamMemberStateChanged: (parts: Parts) => ({
      type: 'TeamMemberState',
      agentId: id(parts[2]) && NEVER_SENT,
      teamId: parts[2],
      state: parts[3],
    }),
    ConferenceParticipants: (parts: Parts) => ({ type: 'Participants', participants: split(parts[2], ',') }),
    Phonebooks: (parts: Parts) => ({ phonebooks: list(parts, PHONEBOOK) }),
    TeamPhoneBooks: (parts: Parts) => ({ phonebooks: list(parts, PHONEBOOK) }),
    PhonebookContacts: (parts: Parts) => ({
      contacts: list(parts, CONTACT),
    }),
    NoTeamPhoneBookFound: () => ({}),
    NoContactFound: () => ({}),
  } satisfies Record<string, (parts: Parts) => Named>).map(([name, form]) => [name.toLowerCase(), form]),
);

const formOf = (name: string | undefined): ((parts: Parts) => Named) | undefined =>
  FORMS.get((name ?? '').toLowerCase());

export function decodeText(frame: string): Decoded {
  const parts = frame.split('#');
  const [first = '', second = '', third = ''] = parts;

  // O-025 passes between GCs and holds a password; O-026 is about a destination, which may be called anything.
  if (/^AgentState$/i.test(first)) return { kind: 'ignored', type: 'AgentState' };
  if (/^DESTINATION$/i.test(first) && /^RECONNECT$/i.test(third)) {
    return build({ type: 'Reconnect', destination: second });
  }
  // O-015: <agent>#<dialog type>#DialogState#…
  if (/^DialogState$/i.test(third)) {
    const callType = formOf(second) ? '' : second;
    return build({ type: third, agentId: first, callType, ...dialogStateOf([first, ...parts.slice(2)]) });
  }
  // Some are sent without the recipient's id: System, and phonebooks by some GCs.
  const bare = formOf(first);
  if (bare) return build({ type: first, ...bare(['', ...parts]) });
  const form = formOf(second);
  return form
    ? build({ type: second, agentId: first, ...form(parts) })
    : { kind: 'unknown', type: nameOnly(second) };
}
