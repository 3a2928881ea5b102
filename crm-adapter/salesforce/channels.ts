/**
 * The partner contract over two Lightning message channels, through Open CTI: Lightning web components of the page hear
 * what the softphone says, and ask it, without a Visualforce page between them.
 *
 * Source: Open CTI Developer Guide, "Lightning Message Service Methods for Lightning Experience" (version 47 on): the
 * callback of `subscribe` gets the subscription beside the usual fields, listeners get the message itself.
 */
import { createPartnerDesk, type PartnerDesk } from '../contract/partner-desk.ts';
import type { CrmPort, Phone } from '../port.ts';
import { asObject, systemClock, type Clock } from '../values.ts';
import { attach, type Attached, type OpenCtiOptions } from './open-cti.ts';

/** API names of the channels: `GcSoftphoneEvents__c`, with the namespace of the package before it where there is one. */
export interface ChannelNames {
  /** What the softphone says. */
  readonly events: string;
  /** What is said to it. */
  readonly commands: string;
}

export interface ChannelsOptions extends OpenCtiOptions {
  /** None: the port stays as it is. */
  readonly channels?: ChannelNames | undefined;
  readonly now?: () => number;
  /** Names this load of the page. */
  readonly pageName?: string;
  /** Where the end of the page is told. */
  readonly view?: Pick<Window, 'addEventListener' | 'removeEventListener'>;
}

/** The same port; once it is open, its softphone speaks on the channels as well. */
export function withChannels(port: CrmPort, options: ChannelsOptions): CrmPort {
  if (!options.channels) return port;
  const { events, commands } = options.channels;
  const { now = Date.now, view = window, clock = systemClock } = options;
  const { pageName = Math.random().toString(36).slice(2) } = options;
  let phone: Phone | undefined;
  let opening: Promise<void> | undefined;
  let desk: PartnerDesk | undefined;
  let session: Attached | undefined;
  let subscription: unknown;
  let isDisposed = false;
  /** Why they do not work. */
  let problem = 'Salesforce was not reached';

  async function start({ source, dispatch, words }: Phone): Promise<void> {
    const made = await attach(options);
    session = made;
    subscription = await subscribe(made, commands, clock, (message) => desk?.hear(message));
    if (isDisposed) {
      stop();
      return;
    }
    let isTold = false;
    desk = createPartnerDesk({
      source,
      dispatch,
      words,
      page: pageName,
      clock: { now, after: (ms, run) => clock.after(ms, run) },
      openRecord: (record) => port.openRecord(record),
      post(message) {
        made.call('publish', { channelName: events, message }).catch((error: unknown) => {
          // Said once: a channel that is not there is not there for the next message either.
          if (!isTold && !isDisposed) warn(error);
          isTold = true;
        });
      },
    });
    view.addEventListener('pagehide', leave);
  }

  /** While there is still a page to say it to. */
  const leave = (): void => desk?.bye();

  function stop(): void {
    view.removeEventListener('pagehide', leave);
    desk?.dispose();
    desk = undefined;
    if (subscription) session?.call('unsubscribe', { subscription }).catch(() => undefined);
    subscription = undefined;
    session?.close();
  }

  return {
    ...port,
    meet(met) {
      phone = met;
    },
    async open() {
      await port.open();
      // The softphone works without them: nobody waits, and a channel that cannot be had is no failure of the CRM.
      if (phone)
        opening ??= start(phone).catch((error: unknown) => {
          opening = undefined;
          problem = String(error);
          if (!isDisposed) warn(error);
        });
    },
    async check() {
      const found = await port.check();
      const values = { events, commands, problem };
      const finding = desk
        ? ({ key: 'channels', outcome: 'good', values } as const)
        : ({ key: 'noChannels', outcome: 'bad', values } as const);
      return [...found, finding];
    },
    dispose() {
      isDisposed = true;
      stop();
      port.dispose();
    },
  };
}

function warn(error: unknown): void {
  console.warn(`gc-softphone: the message channels do not work: ${String(error)}`);
}

/** How long Salesforce may take to answer. */
const ANSWER_MS = 10_000;

/** @returns what `unsubscribe` wants */
function subscribe(
  { api }: Attached,
  channelName: string,
  clock: Clock,
  listener: (message: unknown) => void,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ANSWER_MS, () => reject(new Error(`${channelName}: no answer`)));
    api.subscribe({
      channelName,
      listener,
      callback(response) {
        cancel();
        const { success, subscription, errors } = asObject(response);
        if (success === true) resolve(subscription);
        else reject(new Error(`${channelName}: ${JSON.stringify(errors)}`));
      },
    });
  });
}
