import type { Desk } from '../open-cti/desk.ts';
import { createOpenCtiHost } from '../open-cti/host.ts';
import { createMessageService } from '../open-cti/message-service.ts';
import { KINDS } from '../records.ts';
import type { Org } from '../records.ts';
import type { PageSettings } from '../settings.ts';
import { api } from './api.ts';
import { createCalls } from './calls/calls.ts';
import { h } from './dom.ts';
import { createHeader } from './header.ts';
import { findRecord, pathOf, titleOf, viewOf } from './model.ts';
import type { RecordView, Scene, View } from './model.ts';
import { askForContact } from './new-contact.ts';
import { pageOf } from './pages/page.ts';
import { createPanel } from './panel.ts';
import { createDrawer } from './drawer/drawer.ts';
import { createWorkspace, readApp } from './workspace.ts';

/** Other tabs of this CRM hear here that records have changed. */
const changes = new BroadcastChannel('northwind-records');

function start(settings: PageSettings, firstOrg: Org): void {
  let org = firstOrg;
  let app = readApp(new URL(location.href));
  let clickToDial = false;
  const main = h('main', { id: 'main' });
  const announcer = h('p', { class: 'hidden', role: 'status' });
  const workspace = createWorkspace((path) => go(path, true));
  const header = createHeader({
    user: org.user,
    app,
    onSearch: (term) => go(`/search?${new URLSearchParams({ q: term }).toString()}`, true),
    onApp(chosen) {
      app = chosen;
      sessionStorage.setItem('app', app);
      draw();
      openCti.emitNavigation();
    },
  });
  const phone = createPanel(settings, () => {
    document.body.toggleAttribute('data-panel-open', phone.control.visible());
  });
  const drawer = settings.simulatorUrl ? createDrawer(settings.simulatorUrl, () => org) : undefined;

  const view = (): View => viewOf(org, new URL(location.href));

  function draw(): void {
    const shown = view();
    const scene: Scene = {
      org,
      clickToDial,
      openSimulator: drawer && (() => drawer.open()),
      dial,
      newContact: () => newContact({}, true),
    };
    main.replaceChildren(pageOf(shown, scene));
    document.title = titleOf(shown);
    header.mark(shown.kind);
    workspace.element.hidden = app === 'standard';
    document.body.toggleAttribute('data-console', app === 'console');
    if (app === 'console') workspace.draw(org, 'record' in shown ? shown.record.Id : '');
  }

  /** @param byHand the agent asked for it here: then the page's heading gets the focus, which a pop must not take */
  function go(path: string, byHand: boolean): void {
    if (path !== location.pathname + location.search) history.pushState(null, '', path);
    arrive();
    if (byHand) main.querySelector('h1')?.focus();
    else announcer.replaceChildren(`Opened ${document.title}`);
    // Shown at once from what is known; a server that is gone leaves it at that.
    refresh().catch(() => undefined);
  }

  function arrive(): void {
    draw();
    calls.draw();
    scrollTo(0, 0);
    openCti.emitNavigation();
  }

  /** Brings the records up to date; draws them where they have changed. */
  async function refresh(): Promise<void> {
    const fresh = await api.org();
    if (JSON.stringify(fresh) === JSON.stringify(org)) return;
    org = fresh;
    redraw();
  }

  /** The page stays where it is scrolled to, with the focus and the opened activities. */
  function redraw(): void {
    const stops = (): Element[] => [...main.querySelectorAll('a, button, summary, h1')];
    const focused = document.activeElement ? stops().indexOf(document.activeElement) : -1;
    const opened = [...main.querySelectorAll('[data-task]:has(details[open])')].map((one) =>
      one.getAttribute('data-task'),
    );
    draw();
    for (const id of opened) main.querySelector(`[data-task="${id}"] details`)?.setAttribute('open', '');
    const stop = stops()[focused];
    if (stop instanceof HTMLElement) stop.focus({ preventScroll: true });
  }

  const describe = (found: RecordView): { recordId: string; recordName: string; objectType: string } => ({
    recordId: found.record.Id,
    recordName: titleOf(found),
    objectType: KINDS[found.kind].api,
  });

  function dial(number: string, { Id }: { readonly Id: string }): void {
    const found = findRecord(org, Id);
    if (found) openCti.emitClick({ number, ...describe(found), params: '' });
  }

  function newContact(defaults: Readonly<Record<string, unknown>>, byHand: boolean): void {
    askForContact(defaults, byHand, (id) => {
      changes.postMessage('contact');
      void refresh().then(() => go(`/contact/${id}`, true));
    });
    if (!byHand) announcer.replaceChildren('Opened New contact');
    openCti.emitNavigation();
  }

  const messages = createMessageService();
  const calls = createCalls(messages, () => {
    const shown = view();
    if (!('record' in shown)) return undefined;
    const { recordId: id, objectType: type, recordName: name } = describe(shown);
    return { id, type, name };
  });

  const desk: Desk = {
    org: () => org,
    isConsole: () => app === 'console',
    view() {
      const shown = view();
      const record = 'record' in shown ? describe(shown) : { recordId: '', recordName: '', objectType: '' };
      return { url: location.href, ...record };
    },
    openRecord(id) {
      const found = findRecord(org, id);
      if (found) go(pathOf(found), false);
      return found !== undefined;
    },
    openPath: (path) => go(path, false),
    newRecord(entity, defaults) {
      if (entity !== KINDS.contact.api) return false;
      newContact(defaults, false);
      return true;
    },
    async writeTask(id, fields) {
      const written = await api.writeTask(id, fields);
      changes.postMessage('task');
      return written;
    },
    refresh,
    setClickToDial(enabled) {
      if (clickToDial === enabled) return;
      clickToDial = enabled;
      redraw();
    },
    messages,
    panel: phone.control,
  };
  const openCti = createOpenCtiHost(phone.frame, settings, desk);

  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || link.origin !== location.origin) return;
    event.preventDefault();
    go(link.pathname + link.search, true);
  });
  addEventListener('popstate', arrive);
  // Salesforce tells the softphone too when the agent comes back to the browser's tab.
  addEventListener('focus', () => openCti.emitNavigation());
  changes.addEventListener('message', () => void refresh().catch(() => undefined));
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) refresh().catch(() => undefined);
  });

  document.body.toggleAttribute('data-panel-open', true);
  draw();
  const { panel, bar } = phone;
  if (drawer) bar.prepend(drawer.item);
  const parts = [
    ...[header.element, workspace.element, drawer?.element, calls.element],
    ...[main, announcer, panel, bar],
  ];
  document.body.replaceChildren(...parts.filter((part) => part !== undefined));
}

const [settings, org] = await Promise.all([api.settings(), api.org()]);
start(settings, org);
