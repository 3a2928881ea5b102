import type { PhoneCall, PhoneState } from '../../../crm-adapter/contract/contract.ts';
import { h } from '../dom.ts';

/** Reason and note of a call, as the softphone has them. */
export interface WrapUpForm {
  readonly element: HTMLElement;
  draw(phone: PhoneState | undefined): void;
}

const AT_REST_MS = 400;

interface Draft {
  readonly callKey: string;
  readonly text: string;
  /** The softphone's note when it took this one. */
  sentOver?: string | undefined;
}

const isAhead = ({ text, sentOver }: Draft, notes: string): boolean =>
  notes !== text && (sentOver === undefined || notes === sentOver);

/** @param ask a request about a call; resolves with whether it was done */
export function createWrapUpForm(ask: (name: string, body: object) => Promise<boolean>): WrapUpForm {
  const reason = h('select', { id: 'call-reason', onchange: () => void setReason() });
  const notes = h('textarea', {
    id: 'call-notes',
    rows: '2',
    oninput: () => write(),
    onblur: () => void send(),
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
  /** What is being written, ahead of the softphone. */
  let draft: Draft | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function setReason(): Promise<void> {
    if (call) await ask('setWrapUp', { callKey: call.callKey, reason: reason.value || null, more: [] });
  }

  function write(): void {
    if (!call) return;
    draft = { callKey: call.callKey, text: notes.value };
    clearTimeout(timer);
    timer = setTimeout(() => void send(), AT_REST_MS);
  }

  async function send(): Promise<boolean> {
    clearTimeout(timer);
    const sent = draft;
    if (!sent) return true;
    const over = call?.callKey === sent.callKey ? call.wrapUp.notes : undefined;
    const isDone = await ask('setWrapUp', { callKey: sent.callKey, notes: sent.text });
    // From here on another note than the one it was written over is a later one.
    if (isDone) sent.sentOver = over;
    return isDone;
  }

  async function handleSave(event: Event): Promise<void> {
    event.preventDefault();
    const callKey = call?.callKey;
    if (callKey && !save.hasAttribute('aria-disabled') && (await send()))
      await ask('saveWrapUp', { callKey });
  }

  return {
    element,
    draw(phone) {
      const calls = (phone?.calls ?? []).filter(({ can }) => can.includes('setWrapUp'));
      const before = call;
      call = calls.find(({ phase }) => phase === 'wrapUp') ?? calls[0];
      element.hidden = !call;
      if (!call || !phone) return;
      const { callKey, wrapUp, phase, can } = call;
      if (before && before.callKey !== callKey) void send();
      if (draft?.callKey !== callKey || !isAhead(draft, wrapUp.notes)) draft = undefined;
      const reasons = JSON.stringify(phone.wrapUp.reasons);
      if (options !== reasons) {
        options = reasons;
        reason.replaceChildren(
          h('option', { value: '' }, 'None chosen'),
          ...phone.wrapUp.reasons.map(({ key, label }) => h('option', { value: key }, label)),
        );
      }
      reason.value = wrapUp.reason ?? '';
      if (!draft && notes.value !== wrapUp.notes) notes.value = wrapUp.notes;
      save.hidden = phase !== 'wrapUp';
      hint.hidden = phase !== 'wrapUp' || can.includes('saveWrapUp');
      if (can.includes('saveWrapUp')) save.removeAttribute('aria-disabled');
      else save.setAttribute('aria-disabled', 'true');
    },
  };
}
