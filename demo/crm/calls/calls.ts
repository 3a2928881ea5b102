/**
 * The calls that are up, on the CRM's page: what the Lightning web components show in Salesforce. It knows of the
 * softphone by the two message channels alone, the same as they do.
 */
import type { PhoneState } from '../../../crm-adapter/contract/contract.ts';
import type { MessageService } from '../../open-cti/message-service.ts';
import { h } from '../dom.ts';
import { createCallItem, type CallItem, type ShownRecord } from './call-item.ts';
import { connectSoftphone, problemOf } from './softphone.ts';
import { createWrapUpForm } from './wrap-up.ts';

export interface Calls {
  readonly element: HTMLElement;
  /** The page shows another record, or none. */
  draw(): void;
}

const SECOND = 1000;

/**
 * @param messages the page's message service
 * @param record what the page shows now
 */
export function createCalls(messages: MessageService, record: () => ShownRecord | undefined): Calls {
  const list = h('ul');
  const problem = h('p', { class: 'problem', role: 'alert' });
  const form = createWrapUpForm(ask);
  const element = h('aside', { class: 'calls', 'aria-label': 'Calls' }, list, form.element, problem);
  const items = new Map<string, CallItem>();
  let phone: PhoneState | undefined;

  async function ask(name: string, body: object): Promise<boolean> {
    problem.replaceChildren();
    try {
      await softphone.request(name, body);
      return true;
    } catch (error) {
      problem.replaceChildren(problemOf(error, 'The softphone did not answer.'));
      return false;
    }
  }

  function drawItems(): void {
    const calls = phone?.calls ?? [];
    for (const [key, { element: gone }] of items) {
      if (calls.some(({ callKey }) => callKey === key)) continue;
      items.delete(key);
      gone.remove();
    }
    for (const call of calls) {
      const item =
        items.get(call.callKey) ?? createCallItem(call.callKey, (name, body) => void ask(name, body));
      if (!items.has(call.callKey)) list.append(item.element);
      items.set(call.callKey, item);
      item.draw(call, record(), phone?.callVariables ?? []);
    }
  }

  function draw(): void {
    const shown = record();
    const hadFocus = element.contains(document.activeElement);
    element.hidden = !shown || !phone || phone.calls.length === 0;
    drawItems();
    form.draw(phone);
    // Who saved the last wrap-up goes on with the record.
    if (hadFocus && element.hidden) document.querySelector<HTMLElement>('main h1')?.focus();
  }

  const softphone = connectSoftphone(messages, (next) => {
    phone = next;
    if (!next?.calls.length) problem.replaceChildren();
    draw();
  });
  // To try the contract by hand, in the browser's console: await softphone.request('dial', { number: '2002' })
  Object.assign(window, { softphone });
  setInterval(drawItems, SECOND);
  draw();
  return { element, draw };
}
