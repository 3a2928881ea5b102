import type { Org } from '../records.ts';
import { h, icon } from './dom.ts';
import { findRecord, pathOf, titleOf } from './model.ts';
import { named } from './parts/cards.ts';

/** As in Salesforce: a standard app shows one record at a time, in a console app opened records stay as tabs. */
export type AppKind = 'standard' | 'console';

const APP = 'app';
const TABS = 'tabs';

/** `?app=console` decides, and is remembered for this browser tab. */
export function readApp({ searchParams }: URL): AppKind {
  const asked = searchParams.get('app') ?? sessionStorage.getItem(APP);
  const app = asked === 'console' ? 'console' : 'standard';
  sessionStorage.setItem(APP, app);
  return app;
}

/** The strip of open records of a console app. */
export interface Workspace {
  readonly element: HTMLElement;
  /** @param current id of the record that is shown, '' for any other page; a record that is new here gets a tab */
  draw(org: Org, current: string): void;
}

/** @param go shows a path; asked when the tab on screen is closed */
export function createWorkspace(go: (path: string) => void): Workspace {
  const element = h('nav', { class: 'workspace', 'aria-label': 'Open records' });
  let tabs = readTabs();

  function close(org: Org, id: string, current: string): void {
    const place = tabs.indexOf(id);
    tabs = tabs.filter((one) => one !== id);
    const neighbour = findRecord(org, tabs[place] ?? tabs[place - 1] ?? '');
    draw(org, id === current ? '' : current);
    if (id === current) go(neighbour ? pathOf(neighbour) : '/');
  }

  function draw(org: Org, current: string): void {
    if (current && !tabs.includes(current)) tabs = [...tabs, current];
    sessionStorage.setItem(TABS, JSON.stringify(tabs));
    const items = tabs.flatMap((id) => {
      const view = findRecord(org, id);
      if (!view) return [];
      const title = titleOf(view);
      const isCurrent = id === current;
      const link = h(
        'a',
        { href: pathOf(view), ...(isCurrent ? { 'aria-current': 'page' } : {}) },
        icon(view.kind),
        named(title),
      );
      const shut = h(
        'button',
        {
          type: 'button',
          class: 'quiet',
          'aria-label': `Close ${title}`,
          onclick: () => close(org, id, current),
        },
        icon('close'),
      );
      return [h('li', { class: isCurrent ? 'current' : '' }, link, shut)];
    });
    element.replaceChildren(
      items.length > 0 ? h('ul', {}, items) : h('p', {}, 'Records that you open stay here as tabs.'),
    );
  }

  return { element, draw };
}

function readTabs(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(TABS) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}
