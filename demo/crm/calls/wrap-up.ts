import type { PhoneCall, PhoneState } from '../../../crm-adapter/contract/contract.ts';
import { h } from '../dom.ts';
import { createNote } from './softphone.ts';

/** Reason and note of a call, as the softphone has them. */
export interface WrapUpForm {
  readonly element: HTMLElement;
  draw(phone: PhoneState | undefined): void;
}

/** @param ask a request about a call; resolves with whether it was done */
export function createWrapUpForm(ask: (name: string, body: object) => Promise<boolean>): WrapUpForm {
  const reason = h('select', { id: 'call-reason', onchange: () => void setReason() });
  const notes = h('textarea', {
    id: 'call-notes',
    rows: '2',
    oninput: () => call && writing.write(call.callKey, notes.value),
    onblur: () => void writing.flush(),
  });
  const hint = h('p', { id: 'call-hint' }, 'Choose a reason first.');
  const save = h(
    'button',
    { type: 'submit', class: 'primary', 'aria-describedby': 'call-hint' },
    'Save wrap-up',
  );
  const element = h(
    'form',
    { 'aria-label': 'Wrap-up', onsubmit: (event) => void handleSave(event) },
    h('label', { for: 'call-reason' }, 'Reason'),
    reason,
    h('label', { for: 'call-notes' }, 'Notes'),
    notes,
    hint,
    save,
  );
  let call: PhoneCall | undefined;
  let options = '';
  let known: PhoneState | undefined;
  let draft: { readonly callKey: string; readonly text: string } | undefined;
  const writing = createNote({
    send: (callKey, text) => ask('setWrapUp', { callKey, notes: text }),
    noteOf: (callKey) => known?.calls.find((one) => one.callKey === callKey)?.wrapUp.notes,
    onChange(next) {
      draft = next;
      drawNote();
    },
  });

  function drawNote(): void {
    if (!call) return;
    const text = draft?.callKey === call.callKey ? draft.text : call.wrapUp.notes;
    if (notes.value !== text) notes.value = text;
  }

  async function setReason(): Promise<void> {
    if (call) await ask('setWrapUp', { callKey: call.callKey, reason: reason.value || null, more: [] });
  }

  async function handleSave(event: Event): Promise<void> {
    event.preventDefault();
    const callKey = call?.callKey;
    if (callKey && !save.hasAttribute('aria-disabled') && (await writing.flush()))
      await ask('saveWrapUp', { callKey });
  }

  return {
    element,
    draw(phone) {
      const calls = (phone?.calls ?? []).filter(({ can }) => can.includes('setWrapUp'));
      const isBack = phone && !known;
      known = phone;
      call = calls.find(({ phase }) => phase === 'wrapUp') ?? calls[0];
      element.hidden = !call;
      if (phone) writing.settle();
      if (isBack) void writing.flush();
      if (!call || !phone) return;
      const { wrapUp, phase, can } = call;
      const reasons = JSON.stringify(phone.wrapUp.reasons);
      if (options !== reasons) {
        options = reasons;
        reason.replaceChildren(
          h('option', { value: '' }, 'None chosen'),
          ...phone.wrapUp.reasons.map(({ key, label }) => h('option', { value: key }, label)),
        );
      }
      reason.value = wrapUp.reason ?? '';
      drawNote();
      save.hidden = phase !== 'wrapUp';
      hint.hidden = phase !== 'wrapUp' || can.includes('saveWrapUp');
      if (can.includes('saveWrapUp')) save.removeAttribute('aria-disabled');
      else save.setAttribute('aria-disabled', 'true');
    },
  };
}
