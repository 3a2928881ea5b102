import type { Activity, CrmRecord } from '../port.ts';

/** What `saveLog` writes: text, or a whole number. */
export type Task = Readonly<Record<string, string | number>>;

/**
 * Lengths of Task's text fields (Salesforce field reference, Task). Longer text would lose the whole log. The Description
 * comes last: it takes what the others cannot hold.
 */
const LENGTHS = { Subject: 255, CallDisposition: 255, CallObject: 255, Description: 32_000 };

/**
 * The fields of a completed Task that says everything about one call. Values are text as they came; Salesforce reads
 * numbers and check boxes out of them. `CallObject` holds the call's key. The configuration's further fields win over
 * the ones made here, except over those that say what is written and for which call.
 *
 * What is longer than its field ends in `…` there and stands whole in the Description, which itself ends in `…` when
 * even that one is full.
 */
export function taskOf(activity: Activity): Task {
  const { callType } = activity;
  const who = activity.records.find(isPerson);
  const what = activity.records.find((record) => !isPerson(record));
  const task: Record<string, string | number> = {
    Subject: activity.subject,
    Status: 'Completed',
    Priority: 'Normal',
    Type: 'Call',
    TaskSubtype: 'Call',
    // A date without a time: the day as the agent saw it. Sweden writes it as Salesforce does, 2026-11-21.
    ActivityDate: new Date(activity.startedAt).toLocaleDateString('sv-SE'),
    Description: activity.notes,
    CallType: callType.charAt(0).toUpperCase() + callType.slice(1),
    CallDurationInSeconds: Math.max(0, Math.round(activity.durationSeconds)),
    CallDisposition: activity.disposition,
    WhoId: who?.id ?? '',
    // A lead takes no WhatId: the platform refuses both.
    WhatId: what && !(who && kindOf(who) === 'Lead') ? what.id : '',
    ...activity.fields,
    CallObject: activity.callKey,
  };
  for (const [field, length] of Object.entries(LENGTHS)) {
    const text = String(task[field]);
    task[field] = cut(text, length);
    if (text.length > length && field !== 'Description')
      task['Description'] = `${task['Description']}\n\n${field}: ${text}`.trim();
  }
  // A mapped field must not turn a new log into a change of another record, or into another object.
  return filled(Object.entries(task).filter(([field]) => !/^(id|entityApiName)$/i.test(field)));
}

/** An object of the entries that say something. */
export function filled<T>(entries: readonly (readonly [string, T])[]): Readonly<Record<string, T>> {
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}

/** `Contact` or `Lead` where the first three characters of the id say so; else the record's type. */
function kindOf({ id, type }: CrmRecord): string {
  return { '003': 'Contact', '00Q': 'Lead' }[id.slice(0, 3)] ?? type;
}

const isPerson = (record: CrmRecord): boolean => ['Contact', 'Lead'].includes(kindOf(record));

/** Text of at most `length` UTF-16 units; what was taken off is told by a `…`. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  // Not between the halves of a surrogate pair: half a character is refused by the server.
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
