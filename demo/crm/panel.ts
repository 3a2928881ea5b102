import type { Desk } from '../open-cti/desk.ts';
import type { CrmSettings } from '../open-cti/messages.ts';
import { h, icon, isIcon } from './dom.ts';

/** The docked softphone with its item in the utility bar. */
export interface Panel {
  readonly bar: HTMLElement;
  readonly panel: HTMLElement;
  readonly frame: HTMLIFrameElement;
  /** What Open CTI may do to it. */
  readonly control: Desk['panel'];
}

/**
 * Makes the panel, open. It is hidden, never taken out of the page: the frame inside would be loaded anew.
 * @param onToggle called after it was opened or minimised
 */
export function createPanel(settings: CrmSettings, onToggle: () => void): Panel {
  const frame = h('iframe', { title: 'Softphone', src: settings.softphoneUrl, allow: 'autoplay' });
  const panelLabel = h('h2', { id: 'panel-label' }, 'Phone');
  const itemLabel = h('span', {}, 'Phone');
  const panelIcon = h('span', { class: 'slot' }, icon('call'));
  const itemIcon = h('span', { class: 'slot' }, icon('call'));
  const note = h('p', { class: 'standby', role: 'status' });
  const minimize = h(
    'button',
    { type: 'button', class: 'quiet', 'aria-label': 'Minimize', onclick: () => toggle(false) },
    icon('minimize'),
  );
  const panel = h(
    'section',
    { class: 'panel', id: 'panel', 'aria-labelledby': 'panel-label' },
    h('header', {}, panelIcon, panelLabel, minimize),
    note,
    frame,
  );
  const item = h(
    'button',
    {
      type: 'button',
      class: 'utility',
      'aria-expanded': 'true',
      'aria-controls': 'panel',
      onclick: () => toggle(!open),
    },
    itemIcon,
    itemLabel,
  );
  const bar = h('footer', { class: 'utility-bar', 'aria-label': 'Utilities' }, item);
  let open = true;
  let overdue: ReturnType<typeof setTimeout> | undefined;

  /** By the agent: the focus goes with it, since it would be lost in what is hidden. */
  function toggle(visible: boolean): void {
    show(visible);
    (visible ? minimize : item).focus();
  }

  function show(visible: boolean): void {
    open = visible;
    panel.toggleAttribute('data-minimized', !visible);
    item.setAttribute('aria-expanded', String(visible));
    onToggle();
  }

  function standby(waiting: boolean): void {
    clearTimeout(overdue);
    note.replaceChildren(waiting ? 'The phone is starting…' : '');
    note.hidden = !waiting;
    if (!waiting) return;
    overdue = setTimeout(() => {
      // As Salesforce falls over to its standby page when the softphone does not come up.
      const reload = h('button', { type: 'button', onclick: restart }, 'Load it again');
      note.replaceChildren('The phone has not come up. ', reload);
    }, settings.openCti.standbyAfterMs);
  }

  function restart(): void {
    standby(true);
    frame.src = settings.softphoneUrl;
  }

  standby(true);
  return {
    bar,
    panel,
    frame,
    control: {
      visible: () => open,
      show,
      size({ height, width }) {
        if (height !== undefined) panel.style.setProperty('--panel-height', `${height}px`);
        if (width !== undefined) document.documentElement.style.setProperty('--panel-width', `${width}px`);
      },
      label: (where, text) => (where === 'panel' ? panelLabel : itemLabel).replaceChildren(text),
      icon: (where, key) =>
        (where === 'panel' ? panelIcon : itemIcon).replaceChildren(icon(isIcon(key) ? key : 'call')),
      standby,
    },
  };
}
