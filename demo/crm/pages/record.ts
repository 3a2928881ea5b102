import type { Account, Case, Contact } from '../../records.ts';
import { h } from '../dom.ts';
import { date } from '../format.ts';
import { historyOf, titleOf } from '../model.ts';
import type { Scene, View } from '../model.ts';
import { badge, card, details, empty, phone, recordIcon } from '../parts/cards.ts';
import type { Content } from '../parts/cards.ts';
import { history } from '../parts/history.ts';
import { accountLink, caseLink, contactLink, personLink } from '../parts/links.ts';

type Pairs = readonly (readonly [label: string, value: Content])[];
type RecordView = Extract<View, { readonly record: unknown }>;

/** What a kind of record shows beside its history. */
interface Parts {
  readonly highlights: Pairs;
  readonly details: Pairs;
  readonly related: readonly HTMLElement[];
}

export function record(view: RecordView, scene: Scene): HTMLElement {
  const { highlights, details: pairs, related } = partsOf(view, scene);
  const kind = { contact: 'Contact', account: 'Account', case: 'Case' }[view.kind];
  return h(
    'div',
    { class: 'page' },
    h(
      'header',
      { class: 'record-head' },
      recordIcon(view.kind),
      h('div', { class: 'record-name' }, h('p', {}, kind), h('h1', { tabindex: '-1' }, titleOf(view))),
      details(highlights),
    ),
    h(
      'div',
      { class: 'columns columns-record' },
      h('div', { class: 'side' }, card('Details', undefined, details(pairs)), related),
      history(scene.org, historyOf(scene.org, view), view.record.Id),
    ),
  );
}

function partsOf(view: RecordView, scene: Scene): Parts {
  switch (view.kind) {
    case 'contact':
      return contactParts(view.record, scene);
    case 'account':
      return accountParts(view.record, scene);
    case 'case':
      return caseParts(view.record, scene);
  }
}

function contactParts(contact: Contact, scene: Scene): Parts {
  const account = scene.org.accounts.find(({ Id }) => Id === contact.AccountId);
  const cases = scene.org.cases.filter(({ ContactId }) => ContactId === contact.Id);
  return {
    highlights: [
      ['Account', accountLink(scene.org, contact.AccountId)],
      ['Phone', phone(contact.Phone, contact, scene)],
      ...(account ? [['Tier', badge(account.Tier)] as const] : []),
    ],
    details: [
      ['Title', contact.Title || '–'],
      ['Email', contact.Email || '–'],
      ['Location', account ? `${account.City}, ${account.Country}` : '–'],
      ['Last changed', date(contact.LastModifiedDate)],
    ],
    related: [caseList(cases)],
  };
}

function accountParts(account: Account, scene: Scene): Parts {
  const contacts = scene.org.contacts.filter(({ AccountId }) => AccountId === account.Id);
  const cases = scene.org.cases.filter(({ AccountId }) => AccountId === account.Id);
  const people = contacts.map((contact) =>
    h('li', {}, contactLink(contact), h('span', {}, contact.Title), phone(contact.Phone, contact, scene)),
  );
  return {
    highlights: [
      ['Industry', account.Industry],
      ['Location', `${account.City}, ${account.Country}`],
      ['Tier', badge(account.Tier)],
    ],
    details: [
      ['Country', account.Country],
      ['Contacts', String(contacts.length)],
      ['Open cases', String(cases.filter(({ Status }) => Status !== 'Closed').length)],
    ],
    related: [card('Contacts', contacts.length, h('ul', { class: 'related' }, people)), caseList(cases)],
  };
}

function caseParts(found: Case, scene: Scene): Parts {
  const contact = scene.org.contacts.find(({ Id }) => Id === found.ContactId);
  return {
    highlights: [
      ['Contact', personLink(scene.org, found.ContactId)],
      ['Status', badge(found.Status)],
      ['Priority', badge(found.Priority)],
    ],
    details: [
      ['Description', found.Description],
      ['Account', accountLink(scene.org, found.AccountId)],
      ['Phone', contact ? phone(contact.Phone, contact, scene) : '–'],
      ['Opened', date(found.CreatedDate)],
    ],
    related: [],
  };
}

function caseList(cases: readonly Case[]): HTMLElement {
  const items = cases.map((found) => h('li', {}, caseLink(found), badge(found.Status)));
  return card(
    'Cases',
    cases.length,
    items.length > 0 ? h('ul', { class: 'related' }, items) : empty('No cases.'),
  );
}
