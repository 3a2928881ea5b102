/** The simulator's second face: Finesse itself, as far as an agent's desktop and its gadgets speak to it. */

export interface FinesseRequest {
  readonly method: string;
  /** From `/finesse/api/` on, with the query. */
  readonly path: string;
  /** `Basic …` of `id:password`, or `Bearer …` with a token of single sign-on. */
  readonly authorization: string;
  /** Finesse names it again in the events that the request brings about, and in a late error. */
  readonly requestId?: string;
  /** XML. */
  readonly body?: string;
}

export interface FinesseAnswer {
  /** 202: taken, and not done yet; what comes of it is told by an event. */
  readonly status: number;
  /** XML, '' with 202. */
  readonly body: string;
}

/** `failing`: this Finesse is lost, and another one sought. `recovered`: found; what happened meanwhile was told nobody. */
export type FinesseLink = 'connected' | 'failing' | 'recovered';

export type FinesseNotice =
  | { readonly kind: 'link'; readonly status: FinesseLink }
  /** An `<Update>` about a node, such as `/finesse/api/User/1001/Dialogs`. */
  | { readonly kind: 'update'; readonly node: string; readonly xml: string };

/** Who hears Finesse's notifications: his own user and dialogs, and what he has subscribed to. */
export interface FinesseListener {
  /** The user's id, as Finesse spells it. */
  readonly user: string;
  /** @returns false for a node that he may not hear, or that there is none of */
  subscribe(node: string): boolean;
  unsubscribe(node: string): void;
  close(): void;
}

/** A request that was made, without passwords. */
export interface ServedRequest {
  readonly user: string;
  readonly method: string;
  readonly path: string;
  /** What a PUT or a POST asked for: a state, or a dialog's `requestedAction`; '' of a GET. */
  readonly action: string;
  /** The body's values by name, without nesting. */
  readonly values: Readonly<Record<string, string>>;
  readonly status: number;
  /** The error that came after the 202. */
  readonly late?: string;
}

export interface FinesseOptions {
  /** Whether START_RECORDING is allowed on a call; default false. */
  readonly recording?: boolean;
  /** Whether a customer's campaign call can be reclassified and called back; default true. */
  readonly callbacks?: boolean;
  /** How long after the 202 a request is carried out, ms; default 0: as soon as the clock turns. */
  readonly latencyMs?: number;
}

export interface Finesse {
  request(request: FinesseRequest): FinesseAnswer;
  /** @returns undefined when Finesse does not know who that is */
  attach(authorization: string, listener: (notice: FinesseNotice) => void): FinesseListener | undefined;
  /** Nobody is told anything any more, and every request is refused with 503; calls go on. */
  failing(): void;
  recovered(): void;
  /** The agent's next request, or his next with this action, is taken with 202 and fails late with this error. */
  failNext(what: { readonly agent: string; readonly action?: string; readonly error: string }): void;
  /** The last thousand, oldest first. */
  requests(): readonly ServedRequest[];
}
