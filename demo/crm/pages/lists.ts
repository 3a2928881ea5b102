import { AGENT } from '../../fixtures.ts';
import { search } from '../../open-cti/search.ts';
import { h, icon } from '../dom.ts';
import type { Scene } from '../model.ts';
import { badge, card, details, empty, table } from '../parts/cards.ts';
import { accountTable, caseTable, contactTable } from '../parts/links.ts';

export function home(scene: Scene): HTMLElement {
  const { contacts, cases, user } = scene.org;
  const open = cases.filter(({ Status }) => Status !== 'Closed');
  const [firstName] = user.Name.split(' ');
  return h(
    'div',
    { class: 'page' },
    h('header', { class: 'page-head' }, h('h1', { tabindex: '-1' }, `Good to see you, ${firstName ?? ''}`)),
    signIn(),
    h(
      'div',
      { class: 'columns columns-home' },
      card('Contacts', contacts.length, contactTable(scene, contacts)),
      card('Open cases', open.length, caseTable(scene, open)),
    ),
  );
}

/** The agent that the demo's GC knows, for signing in to the phone. */
function signIn(): HTMLElement {
  return h(
    'section',
    { class: 'sign-in', 'aria-label': 'Sign in to the phone' },
    h('span', { class: 'record-icon record-icon-phone' }, icon('call')),
    h(
      'div',
      {},
      h('h2', {}, 'Take a call'),
      h(
        'p',
        {},
        'Sign in to the phone with these, then change your state to Ready: a caller rings within seconds.',
      ),
    ),
    details([
      ['Agent ID', h('code', {}, AGENT.agentId)],
      ['Password', h('code', {}, AGENT.password)],
      ['Extension', h('code', {}, AGENT.extension)],
    ]),
  );
}

export function list(kind: 'contacts' | 'accounts' | 'cases', scene: Scene): HTMLElement {
  const { org } = scene;
  const title = { contacts: 'All contacts', accounts: 'All accounts', cases: 'All cases' }[kind];
  const content = {
    contacts: () => contactTable(scene, org.contacts),
    accounts: () => accountTable(scene, org.accounts),
    cases: () => caseTable(scene, org.cases),
  }[kind]();
  return page(title, card(title, org[kind].length, content));
}

export function results(term: string, { org }: Scene): HTMLElement {
  const hits = search(org, term);
  const rows = hits.map((hit) => [
    h(
      'a',
      { href: `/${hit.RecordType.toLowerCase()}/${hit.Id}` },
      [hit.Name, hit['Subject'] ?? ''].join(' ').trim(),
    ),
    badge(hit.RecordType),
    hit['Phone'] ?? '',
  ]);
  const found =
    rows.length > 0 ? table('Results', ['Name', 'Type', 'Phone'], rows) : empty('Nothing was found.');
  return page(`Search results for “${term}”`, card('Results', hits.length, found));
}

export function missing(): HTMLElement {
  return page('Page not found', empty('There is no record at this address.'));
}

function page(title: string, content: HTMLElement): HTMLElement {
  return h(
    'div',
    { class: 'page' },
    h('header', { class: 'page-head' }, h('h1', { tabindex: '-1' }, title)),
    h('div', { class: 'columns' }, content),
  );
}
