import { caseName } from '../../records.ts';
import type { Account, Case, Contact, Org } from '../../records.ts';
import { h } from '../dom.ts';
import type { Scene } from '../model.ts';
import { badge, phone, table } from './cards.ts';
import type { Content } from './cards.ts';

export function contactLink({ Id, Name }: Contact): HTMLElement {
  return h('a', { href: `/contact/${Id}` }, Name);
}

export function caseLink(found: Case): HTMLElement {
  return h('a', { href: `/case/${found.Id}` }, caseName(found));
}

export function accountLink(org: Org, id: string): Content {
  const account = org.accounts.find(({ Id }) => Id === id);
  return account ? h('a', { href: `/account/${account.Id}` }, account.Name) : '–';
}

export function personLink(org: Org, id: string): Content {
  const contact = org.contacts.find(({ Id }) => Id === id);
  return contact ? contactLink(contact) : '–';
}

export function contactTable(scene: Scene, contacts: readonly Contact[]): HTMLElement {
  return table(
    'Contacts',
    ['Name', 'Account', 'Phone'],
    contacts.map((contact) => [
      contactLink(contact),
      accountLink(scene.org, contact.AccountId),
      phone(contact.Phone, contact, scene),
    ]),
  );
}

export function caseTable({ org }: Scene, cases: readonly Case[]): HTMLElement {
  return table(
    'Cases',
    ['Case', 'Contact', 'Status'],
    cases.map((found) => [caseLink(found), personLink(org, found.ContactId), badge(found.Status)]),
  );
}

export function accountTable({ org }: Scene, accounts: readonly Account[]): HTMLElement {
  return table(
    'Accounts',
    ['Name', 'Industry', 'Location', 'Tier'],
    accounts.map(({ Id, Industry, City, Country, Tier }) => [
      accountLink(org, Id),
      Industry,
      `${City}, ${Country}`,
      badge(Tier),
    ]),
  );
}
