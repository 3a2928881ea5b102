import type { FailedResponse, HandlerType, RequestHandlers } from '../../../../gadget/finesse/library.ts';

/** Any data of Finesse's, as its XML turns out in JavaScript. */
export type Data = Readonly<Record<string, unknown>>;

type Handler = (object: never) => void;

const TYPES: readonly HandlerType[] = [
  ...(['load', 'change', 'add', 'delete', 'error', 'collectionAdd', 'collectionDelete'] as const),
];

/** One request to Finesse: accepted at once, and perhaps refused later through the same handlers. */
export interface Request {
  readonly on: string;
  readonly action: string;
  readonly args: readonly unknown[];
  readonly handlers: RequestHandlers;
}

/** What every object of the stand-in shares. */
export interface Server {
  readonly requests: Request[];
  readonly objects: Rest[];
  /** Does something as soon as the test lets time pass. */
  later(run: () => void): void;
  /** The data of an address; undefined: Finesse does not know it. */
  data(address: string): Data | undefined;
}

/**
 * An object of the library, as strict as the real one: it throws before it is loaded, it knows only its own kinds of
 * handlers, and `isLoaded` throws where others say no.
 */
export class Rest {
  protected readonly server: Server;
  protected content: Data | undefined;
  private readonly id: string;
  private readonly handlers = new Map<HandlerType, Set<Handler>>();

  /** Hears of something of Finesse's. */
  isSubscribed = false;

  constructor(server: Server, id: string, options: object = {}) {
    this.server = server;
    this.id = id;
    server.objects.push(this);
    const { onLoad, onChange, onError } = options as Readonly<Record<string, Handler | undefined>>;
    if (onLoad) this.addHandler('load', onLoad);
    if (onChange) this.addHandler('change', onChange);
    if (onError) this.addHandler('error', onError);
  }

  get handlerCount(): number {
    return [...this.handlers.values()].reduce((sum, some) => sum + some.size, 0);
  }

  getId(): string {
    return this.id;
  }

  isLoaded(): boolean {
    if (!this.content) throw new Error('Cannot use an object that is not loaded');
    return true;
  }

  getData(): unknown {
    this.isLoaded();
    return this.content;
  }

  addHandler(type: HandlerType, handler: Handler): void {
    if (!TYPES.includes(type)) throw new Error(`No such notifier: ${String(type)}`);
    const some = this.handlers.get(type) ?? new Set();
    this.handlers.set(type, some.add(handler));
  }

  removeHandler(type: HandlerType, handler: Handler): void {
    this.handlers.get(type)?.delete(handler);
  }

  tell(type: HandlerType, what: unknown = this): void {
    for (const handler of [...(this.handlers.get(type) ?? [])]) handler(what as never);
  }

  /** Finesse has answered, or told of a change. */
  take(content: Data): void {
    const isFirst = this.content === undefined;
    this.content = content;
    this.tell(isFirst ? 'load' : 'change');
  }

  fail(response: FailedResponse): void {
    this.tell('error', response);
  }

  unsubscribe(): void {
    this.isSubscribed = false;
  }

  refresh(): void {
    this.server.later(() => this.read());
  }

  /** Reads itself at its address. */
  protected read(): void {
    const data = this.server.data(this.id);
    if (data) this.take(data);
    else this.fail({ status: 404, object: {} });
  }

  protected request(action: string, args: readonly unknown[], handlers: RequestHandlers): void {
    this.isLoaded();
    this.server.requests.push({ on: this.id, action, args, handlers });
    handlers.success?.({ status: 202 });
  }
}

/** A collection: made once, tells what is there at its load, and of what comes and goes. */
export class Collection<T extends Rest> extends Rest {
  readonly members = new Map<string, T>();
  private readonly isSilent: boolean;

  constructor(server: Server, id: string, options: object, isSilent = false) {
    super(server, id, options);
    this.isSilent = isSilent;
    const { onCollectionAdd, onCollectionDelete } = options as Readonly<Record<string, Handler | undefined>>;
    if (onCollectionAdd) this.addHandler('collectionAdd', onCollectionAdd);
    if (onCollectionDelete) this.addHandler('collectionDelete', onCollectionDelete);
  }

  getCollection(): Readonly<Record<string, T>> {
    this.isLoaded();
    return Object.fromEntries(this.members);
  }

  /** Loads with these. */
  fill(members: readonly T[]): void {
    for (const one of members) this.members.set(one.getId(), one);
    if (!this.isSilent) for (const one of members) this.tell('collectionAdd', one);
    this.take({});
  }

  join(one: T): void {
    this.members.set(one.getId(), one);
    this.tell('collectionAdd', one);
  }

  leave(id: string): void {
    const one = this.members.get(id);
    this.members.delete(id);
    if (one) this.tell('collectionDelete', one);
  }
}
