/** The desktop's tabs. A panel's id is how a gadget finds out which tab it is in. */
import { h } from '../../crm/dom.ts';
import type { Tab } from '../layout.ts';

export interface Tabs {
  readonly element: HTMLElement;
  panel(id: string): HTMLElement | undefined;
  active(): string;
  activate(id: string): void;
}

export function createTabs(tabs: readonly Tab[], changed: (id: string) => void): Tabs {
  const panels = new Map<string, HTMLElement>();
  const buttons = new Map<string, HTMLElement>();
  let active = tabs[0]?.id ?? '';

  const paint = (): void => {
    for (const [id, button] of buttons) {
      button.setAttribute('aria-selected', String(id === active));
      button.tabIndex = id === active ? 0 : -1;
      panels.get(id)?.toggleAttribute('hidden', id !== active);
    }
  };
  const activate = (id: string): void => {
    if (!panels.has(id)) return;
    active = id;
    paint();
    changed(id);
  };
  for (const { id, label, gadgets } of tabs) {
    const button = h(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `tab_${id}`,
        'aria-controls': `panel_${id}`,
        onclick: () => activate(id),
      },
      label,
    );
    buttons.set(id, button);
    const nothing = gadgets.length === 0 ? h('p', {}, 'No gadgets here.') : undefined;
    panels.set(
      id,
      h(
        'div',
        { class: 'tab-panel', role: 'tabpanel', id: `panel_${id}`, 'aria-labelledby': `tab_${id}` },
        nothing,
      ),
    );
  }
  const strip = h('div', { role: 'tablist', 'aria-label': 'Desktop' }, ...buttons.values());
  strip.addEventListener('keydown', ({ key }) => {
    const ids = [...buttons.keys()];
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    const next = step && ids[(ids.indexOf(active) + step + ids.length) % ids.length];
    if (!next) return;
    activate(next);
    buttons.get(next)?.focus();
  });
  paint();
  return {
    element: h('main', { class: 'tabs' }, strip, ...panels.values()),
    panel: (id) => panels.get(id),
    active: () => active,
    activate,
  };
}
