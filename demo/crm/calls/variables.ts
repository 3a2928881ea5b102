import type { PhoneCall, PhoneState } from '../../../crm-adapter/contract/contract.ts';
import { h } from '../dom.ts';

/** Fields for the call variables that may be changed, sent when they are left or with Enter. */
export interface VariableFields {
  readonly element: HTMLElement;
  draw(call: PhoneCall, variables: PhoneState['callVariables']): void;
}

/** @param set asks the softphone to change one */
export function createVariableFields(set: (name: string, value: string) => void): VariableFields {
  const element = h('div', { class: 'variables' });
  const fields = new Map<string, HTMLInputElement>();

  function fieldFor(name: string, label: string): HTMLInputElement {
    const known = fields.get(name);
    if (known) return known;
    const field = h('input', {
      type: 'text',
      autocomplete: 'off',
      dir: 'auto',
      onchange: () => set(name, field.value),
    });
    fields.set(name, field);
    element.append(h('label', {}, h('span', {}, label), field));
    return field;
  }

  return {
    element,
    draw({ can, variables: values }, variables) {
      element.hidden = !can.includes('setVariable');
      for (const { name, label, editable } of variables) {
        if (!editable) continue;
        const field = fieldFor(name, label);
        // Nobody's typing is overwritten.
        if (field !== document.activeElement) field.value = values[name] ?? '';
      }
    },
  };
}
