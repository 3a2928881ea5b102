/** What this org lets a caller write: field names, types, lengths and relations, with Salesforce's status codes. */

import { KINDS } from '../records.ts';

export interface FieldError {
  readonly field: string;
  readonly statusCode: string;
  readonly message: string;
}

export type Fields = Readonly<Record<string, unknown>>;

type Rule =
  | { readonly kind: 'text'; readonly length: number }
  | { readonly kind: 'date' }
  | { readonly kind: 'whole' }
  | { readonly kind: 'pick'; readonly values: readonly string[] }
  | { readonly kind: 'reference'; readonly to: 'person' | 'other' };

const text = (length: number): Rule => ({ kind: 'text', length });

const TASK: Readonly<Record<string, Rule>> = {
  Subject: text(255),
  Status: { kind: 'pick', values: ['Not Started', 'In Progress', 'Completed'] },
  Priority: { kind: 'pick', values: ['High', 'Normal', 'Low'] },
  Type: { kind: 'pick', values: ['Call', 'Email', 'Other'] },
  TaskSubtype: { kind: 'pick', values: ['Call', 'Task', 'Email'] },
  ActivityDate: { kind: 'date' },
  Description: text(32_000),
  CallType: { kind: 'pick', values: ['Inbound', 'Outbound', 'Internal'] },
  CallDurationInSeconds: { kind: 'whole' },
  CallDisposition: text(255),
  CallObject: text(255),
  WhoId: { kind: 'reference', to: 'person' },
  WhatId: { kind: 'reference', to: 'other' },
  Phone_Number__c: text(40),
  Call_Start__c: text(40),
  Tier__c: text(40),
  Case_Number__c: text(40),
  Queue__c: text(80),
  Campaign__c: text(80),
  GcCallKey__c: text(255),
  GcCampaign__c: text(255),
  GcQueue__c: text(255),
  GcWrapUpCode__c: text(255),
  GcCallVariables__c: text(255),
};

const CONTACT: Readonly<Record<string, Rule>> = {
  FirstName: text(40),
  LastName: text(80),
  Title: text(128),
  Phone: text(40),
  Email: text(80),
};

const NOT_FOR_LEADS = {
  statusCode: 'FIELD_INTEGRITY_EXCEPTION',
  message: 'a task about a lead cannot be related to another record',
};

interface Relations {
  isPerson(id: string): boolean;
  isOther(id: string): boolean;
  /** The task that has this key. */
  readonly keyOwner?: (key: unknown) => string | undefined;
}

/** @param before the task that is changed, {} for a new one */
export function checkTask(fields: Fields, relations: Relations, before: Fields = {}): readonly FieldError[] {
  const { WhoId, WhatId } = { ...before, ...fields };
  const leadWithCase = typeof WhoId === 'string' && WhoId.startsWith(KINDS.lead.prefix) && Boolean(WhatId);
  return [
    ...check('Task', TASK, fields, relations),
    ...(leadWithCase ? [{ field: 'WhatId', ...NOT_FOR_LEADS }] : []),
    ...duplicate(fields['GcCallKey__c'], before['Id'], relations),
  ];
}

/** The org's unique field: no second task gets a key. */
function duplicate(key: unknown, id: unknown, { keyOwner }: Relations): readonly FieldError[] {
  const owner = typeof key === 'string' ? keyOwner?.(key) : undefined;
  if (owner === undefined || owner === id) return [];
  return [
    {
      field: 'GcCallKey__c',
      statusCode: 'DUPLICATE_VALUE',
      message: `duplicate value found: GcCallKey__c duplicates value on record with id: ${owner}`,
    },
  ];
}

export function checkContact(fields: Fields): readonly FieldError[] {
  const none: Relations = { isPerson: () => false, isOther: () => false };
  const missing = {
    field: 'LastName',
    statusCode: 'REQUIRED_FIELD_MISSING',
    message: 'Last name is required',
  };
  return [...check('Contact', CONTACT, fields, none), ...(fields['LastName'] ? [] : [missing])];
}

function check(
  entity: string,
  rules: Readonly<Record<string, Rule>>,
  fields: Fields,
  relations: Relations,
): readonly FieldError[] {
  return Object.entries(fields).flatMap(([field, value]) => {
    const rule = Object.hasOwn(rules, field) ? rules[field] : undefined;
    const wrong = rule
      ? problem(rule, value, relations)
      : (['INVALID_FIELD', `No such column '${field}' on sobject of type ${entity}`] as const);
    return wrong ? [{ field, statusCode: wrong[0], message: wrong[1] }] : [];
  });
}

function problem(
  rule: Rule,
  value: unknown,
  relations: Relations,
): readonly [code: string, message: string] | undefined {
  // Empties the field.
  if (value === null) return undefined;
  if (rule.kind === 'whole') {
    const fits = Number.isInteger(value) && (value as number) >= 0 && (value as number) < 1e8;
    return fits
      ? undefined
      : ['NUMBER_OUTSIDE_VALID_RANGE', `expected a whole number, found ${JSON.stringify(value)}`];
  }
  if (typeof value !== 'string') return ['INVALID_TYPE', `expected text, found ${typeof value}`];
  switch (rule.kind) {
    case 'text':
      return value.length <= rule.length
        ? undefined
        : ['STRING_TOO_LONG', `data value too large (max ${rule.length})`];
    case 'date':
      return /^\d{4}-\d\d-\d\d$/.test(value) ? undefined : ['INVALID_DATE', 'expected a date as yyyy-mm-dd'];
    case 'pick':
      return rule.values.includes(value)
        ? undefined
        : ['INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', `bad value for restricted picklist field: ${value}`];
    case 'reference':
      return (rule.to === 'person' ? relations.isPerson(value) : relations.isOther(value))
        ? undefined
        : ['FIELD_INTEGRITY_EXCEPTION', `id value of incorrect type: ${value}`];
  }
}
