import type { CollectionOptions, RequestHandlers } from '../../../../gadget/finesse/library.ts';
import { Collection, Rest, type Data, type Server } from './rest.ts';

const list = (value: unknown): readonly Data[] =>
  (Array.isArray(value) ? value : value ? [value] : []) as Data[];

export class FakeDialog extends Rest {
  requestAction(own: string, action: string, handlers: RequestHandlers): void {
    this.request(action, [own], handlers);
  }
  makeConsultCall(own: string, number: string, handlers: RequestHandlers): void {
    this.request('makeConsultCall', [own, number], handlers);
  }
  initiateDirectTransfer(own: string, number: string, handlers: RequestHandlers): void {
    this.request('initiateDirectTransfer', [own, number], handlers);
  }
  sendDTMFRequest(own: string, handlers: RequestHandlers, digits: string): void {
    this.request('sendDTMFRequest', [own, digits], handlers);
  }
  dropParticipant(address: string, handlers: RequestHandlers): void {
    this.request('dropParticipant', [address], handlers);
  }
  updateWrapUpReason(label: string, handlers: RequestHandlers): void {
    this.request('updateWrapUpReason', [label], handlers);
  }
  updateCallVariables(values: Readonly<Record<string, string>>, handlers: RequestHandlers): void {
    this.request('updateCallVariables', [values], handlers);
  }
  updateCallbackTime(own: string, time: string, handlers: RequestHandlers): void {
    this.request('updateCallbackTime', [own, time], handlers);
  }
  updateCallbackNumber(own: string, number: string, handlers: RequestHandlers): void {
    this.request('updateCallbackNumber', [own, number], handlers);
  }
  cancelCallback(own: string, handlers: RequestHandlers): void {
    this.request('cancelCallback', [own], handlers);
  }
  reclassifyCall(own: string, result: string, handlers: RequestHandlers): void {
    this.request('reclassifyCall', [own, result], handlers);
  }
}

/** Finesse 15's, which takes several wrap-up reasons. */
export class FakeDialog15 extends FakeDialog {
  updateWrapUpItems(labels: readonly string[], handlers: RequestHandlers): void {
    this.request('updateWrapUpItems', [labels], handlers);
  }
}

/** Things with an id and their data, read when the list is. */
export const things = (server: Server, of: readonly Data[]): Rest[] =>
  of.map((data) => {
    const one = new Rest(server, String(data['id']));
    const { id: _id, ...rest } = data;
    one.take(rest);
    return one;
  });

export class FakePhoneBook extends Rest {
  private contacts: Collection<Rest> | undefined;
  getContacts(options: CollectionOptions<never>): Collection<Rest> {
    if (!this.contacts) {
      const made = (this.contacts = new Collection<Rest>(this.server, `${this.getId()}/Contacts`, options));
      this.server.later(() => made.fill(things(this.server, list(this.content?.['contacts']))));
    }
    return this.contacts;
  }
}
