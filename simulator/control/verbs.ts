/** The verbs of `POST /control`: what each takes and does, in one table, from which requests are checked and described. */
import type { Control } from '../api.ts';
import { callFailures } from '../centre/model.ts';
import { ControlError } from './control-error.ts';
import { serviceVerbs } from './service-verbs.ts';

interface Parameter {
  readonly kind: 'text' | 'number' | 'flag' | 'variables' | readonly string[];
  readonly required?: true;
  readonly about: string;
}

export type Values = Readonly<Record<string, unknown>>;

export interface Verb {
  readonly about: string;
  readonly takes: Readonly<Record<string, Parameter>>;
  run(control: Control, values: Values): unknown;
}

const dialog: Parameter = { kind: 'text', required: true, about: 'the dialog id of a call that is up' };
const agent: Parameter = { kind: 'text', required: true, about: "an agent's login id" };
const someAgent: Parameter = { kind: 'text', about: "an agent's login id" };
const readyAgent: Parameter = {
  kind: 'text',
  about: 'login id; left out: the agent who has been ready longest',
};
const queue: Parameter = { kind: 'text', about: 'name of a queue' };
const customer: Verb['takes'] = {
  customer: { kind: 'text', about: 'BACustomerNumber' },
  campaign: { kind: 'text', about: 'BACampaign' },
  account: { kind: 'text', about: 'BAAccountNumber' },
};
const variables: Parameter = { kind: 'variables', about: 'further call variables, an object of texts' };
const destination: Parameter = { kind: 'text', about: 'a client destination' };
const on: Parameter = { kind: 'flag', required: true, about: 'true or false' };
const ms: Parameter = { kind: 'number', required: true, about: 'milliseconds' };

/** A method of the control whose parameters the table has checked. */
const method =
  (name: keyof Control): Verb['run'] =>
  (control, values) =>
    (control[name] as (what: Values) => unknown)(values);

export const verbs: Readonly<Record<string, Verb>> = {
  offerCall: {
    about: 'A caller rings. Answers {"dialog": id}, or null while he waits in the queue.',
    takes: {
      agent: readyAgent,
      from: { kind: 'text', about: 'number of the caller, "" is withheld' },
      queue,
      direct: { kind: 'flag', about: "not through a queue, straight to the agent's extension" },
      dnis: { kind: 'text', about: 'the number the caller dialled' },
      variables: { kind: 'variables', about: 'call variables, an object of texts' },
      patienceMs: { kind: 'number', about: 'gives up unanswered after that long' },
      talkMs: { kind: 'number', about: 'hangs up that long after the answer' },
    },
    run: method('offerCall'),
  },
  offerCampaignCall: {
    about: 'A campaign has reached a customer: the call is ACTIVE at once. Answers {"dialog": id}.',
    takes: {
      agent: readyAgent,
      ...customer,
      status: { kind: 'text', about: 'BAStatus, OUTBOUND by default' },
      queue,
      variables,
      talkMs: { kind: 'number', about: 'the customer hangs up after that long' },
      announced: { kind: 'flag', about: 'false: no NewOutboundCall, an InboundCall alone' },
    },
    run: method('offerCampaignCall'),
  },
  offerPreview: {
    about: 'A campaign offers a customer before it calls him. Answers {"dialog": id}.',
    takes: {
      agent: readyAgent,
      ...customer,
      status: { kind: 'text', about: 'BAStatus of the reservation, DO by default' },
      direct: { kind: 'flag', about: "the agent's own phone dials, as always on UCCX" },
      queue,
      variables,
    },
    run: method('offerPreview'),
  },
  hangUp: {
    about: 'The other party hangs up.',
    takes: { dialog, party: { kind: 'text', about: 'of a conference: who, by number or extension' } },
    run: method('hangUp'),
  },
  failCall: {
    about: 'The call fails.',
    takes: { dialog, cause: { kind: callFailures, required: true, about: 'why' } },
    run: method('failCall'),
  },
  noAnswer: { about: 'The ring time is over.', takes: { dialog }, run: method('noAnswer') },
  answerRemote: {
    about: 'The outside party answers, or a colleague who is not signed in.',
    takes: { dialog },
    run: method('answerRemote'),
  },
  dropSockets: {
    about: 'Cuts TCP without a close frame, for everybody or for one agent.',
    takes: { agent: someAgent },
    run: method('dropSockets'),
  },
  refuseConnections: { about: 'Nobody can connect.', takes: { on }, run: method('refuseConnections') },
  outOfService: {
    about: 'System OUT_OF_SERVICE to all; nothing is obeyed.',
    takes: {},
    run: method('outOfService'),
  },
  inService: { about: 'System IN_SERVICE to all.', takes: {}, run: method('inService') },
  silence: { about: 'GC neither hears nor speaks; the broker lives.', takes: { on }, run: method('silence') },
  invalidateSession: {
    about: 'The agent signs in elsewhere.',
    takes: { agent },
    run: method('invalidateSession'),
  },
  forgetAgent: {
    about: 'GC loses the agent: RE_LOGIN at his next command, or at once.',
    takes: { agent, tell: { kind: 'flag', about: 'RE_LOGIN at once' } },
    run: method('forgetAgent'),
  },
  forgetCalls: {
    about: "GC loses the agent's calls until he logs in.",
    takes: { agent },
    run: method('forgetCalls'),
  },
  forceState: {
    about: 'A supervisor changes the state.',
    takes: {
      agent,
      state: { kind: ['READY', 'NOT_READY', 'LOGOUT'], required: true, about: 'the new state' },
    },
    run: method('forceState'),
  },
  logout: {
    about: 'State LOGOUT with a reason.',
    takes: {
      agent,
      reasonCode: { kind: 'text', about: 'for example 255' },
      spurious: { kind: 'flag', about: 'only said, not done' },
    },
    run: method('logout'),
  },
  raw: {
    about: 'Sends one frame as it is.',
    takes: { agent: someAgent, destination, text: { kind: 'text', required: true, about: 'the frame' } },
    run: method('raw'),
  },
  holdQueue: { about: "Holds GC's queue back.", takes: { ms }, run: method('holdQueue') },
  reconnectNotice: {
    about: 'DESTINATION#<name>#RECONNECT.',
    takes: { agent: someAgent, destination },
    run: method('reconnectNotice'),
  },
  latency: { about: 'Delays everything that is delivered.', takes: { ms }, run: method('latency') },
  scenario: { about: 'Stops or starts the scripted callers.', takes: { on }, run: method('scenario') },
  advance: { about: 'Turns a manual clock.', takes: { ms }, run: method('advance') },
  ...serviceVerbs,
  commands: {
    about: 'The commands received, without passwords.',
    takes: { after: { kind: 'number', about: 'only those with a greater number' } },
    run: method('commands'),
  },
  waitForCommand: {
    about: 'Answers when such a command has come.',
    takes: {
      command: { kind: 'text', required: true, about: 'its name, in any case' },
      subject: { kind: 'text', about: 'the agent or destination' },
      after: { kind: 'number', about: 'only those with a greater number' },
      timeoutMs: { kind: 'number', about: 'real time, default 10000' },
    },
    run(control, values) {
      const name = String(values['command']).toLowerCase();
      const { subject, after, timeoutMs } = values;
      return control.waitForCommand(
        (received) =>
          received.command.toLowerCase() === name && (subject === undefined || received.subject === subject),
        { ...(after === undefined ? {} : { after: Number(after) }), ...waitOptions(timeoutMs) },
      );
    },
  },
  waitForAgent: {
    about: 'Answers with the snapshot in which the agent has this state.',
    takes: {
      agent,
      state: { kind: 'text', required: true, about: 'for example TALKING' },
      timeoutMs: { kind: 'number', about: 'real time, default 10000' },
    },
    run: (control, { agent: id, state, timeoutMs }) =>
      control.waitFor(
        ({ agents }) => agents.some((one) => one.id === id && one.state === state),
        waitOptions(timeoutMs),
      ),
  },
};

const waitOptions = (timeoutMs: unknown): { timeoutMs?: number } =>
  timeoutMs === undefined ? {} : { timeoutMs: Number(timeoutMs) };

/** Runs the verb that a request names, once its parameters are in order. */
export function runVerb(control: Control, request: unknown): unknown {
  if (!isObject(request)) throw new ControlError('control', '', 'a JSON object', request);
  const { do: name, ...values } = request;
  const verb = typeof name === 'string' && Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (!verb || typeof name !== 'string') {
    throw new ControlError('control', 'do', `one of ${Object.keys(verbs).join(', ')}`, name);
  }
  for (const key of Object.keys(values)) {
    if (!Object.hasOwn(verb.takes, key)) {
      throw new ControlError(
        name,
        key,
        `one of ${Object.keys(verb.takes).join(', ') || 'no parameters'}`,
        values[key],
      );
    }
  }
  for (const [key, parameter] of Object.entries(verb.takes)) {
    const value = values[key];
    if (value === undefined ? parameter.required : !fits(parameter.kind, value)) {
      throw new ControlError(name, key, `${kindWords(parameter.kind)}: ${parameter.about}`, value);
    }
  }
  return verb.run(control, values);
}

/** The verbs and their parameters, for `GET /control`. */
export const describeVerbs = (): Values =>
  Object.fromEntries(
    Object.entries(verbs).map(([name, { about, takes }]) => [
      name,
      {
        about,
        takes: Object.fromEntries(
          Object.entries(takes).map(([key, { kind, required, about: words }]) => [
            key,
            { expected: kindWords(kind), required: required ?? false, about: words },
          ]),
        ),
      },
    ]),
  );

function fits(kind: Parameter['kind'], value: unknown): boolean {
  if (typeof kind !== 'string') return kind.includes(value as string);
  switch (kind) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && value >= 0;
    case 'flag':
      return typeof value === 'boolean';
    case 'variables':
      return isObject(value) && Object.values(value).every((one) => typeof one === 'string');
  }
}

function kindWords(kind: Parameter['kind']): string {
  if (typeof kind !== 'string') return kind.join(' | ');
  return {
    text: 'a text',
    number: 'a number, 0 or more',
    flag: 'true or false',
    variables: 'an object of texts',
  }[kind];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
