import { createOrg } from '../fixtures.ts';
import { salesforceId } from '../records.ts';
import type { Contact, Org, Task } from '../records.ts';
import { checkContact, checkTask } from './rules.ts';
import type { FieldError, Fields } from './rules.ts';

/** What a write came to: the record's id, or what is wrong with which field. */
export type Saved = { readonly id: string } | { readonly errors: readonly FieldError[] };

/** The demo CRM's records, kept in memory for as long as its server runs. */
export interface Store {
  org(): Org;
  createTask(fields: Fields): Saved;
  /** @returns undefined when there is no such task */
  updateTask(id: string, fields: Fields): Saved | undefined;
  createContact(fields: Fields): Saved;
}

/** @param now the clock, in milliseconds; the history is dated back from the first reading */
export function createStore(now: () => number): Store {
  let org = createOrg(now());
  const isPerson = (id: string): boolean =>
    [...org.contacts, ...org.leads].some((person) => person.Id === id);
  const isOther = (id: string): boolean => [...org.accounts, ...org.cases].some((record) => record.Id === id);
  const keyOwner = (key: unknown): string | undefined =>
    org.tasks.find(({ GcCallKey__c }) => GcCallKey__c === key)?.Id;
  const check = (fields: Fields, before?: Task): readonly FieldError[] =>
    checkTask(fields, { isPerson, isOther, keyOwner }, { ...before });

  return {
    org: () => org,

    createTask(fields) {
      const errors = check(fields);
      if (errors.length > 0) return { errors };
      const id = salesforceId('00T', org.tasks.length + 1);
      const task: Task = {
        ...withoutNulls(fields),
        Id: id,
        OwnerId: org.user.Id,
        CreatedDate: new Date(now()).toISOString(),
      };
      org = { ...org, tasks: [...org.tasks, task] };
      return { id };
    },

    updateTask(id, fields) {
      const before = org.tasks.find((task) => task.Id === id);
      if (!before) return undefined;
      const errors = check(fields, before);
      if (errors.length > 0) return { errors };
      const changed = withoutNulls({ ...before, ...fields }) as Task;
      org = { ...org, tasks: org.tasks.map((task) => (task === before ? changed : task)) };
      return { id };
    },

    createContact(fields) {
      const errors = checkContact(fields);
      if (errors.length > 0) return { errors };
      const text = (name: string): string => {
        const value = fields[name];
        return typeof value === 'string' ? value : '';
      };
      const contact: Contact = {
        Id: salesforceId('003', org.contacts.length + 1),
        FirstName: text('FirstName'),
        LastName: text('LastName'),
        Name: `${text('FirstName')} ${text('LastName')}`.trim(),
        Title: text('Title'),
        Phone: text('Phone'),
        Email: text('Email'),
        AccountId: '',
        LastModifiedDate: new Date(now()).toISOString(),
      };
      org = { ...org, contacts: [...org.contacts, contact] };
      return { id: contact.Id };
    },
  };
}

/** A field that was emptied is none. */
function withoutNulls<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Partial<T>;
}
