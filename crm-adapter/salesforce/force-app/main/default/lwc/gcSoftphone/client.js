/**
 * One component's side of the partner contract, version 1, whatever carries it: what the softphone says, and requests to
 * it that are answered once. The contract's words are typed in crm-adapter/contract/contract.ts.
 */
const APP = 'gc-softphone';
const VERSION = 1;

/** Milliseconds after which nobody counts on an answer any more. */
const ANSWER_MS = 10000;

/**
 * Why the softphone did not do it. `code` is one of the contract's: unavailable, denied, invalid, failed, unconfirmed.
 * `message` is the softphone's, in the agent's language, and '' where nobody answered.
 */
export class SoftphoneError extends Error {
  constructor(code, message = '') {
    super(message);
    this.name = 'SoftphoneError';
    this.code = code;
  }
}

/**
 * Makes a client that has said nothing yet.
 * @param options.post says a message on the channel for commands
 * @param options.onChange the softphone has changed, came or went: called with all of it, or with undefined
 * @param options.onCall a call came into another phase
 * @param options.onLogged the CRM's history has a call, or has it anew
 */
export function createClient({ post, onChange, onCall, onLogged }) {
  const ownPage = Math.random().toString(36).slice(2);
  const waiting = new Map();
  let phone;
  let lastId = 0;
  /** The softphone's page, and the number of its last message. */
  let peer = '';
  let heard = 0;
  let isOver = false;

  function show(next) {
    phone = next;
    if (!isOver) onChange?.(next);
  }

  /** What a softphone that has gone was asked for, nobody will answer. */
  function lose() {
    for (const { giveUp } of [...waiting.values()]) giveUp();
  }

  function settle({ to, body, error }) {
    const request = waiting.get(to);
    if (!request) return;
    request.end();
    if (error) request.reject(new SoftphoneError(error.code, error.message));
    else request.resolve(body);
  }

  function take({ name, body }) {
    if (name === 'state') show(body);
    else if (name === 'call') onCall?.(body);
    else if (name === 'logged') onLogged?.(body);
  }

  /** No answer came: what does not even say how it is has gone without a bye, as a frame does that is torn out. */
  function doubt(name) {
    if (!phone) return;
    if (name === 'state') show(undefined);
    else askForAll();
  }

  const askForAll = () => request('state').then(show, () => undefined);

  /**
   * @param name one of the contract's requests
   * @param body plain JSON
   * @returns the answer; rejects with a {@link SoftphoneError}
   */
  function request(name, body) {
    lastId += 1;
    const id = lastId;
    const key = `${ownPage}/${id}`;
    return new Promise((resolve, reject) => {
      if (isOver) {
        reject(new SoftphoneError('unavailable'));
        return;
      }
      const end = () => {
        clearTimeout(timer);
        waiting.delete(key);
      };
      const giveUp = () => {
        end();
        reject(new SoftphoneError(phone ? 'unconfirmed' : 'unavailable'));
      };
      const timer = setTimeout(() => {
        giveUp();
        doubt(name);
      }, ANSWER_MS);
      waiting.set(key, { resolve, reject, end, giveUp });
      const message = { app: APP, version: VERSION, page: ownPage, id, kind: 'request', name };
      post(body === undefined ? message : { ...message, body });
    });
  }

  return {
    request,

    /** Asks for all there is. Without a softphone nothing happens, until one comes. */
    connect() {
      askForAll();
    },

    /** What was said on the channel for events, whatever it is. */
    hear(message) {
      const { app, version, page, id, kind } = message ?? {};
      if (isOver || app !== APP || version !== VERSION) return;
      if (typeof page !== 'string' || typeof id !== 'number') return;
      if (page !== peer) {
        // Another load of the softphone; or the end of one that is forgotten.
        if (kind === 'bye') return;
        if (peer) lose();
        peer = page;
      } else if (id <= heard) {
        // One that does not grow is a replay.
        return;
      }
      heard = id;
      if (kind === 'event') take(message);
      else if (kind === 'response') settle(message);
      else if (kind === 'bye') {
        lose();
        show(undefined);
      }
    },

    /** Nothing is heard or told afterwards; what is open is lost. */
    disconnect() {
      isOver = true;
      lose();
    },
  };
}
