import { KINDS } from '../../records.ts';
import type { Account, Case, Contact, Lead } from '../../records.ts';
import { h } from '../dom.ts';
import { date, time } from '../format.ts';
import { historyOf, startOf, titleOf } from '../model.ts';
import type { RecordView, Scene } from '../model.ts';
import { badge, card, details, empty, named, phone, recordIcon } from '../parts/cards.ts';
import type { Content } from '../parts/cards.ts';
import { history } from '../parts/history.ts';
import { caseLink, contactLink, linkTo } from '../parts/links.ts';

type Pairs = readonly (readonly [label: string, value: Content])[];

/** What a kind of record shows beside its history. */
interface Parts {
  readonly highlights: Pairs;
  readonly details: Pairs;
  readonly related: readonly HTMLElement[];
}

export function record(view: RecordView, scene: Scene): HTMLElement {
  const { highlights, details: pairs, related } = partsOf(view, scene);
  const tasks = historyOf(scene.org, view);
  const [latest] = tasks;
  return h(
    'div',
    { class: 'page' },
    h(
      'header',
      { class: 'record-head' },
      recordIcon(view.kind),
      h(
        'div',
        { class: 'record-name' },
        h('p', {}, kindOf(view)),
        h('h1', { tabindex: '-1', dir: 'auto' }, titleOf(view)),
      ),
      details([...highlights, ['Last call', latest ? time(startOf(latest)) : '–']]),
    ),
    h(
      'div',
      { class: 'body' },
      h(
        'div',
        { class: 'columns columns-record' },
        h('div', { class: 'side' }, card('Details', undefined, details(pairs)), related),
        history(scene.org, tasks, view.record.Id),
      ),
    ),
  );
}

function kindOf(view: RecordView): string {
  return view.kind === 'account' && view.record.IsPersonAccount ? 'Person account' : KINDS[view.kind].api;
}

function partsOf(view: RecordView, scene: Scene): Parts {
  switch (view.kind) {
    case 'contact':
      return contactParts(view.record, scene);
    case 'account':
      return accountParts(view.record, scene);
    case 'lead':
      return leadParts(view.record, scene);
    case 'case':
      return caseParts(view.record, scene);
  }
}

function contactParts(contact: Contact, scene: Scene): Parts {
  const account = scene.org.accounts.find(({ Id }) => Id === contact.AccountId);
  return {
    highlights: [
      ['Account', linkTo(scene.org, contact.AccountId)],
      ['Phone', phoneOf(contact, scene)],
      ...(account ? [['Tier', badge(account.Tier)] as const] : []),
    ],
    details: [
      ['Title', contact.Title || '–'],
      ['Email', contact.Email || '–'],
      ['Location', account ? place(account) : '–'],
      ['Last changed', date(contact.LastModifiedDate)],
      ['Record ID', code(contact.Id)],
    ],
    related: [caseList(scene.org.cases.filter(({ ContactId }) => ContactId === contact.Id))],
  };
}

function accountParts(account: Account, scene: Scene): Parts {
  const cases = scene.org.cases.filter(({ AccountId }) => AccountId === account.Id);
  const person = scene.org.contacts.find(({ Id }) => Id === account.PersonContactId);
  return {
    highlights: [
      ['Account number', account.AccountNumber],
      ['Phone', phoneOf(account, scene)],
      ['Tier', badge(account.Tier)],
    ],
    details: [
      ['Industry', account.Industry],
      ['Location', place(account)],
      ...(person ? [['Email', person.Email] as const] : []),
      ['Open cases', String(cases.filter(({ Status }) => Status !== 'Closed').length)],
      ['Last changed', date(account.LastModifiedDate)],
      ['Record ID', code(account.Id)],
    ],
    related: [...(person ? [] : [peopleOf(account, scene)]), caseList(cases)],
  };
}

function leadParts(lead: Lead, scene: Scene): Parts {
  return {
    highlights: [
      ['Company', named(lead.Company)],
      ['Phone', phoneOf(lead, scene)],
      ['Status', badge(lead.Status)],
    ],
    details: [
      ['Title', lead.Title || '–'],
      ['Email', lead.Email || '–'],
      ['Last changed', date(lead.LastModifiedDate)],
      ['Record ID', code(lead.Id)],
    ],
    related: [],
  };
}

function caseParts(found: Case, scene: Scene): Parts {
  const contact = scene.org.contacts.find(({ Id }) => Id === found.ContactId);
  return {
    highlights: [
      ['Contact', linkTo(scene.org, found.ContactId)],
      ['Status', badge(found.Status)],
      ['Priority', badge(found.Priority)],
    ],
    details: [
      ['Description', found.Description],
      ['Account', linkTo(scene.org, found.AccountId)],
      ['Phone', contact ? phoneOf(contact, scene) : '–'],
      ['Opened', date(found.CreatedDate)],
      ['Record ID', code(found.Id)],
    ],
    related: [],
  };
}

function peopleOf(account: Account, scene: Scene): HTMLElement {
  const contacts = scene.org.contacts.filter(({ AccountId }) => AccountId === account.Id);
  const people = contacts.map((contact) =>
    h('li', {}, contactLink(contact), h('span', {}, named(contact.Title)), phoneOf(contact, scene)),
  );
  return listCard('Contacts', people, empty('contact', 'No contacts.'));
}

function caseList(cases: readonly Case[]): HTMLElement {
  const items = cases.map((found) => h('li', {}, caseLink(found), badge(found.Status)));
  return listCard('Cases', items, empty('case', 'No cases.'));
}

function listCard(title: string, items: readonly HTMLElement[], otherwise: HTMLElement): HTMLElement {
  return card(title, items.length, items.length > 0 ? h('ul', { class: 'related' }, items) : otherwise);
}

function phoneOf(
  found: { readonly Id: string; readonly Name: string; readonly Phone: string },
  scene: Scene,
): Content {
  return found.Phone ? phone(found.Phone, found, scene) : '–';
}

const place = ({ City, Country }: Account): HTMLElement => h('span', {}, named(City), `, ${Country}`);

const code = (id: string): HTMLElement => h('span', { class: 'record-id' }, id);
