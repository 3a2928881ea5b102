/** The Finesse desktop, as far as gadgets notice it: header, tabs, hub, notifications, failover. */
import { h } from '../../crm/dom.ts';
import type { DesktopSettings } from '../layout.ts';
import type { AgentView, Credentials, Reason } from './agent.ts';
import { ask, connect, drift, field, lateError, reasonsOf, viewOf } from './agent.ts';
import type { GadgetFrame, Toast } from './gadget-frame.ts';
import { createGadget } from './gadget-frame.ts';
import { stateLabel, stateMenu } from './header.ts';
import { answerRequests, createHub, tellActiveTab, tick } from './hub.ts';
import { forget, remembered, signInForm } from './sign-in.ts';
import { createTabs } from './tabs.ts';

const query = new URLSearchParams(location.search);
const [language = 'en', country = ''] = (query.get('locale') ?? 'en_US').split('_');
const root = document.documentElement;
root.lang = language;
root.dir = ['ar', 'he', 'fa', 'ur'].includes(language) ? 'rtl' : 'ltr';
root.dataset['theme'] = query.get('theme') ?? '';

async function start(): Promise<void> {
  const settings = (await (await fetch('/desktop/settings')).json()) as DesktopSettings;
  const who = remembered();
  const known = who && (await ask(who, 'GET', `User/${who.id}`));
  if (who && known?.ok && field(known.value, 'state') !== 'LOGOUT') {
    await show(settings, who);
  } else {
    forget();
    document.body.replaceChildren(
      h(
        'main',
        {},
        signInForm(settings, (signedIn) => void show(settings, signedIn)),
      ),
    );
  }
}

async function show(settings: DesktopSettings, who: Credentials): Promise<void> {
  const [{ value: user }, reasons, clientDrift] = await Promise.all([
    ask(who, 'GET', `User/${who.id}`),
    reasonsOf(who),
    drift(who),
  ]);
  const agent = viewOf(user);
  const hub = createHub();
  const toasts = h('div', { class: 'toasts', role: 'log', 'aria-label': 'Notifications' });
  const problem = h('p', { role: 'alert', class: 'problem' });
  const banner = h(
    'p',
    { role: 'status', class: 'banner', hidden: true },
    'Connection to Finesse lost. Looking for another server…',
  );
  const { element: header, tell } = createHeader(who, agent, reasons, problem);

  const prefs = gadgetPrefs(settings, agent, clientDrift);
  const gadgets = new Map<string, GadgetFrame>();
  const toast = ({ title, body, autoClose }: Toast): void => {
    const one = h('div', { class: 'toast' }, h('strong', {}, title), h('span', {}, body));
    toasts.append(one);
    setTimeout(() => one.remove(), autoClose);
  };
  const tabs = createTabs(settings.tabs, (tab) => tellActiveTab(hub, tab));
  let status = 'connected';
  answerRequests(hub, {
    connection: () => status,
    resourceId: `desktop${who.id}`,
    activeTab: () => tabs.active(),
    activate: (tab) => tabs.activate(tab),
    subscribeNode: (node) => link.subscribe(node),
    unsubscribeNode: (node) => link.unsubscribe(node),
  });
  const link = connect(who, {
    link(now) {
      status = now === 'recovered' ? 'connected' : now;
      banner.hidden = now !== 'failing';
      hub.publish('finesse.info.connection', { status: now, resourceID: `desktop${who.id}` });
      if (now === 'recovered')
        void ask(who, 'GET', `User/${who.id}`).then(({ value }) => tell(viewOf(value)));
    },
    update(node, content, update) {
      const user = (update as { data?: { user?: Parameters<typeof viewOf>[0] } }).data?.user;
      if (node.endsWith(`/User/${who.id}`) && user) tell(viewOf(user));
      const error = lateError(content);
      if (error !== undefined) console.info(`Finesse: ${error}`);
      hub.publish(node.slice(1).replaceAll('/', '.'), { content, object: { Update: update } });
    },
  });
  setInterval(() => tick(hub), 1000);
  exposeContainer(gadgets);

  for (const { id, gadgets: addresses } of settings.tabs) {
    for (const address of addresses) {
      const mid = String(gadgets.size);
      const gadget = createGadget({ id: mid, address, src: frameAddress(mid, address, prefs), hub, toast });
      gadgets.set(mid, gadget);
      tabs.panel(id)?.append(gadget.element);
    }
  }
  document.body.replaceChildren(header, banner, problem, tabs.element, toasts);
}

function createHeader(who: Credentials, agent: AgentView, reasons: readonly Reason[], problem: HTMLElement) {
  const put = async (user: Readonly<Record<string, string>>): Promise<void> => {
    problem.textContent = '';
    const { ok, status } = await ask(who, 'PUT', `User/${who.id}`, user);
    if (!ok) problem.textContent = `Finesse says no (${status}).`;
  };
  const state = h('p', { class: 'state', role: 'status' });
  const menu = stateMenu(reasons, (wanted) => void put(wanted));
  const signOut = h('button', { type: 'button', onclick: () => void put({ state: 'LOGOUT' }) }, 'Sign out');
  const name = h('strong', {}, `${agent.name} (${agent.id})`);
  const brand = h('h1', {}, 'Finesse desktop');
  const extension = h('span', {}, `Extension ${agent.extension}`);
  const element = h('header', { class: 'desktop' }, brand, name, extension, state, menu, signOut);
  const tell = (now: AgentView): void => {
    state.textContent = stateLabel(now);
    if (now.state !== 'LOGOUT') return;
    forget();
    location.reload();
  };
  tell(agent);
  return { element, tell };
}

/** What Finesse's container hands to every gadget. */
const gadgetPrefs = (
  settings: DesktopSettings,
  agent: AgentView,
  clientDrift: number,
): Readonly<Record<string, string>> => ({
  scheme: location.protocol.slice(0, -1),
  host: location.hostname,
  hostPort: location.port,
  restHost: location.hostname,
  localhostFQDN: location.hostname,
  localhostPort: location.port,
  id: agent.id,
  extension: agent.extension,
  locale: country ? `${language}_${country}` : language,
  language,
  country,
  clientDriftInMillis: String(Math.round(clientDrift)),
  finesseVersion: settings.version,
});

function frameAddress(mid: string, address: string, prefs: Readonly<Record<string, string>>): string {
  const parameters = new URLSearchParams({
    container: 'default',
    mid,
    lang: language,
    country: country || 'ALL',
    view: 'default',
    url: new URL(address, location.origin).href,
    ...Object.fromEntries(Object.entries(prefs).map(([name, value]) => [`up_${name}`, value])),
  });
  return `/gadgets/ifr?${parameters.toString()}#rpctoken=${mid}`;
}

/** The library in a gadget reaches for this in the desktop's own window. */
function exposeContainer(gadgets: ReadonlyMap<string, GadgetFrame>): void {
  const dialog = h('dialog', { 'aria-label': 'Finesse' });
  document.addEventListener('close', () => dialog.remove(), true);
  const Container = {
    showDialog({ title = '', message = '' }: { title?: string; message?: string }) {
      dialog.replaceChildren(h('h2', {}, title), h('p', {}, message));
      document.body.append(dialog);
      dialog.show();
    },
    hideDialog: () => dialog.close(),
    reloadGadget: (id: string) => gadgets.get(id)?.reload(),
    modifyGadgetUrl: () => undefined,
  };
  Object.assign(window, { finesse: { container: { Container } } });
}

void start();
