/** finesse.clientservices.ClientServices: the hub's notifications and the requests, as the real library has them. */
import { parseXml, toValue, writeXml } from '../../../simulator/finesse/xml.ts';
import type { XmlValue } from '../../../simulator/finesse/xml.ts';

export interface Data {
  readonly [name: string]: XmlValue;
}

export interface Response {
  readonly status: number;
  readonly content: string;
  readonly object: unknown;
  readonly error?: { readonly errorType: string; readonly errorMessage: string };
}

export interface Handlers {
  readonly success?: (response: Response) => void;
  readonly error?: (response: Response) => void;
}

export interface Update {
  readonly event: string;
  readonly requestId: string | null;
  readonly data: Data;
}

export interface Config {
  readonly host?: string;
  readonly restHost?: string;
  readonly id?: string;
  readonly password?: string;
  authorization?: string;
  readonly authToken?: string;
  readonly [name: string]: unknown;
}

export interface Hub {
  subscribe(topic: string, run: (topic: string, data: unknown) => void): string;
  unsubscribe(id: string): void;
  publish(topic: string, data: unknown): void;
}

/** What comes back after a recovery. */
interface Refreshed {
  refresh(): unknown;
}

let config: Config | undefined;
let onConnect: (() => void) | undefined;
let onDisconnect: (() => void) | undefined;
let isFailing = false;
const subscribed = new Set<Refreshed>();
/** By request. What no event answers stays, as in the real one. */
const pending = new Map<string, Handlers>();

export const theHub = (): Hub => (window as unknown as { gadgets: { Hub: Hub } }).gadgets.Hub;

/** Basic with the password, or Bearer where the desktop signs in once for all. */
export function authorizationOf({ authorization, authToken, id = '', password }: Config): string {
  if (authToken !== undefined) return `Bearer ${authToken}`;
  return `Basic ${authorization ?? btoa(`${id}:${password ?? ''}`)}`;
}

function hearLink(status: string): void {
  if (status === 'failing' || status === 'disconnected') {
    isFailing = true;
    onDisconnect?.();
  } else if (status === 'recovered') {
    isFailing = false;
    onConnect?.();
    // What was told meanwhile is lost: everything is read again.
    for (const one of [...subscribed]) one.refresh();
  } else if (status === 'connected') {
    isFailing = false;
    onConnect?.();
  }
}

export const ClientServices = {
  /** @throws as the real one without host, restHost or a way to prove who it is */
  init(given: Config, _isMaster?: boolean): void {
    const known = given.authorization ?? given.authToken ?? (given.id && given.password);
    if (!given.host || !given.restHost || !known) {
      throw new Error('Config object contains one or more missing properties for ClientServices.init');
    }
    const isFirst = config === undefined;
    config = given;
    if (!isFirst) return;
    theHub().subscribe('finesse.info.connection', (_topic, data) =>
      hearLink((data as { status: string }).status),
    );
    theHub().publish('finesse.info.requests', { type: 'ConnectionInfoReq', data: {}, invokeID: newId() });
  },
  /** One handler: the last one. */
  registerOnConnectHandler(run: () => void): void {
    onConnect = run;
  },
  registerOnDisconnectHandler(run: () => void): void {
    onDisconnect = run;
  },
  getRestHost: (): string => config?.restHost ?? '',
  /** Lower than the objects: `content` is XML already. */
  makeRequest(
    url: string,
    handler: (response: Response) => void,
    params: { method?: string; content?: string },
  ): void {
    void exchange(url, params.method ?? 'GET', params.content, newId()).then(handler);
  },
};

/** Hears a node of Finesse. @returns what ends it */
export function hear(node: string, object: Refreshed, run: (update: Update) => void): () => void {
  subscribed.add(object);
  const id = theHub().subscribe(node.slice(1).replaceAll('/', '.'), (_topic, message) => {
    if (isFailing) return;
    const { Update: update } = (message as { object: { Update: Update } }).object;
    const { apiErrors } = update.data;
    const handlers = update.requestId === null ? undefined : pending.get(update.requestId);
    if (update.requestId !== null) pending.delete(update.requestId);
    if (apiErrors) handlers?.error?.(lateResponse(apiErrors as { apiError: Record<string, string> }));
    else run(update);
  });
  return () => {
    subscribed.delete(object);
    theHub().unsubscribe(id);
  };
}

/** The same handler as at first, with a status that was never sent, and names in another case. */
function lateResponse({ apiError }: { readonly apiError: Readonly<Record<string, string>> }): Response {
  const { errorData, errorMessage = '', errorType = '' } = apiError;
  const object = {
    ApiErrors: { ApiError: { ErrorData: errorData, ErrorMessage: errorMessage, ErrorType: errorType } },
  };
  return { status: 400, content: '', object, error: { errorType, errorMessage } };
}

/** Asks Finesse; `success` is 2xx, and 202 says no more than that it was understood. */
export function request(
  url: string,
  {
    method = 'GET',
    content,
    success,
    error,
  }: Handlers & { method?: string; content?: Record<string, XmlValue> },
): void {
  const id = newId();
  const [root] = Object.entries(content ?? {});
  if (method !== 'GET') pending.set(id, { ...(success ? { success } : {}), ...(error ? { error } : {}) });
  void exchange(url, method, root && writeXml(...root), id).then((response) => {
    if (response.status >= 200 && response.status < 300) success?.(response);
    else {
      pending.delete(id);
      error?.(response);
    }
  });
}

async function exchange(
  url: string,
  method: string,
  content: string | undefined,
  requestId: string,
): Promise<Response> {
  const headers = {
    authorization: config ? authorizationOf(config) : '',
    'content-type': 'application/xml',
    requestid: requestId,
  };
  try {
    const answer = await fetch(url, { method, headers, ...(content === undefined ? {} : { body: content }) });
    const text = await answer.text();
    const parsed = text === '' ? undefined : parseXml(text);
    const object = parsed ? { [parsed.name]: toValue(parsed) } : {};
    const response: Response = { status: answer.status, content: text, object };
    const { ApiErrors: errors } = object as { ApiErrors?: { ApiError: Record<string, string> } };
    if (!errors) return response;
    const { ErrorType: errorType = '', ErrorMessage: errorMessage = '' } = errors.ApiError;
    return { ...response, error: { errorType, errorMessage } };
  } catch (problem) {
    return {
      status: 0,
      content: '',
      object: {},
      error: { errorType: 'NetworkError', errorMessage: String(problem) },
    };
  }
}

export const newId = (): string => crypto.randomUUID();
