import { createOpenCtiHost } from '../open-cti/host.ts';
import type { Desk } from '../open-cti/handlers.ts';
import type { CrmSettings } from '../open-cti/messages.ts';
import type { Org } from '../records.ts';
import { api } from './api.ts';
import { h } from './dom.ts';
import { createHeader } from './header.ts';
import { findRecord, titleOf, viewOf } from './model.ts';
import type { Scene, View } from './model.ts';
import { askForContact } from './new-contact.ts';
import { home, list, missing, results } from './pages/lists.ts';
import { record } from './pages/record.ts';
import { createPanel } from './panel.ts';

function start(settings: CrmSettings, firstOrg: Org): void {
  let org = firstOrg;
  let clickToDial = false;
  const main = h('main', { id: 'main' });
  const announcer = h('p', { class: 'hidden', role: 'status' });
  const header = createHeader(org.user, (term) =>
    go(`/search?${new URLSearchParams({ q: term }).toString()}`, true),
  );
  const phone = createPanel(settings, () => {
    document.body.toggleAttribute('data-panel-open', phone.control.visible());
  });

  const view = (): View => viewOf(org, new URL(location.href));

  function pageOf(shown: View, scene: Scene): HTMLElement {
    switch (shown.kind) {
      case 'home':
        return home(scene);
      case 'search':
        return results(shown.term, scene);
      case 'missing':
        return missing();
      case 'contacts':
      case 'accounts':
      case 'cases':
        return list(shown.kind, scene);
      default:
        return record(shown, scene);
    }
  }

  function draw(): void {
    const shown = view();
    const scene: Scene = { org, clickToDial, dial };
    main.replaceChildren(pageOf(shown, scene));
    document.title = titleOf(shown);
    header.mark(shown.kind);
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
    scrollTo(0, 0);
    tellView();
  }

  /** Brings the records up to date and draws them; the page stays where it is scrolled to, and the focus. */
  async function refresh(): Promise<void> {
    org = await api.org();
    redraw();
  }

  function redraw(): void {
    const stops = (): Element[] => [...main.querySelectorAll('a, button, h1')];
    const focused = document.activeElement ? stops().indexOf(document.activeElement) : -1;
    draw();
    const stop = stops()[focused];
    if (stop instanceof HTMLElement) stop.focus({ preventScroll: true });
  }

  function viewInfo(): Record<string, string> {
    const shown = view();
    const objectType = { contact: 'Contact', account: 'Account', case: 'Case' };
    const nothing = { url: location.href, recordId: '', recordName: '', objectType: '' };
    if (!('record' in shown)) return nothing;
    const { Id } = shown.record;
    return {
      url: location.href,
      recordId: Id,
      recordName: titleOf(shown),
      objectType: objectType[shown.kind],
    };
  }

  function dial(number: string, { Id }: { readonly Id: string }): void {
    const found = findRecord(org, Id);
    if (!found) return;
    const objectType = { contact: 'Contact', account: 'Account', case: 'Case' }[found.kind];
    openCti.emit('onClickToDial', {
      number,
      recordId: Id,
      recordName: titleOf(found),
      objectType,
      params: '',
    });
  }

  const tellView = (): void => openCti.emit('onNavigationChange', viewInfo());

  const desk: Desk = {
    org: () => org,
    view: viewInfo,
    openRecord(id) {
      const found = findRecord(org, id);
      if (found) go(`/${found.kind}/${found.record.Id}`, false);
      return found !== undefined;
    },
    openPath: (path) => go(path, false),
    newContact(defaults) {
      askForContact(defaults, (id) => void refresh().then(() => go(`/contact/${id}`, true)));
      tellView();
    },
    writeTask: api.writeTask,
    refresh,
    setClickToDial(enabled) {
      if (clickToDial === enabled) return;
      clickToDial = enabled;
      redraw();
    },
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
  addEventListener('focus', tellView);

  document.body.toggleAttribute('data-panel-open', true);
  draw();
  document.body.replaceChildren(header.element, main, announcer, phone.panel, phone.bar);
}

const [settings, org] = await Promise.all([api.settings(), api.org()]);
start(settings, org);
