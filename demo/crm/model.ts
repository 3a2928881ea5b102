import { caseName } from '../records.ts';
import type { Account, Case, Contact, Org, Task } from '../records.ts';

/** What the page shows: a list, a search or one record. */
export type View =
  | { readonly kind: 'home' | 'contacts' | 'accounts' | 'cases' | 'missing' }
  | { readonly kind: 'search'; readonly term: string }
  | { readonly kind: 'contact'; readonly record: Contact }
  | { readonly kind: 'account'; readonly record: Account }
  | { readonly kind: 'case'; readonly record: Case };

/** What each part of a page is drawn from. */
export interface Scene {
  readonly org: Org;
  /** Numbers can be clicked. */
  readonly clickToDial: boolean;
  dial(number: string, record: { readonly Id: string }): void;
}

/** The view that an address stands for. */
export function viewOf(org: Org, url: URL): View {
  const [, kind = '', id = ''] = url.pathname.split('/');
  if (url.pathname === '/') return { kind: 'home' };
  if (id === '' && (kind === 'contacts' || kind === 'accounts' || kind === 'cases')) return { kind };
  if (kind === 'search') return { kind, term: url.searchParams.get('q') ?? '' };
  const found = findRecord(org, id);
  return found?.kind === kind ? found : { kind: 'missing' };
}

/** A record's view by its id, in the form of 18 characters or of 15. */
export function findRecord(org: Org, id: string): Extract<View, { readonly record: unknown }> | undefined {
  const is = (record: { readonly Id: string }): boolean =>
    record.Id === id || (id.length === 15 && record.Id.startsWith(id));
  const contact = org.contacts.find(is);
  if (contact) return { kind: 'contact', record: contact };
  const account = org.accounts.find(is);
  if (account) return { kind: 'account', record: account };
  const found = org.cases.find(is);
  return found && { kind: 'case', record: found };
}

export function titleOf(view: View): string {
  switch (view.kind) {
    case 'home':
      return 'Home';
    case 'contacts':
      return 'Contacts';
    case 'accounts':
      return 'Accounts';
    case 'cases':
      return 'Cases';
    case 'missing':
      return 'Page not found';
    case 'search':
      return `Search: ${view.term}`;
    case 'case':
      return caseName(view.record);
    default:
      return view.record.Name;
  }
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
  return org.tasks
    .filter(({ WhoId = '', WhatId = '' }) => ids.has(WhoId) || ids.has(WhatId))
    .sort((a, b) => b.CreatedDate.localeCompare(a.CreatedDate));
}
