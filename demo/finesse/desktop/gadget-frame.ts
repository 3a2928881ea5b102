/** One gadget on the desktop: its title bar, its frame, and what the frame asks of the desktop. */
import { h } from '../../crm/dom.ts';
import type { FromGadget, ToGadget } from '../gadgets/rpc.ts';
import type { Hub } from './hub.ts';

export interface Toast {
  readonly title: string;
  readonly body: string;
  readonly autoClose: number;
}

export interface GadgetFrame {
  readonly id: string;
  readonly element: HTMLElement;
  reload(): void;
}

export interface GadgetOptions {
  readonly id: string;
  /** As in the layout. */
  readonly address: string;
  /** Where the frame is to be loaded from. */
  readonly src: string;
  readonly hub: Hub;
  readonly toast: (toast: Toast) => void;
}

export function createGadget({ id, address, src, hub, toast }: GadgetOptions): GadgetFrame {
  const name = address.replace(/\?.*/, '').split('/').at(-1) ?? '';
  const title = h('h2', {}, name);
  const bar = h('header', {}, title);
  const indicator = h('p', { class: 'loading', role: 'status' }, 'Loading…');
  const frame = h('iframe', { title: name, src, 'data-height': '200', allow: 'autoplay' });
  const element = h('section', { class: 'gadget', 'aria-label': name }, bar, indicator, frame);
  const subscriptions = new Map<string, () => void>();

  const send = (message: ToGadget): void => frame.contentWindow?.postMessage(message, location.origin);
  const services: Readonly<Record<string, (...args: never[]) => void>> = {
    'hub.connect'() {
      for (const end of subscriptions.values()) end();
      subscriptions.clear();
      send({ hub: 'connected' });
    },
    'hub.subscribe'(topic: string) {
      const end = hub.subscribe(topic, (_topic, data) => send({ hub: 'message', topic, data }));
      subscriptions.set(topic, end);
    },
    'hub.unsubscribe'(topic: string) {
      subscriptions.get(topic)?.();
      subscriptions.delete(topic);
    },
    'hub.publish': (topic: string, data: unknown) => hub.publish(topic, data),
    resize_iframe(px: number) {
      frame.style.height = `${px}px`;
      frame.dataset['height'] = String(px);
    },
    set_title(text: string) {
      title.textContent = text;
      element.setAttribute('aria-label', text);
    },
    dismiss_loading: () => indicator.remove(),
    collapse: (on: boolean) => element.toggleAttribute('data-collapsed', on),
    toast: (text: string, { body, autoClose }: Toast) => toast({ title: text, body, autoClose }),
  };

  addEventListener('message', ({ data, source, origin }: MessageEvent<FromGadget>) => {
    if (source !== frame.contentWindow || origin !== location.origin) return;
    const service = Object.hasOwn(services, data.service) ? services[data.service] : undefined;
    service?.(...(data.args as never[]));
  });
  frame.addEventListener('load', () => {
    // The gadget's own title, and an indicator only where it will be dismissed by the gadget itself.
    const context = frame.contentDocument?.getElementById('gadget-context')?.textContent;
    const { title: own, features } = JSON.parse(context ?? '{}') as {
      title?: string;
      features?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
    };
    if (own && title.textContent === name) services['set_title']?.(own as never);
    if (features?.['loadingindicator']?.['manual-dismiss']?.[0] !== 'true') indicator.remove();
  });
  return {
    id,
    element,
    reload: () => {
      frame.src = src;
    },
  };
}
