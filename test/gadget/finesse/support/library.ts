import type { Desktop, Finesse, GadgetConfig, RequestHandlers } from '../../../../gadget/finesse/library.ts';
import { bare } from './data.ts';
import { FakeHub } from './hub.ts';
import { FakeDialog, FakeDialog15, FakePhoneBook, things } from './objects.ts';
import { Collection, Rest, type Data, type Request, type Server } from './rest.ts';

export const CONFIG: GadgetConfig = { id: '1001', extension: '2001', clientDriftInMillis: 0 };

/** The desktop's library with a Finesse behind it that a test holds in its hands. */
export class FakeDesktop implements Desktop, Server {
  readonly jQuery = {};
  readonly hub = new FakeHub();
  readonly gadgets = { Hub: this.hub };
  readonly requests: Request[] = [];
  readonly objects: Rest[] = [];
  readonly finesse: Finesse;
  readonly users = new Map<string, Data>();
  readonly teams = new Map<string, readonly Data[]>();
  /** The agent's dialogs as Finesse has them. */
  readonly dialogs = new Map<string, Data>();
  notReady: readonly { id: string; label: string }[] | undefined;
  signOut: readonly { id: string; label: string }[] | undefined;
  wrapUp: readonly Data[] = [];
  books: readonly Data[] = [];
  queues: readonly Data[] = [];
  /** Handlers of ClientServices: one of each kind. */
  onConnect: () => void = () => undefined;
  onDisconnect: () => void = () => undefined;
  inits = 0;
  /** A list that is read again is not told of. */
  isSilent = false;
  /** Throws instead of starting. */
  broken: string | undefined;
  private waiting: (() => void)[] = [];
  private collection: Collection<FakeDialog> | undefined;
  private readonly Dialog: typeof FakeDialog;

  constructor({ version = 12 }: { readonly version?: 12 | 15 } = {}) {
    this.Dialog = version === 15 ? FakeDialog15 : FakeDialog;
    this.users.set('1001', USER);
    this.finesse = {
      clientservices: {
        ClientServices: {
          init: () => {
            if (this.broken !== undefined) throw new Error(this.broken);
            this.inits += 1;
          },
          registerOnConnectHandler: (handler) => (this.onConnect = handler),
          registerOnDisconnectHandler: (handler) => (this.onDisconnect = handler),
        },
      },
      gadget: { Config: CONFIG },
      restservices: {
        User: userOf(this) as unknown as Finesse['restservices']['User'],
        Team: teamOf(this) as unknown as Finesse['restservices']['Team'],
        Dialog: this.Dialog as unknown as NonNullable<Finesse['restservices']['Dialog']>,
      },
    };
  }

  later(run: () => void): void {
    this.waiting.push(run);
  }

  data(address: string): Data | undefined {
    return this.users.get(address);
  }

  /** What was asked of Finesse is answered, and what that leads to as well. */
  answer(): void {
    for (let run = this.waiting.shift(); run; run = this.waiting.shift()) run();
  }

  /** Handlers on all objects of the library, ours or not: nobody else is here. */
  get handlerCount(): number {
    return this.objects.reduce((sum, one) => sum + one.handlerCount, 0);
  }

  /** How many objects hear of something of Finesse's. */
  get subscriptions(): number {
    return this.objects.filter((one) => one.isSubscribed).length;
  }

  /** What was asked of Finesse, as `<object> <action> <arguments>`. */
  get asked(): readonly string[] {
    return this.requests.map(({ on, action, args }) => [on, action, ...args.map(plain)].join(' '));
  }

  /** Finesse refuses what was accepted last, after all. */
  refuse(errorMessage: string, errorType = 'Generic Error'): void {
    const { handlers } = this.requests.at(-1)!;
    handlers.error?.({
      status: 400,
      object: {
        ApiErrors: { ApiError: { ErrorType: errorType, ErrorMessage: errorMessage, ErrorData: '' } },
      },
    });
  }

  makeDialogs(options: object): Collection<FakeDialog> {
    const made = (this.collection = new Collection<FakeDialog>(this, '1001/Dialogs', options));
    made.isSubscribed = true;
    this.later(() => made.fill([...this.dialogs].map(([id, data]) => this.make(id, data))));
    made.refresh = () => this.later(() => this.recover());
    return made;
  }

  private make(id: string, data: Data): FakeDialog {
    const dialog = new this.Dialog(this, id);
    dialog.take(data);
    return dialog;
  }

  /** The agent's own data change. */
  user(change: Data): void {
    const data = { ...this.users.get('1001'), ...change };
    this.users.set('1001', data);
    this.tellUser('1001', data);
  }

  tellUser(id: string, data: Data): void {
    this.users.set(id, data);
    for (const one of this.objects) if (one.getId() === id) one.take(data);
  }

  /** Finesse tells of a member on the team's node: what is told there, and no more. */
  tellTeam(id: string, user: Data): void {
    this.hub.tell(`/finesse/api/Team/${id}/Users`, { user });
  }

  /** A dialog is there, or has changed. */
  dialog(id: string, data: Data): void {
    const isNew = !this.dialogs.has(id);
    this.dialogs.set(id, data);
    if (!this.collection) return;
    if (isNew) this.collection.join(this.make(id, data));
    else this.collection.members.get(id)?.take(data);
  }

  end(id: string): void {
    this.dialogs.delete(id);
    this.collection?.leave(id);
  }

  /** A dialog is gone, and the library says only that the list has changed. */
  forget(id: string): void {
    this.dialogs.delete(id);
    this.collection?.members.delete(id);
    this.collection?.tell('change');
  }

  /** The server is gone. What happens meanwhile nobody hears. */
  disconnect(whileAway: () => void = () => undefined): void {
    const { collection } = this;
    this.onDisconnect();
    this.collection = undefined;
    whileAway();
    this.collection = collection;
  }

  /** It is back: the library says so, and reads everything again. */
  reconnect(): void {
    this.onConnect();
    for (const one of this.objects) if (this.users.has(one.getId())) one.refresh();
    this.later(() => this.recover());
  }

  /** What the library makes of a list that it has read again: additions, changes, deletions. */
  private recover(): void {
    const { collection } = this;
    if (!collection) return;
    for (const id of [...collection.members.keys()]) if (!this.dialogs.has(id)) collection.leave(id);
    for (const [id, data] of this.dialogs) {
      const known = collection.members.get(id);
      if (known) known.take(data);
      else collection.join(this.make(id, data));
    }
    collection.tell('change');
  }
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '-');
}

/** `new finesse.restservices.User(…)`. */
function userOf(desktop: FakeDesktop) {
  return class User extends Rest {
    private readonly made = new Map<string, Collection<Rest>>();
    constructor(options: { readonly id: string }) {
      super(desktop, options.id, options);
      this.isSubscribed = true;
      desktop.later(() => this.read());
    }
    private once(name: string, make: () => Collection<Rest>): Collection<Rest> {
      this.isLoaded();
      const before = this.made.get(name);
      const one = before ?? make();
      this.made.set(name, one);
      return one;
    }
    private listOf(name: string, options: object, read: () => Rest[]): Collection<Rest> {
      return this.once(name, () => {
        const made = new Collection<Rest>(desktop, `${this.getId()}/${name}`, options);
        desktop.later(() => made.fill(read()));
        made.refresh = () => desktop.later(() => desktop.isSilent || made.fill(read()));
        return made;
      });
    }
    setState(state: string, reason: unknown, handlers: RequestHandlers): void {
      this.request('setState', reason === undefined ? [state] : [state, reason], handlers);
    }
    makeCall(number: string, handlers: RequestHandlers): void {
      this.request('makeCall', [number], handlers);
    }
    makeSMCall(number: string, handlers: RequestHandlers): void {
      this.request('makeSMCall', [number], handlers);
    }
    makeBargeCall(number: string, uri: string, handlers: RequestHandlers): void {
      this.request('makeBargeCall', [number, uri], handlers);
    }
    logout(reason: unknown, handlers: RequestHandlers): void {
      this.request('logout', reason === undefined ? [] : [reason], handlers);
    }
    getNotReadyReasonCodes({ success }: { success: (reasons: unknown) => void }): void {
      this.isLoaded();
      desktop.later(() => success(desktop.notReady));
    }
    getSignoutReasonCodes({ success }: { success: (reasons: unknown) => void }): void {
      this.isLoaded();
      desktop.later(() => success(desktop.signOut));
    }
    getDialogs(options: object): Collection<Rest> {
      return this.once('Dialogs', () => desktop.makeDialogs(options) as unknown as Collection<Rest>);
    }
    getWrapUpReasons(options: object): Collection<Rest> {
      return this.listOf('WrapUpReasons', options, () => things(desktop, desktop.wrapUp));
    }
    getPhoneBooks(options: object): Collection<Rest> {
      return this.listOf('PhoneBooks', options, () =>
        desktop.books.map(({ id, ...data }) => {
          const book = new FakePhoneBook(desktop, String(id));
          book.take(data);
          return book;
        }),
      );
    }
    getQueues(options: object): Collection<Rest> {
      return this.listOf('Queues', options, () => things(desktop, desktop.queues));
    }
  };
}

/** `new finesse.restservices.Team(…)`, with its users as XML turns out: one alone is no list, none is null. */
function teamOf(desktop: FakeDesktop) {
  return class Team extends Rest {
    constructor(options: { readonly id: string }) {
      super(desktop, options.id, options);
      this.isSubscribed = true;
      desktop.later(() => {
        const users = desktop.teams.get(options.id);
        if (!users) this.fail({ status: 404, object: {} });
        else this.take({ id: options.id, users: users.length === 0 ? null : { User: bare(users) } });
      });
    }
  };
}

/** Ada, not ready, alone in the one role and the one team that she has. */
export const USER: Data = {
  uri: '/finesse/api/User/1001',
  roles: { role: 'Agent' },
  loginId: '1001',
  state: 'NOT_READY',
  stateChangeTime: '2026-11-21T14:00:00.123Z',
  pendingState: '',
  reasonCodeId: '-1',
  settings: { wrapUpOnIncoming: 'OPTIONAL' },
  extension: '2001',
  mobileAgent: '',
  firstName: 'Ada',
  lastName: 'Lovelace',
  teamId: '1',
  teamName: 'Sales',
  teams: '',
};
