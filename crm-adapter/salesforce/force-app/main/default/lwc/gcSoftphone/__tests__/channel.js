/** A softphone at the other end of the mocked message service: what components say to it, and what it says. */
import { publish, subscribe, unsubscribe } from 'lightning/messageService';
import { stateOf } from './examples';

export const EVENTS = 'GcSoftphoneEvents__c';
export const COMMANDS = 'GcSoftphoneCommands__c';

export class FakeSoftphone {
  listeners = new Set();
  heard = [];
  #id = 0;

  constructor() {
    this.begin();
  }

  /** Nothing was heard or said yet. */
  begin() {
    this.listeners.clear();
    this.heard = [];
    this.#id = 0;
    publish.mockImplementation((_context, channel, message) => {
      expect(channel).toBe(COMMANDS);
      // The message service carries plain JSON.
      expect(JSON.parse(JSON.stringify(message))).toEqual(message);
      this.heard.push(message);
    });
    subscribe.mockImplementation((_context, channel, listener) => {
      expect(channel).toBe(EVENTS);
      this.listeners.add(listener);
      return { listener };
    });
    unsubscribe.mockImplementation(({ listener }) => this.listeners.delete(listener));
  }

  /** Says a message, numbered anew. */
  async says(message) {
    this.#id += 1;
    for (const listener of [...this.listeners]) listener({ ...message, id: this.#id });
    await settled();
  }

  /** Says an example of the state. */
  shows(name, change) {
    return this.says(stateOf(name, 0, change));
  }

  /** Tells of a step of a call. */
  tells(name, body) {
    return this.says({ app: 'gc-softphone', version: 1, page: 'softphone', kind: 'event', name, body });
  }

  /** Answers the latest request of this name. */
  answers(name, { body = null, error } = {}) {
    const { page, id } = this.heard.filter((one) => one.name === name).at(-1);
    const answer = {
      app: 'gc-softphone',
      version: 1,
      page: 'softphone',
      kind: 'response',
      to: `${page}/${id}`,
    };
    return this.says({ ...answer, body, ...(error ? { error } : {}) });
  }

  /** Bodies of the requests of this name. */
  asked(name) {
    return this.heard.filter((one) => one.name === name).map(({ body }) => body);
  }
}

/** Everything that waits in promises has run, and the component is drawn anew. */
export async function settled() {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}
