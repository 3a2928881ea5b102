/** finesse.containerservices: the desktop around the gadget. */
import { newId, theHub } from './client.ts';

const prefix = 'finesse.containerservices.';

const Topics = {
  ACTIVE_TAB: `${prefix}activeTab`,
  TIMER_TICK_EVENT: `${prefix}timerTickEvent`,
  WORKFLOW_ACTION_EVENT: `${prefix}workflowActionEvent`,
  RELOAD_GADGET_EVENT: `${prefix}reloadGadget`,
  GADGET_VIEW_CHANGED_EVENT: `${prefix}gadgetViewChangedEvent`,
  MAX_AVAILABLE_HEIGHT_CHANGED_EVENT: `${prefix}maxAvailableHeightChangedEvent`,
} as const;

type Run = (event?: unknown) => void;

interface OuterContainer {
  showDialog(options: object): void;
  hideDialog(): void;
  reloadGadget(id: string): void;
}

interface Gadgets {
  readonly rpc: { call(target: null, service: string, done: null, ...args: unknown[]): void };
  readonly util: { getUrlParameters(): Readonly<Record<string, string>> };
}

const theGadgets = (): Gadgets => (window as unknown as { gadgets: Gadgets }).gadgets;
const outer = (): OuterContainer =>
  (parent as unknown as { finesse: { container: { Container: OuterContainer } } }).finesse.container
    .Container;
const call = (service: string, ...args: unknown[]): void =>
  theGadgets().rpc.call(null, service, null, ...args);

const handlers = new Map<string, Run[]>();
let isVisible = false;
let isStarted = false;

const ask = (type: string, data: object): void =>
  theHub().publish(`${prefix}requests`, { type, data, invokeID: newId() });

const tell = (topic: string, event?: unknown): void => {
  for (const run of handlers.get(topic) ?? []) run(event);
};

/** The panel of the tab that the gadget's frame is in, found in the desktop's own document. */
const myTabId = (): string | null =>
  window.frameElement?.closest('div.tab-panel')?.id.replace(/^panel_/, '') ?? null;

class ContainerServices {
  static readonly Topics = Topics;

  static init(): ContainerServices {
    if (isStarted) return services;
    isStarted = true;
    theHub().subscribe(Topics.ACTIVE_TAB, (_topic, tab) => {
      isVisible = tab === myTabId();
      if (isVisible) tell(Topics.ACTIVE_TAB);
    });
    theHub().subscribe(Topics.TIMER_TICK_EVENT, (_topic, data) => {
      const { dateQueued } = data as { dateQueued: number };
      tell(Topics.TIMER_TICK_EVENT, { getDateQueued: () => new Date(dateQueued) });
    });
    for (const topic of [Topics.MAX_AVAILABLE_HEIGHT_CHANGED_EVENT, Topics.GADGET_VIEW_CHANGED_EVENT]) {
      theHub().subscribe(topic, (_topic, data) => tell(topic, data));
    }
    return services;
  }

  addHandler(topic: string, run: Run, context?: object): void {
    handlers.set(topic, [...(handlers.get(topic) ?? []), context ? run.bind(context) : run]);
  }
  removeHandler(topic: string, run: Run): void {
    handlers.set(
      topic,
      (handlers.get(topic) ?? []).filter((one) => one !== run),
    );
  }
  makeActiveTabReq = (): void => ask('ActiveTabReq', {});
  activateTab = (id: string): void => ask('SetActiveTabReq', { id });
  activateMyTab = (): void => this.activateTab(myTabId() ?? '');
  getMyTabId = myTabId;
  getMyGadgetId = (): string => theGadgets().util.getUrlParameters()['mid'] ?? '';
  tabVisible = (): boolean => isVisible;
  showDialog = (options: object): void => outer().showDialog(options);
  hideDialog = (): void => outer().hideDialog();
  reloadMyGadget = (): void => outer().reloadGadget(this.getMyGadgetId());
  setMyGadgetTitle = (title: string): void => call('set_title', title);
  enableTitleBar = (): void => call('title_bar', true);
  collapseMyGadget = (): void => call('collapse', true);
  expandMyGadget = (): void => call('collapse', false);
}

const services = new ContainerServices();

/** The real one shows a notification of the operating system; here the desktop shows it on its page. */
const FinesseToaster = {
  showToaster(
    title: string,
    options: { body?: string; autoClose?: number; showWhenVisible?: boolean } = {},
  ): void {
    const { body = '', autoClose = 8000, showWhenVisible = false } = options;
    call('toast', title, { body, autoClose, showWhenVisible });
  },
};

export const containerservices = {
  // Its own class, asked for as a function as well: samples do both.
  ContainerServices: Object.assign(ContainerServices, {
    addHandler: (topic: string, run: Run, context?: object) => services.addHandler(topic, run, context),
    removeHandler: (topic: string, run: Run) => services.removeHandler(topic, run),
    makeActiveTabReq: services.makeActiveTabReq,
    activateTab: services.activateTab,
    activateMyTab: services.activateMyTab,
    getMyTabId: services.getMyTabId,
    getMyGadgetId: services.getMyGadgetId,
    tabVisible: services.tabVisible,
    showDialog: services.showDialog,
    hideDialog: services.hideDialog,
    reloadMyGadget: services.reloadMyGadget,
    setMyGadgetTitle: services.setMyGadgetTitle,
    enableTitleBar: services.enableTitleBar,
    collapseMyGadget: services.collapseMyGadget,
    expandMyGadget: services.expandMyGadget,
  }),
  FinesseToaster,
};
