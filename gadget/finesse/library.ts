/**
 * The part of the desktop's own JavaScript library, finesse.js, that the softphone uses. Types only: the library is
 * Cisco's, stands on the Finesse server and is loaded by the gadget; none of it is ours.
 *
 * Source: Cisco Finesse developer guide, "JavaScript library" (one page for each class, named below), and the comments
 * of finesse.js 10.5.1. Getters throw before an object is loaded. `getData()` is what was parsed from Finesse's XML: a
 * list of one is no list but the thing itself.
 */

/** What a failed request brings. Late too: a request may be accepted (202) and refused afterwards. Page "Request Handlers". */
export interface FailedResponse {
  /** HTTP's; 400 for what came late; 0 or nothing when nobody answered. */
  readonly status?: number;
  /** `{ApiErrors: {ApiError: {ErrorType, ErrorMessage, ErrorData}}}`. */
  readonly object?: unknown;
  readonly error?: { readonly errorType?: string; readonly errorMessage?: string };
}

/** Page "Request Handlers". `success` says that Finesse has accepted the request, and nothing more. */
export interface RequestHandlers {
  readonly success?: (response: unknown) => void;
  readonly error?: (response: FailedResponse) => void;
}

/** Page "RestBase": every object of the library. */
export interface RestObject {
  getId(): string;
  isLoaded(): boolean;
  getData(): unknown;
  /** Reads the object again; `change` tells when it is there. */
  refresh(): unknown;
  addHandler(type: HandlerType, handler: (object: never) => void): void;
  removeHandler(type: HandlerType, handler: (object: never) => void): void;
  /** Not public, and gone in some versions: ends the object's subscription. */
  unsubscribe?(): void;
}

export type HandlerType =
  'load' | 'change' | 'add' | 'delete' | 'error' | 'collectionAdd' | 'collectionDelete';

/** Page "RestBase Common Parameters". */
export interface RestOptions<T> {
  readonly id?: string;
  readonly onLoad?: (object: T) => void;
  readonly onChange?: (object: T) => void;
  readonly onError?: (response: FailedResponse) => void;
}

/** Page "RestCollectionBase". What is there already when it loads is told by `onCollectionAdd` as well. */
export interface RestCollection<T> extends RestObject {
  getCollection(): Readonly<Record<string, T>>;
}

/** Page "RestCollectionBase Common Parameters". A collection is made once: later handlers are not bound. */
export interface CollectionOptions<T> extends RestOptions<RestCollection<T>> {
  readonly onCollectionAdd?: (one: T) => void;
  readonly onCollectionDelete?: (one: T) => void;
}

/** Page "User". */
export interface User extends RestObject {
  setState(state: string, reason: { readonly id: string } | undefined, handlers: RequestHandlers): void;
  makeCall(number: string, handlers: RequestHandlers): void;
  makeSMCall(number: string, handlers: RequestHandlers): void;
  makeBargeCall(number: string, dialogUri: string, handlers: RequestHandlers): void;
  logout(reason: { readonly id: string } | undefined, handlers: RequestHandlers): void;
  /** `success` gets the reasons, or nothing at all where there are none. */
  getNotReadyReasonCodes(handlers: ReasonHandlers): void;
  getSignoutReasonCodes(handlers: ReasonHandlers): void;
  getDialogs(options: CollectionOptions<Dialog>): RestCollection<Dialog>;
  getWrapUpReasons(options: CollectionOptions<RestObject>): RestCollection<RestObject>;
  getPhoneBooks(options: CollectionOptions<PhoneBook>): RestCollection<PhoneBook>;
  getQueues(options: CollectionOptions<RestObject>): RestCollection<RestObject>;
}

export interface ReasonHandlers {
  readonly success: (reasons: readonly ListedReason[] | undefined) => void;
  readonly error: (response: FailedResponse) => void;
}

/** `id` is the last part of the reason's address, which `setState` wants back; not the code that reports show. */
export interface ListedReason {
  readonly id: string;
  readonly label: string;
}

/** Pages "Dialog" and "DialogBase". `own` is the address of our participant: the extension. */
export interface Dialog extends RestObject {
  requestAction(own: string, action: string, handlers: RequestHandlers): void;
  makeConsultCall(own: string, number: string, handlers: RequestHandlers): void;
  /** Single-step transfer; Unified CCE only. */
  initiateDirectTransfer(own: string, number: string, handlers: RequestHandlers): void;
  /** The handlers stand before the digits. */
  sendDTMFRequest(own: string, handlers: RequestHandlers, digits: string): void;
  dropParticipant(address: string, handlers: RequestHandlers): void;
  /** Takes the reason's label. */
  updateWrapUpReason(label: string, handlers: RequestHandlers): void;
  /** Finesse 15, where an agent may give several reasons; its page does not describe it. Looked for, never assumed. */
  updateWrapUpItems?(labels: readonly string[], handlers: RequestHandlers): void;
  /** Finesse 12 and later. */
  updateCallVariables?(values: Readonly<Record<string, string>>, handlers: RequestHandlers): void;
  updateCallbackTime(own: string, time: string, handlers: RequestHandlers): void;
  updateCallbackNumber(own: string, number: string, handlers: RequestHandlers): void;
  cancelCallback(own: string, handlers: RequestHandlers): void;
  reclassifyCall(own: string, result: string, handlers: RequestHandlers): void;
}

/** Page "PhoneBook". */
export interface PhoneBook extends RestObject {
  getContacts(options: CollectionOptions<RestObject>): RestCollection<RestObject>;
}

/** Page "Team". Its data hold a summary of each of its users; it is told of on a node of its own. */
export type Team = RestObject;

/** Page "Gadget Configuration". `authorization` is `id:password` in Base64, and absent with single sign-on. */
export interface GadgetConfig {
  readonly id: string;
  readonly extension?: string;
  readonly authorization?: string;
  readonly authToken?: string;
  /** Of the desktop: `ar_SA`. */
  readonly locale?: string;
  readonly mobileAgentMode?: string;
  readonly mobileAgentDialNumber?: string;
  /** The server's clock less this browser's. */
  readonly clientDriftInMillis?: number | string;
}

/** Page "Client Services". It has one handler of each kind: a later one takes the place of the first. */
export interface ClientServices {
  init(config: GadgetConfig, isMaster?: boolean): void;
  registerOnConnectHandler(handler: () => void): void;
  registerOnDisconnectHandler(handler: () => void): void;
}

/** The global `finesse`. */
export interface Finesse {
  readonly clientservices: { readonly ClientServices: ClientServices };
  readonly gadget: { readonly Config: GadgetConfig };
  readonly restservices: {
    readonly User: new (options: RestOptions<User> & { readonly id: string }) => User;
    readonly Team: new (options: RestOptions<Team> & { readonly id: string }) => Team;
    readonly Dialog?: { readonly prototype: Partial<Dialog> };
  };
}

/** OpenAjax hub 2, between the desktop and its gadgets. Pages "Finesse Requests" and "Finesse Notifications". */
export interface Hub {
  publish(topic: string, data: unknown): void;
  /** @returns what `unsubscribe` wants */
  subscribe(topic: string, hear: (topic: string, data: unknown) => void): unknown;
  unsubscribe(subscription: unknown): void;
}

/** What the desktop puts into a gadget's window. Each part can be missing, when an administrator's path is wrong. */
export interface Desktop {
  readonly finesse?: Finesse | undefined;
  readonly gadgets?: { readonly Hub?: Hub } | undefined;
  /** Not ours to use: finesse.js needs it. */
  readonly jQuery?: unknown;
}
