/**
 * The softphone, for the Lightning web components of a page: over the two message channels, and nothing else.
 *
 * ```js
 * @wire(MessageContext) messageContext;
 * connectedCallback() {
 *   this.softphone = connectSoftphone(this.messageContext, { onChange: (phone) => (this.phone = phone) });
 * }
 * disconnectedCallback() {
 *   this.softphone.disconnect();
 * }
 * handleClick() {
 *   this.softphone.request('dial', { number: '+45 33 55 01 23' });
 * }
 * ```
 */
import { APPLICATION_SCOPE, publish, subscribe, unsubscribe } from 'lightning/messageService';
import EVENTS from '@salesforce/messageChannel/GcSoftphoneEvents__c';
import COMMANDS from '@salesforce/messageChannel/GcSoftphoneCommands__c';
import { createClient } from './client';

export { SoftphoneError } from './client';
export { createNote } from './note';
export { duration, fill, isFocusLost, isSameId, partyOf, problemOf } from './words';

/**
 * Connects a component with the softphone of its page.
 * @param context of `@wire(MessageContext)`
 * @param listeners onChange, onCall and onLogged of the client; each may be left out
 */
export function connectSoftphone(context, listeners) {
  const client = createClient({
    ...listeners,
    post: (message) => publish(context, COMMANDS, message),
  });
  // Also while the component's tab is in the background: a console has many.
  const subscription = subscribe(context, EVENTS, (message) => client.hear(message), {
    scope: APPLICATION_SCOPE,
  });
  client.connect();
  return {
    request: (name, body) => client.request(name, body),
    disconnect() {
      client.disconnect();
      unsubscribe(subscription);
    },
  };
}
