/** The hub (OpenAjax) between the desktop and its gadgets, with what the desktop itself answers there. */

export type Hear = (topic: string, data: unknown) => void;

export interface Hub {
  publish(topic: string, data: unknown): void;
  /** @returns what ends it */
  subscribe(topic: string, hear: Hear): () => void;
}

export function createHub(): Hub {
  const topics = new Map<string, Set<Hear>>();
  return {
    publish(topic, data) {
      for (const hear of [...(topics.get(topic) ?? [])]) hear(topic, data);
    },
    subscribe(topic, hear) {
      const listeners = topics.get(topic) ?? new Set();
      topics.set(topic, listeners.add(hear));
      return () => void listeners.delete(hear);
    },
  };
}

export interface Answers {
  readonly connection: () => string;
  readonly resourceId: string;
  readonly activeTab: () => string;
  readonly activate: (tab: string) => void;
  readonly subscribeNode: (node: string) => void;
  readonly unsubscribeNode: (node: string) => void;
}

interface Asked {
  readonly type: string;
  readonly data?: { readonly id?: string; readonly node?: string; readonly subid?: string };
  readonly invokeID?: string;
}

const services = 'finesse.containerservices';

/** Requests that gadgets put on the hub. The answer to who is connected is told to everybody: duplicates are usual. */
export function answerRequests(hub: Hub, answers: Answers): void {
  /** Subscriptions to nodes, by the request that asked for each. */
  const nodes = new Map<string, string>();
  hub.subscribe('finesse.info.requests', (_topic, asked) => {
    const { type, data, invokeID = '' } = asked as Asked;
    if (type === 'ConnectionInfoReq') {
      const { connection, resourceId } = answers;
      hub.publish('finesse.info.connection', { status: connection(), resourceID: resourceId });
    } else if (type === 'SubscribeNodeReq') {
      const { node = '' } = data ?? {};
      nodes.set(invokeID, node);
      answers.subscribeNode(node);
      hub.publish(`finesse.info.responses.${invokeID}`, { status: 200 });
    } else if (type === 'UnsubscribeNodeReq') {
      const { node = '', subid = '' } = data ?? {};
      const isKnown = nodes.get(subid) === node;
      nodes.delete(subid);
      // Another gadget may hear it still.
      if (isKnown && ![...nodes.values()].includes(node)) answers.unsubscribeNode(node);
      hub.publish(`finesse.info.responses.${invokeID}`, { status: isKnown ? 200 : 404 });
    }
  });
  hub.subscribe(`${services}.requests`, (_topic, asked) => {
    const { type, data } = asked as Asked;
    if (type === 'SetActiveTabReq') answers.activate(data?.id ?? '');
    if (type === 'ActiveTabReq') tellActiveTab(hub, answers.activeTab());
  });
}

export const tellActiveTab = (hub: Hub, tab: string): void => hub.publish(`${services}.activeTab`, tab);

export const tick = (hub: Hub): void => hub.publish(`${services}.timerTickEvent`, { dateQueued: Date.now() });
