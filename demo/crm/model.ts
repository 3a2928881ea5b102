import { caseName } from '../records.ts';
import type { Account, Case, Contact, Lead, Org, RecordKind, Task } from '../records.ts';

export type ListKind = `${RecordKind}s`;

/** What the page shows: a list, a search or one record. */
export type View =
  | { readonly kind: 'home' | ListKind | 'missing' }
  | { readonly kind: 'search'; readonly term: string }
  | RecordView;

export type RecordView =
  | { readonly kind: 'contact'; readonly record: Contact }
  | { readonly kind: 'account'; readonly record: Account }
  | { readonly kind: 'lead'; readonly record: Lead }
  | { readonly kind: 'case'; readonly record: Case };

/** What each part of a page is drawn from. */
export interface Scene {
  readonly org: Org;
  /** Numbers can be clicked. */
  readonly clickToDial: boolean;
  /** The drawer that steers the simulator can be opened. */
  readonly openSimulator: (() => void) | undefined;
  dial(number: string, record: { readonly Id: string }): void;
  newContact(): void;
}

const LISTS: readonly string[] = ['contacts', 'accounts', 'leads', 'cases'] satisfies readonly ListKind[];

/** The view that an address stands for. */
export function viewOf(org: Org, url: URL): View {
  const [, kind = '', id = ''] = url.pathname.split('/');
  if (url.pathname === '/') return { kind: 'home' };
  if (id === '' && LISTS.includes(kind)) return { kind: kind as ListKind };
  if (kind === 'search') return { kind, term: url.searchParams.get('q') ?? '' };
  return findRecord(org, id) ?? { kind: 'missing' };
}

/** A record's view by its id, in the form of 18 characters or of 15. The contact of a person account is the account. */
export function findRecord(org: Org, id: string): RecordView | undefined {
  const is = ({ Id }: { readonly Id: string }): boolean =>
    Id === id || (id.length === 15 && Id.startsWith(id));
  const person = org.accounts.find(({ PersonContactId }) => PersonContactId && is({ Id: PersonContactId }));
  const account = person ?? org.accounts.find(is);
  if (account) return { kind: 'account', record: account };
  const contact = org.contacts.find(is);
  if (contact) return { kind: 'contact', record: contact };
  const lead = org.leads.find(is);
  if (lead) return { kind: 'lead', record: lead };
  const found = org.cases.find(is);
  return found && { kind: 'case', record: found };
}

/** Contacts that are not the other half of a person account. */
export function plainContacts({ contacts, accounts }: Org): readonly Contact[] {
  const persons = new Set(accounts.map(({ PersonContactId }) => PersonContactId));
  return contacts.filter(({ Id }) => !persons.has(Id));
}

export function pathOf({ kind, record }: RecordView): string {
  return `/${kind}/${record.Id}`;
}

export function titleOf(view: View): string {
  switch (view.kind) {
    case 'missing':
      return 'Page not found';
    case 'search':
      return `Search: ${view.term}`;
    case 'case':
      return caseName(view.record);
    case 'contact':
    case 'account':
    case 'lead':
      return view.record.Name;
    default:
      return view.kind.charAt(0).toUpperCase() + view.kind.slice(1);
  }
}

/** When a call began, as far as it is known. */
export function startOf({ Call_Start__c, CreatedDate }: Task): string {
  return Call_Start__c || CreatedDate;
}

/** The tasks of a view's history, newest first. A person's holds those of the person's cases, an account's all. */
export function historyOf(org: Org, view: View): readonly Task[] {
  if (!('record' in view)) return [];
  const { Id } = view.record;
  const ids = new Set([Id]);
  if (view.kind === 'account')
    for (const person of org.contacts) if (person.AccountId === Id) ids.add(person.Id);
  for (const { Id: caseId, ContactId, AccountId } of org.cases) {
    if (view.kind === 'account' ? AccountId === Id : ContactId === Id) ids.add(caseId);
  }
  return newestFirst(org.tasks.filter(({ WhoId = '', WhatId = '' }) => ids.has(WhoId) || ids.has(WhatId)));
}

/** The calls of the day that `now` falls into, by this browser's zone. */
export function callsOfToday({ tasks }: Org, now: Date): readonly Task[] {
  return newestFirst(tasks.filter((task) => new Date(startOf(task)).toDateString() === now.toDateString()));
}

function newestFirst(tasks: readonly Task[]): readonly Task[] {
  return [...tasks].sort((a, b) => b.CreatedDate.localeCompare(a.CreatedDate));
}
