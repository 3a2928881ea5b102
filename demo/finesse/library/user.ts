/** finesse.restservices.User, Team and what hangs on them. */
import type { XmlValue } from '../../../simulator/finesse/xml.ts';
import type { Data, Handlers, Response } from './client.ts';
import { Dialog } from './dialog.ts';
import { lastOf, list, RestBase, RestCollection } from './rest.ts';
import type { Options } from './rest.ts';

interface ReasonHandlers {
  readonly success?: (
    reasons: readonly { readonly label: string; readonly id: string }[] | undefined,
  ) => void;
  readonly error?: (response: Response) => void;
}

/** Something of a list that has no more to it than its data. */
class Listed extends RestBase {
  protected readonly type: string = '';
  constructor(options: Options) {
    super(options);
    if (options.data) this.take(options.data);
  }
  override getRestUrl(): string {
    return this.text('uri');
  }
  getLabel = (): string => this.text('label');
  getUri = (): string => this.text('uri');
  getName = (): string => this.text('name');
}

export class PhoneBook extends Listed {
  #contacts: RestCollection | undefined;
  getType = (): string => this.text('type');
  getContacts(options: Options = {}): RestCollection {
    return (this.#contacts ??= new RestCollection(
      options,
      ['Contacts', 'Contact'],
      Listed,
      this.text('contacts'),
      '',
    ));
  }
}

export class User extends RestBase {
  protected readonly type = 'User';
  #dialogs: RestCollection<Dialog> | undefined;
  #wrapUpReasons: RestCollection | undefined;
  #phoneBooks: RestCollection<PhoneBook> | undefined;
  #queues: RestCollection | undefined;

  constructor(options: Options) {
    super(options);
    if (options.data) {
      this.take(options.data);
      return;
    }
    this.subscribe(this.getRestUrl(), ({ data }) => {
      if (data['user']) this.take(data['user'] as Data);
    });
    this.read();
  }

  override getRestUrl(): string {
    return `/finesse/api/User/${this.id}`;
  }

  getFirstName = (): string => this.text('firstName');
  getLastName = (): string => this.text('lastName');
  getExtension = (): string => this.text('extension');
  getTeamId = (): string => this.text('teamId');
  getTeamName = (): string => this.text('teamName');
  getState = (): string => this.text('state');
  getPendingState = (): string => this.text('pendingState');
  getStateChangeTime = (): string => this.text('stateChangeTime');
  /** No reason is undefined, though Finesse says -1. */
  getNotReadyReasonCodeId = (): string | undefined =>
    this.text('reasonCodeId') === '-1' ? undefined : this.text('reasonCodeId');
  getReasonCodeLabel(): string {
    const { ReasonCode: reason } = this.getData();
    return ((reason as Data | undefined)?.['label'] as string | undefined) ?? '';
  }
  getWrapUpOnIncoming = (): string => (this.getData()['settings'] as Data)['wrapUpOnIncoming'] as string;
  isWrapUpRequired = (): boolean => this.getWrapUpOnIncoming().startsWith('REQUIRED');
  isMobileAgent = (): boolean => this.getData()['mobileAgent'] !== undefined;
  hasAgentRole = (): boolean => this.#roles().includes('Agent');
  hasSupervisorRole = (): boolean => this.#roles().includes('Supervisor');
  getSupervisedTeams = (): readonly XmlValue[] =>
    list((this.getData()['teams'] as Data | undefined)?.['Team']);

  #roles(): readonly XmlValue[] {
    return list((this.getData()['roles'] as Data)['role']);
  }

  setState(state: string, reason: { readonly id: string } | null | undefined, handlers: Handlers): void {
    this.isLoaded();
    const content = { User: { state, ...(reason ? { reasonCodeId: reason.id } : {}) } };
    this.restRequest(this.getRestUrl(), { ...handlers, method: 'PUT', content });
  }

  logout(reason: { readonly id: string } | null | undefined, handlers: Handlers): void {
    this.setState('LOGOUT', reason, handlers);
  }

  makeCall(toAddress: string, handlers: Handlers): void {
    this.#call({ requestedAction: 'MAKE_CALL', toAddress }, handlers);
  }

  makeSMCall(toAddress: string, handlers: Handlers): void {
    this.#call({ requestedAction: 'SILENT_MONITOR', toAddress }, handlers);
  }

  makeBargeCall(toAddress: string, associatedDialogUri: string, handlers: Handlers): void {
    this.#call({ requestedAction: 'BARGE_CALL', toAddress, associatedDialogUri }, handlers);
  }

  #call(content: Record<string, XmlValue>, handlers: Handlers): void {
    const mobile = this.getData()['mobileAgent'] as Data | undefined;
    const fromAddress = mobile?.['dialNumber'] ?? this.getExtension();
    const url = `${this.getRestUrl()}/Dialogs`;
    this.restRequest(url, { ...handlers, method: 'POST', content: { Dialog: { fromAddress, ...content } } });
  }

  getNotReadyReasonCodes(handlers: ReasonHandlers): void {
    this.#reasons('NOT_READY', handlers);
  }

  getSignoutReasonCodes(handlers: ReasonHandlers): void {
    this.#reasons('LOGOUT', handlers);
  }

  /** Labels and ids; nothing at all where there is none. */
  #reasons(category: string, { success, error }: ReasonHandlers): void {
    this.isLoaded();
    this.restRequest(`${this.getRestUrl()}/ReasonCodes?category=${category}`, {
      success({ object }) {
        const reasons = list(
          ((object as Data)['ReasonCodes'] as Data | null)?.['ReasonCode'],
        ) as readonly Data[];
        const pairs = reasons.map(({ label, uri }) => ({ label: label as string, id: lastOf(uri) }));
        success?.(pairs.length > 0 ? pairs : undefined);
      },
      ...(error ? { error } : {}),
    });
  }

  /** Made at the first call; handlers of a later one are bound to nothing. */
  getDialogs(options: Options = {}): RestCollection<Dialog> {
    this.isLoaded();
    const url = `${this.getRestUrl()}/Dialogs`;
    return (this.#dialogs ??= new RestCollection(options, ['Dialogs', 'Dialog'], Dialog, url, url));
  }

  getWrapUpReasons(options: Options = {}): RestCollection {
    return (this.#wrapUpReasons ??= this.#list(options, ['WrapUpReasons', 'WrapUpReason'], Listed));
  }

  getPhoneBooks(options: Options = {}): RestCollection<PhoneBook> {
    return (this.#phoneBooks ??= this.#list(options, ['PhoneBooks', 'PhoneBook'], PhoneBook));
  }

  getQueues(options: Options = {}): RestCollection {
    return (this.#queues ??= this.#list(options, ['Queues', 'Queue'], Listed));
  }

  #list<T extends RestBase>(
    options: Options,
    types: readonly [string, string],
    child: new (options: Options) => T,
  ): RestCollection<T> {
    this.isLoaded();
    return new RestCollection(options, types, child, `${this.getRestUrl()}/${types[0]}`, '');
  }
}

/** Its users are inside of it, and are told of by a node that has to be asked for. */
export class Team extends RestBase {
  protected readonly type = 'Team';

  constructor(options: Options) {
    super(options);
    this.read();
  }

  override getRestUrl(): string {
    return `/finesse/api/Team/${this.id}`;
  }

  getName = (): string => this.text('name');
}
