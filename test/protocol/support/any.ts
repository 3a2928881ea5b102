/** Arbitrary parts of events, as GC can send them. */
import fc from 'fast-check';
import { ERRORS } from '../../../src/protocol/errors.ts';
import { AGENT_STATES, DIALOG_STATES } from '../../../src/protocol/events.ts';
import type { Participant } from '../../../src/protocol/events.ts';

/** The same without the parts that are undefined. */
export function compact<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}

/** Arbitrary objects with an ordinary prototype, as JSON has them. */
export const record = <T>(parts: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> =>
  fc.record(parts, { noNullPrototype: true }) as fc.Arbitrary<T>;

export const maybe = <T>(part: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(part, { nil: undefined });

export const digits = fc.stringMatching(/^[1-9][0-9]{2,8}$/);
export const address = fc.oneof(digits, fc.stringMatching(/^\+[1-9][0-9]{7,12}$/));
export const name = fc.stringMatching(/^[A-Z][a-zé]{1,8}( [A-Z][a-z]{1,8})?$/u);
export const time = fc.stringMatching(/^20[0-2][0-9]-0[1-9]-[0-2][1-8] [01][0-9]:[0-5][0-9]:[0-5][0-9]$/);
export const agentState = fc.constantFrom(...AGENT_STATES);
export const dialogState = fc.constantFrom(...DIALOG_STATES);
export const cause = fc.constantFrom('BUSY', 'BAD_DESTINATION', 'DEVICE_RESOURCE_NOT_AVAILABLE', 'OTHER');
export const errorCode = fc.constantFrom(...Object.keys(ERRORS), 'CF_BRAND_NEW', 'E_2');

/** What JSON can carry and text cannot: any words, without blanks at the ends. */
export const anyWords = fc
  .string({ unit: 'binary' })
  .map((words) => words.trim())
  .filter((words) => words !== '');

/** A value in the text form: `=` and `,` are allowed. */
const textValue = fc.stringMatching(/^([^#|\s]([^#|]{0,10}[^#|\s])?)?$/u);
const variableName = fc.oneof(
  fc.integer({ min: 1, max: 10 }).map((number) => `callVariable${number}`),
  fc.stringMatching(/^user\.[a-z]{1,6}(\[[0-9]\])?$/),
  fc.constantFrom('BACampaign', 'BAStatus', 'BAAccountNumber', 'BACustomerNumber', 'BABuddyName'),
);
const oddName = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'Tier',
  'x y',
  'name',
  'value',
);

const variablesOf = (names: fc.Arbitrary<string>, values: fc.Arbitrary<string>, min: number) =>
  fc
    .uniqueArray(fc.tuple(names, values), { selector: ([key]) => key, minLength: min, maxLength: 6 })
    .map((pairs) => Object.fromEntries(pairs) as Record<string, string>);

export const textVariables = variablesOf(variableName, textValue, 1);
export const jsonVariables = variablesOf(
  fc.oneof(variableName, oddName),
  fc.string({ unit: 'binary' }),
  0,
  // An object with just these two keys is a pair, not two variables.
).filter((variables) => Object.keys(variables).sort().join() !== 'name,value');

/** What the old text form can carry: callVariable1 to callVariable<n>, no value with a comma; the first none with `=`. */
export const oldVariables = fc
  .tuple(
    fc.stringMatching(/^[^#|,\s=]{0,8}$/u),
    fc.array(fc.stringMatching(/^[^#|,\s]{0,8}$/u), { maxLength: 9 }),
  )
  .map(([first, others]) =>
    Object.fromEntries([first, ...others].map((value, index) => [`callVariable${index + 1}`, value])),
  );

const role = fc.constantFrom('CONTROLLER', 'SUPERVISOR_BARGE_IN', 'ACD_IN');
export const textParticipant = record({
  mediaAddress: address,
  state: dialogState,
  mediaAddressType: maybe(fc.constant('AGENT_DEVICE')),
  role: maybe(role),
}).map((one) => compact(one) as Participant);
export const jsonParticipant = record({
  mediaAddress: address,
  mediaAddressType: maybe(fc.constant('AGENT_DEVICE')),
  state: maybe(dialogState),
  stateCause: maybe(cause),
  actions: maybe(fc.subarray(['HOLD', 'DROP', 'CONSULT_CALL', 'SEND_DTMF'])),
  role: maybe(role),
}).map((one) => compact(one) as Participant);

export const list = <T>(part: fc.Arbitrary<T>, minLength = 0): fc.Arbitrary<T[]> =>
  fc.array(part, { minLength, maxLength: 4 });
