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
    runApex: ({ apexClass, methodName }, { apex }) => {
      const name = `${String(apexClass)}.${String(methodName)}`;
      if (Object.hasOwn(apex, name)) return { runApex: apex[name] };
      throw new Fault('SERVER_ERROR', `Could not load Apex class: ${String(apexClass)}`);
    },
    saveLog: ({ value }, options) => saveLog(desk, options, value as Args),
    screenPop: (args) => screenPop(desk, args),
    searchAndScreenPop: (args, options) => searchAndScreenPop(desk, options, args),
    ...messageService(emit),
    'hvs.completeWork': ({ workId }) => {
      throw new Fault('GENERIC_ERROR', `Sales Engagement has no work ${String(workId)} here`);
    },
  };
}

/** The Lightning message service. Nobody in this page speaks on it: messages reach those that the frame subscribed. */
function messageService(emit: Emit): Readonly<Record<string, Handler>> {
  const channels = new Map<string, string>();
  let last = 0;
  const checked = (channelName: unknown): string => {
    const name = String(channelName);
    if (/^\w+__c$/.test(name)) return name;
    throw new Fault('INVALID_PARAM', `There is no message channel ${name}`);
  };
  return {
    subscribe: ({ channelName }) => {
      last += 1;
      const id = `subscription-${last}`;
      channels.set(id, checked(channelName));
      return { id };
    },
    unsubscribe: ({ subscription }) => {
      const { id } = subscription as { readonly id?: unknown };
      if (!channels.delete(String(id))) throw new Fault('INVALID_PARAM', 'There is no such subscription');
    },
    publish: ({ channelName, message }) => {
      const name = checked(channelName);
      for (const [id, channel] of channels) if (channel === name) emit(id, message);
    },
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
