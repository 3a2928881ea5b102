/** The agent as the desktop itself knows him: Finesse's REST API, and the notifications that come to the desktop alone. */
import type { FinesseNotice } from '../../../simulator/finesse/api.ts';
import { elementsOf, parseXml, textOf, toValue, writeXml } from '../../../simulator/finesse/xml.ts';
import type { XmlValue } from '../../../simulator/finesse/xml.ts';
import type { ToNotifications } from '../notifications.ts';
import { notificationsPath } from '../notifications-path.ts';

/** How long until the desktop tries again, ms. */
const reconnectMs = 500;

export interface Credentials {
  readonly id: string;
  /** `Basic …` or `Bearer …`. */
  readonly authorization: string;
}

export interface AgentView {
  readonly id: string;
  readonly name: string;
  readonly extension: string;
  readonly state: string;
  readonly reason: string;
}

export interface Reason {
  readonly id: string;
  readonly label: string;
}

export interface Answer {
  readonly ok: boolean;
  readonly status: number;
  readonly value: XmlValue;
}

/** The time on Finesse's clock less that on ours, ms. */
export async function drift({ authorization }: Credentials): Promise<number> {
  const { value } = await ask({ authorization }, 'GET', 'SystemInfo');
  return Date.parse(field(value, 'currentTimestamp')) - Date.now();
}

export async function ask(
  { authorization }: Pick<Credentials, 'authorization'>,
  method: string,
  path: string,
  user?: Readonly<Record<string, string>>,
): Promise<Answer> {
  const body = user && writeXml('User', user);
  const response = await fetch(`/finesse/api/${path}`, {
    method,
    headers: { authorization, requestid: crypto.randomUUID() },
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  return { ok: response.ok, status: response.status, value: text === '' ? null : toValue(parseXml(text)) };
}

export function viewOf(user: XmlValue): AgentView {
  const reason = (user as Readonly<Record<string, XmlValue>>)['ReasonCode'];
  return {
    id: field(user, 'loginId'),
    name: `${field(user, 'firstName')} ${field(user, 'lastName')}`,
    extension: field(user, 'extension'),
    state: field(user, 'state'),
    reason: field(reason, 'label'),
  };
}

export async function reasonsOf(who: Credentials): Promise<readonly Reason[]> {
  const { value } = await ask(who, 'GET', `User/${who.id}/ReasonCodes?category=NOT_READY`);
  const listed = (value as Readonly<Record<string, XmlValue>> | null)?.['ReasonCode'] ?? [];
  return [listed].flat().map((one) => ({
    id: field(one, 'uri').split('/').at(-1) ?? '',
    label: field(one, 'label'),
  }));
}

export const field = (value: XmlValue, name: string): string => {
  const found = (value as Readonly<Record<string, XmlValue>> | null | undefined)?.[name];
  return typeof found === 'string' ? found : '';
};

export interface Link {
  /** For as long as this connection stands. */
  subscribe(node: string): void;
  unsubscribe(node: string): void;
}

export type LinkStatus = 'connected' | 'failing' | 'recovered';

/** Hears Finesse; when the connection breaks, tries until it is back. */
export function connect(
  { authorization }: Credentials,
  on: {
    readonly link: (status: LinkStatus) => void;
    readonly update: (node: string, content: string, update: XmlValue) => void;
  },
): Link {
  let socket: WebSocket | undefined;
  let isLost = false;
  const open = (): void => {
    const now = new WebSocket(`${location.origin.replace(/^http/, 'ws')}${notificationsPath}`);
    socket = now;
    now.addEventListener('open', () => {
      now.send(JSON.stringify({ authorization }));
    });
    now.addEventListener('message', ({ data }: MessageEvent<string>) => {
      const notice = JSON.parse(data) as FinesseNotice;
      if (notice.kind === 'update') {
        on.update(notice.node, notice.xml, toValue(parseXml(notice.xml)));
      } else {
        on.link(notice.status === 'connected' && isLost ? 'recovered' : notice.status);
        isLost = false;
      }
    });
    now.addEventListener('close', () => {
      if (!isLost) on.link('failing');
      isLost = true;
      setTimeout(open, reconnectMs);
    });
  };
  open();
  const say = (words: ToNotifications): void => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(words));
  };
  return {
    subscribe: (node) => say({ subscribe: node }),
    unsubscribe: (node) => say({ unsubscribe: node }),
  };
}

/** What a late error says. */
export function lateError(content: string): string | undefined {
  const find = (name: string, of = parseXml(content)): string | undefined => {
    for (const child of elementsOf(of)) {
      const found = child.name === name ? textOf(child) : find(name, child);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return find('errorMessage');
}
