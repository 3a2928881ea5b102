import { api } from './api.ts';
import { h } from './dom.ts';

const FIELDS = [
  ['FirstName', 'First name', 'text'],
  ['LastName', 'Last name', 'text'],
  ['Phone', 'Phone', 'tel'],
  ['Email', 'Email', 'email'],
] as const;

/**
 * Asks for a new contact in a dialog.
 * @param defaults by field name; what is no text is left out
 * @param onSaved called with the new record's id
 */
export function askForContact(
  defaults: Readonly<Record<string, unknown>>,
  onSaved: (id: string) => void,
): void {
  const inputs = FIELDS.map(([name, label, type]) => {
    const value = defaults[name];
    return { name, label, input: h('input', { name, type, value: typeof value === 'string' ? value : '' }) };
  });
  const problem = h('p', { class: 'problem', role: 'alert' });
  const cancel = h('button', { type: 'button', onclick: () => dialog.close() }, 'Cancel');
  const form = h(
    'form',
    { onsubmit: (event) => void save(event) },
    h('h2', { id: 'new-contact' }, 'New contact'),
    inputs.map(({ label, input }) => h('label', {}, label, input)),
    problem,
    h('div', { class: 'buttons' }, cancel, h('button', { class: 'primary' }, 'Save')),
  );
  const dialog = h('dialog', { 'aria-labelledby': 'new-contact', onclose: () => dialog.remove() }, form);

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    try {
      const saved = await api.createContact(
        Object.fromEntries(inputs.map(({ name, input }) => [name, input.value])),
      );
      if ('errors' in saved) {
        problem.replaceChildren(saved.errors.map(({ message }) => message).join('; '));
        return;
      }
      dialog.close();
      onSaved(saved.id);
    } catch (error) {
      problem.replaceChildren(`Not saved: ${String(error)}`);
    }
  }

  document.body.append(dialog);
  dialog.showModal();
}
