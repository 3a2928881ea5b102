/** A partner desk at a state that a test sets, and everything it says and wants. */
import { createPartnerDesk, type PartnerDesk } from '../../crm-adapter/contract/partner-desk.ts';
import type { Message } from '../../crm-adapter/web/contract.ts';
import type { Intent } from '../../src/state/intents.ts';
import type { Call, SoftphoneState } from '../../src/state/model.ts';
import { createI18n } from '../../src/ui/i18n.ts';
import { initialState } from '../../src/state/initial.ts';
import { AGENT, NOW, SETUP } from '../support/make-state.ts';
import { settle } from './fake-crm.ts';

/** Signed in, in service, with a variable that may be changed and two wrap-up reasons. */
export function phoneState(change: Partial<SoftphoneState> = {}): SoftphoneState {
  return {
    ...initialState({
      ...SETUP,
      callVariables: [
        { name: 'callVariable1', label: 'Tier', editable: false },
        { name: 'callVariable2', label: 'Case', editable: true },
      ],
    }),
    service: { phase: 'inService' },
    signIn: { phase: 'signedIn' },
    agent: AGENT,
    reasons: {
      notReady: [],
      logout: [],
      wrapUp: [
        { key: '1', label: 'Invoice disputed' },
        { key: '2', label: 'Order taken' },
      ],
    },
    ...change,
  };
}

export const withCalls = (...calls: Call[]): SoftphoneState => phoneState({ calls });

export class PartnerBench {
  readonly said: Message[] = [];
  readonly wanted: Intent[] = [];
  readonly opened: string[] = [];
  readonly words = createI18n({ base: 'https://softphone.example/', preferred: ['en'] });
  readonly desk: PartnerDesk;
  state: SoftphoneState;
  now = NOW;
  #listeners: (() => void)[] = [];
  #due: { readonly at: number; readonly run: () => void }[] = [];
  #last = 0;

  constructor(state: SoftphoneState = phoneState()) {
    this.state = state;
    this.desk = createPartnerDesk({
      source: Object.defineProperty(
        {
          state,
          subscribe: (listener: () => void) => {
            this.#listeners.push(listener);
            return () => (this.#listeners = this.#listeners.filter((one) => one !== listener));
          },
        },
        'state',
        { get: () => this.state },
      ),
      dispatch: (intent) => void this.wanted.push(intent),
      words: this.words,
      openRecord: async ({ id }) => void this.opened.push(id),
      post: (message) => void this.said.push(structuredClone(message)),
      page: 'softphone',
      clock: {
        now: () => this.now,
        after: (ms, run) => {
          const entry = { at: this.now + ms, run };
          this.#due.push(entry);
          return () => (this.#due = this.#due.filter((one) => one !== entry));
        },
      },
    });
  }

  /** The state changes, and everybody is told. */
  becomes(state: SoftphoneState): void {
    this.state = state;
    for (const listener of [...this.#listeners]) listener();
  }

  advance(ms: number): void {
    this.now += ms;
    const due = this.#due.filter(({ at }) => at <= this.now);
    this.#due = this.#due.filter(({ at }) => at > this.now);
    for (const { run } of due) run();
  }

  get listeners(): number {
    return this.#listeners.length;
  }

  /** Bodies of the events of this name, in their order. */
  events(name: string): unknown[] {
    return this.said.flatMap((one) => (one.kind === 'event' && one.name === name ? [one.body] : []));
  }

  /** Asks, as a component does. @returns the body of the answer, or its error */
  async ask(name: string, body?: unknown, key: { page?: string; id?: number } = {}): Promise<unknown> {
    const { page = 'component', id = (this.#last += 1) } = key;
    this.desk.hear({ app: 'gc-softphone', version: 1, page, id, kind: 'request', name, body });
    await settle();
    const answer = this.said.findLast((one) => one.kind === 'response' && one.to === `${page}/${id}`);
    if (answer?.kind !== 'response') return 'no answer';
    return answer.error ?? answer.body;
  }
}
