import type { RecordKind } from '../../records.ts';
import { h, icon } from '../dom.ts';
import type { IconName } from '../dom.ts';
import type { Scene } from '../model.ts';

export type Content = Node | string;

/** A name as text of its own direction: `ليلى` beside a Latin word does not turn the line around. */
export function named(text: string): HTMLElement {
  return h('bdi', {}, text);
}

/** A titled card; its title names its region. */
export function card(title: string, count: number | undefined, ...content: readonly Content[]): HTMLElement {
  const id = `card-${title.toLowerCase().replace(/\W+/g, '-')}`;
  const heading = h('h2', { id }, title);
  const badge = count === undefined ? undefined : h('span', { class: 'count' }, String(count));
  return h('section', { class: 'card', 'aria-labelledby': id }, h('header', {}, heading, badge), content);
}

/** Where there is nothing to show yet. */
export function empty(name: IconName, text: string): HTMLElement {
  return h('p', { class: 'empty' }, icon(name), text);
}

/** A table; the first column heads its row. */
export function table(
  name: string,
  columns: readonly string[],
  rows: readonly (readonly Content[])[],
): HTMLElement {
  const head = h(
    'tr',
    {},
    columns.map((column) => h('th', { scope: 'col' }, column)),
  );
  const body = rows.map(([first = '', ...rest]) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, first),
      rest.map((cell) => h('td', {}, cell)),
    ),
  );
  const made = h('table', { 'aria-label': name }, h('thead', {}, head), h('tbody', {}, body));
  return h('div', { class: 'table' }, made);
}

export function details(pairs: readonly (readonly [label: string, value: Content])[]): HTMLElement {
  return h(
    'dl',
    { class: 'details' },
    pairs.map(([label, value]) => h('div', {}, h('dt', {}, label), h('dd', {}, value))),
  );
}

export function badge(text: string): HTMLElement {
  return h('span', { class: `badge badge-${text.toLowerCase()}` }, text);
}

export function recordIcon(kind: RecordKind): HTMLElement {
  return h('span', { class: `record-icon record-icon-${kind}` }, icon(kind));
}

/** A number: a button that dials when the softphone has switched that on, else text. */
export function phone(
  number: string,
  record: { readonly Id: string; readonly Name: string },
  scene: Scene,
): Content {
  if (!scene.clickToDial || !number) return h('span', { class: 'number' }, number);
  const label = `Dial ${number}, ${record.Name}`;
  return h(
    'button',
    { type: 'button', class: 'dial', 'aria-label': label, onclick: () => scene.dial(number, record) },
    number,
    icon('call'),
  );
}
