import { runSoftphoneApex } from './apex.ts';
import type { Desk } from './desk.ts';
import { Fault } from './messages.ts';
import type { OpenCtiOptions } from './options.ts';
import { personKeys } from './person-accounts.ts';
import { saveLog } from './save-log.ts';
import { screenPop } from './screen-pop.ts';
import { searchAndScreenPop } from './search-and-pop.ts';

type Args = Readonly<Record<string, unknown>>;
type Handler = (args: Args, options: OpenCtiOptions) => unknown;

/** Sends something to a listener in the softphone's frame. */
export type Emit = (name: string, payload: unknown) => void;

/** One answer for each of Open CTI's methods. A {@link Fault} becomes the error of the callback. */
export function createHandlers(desk: Desk, emit: Emit): Readonly<Record<string, Handler>> {
  const { panel } = desk;
  return {
    enableClickToDial: () => desk.setClickToDial(true),
    disableClickToDial: () => desk.setClickToDial(false),
    getAppViewInfo: (_, options) => withPerson(desk, options, desk.view()),
    getCallCenterSettings: (_, { callCenter }) => callCenter,
    getSoftphoneLayout: (_, { layout }) => layout,
    isSoftphonePanelVisible: () => ({ visible: panel.visible() }),
    setSoftphonePanelVisibility: ({ visible }) => panel.show(visible === true),
    setSoftphonePanelHeight: ({ heightPX }) => panel.size({ height: Number(heightPX) }),
    setSoftphonePanelWidth: ({ widthPX }) => panel.size({ width: Number(widthPX) }),
    setSoftphonePanelLabel: ({ label }) => panel.label('panel', String(label)),
    setSoftphoneItemLabel: ({ label }) => panel.label('item', String(label)),
    setSoftphonePanelIcon: ({ key }) => panel.icon('panel', String(key)),
    setSoftphoneItemIcon: ({ key }) => panel.icon('item', String(key)),
    notifyInitializationComplete: () => panel.standby(false),
    refreshView: async () => {
      await desk.refresh();
      return true;
    },
    runApex: async (args, options) => {
      const { apex } = options;
      const name = `${String(args['apexClass'])}.${String(args['methodName'])}`;
      return {
        runApex: Object.hasOwn(apex, name) ? apex[name] : await runSoftphoneApex(desk, options, args),
      };
    },
    saveLog: ({ value }, options) => saveLog(desk, options, value as Args),
    screenPop: (args) => screenPop(desk, args),
    searchAndScreenPop: (args, options) => searchAndScreenPop(desk, options, args),
    ...messageService(desk, emit),
    'hvs.completeWork': ({ workId }) => {
      throw new Fault('GENERIC_ERROR', `Sales Engagement has no work ${String(workId)} here`);
    },
  };
}

/** The frame's part in the page's message service. */
function messageService({ messages }: Desk, emit: Emit): Readonly<Record<string, Handler>> {
  const subscriptions = new Map<string, () => void>();
  let last = 0;
  return {
    subscribe: ({ channelName }) => {
      last += 1;
      const id = `subscription-${last}`;
      const stop = messages.subscribe(String(channelName), (message) => emit(id, message));
      subscriptions.set(id, stop);
      return { id };
    },
    unsubscribe: ({ subscription }) => {
      const { id } = subscription as { readonly id?: unknown };
      const stop = subscriptions.get(String(id));
      if (!stop) throw new Fault('INVALID_PARAM', 'There is no such subscription');
      subscriptions.delete(String(id));
      stop();
    },
    publish: ({ channelName, message }) => messages.publish(String(channelName), message),
  };
}

/** What is told of a record, with what an org with person accounts adds. */
export function withPerson<T extends { readonly recordId: string }>(
  desk: Desk,
  { personAccounts }: OpenCtiOptions,
  view: T,
): T & Args {
  return { ...view, ...(personAccounts ? personKeys(desk.org(), view.recordId) : {}) };
}
