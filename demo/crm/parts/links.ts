import { caseName } from '../../records.ts';
import type { Account, Case, Contact, Lead, Org } from '../../records.ts';
import { h } from '../dom.ts';
import { date } from '../format.ts';
import { findRecord, pathOf, titleOf } from '../model.ts';
import type { Scene } from '../model.ts';
import { badge, named, phone, table } from './cards.ts';
import type { Content } from './cards.ts';

export function contactLink({ Id, Name }: Contact): HTMLElement {
  return h('a', { href: `/contact/${Id}` }, named(Name));
}

export function caseLink(found: Case): HTMLElement {
  return h('a', { href: `/case/${found.Id}` }, named(caseName(found)));
}

/** A link to whatever has this id; a dash where nothing has. */
export function linkTo(org: Org, id: string): Content {
  const found = findRecord(org, id);
  return found ? h('a', { href: pathOf(found) }, named(titleOf(found))) : '–';
}

/** @param brief without what the home page has no room for */
export function contactTable(scene: Scene, contacts: readonly Contact[], brief = false): HTMLElement {
  return table(
    'Contacts',
    brief ? ['Name', 'Account', 'Phone'] : ['Name', 'Account', 'Phone', 'Title', 'Email'],
    contacts.map((contact) => [
      contactLink(contact),
      linkTo(scene.org, contact.AccountId),
      phone(contact.Phone, contact, scene),
      ...(brief ? [] : [contact.Title || '–', contact.Email || '–']),
    ]),
  );
}

export function accountTable(scene: Scene, accounts: readonly Account[]): HTMLElement {
  return table(
    'Accounts',
    ['Name', 'Number', 'Industry', 'Location', 'Phone', 'Tier'],
    accounts.map((account) => [
      linkTo(scene.org, account.Id),
      account.AccountNumber,
      account.Industry,
      h('span', {}, named(account.City), `, ${account.Country}`),
      account.Phone ? phone(account.Phone, account, scene) : '–',
      badge(account.Tier),
    ]),
  );
}

export function leadTable(scene: Scene, leads: readonly Lead[]): HTMLElement {
  return table(
    'Leads',
    ['Name', 'Company', 'Phone', 'Title', 'Status'],
    leads.map((lead) => [
      linkTo(scene.org, lead.Id),
      named(lead.Company),
      phone(lead.Phone, lead, scene),
      lead.Title,
      badge(lead.Status),
    ]),
  );
}

/** @param brief without what the home page has no room for */
export function caseTable({ org }: Scene, cases: readonly Case[], brief = false): HTMLElement {
  return table(
    'Cases',
    brief ? ['Case', 'Contact', 'Status'] : ['Case', 'Contact', 'Account', 'Priority', 'Status', 'Opened'],
    cases.map((found) => [
      caseLink(found),
      linkTo(org, found.ContactId),
      ...(brief ? [] : [linkTo(org, found.AccountId), badge(found.Priority)]),
      badge(found.Status),
      ...(brief ? [] : [date(found.CreatedDate)]),
    ]),
  );
}
