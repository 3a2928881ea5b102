/** finesse.restservices.RestBase and RestCollectionBase. */
import type { XmlValue } from '../../../simulator/finesse/xml.ts';
import type { Data, Handlers, Response, Update } from './client.ts';
import { hear, request } from './client.ts';

export type Handler = (object: never) => void;
type Kind = 'load' | 'change' | 'add' | 'delete' | 'error' | 'collectionAdd' | 'collectionDelete';

export interface Options {
  readonly id?: string;
  readonly data?: Data;
  readonly onLoad?: Handler;
  readonly onChange?: Handler;
  readonly onAdd?: Handler;
  readonly onDelete?: Handler;
  readonly onError?: Handler;
  readonly onCollectionAdd?: Handler;
  readonly onCollectionDelete?: Handler;
}

const optionOf: Readonly<Record<Kind, keyof Options>> = {
  load: 'onLoad',
  change: 'onChange',
  add: 'onAdd',
  delete: 'onDelete',
  error: 'onError',
  collectionAdd: 'onCollectionAdd',
  collectionDelete: 'onCollectionDelete',
};

/** What is one or many or nothing, as many. */
export const list = (value: XmlValue): readonly XmlValue[] =>
  Array.isArray(value)
    ? (value as readonly XmlValue[])
    : value === null || value === undefined
      ? []
      : [value];

export const lastOf = (uri: unknown): string => String(uri).split('/').at(-1) ?? '';

export abstract class RestBase {
  protected readonly id: string;
  protected data: Data = {};
  #loaded = false;
  readonly #handlers = new Map<Kind, Handler[]>();
  #stop: (() => void) | undefined;

  constructor(options: Options) {
    this.id = options.id ?? lastOf(options.data?.['uri']);
    for (const [kind, option] of Object.entries(optionOf) as [Kind, keyof Options][]) {
      const handler = options[option];
      if (typeof handler === 'function') this.#handlers.set(kind, [handler]);
    }
  }

  /** As its answers call it. */
  protected abstract readonly type: string;
  abstract getRestUrl(): string;

  getId(): string {
    return this.id;
  }

  /** Throws rather than say no. */
  isLoaded(): true {
    if (!this.#loaded) throw new Error('Operation invalid before REST object is loaded');
    return this.#loaded;
  }

  getData(): Data {
    this.isLoaded();
    return this.data;
  }

  addHandler(kind: Kind, handler: Handler): void {
    this.#handlers.set(kind, [...(this.#handlers.get(kind) ?? []), handler]);
  }

  removeHandler(kind: Kind, handler: Handler): void {
    this.#handlers.set(
      kind,
      (this.#handlers.get(kind) ?? []).filter((one) => one !== handler),
    );
  }

  refresh(_retries?: number): void {
    this.read();
  }

  /** What helpers are made of: `content` is an object with the root's name as its only key. */
  restRequest(
    url: string,
    options: Handlers & { method?: string; content?: Record<string, XmlValue> },
  ): void {
    request(url, options);
  }

  unsubscribe(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  protected subscribe(node: string, run: (update: Update) => void): void {
    this.#stop = hear(node, this, run);
  }

  protected read(): void {
    request(this.getRestUrl(), {
      success: ({ object }) => this.take(((object as Data)[this.type] ?? {}) as Data),
      error: (response) => this.notify('error', response),
    });
  }

  /** New data: the first is its loading, every other a change, whether anything is different or not. */
  take(data: Data): void {
    this.data = data;
    const before = this.#loaded;
    this.#loaded = true;
    this.notify(before ? 'change' : 'load', this);
  }

  notify(kind: Kind, what: RestBase | Response): void {
    for (const handler of this.#handlers.get(kind) ?? []) {
      try {
        (handler as (object: unknown) => void)(what);
      } catch (error) {
        // One handler's trouble is not the others'.
        console.error('finesse.js: a handler has failed', error);
      }
    }
  }

  protected text(name: string): string {
    this.isLoaded();
    const value = this.data[name];
    return typeof value === 'string' ? value : '';
  }
}

/** One of a list: made from its data, or from its id alone. */
export type Child<T extends RestBase> = new (options: Options) => T;

export class RestCollection<T extends RestBase = RestBase> extends RestBase {
  protected readonly type: string;
  readonly #url: string;
  readonly #childType: string;
  readonly #child: Child<T>;
  readonly #items = new Map<string, T>();

  /**
   * @param type the list's name, and the name of one: `['Dialogs', 'Dialog']`
   * @param node where changes are told; '' for a list that is read once
   */
  constructor(
    options: Options,
    [type, childType]: readonly [string, string],
    child: Child<T>,
    url: string,
    node: string,
  ) {
    super(options);
    this.type = type;
    this.#url = url;
    this.#childType = childType;
    this.#child = child;
    if (node !== '') this.subscribe(node, (update) => this.#hear(update));
    this.read();
  }

  override getRestUrl(): string {
    return this.#url;
  }

  getCollection(): Record<string, T> {
    this.isLoaded();
    return Object.fromEntries(this.#items);
  }

  /** A list that was read: what is new is added, what is gone is deleted, and everything else changes. */
  override take(data: Data): void {
    const now = new Map(
      list(data[this.#childType]).map((one) => [lastOf((one as Data)['uri']), one as Data]),
    );
    for (const [id, item] of [...this.#items]) if (!now.has(id)) this.#remove(id, item);
    for (const [id, one] of now) this.#addOrChange(id, one);
    super.take(data);
  }

  #hear({ event, data }: Update): void {
    const single = data[this.#childType.toLowerCase()] as Data | undefined;
    const listed = (data[this.type.toLowerCase()] as Data | undefined)?.[this.#childType] as Data | undefined;
    const one = single ?? listed;
    if (!one) return;
    const id = lastOf(one['uri']);
    const item = this.#items.get(id);
    if (event !== 'DELETE') {
      // A change of what was never added is nobody's.
      if (event === 'POST' || item) this.#addOrChange(id, one);
    } else if (item) {
      item.take(one);
      this.#remove(id, item);
    }
  }

  #addOrChange(id: string, data: Data): void {
    const known = this.#items.get(id);
    if (known) {
      known.take(data);
      return;
    }
    const item = new this.#child({ id, data });
    this.#items.set(id, item);
    item.notify('add', item);
    this.notify('collectionAdd', item);
  }

  #remove(id: string, item: T): void {
    this.#items.delete(id);
    item.notify('delete', item);
    this.notify('collectionDelete', item);
  }
}
