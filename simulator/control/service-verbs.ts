/** `POST /control`: the verbs of `service.ts`. */
import type { Control } from '../api.ts';
import type { Values, Verb } from './verbs.ts';

const agent = { kind: 'text', required: true, about: "an agent's login id" } as const;

const method =
  (name: keyof Control): Verb['run'] =>
  (control, values) =>
    (control[name] as (what: Values) => unknown)(values);

export const serviceVerbs: Readonly<Record<string, Verb>> = {
  failNext: {
    about: "The agent's next command is refused, whatever it is about.",
    takes: {
      agent,
      command: { kind: 'text', about: 'only a command of this name, in any case' },
      error: { kind: 'text', required: true, about: 'the code, for example CF_RESOURCE_BUSY' },
      text: { kind: 'text', about: 'words after the code' },
    },
    run: method('failNext'),
  },
  failover: {
    about: 'The GC that reads the queue dies, and the other one takes over.',
    takes: {
      sessions: { kind: ['known', 'lost'], about: 'known: DESTINATION#…#RECONNECT; lost: RE_LOGIN' },
      tell: { kind: 'flag', about: 'RE_LOGIN at once rather than in reply' },
      afterMs: { kind: 'number', about: 'so long nobody reads the queue' },
    },
    run: method('failover'),
  },
  restoreGc: {
    about: 'The dead GC lives again; the primary takes the queue back.',
    takes: {},
    run: method('restoreGc'),
  },
  finesse: {
    about: 'What GC has of Finesse; unavailable is System OUT_OF_SERVICE.',
    takes: {
      state: {
        kind: ['up', 'unavailable', 'down', 'notReachable'],
        required: true,
        about: 'commands are refused with FINESSE_UNAVAILABLE, DOWN or NOT_REACHABLE',
      },
    },
    run: method('finesse'),
  },
  statusBar: {
    about: "Words for the agent's status line.",
    takes: { agent, message: { kind: 'text', required: true, about: 'the words' } },
    run: method('statusBar'),
  },
  showControls: {
    about: 'Which controls the client may show (text only).',
    takes: {
      agent,
      controls: { kind: 'variables', required: true, about: 'true or false as texts, by the index' },
    },
    run: method('showControls'),
  },
  answerPhone: {
    about: 'The agent lifts the receiver, as a mobile agent on a call-by-call connection must.',
    takes: { dialog: { kind: 'text', required: true, about: 'the dialog id of a call that rings at him' } },
    run: method('answerPhone'),
  },
};
