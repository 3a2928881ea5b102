import { createOrg } from '../../demo/fixtures.ts';
import type { AppView, Desk } from '../../demo/open-cti/desk.ts';
import { createHandlers } from '../../demo/open-cti/handlers.ts';
import { createMessageService } from '../../demo/open-cti/message-service.ts';
import { Fault } from '../../demo/open-cti/messages.ts';
import { DEFAULTS, changed } from '../../demo/open-cti/options.ts';
import type { OpenCtiChanges } from '../../demo/open-cti/options.ts';
import { createStore } from '../../demo/server/store.ts';
import type { Store } from '../../demo/server/store.ts';
import { NOW } from './support.ts';

export const org = createOrg(NOW);

export function idOf(name: string): string {
  const found = [...org.contacts, ...org.accounts, ...org.leads].find(({ Name }) => Name === name);
  const id = found?.Id ?? org.cases.find(({ CaseNumber }) => CaseNumber === name)?.Id;
  if (!id) throw new Error(`no record ${name}`);
  return id;
}

export const HOME: AppView = {
  url: 'http://localhost/',
  recordId: '',
  recordName: '',
  objectType: '',
};

export interface TestDesk {
  readonly desk: Desk;
  /** What the page was asked to show. */
  readonly shown: unknown[];
  /** What was done to the panel. */
  readonly panel: unknown[];
  readonly store: Store;
  /** What the agent looks at; to be changed by the test. */
  view: AppView;
  isConsole: boolean;
}

/** A CRM page that notes what it was asked to show, with the real rules for its records. */
export function createDesk(): TestDesk {
  const store = createStore(() => NOW);
  const shown: unknown[] = [];
  const panel: unknown[] = [];
  const self: TestDesk = {
    store,
    shown,
    panel,
    view: HOME,
    isConsole: false,
    desk: {
      org: () => store.org(),
      isConsole: () => self.isConsole,
      view: () => self.view,
      openRecord: (id) => {
        const { accounts, contacts, leads, cases } = store.org();
        const known = [...accounts, ...contacts, ...leads, ...cases].some(({ Id }) => Id.startsWith(id));
        return known && shown.push(id) > 0;
      },
      openPath: (path) => void shown.push(path),
      newRecord: (entity, defaults) => entity === 'Contact' && shown.push([entity, defaults]) > 0,
      writeTask: async (id, fields) => {
        const written = id ? store.updateTask(id, fields) : store.createTask(fields);
        if (!written) throw new Error('404');
        return written;
      },
      refresh: async () => void shown.push('refreshed'),
      messages: createMessageService(),
      setClickToDial: (enabled) => void shown.push(enabled),
      panel: {
        visible: () => true,
        show: (visible) => void panel.push(visible),
        size: (size) => void panel.push(size),
        label: (where, text) => void panel.push([where, text]),
        icon: (where, key) => void panel.push([where, key]),
        standby: (waiting) => void panel.push(waiting),
      },
    },
  };
  return self;
}

/** Calls one method's handler; what it emits goes to `emitted`. */
export async function call(
  method: string,
  args: Readonly<Record<string, unknown>>,
  changes: OpenCtiChanges = {},
  { desk } = createDesk(),
): Promise<unknown> {
  const handlers = createHandlers(desk, () => undefined);
  return handlers[method]?.(args, changed(DEFAULTS, changes));
}

/** Whether an error is this one. */
export const fault =
  (code: string, description = /./) =>
  (error: unknown): boolean =>
    error instanceof Fault && error.code === code && description.test(error.message);
