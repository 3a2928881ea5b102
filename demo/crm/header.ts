import type { User } from '../records.ts';
import { h, icon } from './dom.ts';
import type { View } from './model.ts';

const PLACES: readonly (readonly [href: string, name: string, kinds: readonly View['kind'][]])[] = [
  ['/', 'Home', ['home']],
  ['/contacts', 'Contacts', ['contacts', 'contact']],
  ['/accounts', 'Accounts', ['accounts', 'account']],
  ['/cases', 'Cases', ['cases', 'case']],
];

export interface Header {
  readonly element: HTMLElement;
  /** Marks the place that a view belongs to. */
  mark(kind: View['kind']): void;
}

export function createHeader(user: User, onSearch: (term: string) => void): Header {
  const links = PLACES.map(([href, name, kinds]) => ({
    link: h('a', { href }, name),
    kinds,
  }));
  const input = h('input', {
    type: 'search',
    name: 'q',
    placeholder: 'Search',
    'aria-label': 'Search the CRM',
  });
  const initials = user.Name.split(' ').map((word) => word.charAt(0));
  const element = h(
    'header',
    { class: 'top' },
    h('a', { class: 'skip', href: '#main', onclick: skip }, 'Skip to the page'),
    h(
      'a',
      { class: 'brand', href: '/', 'aria-label': 'Northwind, home' },
      h('span', { class: 'mark' }, 'N'),
      h('span', {}, 'Northwind'),
    ),
    h(
      'nav',
      { 'aria-label': 'Main' },
      links.map(({ link }) => link),
    ),
    h('form', { role: 'search', onsubmit: submit }, icon('search'), input),
    h(
      'div',
      { class: 'user' },
      h('span', { class: 'avatar' }, initials.join('')),
      h('span', {}, h('b', {}, user.Name), user.Title),
    ),
  );

  function submit(event: Event): void {
    event.preventDefault();
    if (input.value.trim()) onSearch(input.value.trim());
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
