/**
 * The softphone's side of the partner contract, whatever carries it: it says what changes, and answers what it is asked.
 * Each tab's softphone speaks for the page around it, as no channel of a page reaches another tab; what a component asks
 * for goes to the tab that leads, like a press on a button here.
 */
import type { Call, SoftphoneState } from '../../src/state/model.ts';
import type { Phone } from '../port.ts';
import {
  APP,
  keyOf,
  readMessage,
  readRefusal,
  VERSIONS,
  type Content,
  type Message,
} from '../web/contract.ts';
import { createAnswers, type AnswersOptions } from './answers.ts';
import { REQUESTS, type PartnerEvents, type PhoneCall } from './contract.ts';
import { phoneCallOf, phoneStateOf } from './phone-state.ts';

export interface PartnerDeskOptions extends Phone, Pick<AnswersOptions, 'openRecord'> {
  /** Says it to whoever listens. */
  readonly post: (message: Message) => void;
  readonly clock: { now(): number; after(ms: number, run: () => void): () => void };
  /** Names this load of the page. */
  readonly page: string;
}

export interface PartnerDesk {
  /** What was said on the channel for requests, whatever it is. */
  hear(data: unknown): void;
  /** The page is left. Should it come back, the next change tells all. */
  bye(): void;
  /** Says bye. Nothing is said or answered afterwards. */
  dispose(): void;
}

/** Changes that follow each other faster, as those of a note that is typed, are told together. */
const STATE_MS = 150;

/** So many requests are known by their answers: a component that asks again gets the same one. */
const REMEMBERED = 200;

/** Makes it, and says hello. */
export function createPartnerDesk(options: PartnerDeskOptions): PartnerDesk {
  const { source, words, post, clock, page } = options;
  const answer = createAnswers(options);
  const answered = new Map<string, Promise<Content>>();
  /** What was last told of each call. */
  let calls = callsOf(source.state);
  let logs = new Map(source.state.calls.map((call) => [call.key, call]));
  let wasIn = isIn(source.state);
  let told = '';
  let toldAt = -Infinity;
  let cancel: (() => void) | undefined;
  let last = 0;
  let isOver = false;

  function say(content: Content): void {
    if (!isOver) post({ app: APP, version: VERSIONS[0] ?? 1, page, id: ++last, ...content });
  }

  const tell = <N extends keyof PartnerEvents>(name: N, body: PartnerEvents[N]): void =>
    say({ kind: 'event', name, body });

  /** Each step of each call. What was there before the agent was known to be in is no step. */
  function tellSteps(): void {
    const now = callsOf(source.state);
    for (const [key, call] of now) {
      const before = calls.get(key)?.phase;
      const isNews = before !== call.phase && (before !== undefined || call.phase !== 'ended');
      if (wasIn && isNews) tell('call', call);
    }
    for (const [key, call] of calls) {
      if (now.has(key) || call.phase === 'ended' || !wasIn) continue;
      const endedAt = call.endedAt ?? new Date(clock.now()).toISOString();
      tell('call', { ...call, phase: 'ended', endedAt, can: [], waiting: [] });
    }
    calls = now;
    wasIn = isIn(source.state);
  }

  /** What was written in the time between two looks shows in that the call has gone. */
  function tellLogs(): void {
    const now = new Map(source.state.calls.map((call) => [call.key, call]));
    for (const [callKey, call] of now) {
      if (call.log?.phase === 'written' && logs.get(callKey)?.log !== call.log) tellLogged(call);
    }
    for (const [callKey, call] of logs) {
      if (!now.has(callKey) && call.phase === 'logging' && call.log?.phase === 'writing') tellLogged(call);
    }
    logs = now;
  }

  function tellLogged({ key: callKey, log }: Call): void {
    tell('logged', { callKey, ...(log?.id ? { activityId: log.id } : {}) });
  }

  function tellState(): void {
    cancel = undefined;
    const state = phoneStateOf(source.state, words);
    const text = JSON.stringify(state);
    if (text === told) return;
    told = text;
    toldAt = clock.now();
    tell('state', state);
  }

  function look(): void {
    if (isOver) return;
    tellSteps();
    tellLogs();
    if (cancel) return;
    const wait = toldAt + STATE_MS - clock.now();
    if (wait > 0) cancel = clock.after(wait, tellState);
    else tellState();
  }

  function take(message: Message & { readonly kind: 'request' }): void {
    const to = keyOf(message);
    const known = answered.get(to);
    const response =
      known ??
      Promise.resolve()
        .then(() => answer(message.name, message.body))
        .then(
          (body) => ({ kind: 'response', to, body: body ?? null }) as const,
          (error: unknown) => ({ kind: 'response', to, body: null, error: readRefusal(error) }) as const,
        );
    answered.set(to, response);
    const [oldest] = answered.keys();
    if (answered.size > REMEMBERED && oldest !== undefined) answered.delete(oldest);
    void response.then(say);
  }

  const stops = [source.subscribe(look), words.subscribe(look)];
  say({ kind: 'hello', role: 'softphone', handles: REQUESTS });
  tellState();

  function bye(): void {
    told = '';
    say({ kind: 'bye' });
  }

  return {
    bye,

    hear(data) {
      const message = readMessage(data);
      if (message === 'version') say({ kind: 'refused', reason: 'version', versions: VERSIONS });
      else if (typeof message === 'object' && message.kind === 'request') take(message);
    },

    dispose() {
      for (const stop of stops) stop();
      cancel?.();
      bye();
      isOver = true;
    },
  };
}

const isIn = ({ signIn }: SoftphoneState): boolean => signIn.phase === 'signedIn';

const callsOf = (state: SoftphoneState): ReadonlyMap<string, PhoneCall> =>
  new Map(state.calls.map((call) => [call.key, phoneCallOf(state, call)]));
