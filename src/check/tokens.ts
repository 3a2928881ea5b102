/** What `{…}` may name in the configuration, beside call variables. Source: configuration contract. */
export const WORDS: readonly string[] = [
  'ani',
  'callbackNumber',
  'dialedNumber',
  'direction',
  'dialogId',
  'callKey',
  'agentId',
  'agentName',
  'extension',
  'queue',
  'startTime',
  'durationSeconds',
  'wrapUpCode',
  'wrapUpLabel',
  'notes',
];

/** Call variables by their usual names: ten of the switch, the dialler's, and ECC variables, which begin with `user`. */
const VARIABLE = /^(?:callVariable(?:[1-9]|10)|BA[A-Z]\w*|user[._]\S+)$/;

/** Names that are written in full above, to find what was misspelt only in its capitals. */
const SPELLED = [
  ...WORDS,
  ...Array.from({ length: 10 }, (_, index) => `callVariable${index + 1}`),
  ...['BACampaign', 'BAAccountNumber', 'BAResponse', 'BAStatus', 'BADialedListID', 'BATimeZone'],
  ...['BABuddyName', 'BACustomerNumber'],
];

/** The names that a template uses. */
export function namesIn(template: string): readonly string[] {
  return [...template.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? '');
}

/** Whether a name is one that a call can have, as far as that can be told without a call. */
export function isKnown(name: string): boolean {
  return WORDS.includes(name) || VARIABLE.test(name);
}

/** `{ANI}`, `{ ani }`: the name that was meant, where only capitals or spaces tell it from what was written. */
export function spellingOf(name: string): string | undefined {
  const plain = (text: string): string => text.replaceAll(/[\s_]/g, '').toLowerCase();
  return SPELLED.find((known) => plain(known) === plain(name));
}
