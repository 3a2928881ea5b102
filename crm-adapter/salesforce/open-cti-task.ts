import type { CrmActivity, CrmCallType, CrmRecord } from '../port.ts';

/** Lengths of Task's text fields (Salesforce field reference, Task). Longer text would lose the whole log. */
const LENGTHS: Readonly<Record<string, number>> = {
  Subject: 255,
  Description: 32_000,
  CallDisposition: 255,
  CallObject: 255,
};

const CALL_TYPES: Readonly<Record<CrmCallType, string>> = {
  inbound: 'Inbound',
  outbound: 'Outbound',
  internal: 'Internal',
};

/**
 * The `value` of `saveLog` that writes one call as a completed Task.
 * `CallObject` holds the call's key. The configuration's further fields win over the ones made here, except over
 * those that say what is written and for which call.
 */
export function taskOf(activity: CrmActivity): Record<string, string | number> {
  const { WhoId, WhatId } = relationsOf(activity.records);
  const task: Record<string, string | number> = {
    Subject: activity.subject,
    Status: 'Completed',
    Priority: 'Normal',
    Type: 'Call',
    TaskSubtype: 'Call',
    ActivityDate: localDate(activity.startedAt),
    Description: activity.notes,
    CallType: CALL_TYPES[activity.callType],
    CallDurationInSeconds: Math.max(0, Math.round(activity.durationSeconds)),
    CallDisposition: activity.disposition,
    WhoId,
    WhatId,
    ...activity.fields,
    CallObject: activity.callKey,
    entityApiName: 'Task',
  };
  const fields = Object.entries(task)
    // An update is asked for by `Id`; a mapped field of that name must not turn a new log into one.
    .filter(([field, value]) => value !== '' && field !== 'Id')
    .map(
      ([field, value]) => [field, typeof value === 'string' ? cut(value, LENGTHS[field]) : value] as const,
    );
  return Object.fromEntries(fields);
}

/**
 * Who (a contact or a lead) and what (anything else) the call was about, the first of each. The id's first three
 * characters tell the kind where they are known, else the record's type. A lead takes no WhatId.
 */
function relationsOf(records: readonly CrmRecord[]): { readonly WhoId: string; readonly WhatId: string } {
  const who = records.find((record) => personKind(record) !== '');
  const what = records.find((record) => personKind(record) === '');
  const isLead = who !== undefined && personKind(who) === 'Lead';
  return { WhoId: who?.id ?? '', WhatId: isLead ? '' : (what?.id ?? '') };
}

function personKind({ id, type }: CrmRecord): 'Contact' | 'Lead' | '' {
  if (id.startsWith('003') || type === 'Contact') return 'Contact';
  return id.startsWith('00Q') || type === 'Lead' ? 'Lead' : '';
}

/** Salesforce's date has no time: the day as the agent saw it. */
function localDate(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return '';
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function cut(text: string, length = Infinity): string {
  if (text.length <= length) return text;
  // Not between the halves of a surrogate pair: half a character is refused by the server.
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
