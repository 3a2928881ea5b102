import type { PhoneCall, PhoneState } from '../../../crm-adapter/contract/contract.ts';
import { h, icon } from '../dom.ts';
import type { IconName } from '../dom.ts';
import { named } from '../parts/cards.ts';
import { duration, isSameId, partyOf } from './softphone.ts';
import { createVariableFields } from './variables.ts';

/** A record of the CRM, as the contract names it. */
export interface ShownRecord {
  readonly id: string;
  readonly type: string;
  readonly name: string;
}

/** One call in the list, drawn anew only where it looks different. */
export interface CallItem {
  readonly element: HTMLElement;
  draw(call: PhoneCall, record: ShownRecord | undefined, variables: PhoneState['callVariables']): void;
}

const BUTTONS: readonly (readonly [
  name: 'answer' | 'hold' | 'resume' | 'end',
  label: string,
  icon: IconName,
])[] = [
  ['answer', 'Answer', 'call'],
  ['hold', 'Hold', 'pause'],
  ['resume', 'Resume', 'call'],
  ['end', 'End', 'end_call'],
];

const PHASES: Readonly<Record<PhoneCall['phase'], string>> = {
  ringing: 'Ringing',
  dialing: 'Dialling…',
  offered: 'Offered',
  accepted: 'Accepted',
  active: 'Active',
  held: 'On hold',
  failed: 'Failed',
  wrapUp: 'Wrap-up',
  ended: 'Ended',
};

/**
 * @param callKey of the call that it shows
 * @param ask asks the softphone
 */
export function createCallItem(callKey: string, ask: (name: string, body: object) => void): CallItem {
  const party = h('strong');
  const facts = h('span', { class: 'facts' });
  const timer = h('span', { role: 'timer', 'aria-label': 'Time in this state', dir: 'ltr' });
  const controls = h('div', { role: 'group', class: 'controls' });
  const fields = createVariableFields((name, value) => ask('setVariable', { callKey, name, value }));
  const who = h('div', { class: 'who' }, party, facts);
  const element = h('li', { class: 'live-call' }, who, timer, controls, fields.element);
  let drawn = '';

  function button(
    name: string,
    label: string,
    mark: IconName,
    isWaiting: boolean,
    press: () => void,
  ): HTMLElement {
    return h(
      'button',
      {
        type: 'button',
        class: name,
        'aria-disabled': isWaiting ? 'true' : undefined,
        onclick: () => isWaiting || press(),
      },
      icon(mark),
      label,
    );
  }

  function drawControls({ can, waiting, match }: PhoneCall, record: ShownRecord | undefined): void {
    const focused = controls.contains(document.activeElement) ? document.activeElement?.className : undefined;
    const buttons = BUTTONS.filter(([name]) => can.includes(name) || waiting.includes(name)).map(
      ([name, label, mark]) =>
        button(name, label, mark, waiting.includes(name), () => ask(name, { callKey })),
    );
    controls.replaceChildren(...buttons);
    if (record && isSameId(match.related, record.id)) {
      controls.append(h('span', { class: 'linked' }, 'This call is about this record'));
    } else if (record && can.includes('linkRecord')) {
      const body = { callKey, record };
      controls.append(
        button('link', 'Link this record to the call', 'add', false, () => ask('linkRecord', body)),
      );
    }
    const about = match.records.find(({ id }) => id === match.related);
    if (about && !isSameId(about.id, record?.id)) {
      const body = { id: about.id };
      controls.append(button('open', `Open ${about.name}`, 'outgoing', false, () => ask('openRecord', body)));
    }
    // Who pressed Hold goes on with what has taken its place.
    if (focused)
      (controls.querySelector<HTMLElement>(`.${focused}`) ?? controls.querySelector('button'))?.focus();
  }

  return {
    element,
    draw(call, record, variables) {
      const { phase, startedAt, answeredAt, heldSince, endedAt } = call;
      const since = Date.parse(endedAt ?? heldSince ?? answeredAt ?? startedAt);
      timer.textContent = duration((Date.now() - since) / 1000);
      const look = JSON.stringify([call, record, variables]);
      if (look === drawn) return;
      drawn = look;
      const name = partyOf(call, 'Withheld number');
      party.replaceChildren(named(name));
      facts.replaceChildren(PHASES[phase], ...(call.queue ? [' ·\u00a0', named(call.queue)] : []));
      controls.setAttribute('aria-label', `Call with ${name}`);
      drawControls(call, record);
      fields.draw(call, variables);
    },
  };
}
