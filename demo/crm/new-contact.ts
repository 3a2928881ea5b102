import { api } from './api.ts';
import { h, icon } from './dom.ts';

const FIELDS = [
  ['FirstName', 'First name', 'text'],
  ['LastName', 'Last name', 'text'],
  ['Phone', 'Phone', 'tel'],
  ['Email', 'Email', 'email'],
  ['Title', 'Title', 'text'],
] as const;

/**
 * Asks for a new contact, in a dialog that leaves the rest of the page usable: whoever is on the phone must get at it.
 * @param defaults by field name; what is no text is left out
 * @param byHand the agent asked for it here: then the first field gets the focus, which a pop must not take
 * @param onSaved called with the new record's id
 */
export function askForContact(
  defaults: Readonly<Record<string, unknown>>,
  byHand: boolean,
  onSaved: (id: string) => void,
): void {
  document.querySelector('.new-record')?.remove();
  const inputs = FIELDS.map(([name, label, type]) => {
    const value = defaults[name];
    const attributes = { name, type, value: typeof value === 'string' ? value : '', autocomplete: 'off' };
    return { name, label, input: h('input', attributes) };
  });
  const problem = h('p', { class: 'problem', role: 'alert' });
  const form = h(
    'form',
    { onsubmit: (event) => void save(event) },
    inputs.map(({ label, input }) => h('label', { class: 'field' }, h('span', {}, label), input)),
    problem,
    h(
      'div',
      { class: 'buttons' },
      h('button', { type: 'button', onclick: close }, 'Cancel'),
      h('button', { class: 'primary' }, 'Save'),
    ),
  );
  const dialog = h(
    'section',
    {
      class: 'new-record',
      role: 'dialog',
      'aria-labelledby': 'new-contact',
      onkeydown: (event) => {
        if ((event as KeyboardEvent).key === 'Escape') close();
      },
    },
    h(
      'div',
      { class: 'new-record-title' },
      h('h2', { id: 'new-contact' }, 'New contact'),
      h('button', { type: 'button', class: 'quiet', 'aria-label': 'Close', onclick: close }, icon('close')),
    ),
    form,
  );

  function close(): void {
    const hadFocus = dialog.contains(document.activeElement);
    dialog.remove();
    // The page may have been drawn anew meanwhile: what was pressed then is found by its place.
    if (hadFocus)
      (document.querySelector<HTMLElement>('.page-head button') ?? document.querySelector('h1'))?.focus();
  }

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    try {
      const saved = await api.createContact(
        Object.fromEntries(inputs.map(({ name, input }) => [name, input.value.trim()])),
      );
      if ('errors' in saved) {
        problem.replaceChildren(saved.errors.map(({ message }) => message).join('; '));
        return;
      }
      close();
      onSaved(saved.id);
    } catch (error) {
      problem.replaceChildren(`Not saved: ${String(error)}`);
    }
  }

  document.querySelector('main')?.after(dialog);
  if (byHand) inputs[0]?.input.focus();
}
