/**
 * What Shindig puts before a gadget's content: `gadgets`, with each feature only where the XML asks for it. Runs in the
 * gadget's frame. Behaviour of Apache Shindig's features prefs, setprefs, dynamic-height, settitle, pubsub-2 (OpenAjax
 * hub), rpc and core.io; loadingindicator and collapsible are Cisco's own.
 */
import type { GadgetContext } from './render.ts';
import type { FromGadget, ToGadget } from './rpc.ts';

type Anything = (...args: never[]) => unknown;

const context = JSON.parse(document.getElementById('gadget-context')?.textContent ?? '{}') as GadgetContext;
const parameters = Object.fromEntries([
  ...new URLSearchParams(location.search),
  ...new URLSearchParams(location.hash.slice(1)),
]);
const has = (feature: string): boolean => Object.hasOwn(context.features, feature);

const post = (message: Omit<FromGadget, 'gadget'>): void =>
  parent.postMessage({ gadget: context.moduleId, ...message } satisfies FromGadget, location.origin);

const call = (service: string, ...args: readonly unknown[]): void => post({ service, args });

const escapeString = (text: string): string =>
  text.replace(/[&<>"'\\]/g, (sign) => `&#${sign.charCodeAt(0)};`);

class Prefs {
  getString(name: string): string {
    return escapeString(context.prefs[name] ?? '');
  }
  getInt(name: string): number {
    return parseInt(context.prefs[name] ?? '', 10) || 0;
  }
  getBool(name: string): boolean {
    return context.prefs[name] === 'true' || this.getInt(name) !== 0;
  }
  getMsg(name: string): string {
    return context.messages[name] ?? '';
  }
  getLang(): string {
    return context.lang;
  }
  getCountry(): string {
    return context.country;
  }
  getModuleId(): string {
    return context.moduleId;
  }
  set(...values: readonly unknown[]): void {
    if (!has('setprefs')) {
      throw new Error(
        'To set any user preferences you must use the setprefs feature: <Require feature="setprefs"/>',
      );
    }
    call('set_pref', ...values);
  }
}

const loaded: (() => void)[] = [];
addEventListener('load', () => {
  for (const run of loaded.splice(0)) run();
});

/** A request through the container; it reaches this origin only. */
async function makeRequest(
  url: string,
  done: (response: unknown) => void,
  options: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const method = typeof options['METHOD'] === 'string' ? options['METHOD'] : 'GET';
  const { pathname, search } = new URL(url, location.href);
  const request = { method, headers: (options['HEADERS'] ?? {}) as Record<string, string> };
  const body = options['POST_DATA'];
  const response = await fetch(pathname + search, typeof body === 'string' ? { ...request, body } : request);
  const text = await response.text();
  done({
    data: text,
    text,
    rc: response.status,
    errors: response.ok ? [] : [`${response.status} Error`],
    headers: {},
  });
}

const gadgets: Record<string, unknown> = {
  Prefs,
  util: {
    getUrlParameters: () => ({ ...parameters }),
    registerOnLoadHandler: (run: () => void) => void loaded.push(run),
    hasFeature: has,
    getFeatureParameters: (name: string) => context.features[name] ?? {},
    escapeString,
    unescapeString: (text: string) =>
      text.replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code))),
  },
  json: {
    parse: (text: string) => JSON.parse(text) as unknown,
    stringify: (value: unknown) => JSON.stringify(value),
  },
  io: {
    makeRequest,
    RequestParameters: {
      METHOD: 'METHOD',
      HEADERS: 'HEADERS',
      POST_DATA: 'POST_DATA',
      CONTENT_TYPE: 'CONTENT_TYPE',
      AUTHORIZATION: 'AUTHORIZATION',
    },
    MethodType: { GET: 'GET', PUT: 'PUT', POST: 'POST', DELETE: 'DELETE' },
    ContentType: { TEXT: 'TEXT', DOM: 'DOM', JSON: 'JSON' },
    AuthorizationType: { NONE: 'NONE' },
  },
  rpc: {
    call: (_target: unknown, service: string, _done: unknown, ...args: readonly unknown[]) =>
      call(service, ...args),
    register: () => undefined,
  },
  window: {},
};

let height = -1;

if (has('dynamic-height')) {
  gadgets['window'] = {
    ...(gadgets['window'] as object),
    adjustHeight(wanted?: number) {
      const px = wanted ?? Math.max(document.body.scrollHeight, document.documentElement.offsetHeight);
      // What was measured as nothing is no measurement; what has not changed is not told.
      if ((wanted === undefined && px === 0) || px === height) return;
      height = px;
      call('resize_iframe', px);
    },
    getViewportDimensions: () => ({ width: innerWidth, height: innerHeight }),
  };
}
if (has('settitle')) {
  gadgets['window'] = {
    ...(gadgets['window'] as object),
    setTitle: (title: string) => call('set_title', title),
  };
}
if (has('loadingindicator')) gadgets['loadingindicator'] = { dismiss: () => call('dismiss_loading') };
if (has('pubsub-2')) addHub();

function addHub(): void {
  const subscriptions = new Map<
    string,
    { readonly topic: string; readonly run: Anything; readonly more: unknown }
  >();
  const isHeard = (topic: string): boolean => [...subscriptions.values()].some((one) => one.topic === topic);
  let count = 0;
  let connected = false;
  const must = (): void => {
    if (!connected) throw new Error('OpenAjax.hub.Error.Disconnected');
  };
  const hub = {
    isConnected: () => connected,
    subscribe(topic: string, run: Anything, scope?: object | null, _done?: unknown, more?: unknown): string {
      must();
      const id = `${context.moduleId}-${++count}`;
      if (!isHeard(topic)) post({ service: 'hub.subscribe', args: [topic] });
      subscriptions.set(id, { topic, run: scope ? run.bind(scope) : run, more });
      return id;
    },
    unsubscribe(id: string): void {
      must();
      const topic = subscriptions.get(id)?.topic;
      if (topic === undefined) throw new Error('OpenAjax.hub.Error.NoSubscription');
      subscriptions.delete(id);
      if (!isHeard(topic)) post({ service: 'hub.unsubscribe', args: [topic] });
    },
    publish(topic: string, data: unknown): void {
      must();
      post({ service: 'hub.publish', args: [topic, data] });
    },
  };
  const settings: { params: object; onConnect?: ((hub: object, success: boolean) => void) | undefined } = {
    params: {},
  };
  gadgets['Hub'] = hub;
  gadgets['HubSettings'] = settings;
  addEventListener('message', ({ data, source }: MessageEvent<ToGadget>) => {
    if (source !== parent) return;
    if (data.hub === 'connected') {
      connected = true;
      settings.onConnect?.(hub, true);
    } else {
      for (const { topic, run, more } of [...subscriptions.values()]) {
        if (topic === data.topic)
          (run as (topic: string, data: unknown, more: unknown) => void)(topic, data.data, more);
      }
    }
  });
  addEventListener('load', () => post({ service: 'hub.connect', args: [] }));
}

const forbidden = (name: string) => (): never => {
  throw new Error(`${name}() blocks the desktop: gadgets must not call it`);
};
Object.assign(window, {
  gadgets,
  alert: forbidden('alert'),
  confirm: forbidden('confirm'),
  prompt: forbidden('prompt'),
});
