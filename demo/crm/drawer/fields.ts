import { h } from '../dom.ts';

type Field = HTMLInputElement | HTMLSelectElement;

/** A field below its label. @param hint what it is for, read with the label */
export function field(label: string, control: Field, hint = ''): HTMLElement {
  return h(
    'label',
    { class: 'field' },
    h('span', {}, label, hint ? h('small', {}, ` ${hint}`) : undefined),
    control,
  );
}

export function input(name: string, value = '', attributes: Record<string, string> = {}): HTMLInputElement {
  return h('input', { name, value, autocomplete: 'off', spellcheck: 'false', ...attributes });
}

/** A group of controls with a heading of its own. */
export function group(title: string, ...content: readonly (Node | readonly Node[])[]): HTMLElement {
  return h('fieldset', {}, h('legend', {}, title), content);
}

export function button(text: string, onclick: () => void, kind = ''): HTMLButtonElement {
  return h('button', { type: 'button', class: kind, onclick }, text);
}

/** The values that are not empty, by name. */
export function filled(inputs: readonly HTMLInputElement[]): Record<string, string> {
  const pairs = inputs.map(({ name, value }) => [name, value.trim()] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== ''));
}
