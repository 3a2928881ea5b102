import type { User } from '../records.ts';
import { h, icon } from './dom.ts';
import type { View } from './model.ts';
import type { AppKind } from './workspace.ts';

const PLACES: readonly (readonly [href: string, name: string, kinds: readonly View['kind'][]])[] = [
  ['/', 'Home', ['home']],
  ['/contacts', 'Contacts', ['contacts', 'contact']],
  ['/accounts', 'Accounts', ['accounts', 'account']],
  ['/leads', 'Leads', ['leads', 'lead']],
  ['/cases', 'Cases', ['cases', 'case']],
];

export interface Header {
  readonly element: HTMLElement;
  /** Marks the place that a view belongs to. */
  mark(kind: View['kind']): void;
}

export interface HeaderOptions {
  readonly user: User;
  readonly app: AppKind;
  onSearch(term: string): void;
  onApp(app: AppKind): void;
}

export function createHeader({ user, app, ...on }: HeaderOptions): Header {
  const links = PLACES.map(([href, name, kinds]) => ({ link: h('a', { href }, name), kinds }));
  const input = h('input', {
    type: 'search',
    name: 'q',
    placeholder: 'Search names, numbers, cases',
    'aria-label': 'Search the CRM',
  });
  const chooser = h(
    'select',
    {
      class: 'app-switch',
      'aria-label': 'App',
      onchange: () => on.onApp(chooser.value === 'console' ? 'console' : 'standard'),
    },
    h('option', { value: 'standard' }, 'Service'),
    h('option', { value: 'console' }, 'Service console'),
  );
  chooser.value = app;
  const initials = user.Name.split(' ').map((word) => word.charAt(0));
  const element = h(
    'header',
    { class: 'top' },
    h('a', { class: 'skip', href: '#main', onclick: skip }, 'Skip to the page'),
    h(
      'a',
      { class: 'brand', href: '/' },
      h('span', { class: 'mark', 'aria-hidden': 'true' }, 'N'),
      h('span', {}, 'Northwind', h('span', { class: 'hidden' }, ', home')),
    ),
    chooser,
    h(
      'nav',
      { 'aria-label': 'Main' },
      links.map(({ link }) => link),
    ),
    h('form', { role: 'search', onsubmit: submit }, icon('search'), input),
    h(
      'div',
      { class: 'user' },
      h('span', { class: 'avatar', 'aria-hidden': 'true' }, initials.join('')),
      h('span', {}, h('b', {}, user.Name), user.Title),
    ),
  );

  function submit(event: Event): void {
    event.preventDefault();
    if (input.value.trim()) on.onSearch(input.value.trim());
  }

  function skip(event: Event): void {
    event.preventDefault();
    event.stopPropagation();
    document.querySelector<HTMLElement>('h1')?.focus();
  }

  return {
    element,
    mark(kind) {
      for (const { link, kinds } of links) {
        if (kinds.includes(kind)) link.setAttribute('aria-current', 'page');
        else link.removeAttribute('aria-current');
      }
    },
  };
}
