import type { RecordKind } from '../../records.ts';
import { onePerPerson } from '../../open-cti/person-accounts.ts';
import { search } from '../../open-cti/search.ts';
import { h, icon } from '../dom.ts';
import { findRecord, pathOf, plainContacts, titleOf } from '../model.ts';
import type { ListKind, Scene } from '../model.ts';
import { badge, card, empty, named, recordIcon, table } from '../parts/cards.ts';
import { accountTable, caseTable, contactTable, leadTable } from '../parts/links.ts';

export function list(kind: ListKind, scene: Scene): HTMLElement {
  const { accounts, leads, cases } = scene.org;
  const contacts = plainContacts(scene.org);
  const single = kind.slice(0, -1) as RecordKind;
  const title = `All ${kind}`;
  const { count, content } = {
    contacts: () => ({ count: contacts.length, content: contactTable(scene, contacts) }),
    accounts: () => ({ count: accounts.length, content: accountTable(scene, accounts) }),
    leads: () => ({ count: leads.length, content: leadTable(scene, leads) }),
    cases: () => ({ count: cases.length, content: caseTable(scene, cases) }),
  }[kind]();
  const add = h('button', { type: 'button', onclick: () => scene.newContact() }, icon('add'), 'New contact');
  return page(title, card(title, count, content), {
    mark: recordIcon(single),
    ...(kind === 'contacts' ? { action: add } : {}),
  });
}

export function results(term: string, { org }: Scene): HTMLElement {
  const hits = onePerPerson(org, true, search(org, term));
  const rows = hits.flatMap(({ Id, entity, fields }) => {
    const view = findRecord(org, Id);
    const number = typeof fields['Phone'] === 'string' ? fields['Phone'] : '';
    return view ? [[h('a', { href: pathOf(view) }, named(titleOf(view))), badge(entity), number]] : [];
  });
  const found =
    rows.length > 0
      ? table('Results', ['Name', 'Type', 'Phone'], rows)
      : empty('search', 'Nothing was found. Try a number, a case number or a part of a name.');
  return page(`Search results for “${term}”`, card('Results', hits.length, found));
}

export function missing(): HTMLElement {
  return page(
    'Page not found',
    card('Nothing here', undefined, empty('search', 'There is no record at this address.')),
  );
}

interface Extras {
  readonly mark?: HTMLElement;
  readonly action?: HTMLElement;
}

function page(title: string, content: HTMLElement, { mark, action }: Extras = {}): HTMLElement {
  return h(
    'div',
    { class: 'page' },
    h('header', { class: 'page-head' }, mark, h('h1', { tabindex: '-1', dir: 'auto' }, title), action),
    h('div', { class: 'body' }, h('div', { class: 'columns' }, content)),
  );
}
