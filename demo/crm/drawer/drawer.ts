import { AGENT } from '../../fixtures.ts';
import type { Org } from '../../records.ts';
import { api } from '../api.ts';
import { h, icon } from '../dom.ts';
import { campaignCall } from './campaign.ts';
import { agentIn, latestCall, simulatorControl } from './control.ts';
import { button, field, group, input } from './fields.ts';
import { nextCall } from './next-call.ts';

const OPEN = 'simulator-open';

/** The drawer that steers the simulated GC and the faults of the CRM, with its item in the utility bar. */
export interface Drawer {
  readonly element: HTMLElement;
  readonly item: HTMLElement;
  open(): void;
}

/** @param url where the simulator answers */
export function createDrawer(url: string, org: () => Org): Drawer {
  const control = simulatorControl(url);
  const status = h('p', { class: 'drawer-status', role: 'status' }, 'Ready.');
  const close = h(
    'button',
    { type: 'button', class: 'quiet', 'aria-label': 'Close the simulator', onclick: () => toggle(false) },
    icon('close'),
  );
  const element = h(
    'section',
    { class: 'drawer', id: 'simulator', 'aria-labelledby': 'simulator-title' },
    h(
      'header',
      {},
      icon('simulator'),
      h('h2', { id: 'simulator-title' }, 'Simulator'),
      h('span', { class: 'demo-only' }, 'Demo only'),
      close,
    ),
    h(
      'div',
      { class: 'drawer-body' },
      nextCall(org, control, act),
      campaignCall(org, control, act),
      connection(),
      faults(),
    ),
    status,
  );
  const item = h(
    'button',
    {
      type: 'button',
      class: 'utility utility-simulator',
      'aria-controls': 'simulator',
      onclick: () => toggle(!isOpen),
    },
    icon('simulator'),
    'Simulator',
  );

  let isOpen = false;

  /** Does it, and says what came of it. */
  function act(what: () => Promise<string>): void {
    void what()
      .catch(explain)
      .then((text) => status.replaceChildren(text));
  }

  function connection(): HTMLElement {
    const service = (on: boolean) => async () => {
      await control.service(on);
      return on ? 'GC is back in service.' : 'GC is out of service: nothing is obeyed.';
    };
    const scripted = h('input', {
      type: 'checkbox',
      checked: true,
      onchange: () =>
        act(async () => {
          await control.scenario(scripted.checked);
          return scripted.checked ? 'Callers ring by themselves.' : 'Only you decide who calls.';
        }),
    });
    return group(
      'Call and connection',
      h(
        'div',
        { class: 'buttons-grid' },
        button('Hang up', () => act(hangUp)),
        button('Drop the connection', () => act(drop)),
        button('Out of service', () => act(service(false))),
        button('Back in service', () => act(service(true))),
      ),
      h('label', { class: 'check' }, scripted, 'Callers ring by themselves'),
    );
  }

  async function hangUp(): Promise<string> {
    const state = await control.state();
    const dialog = latestCall(state, agentIn(state, AGENT.agentId)?.extension);
    if (dialog === undefined) return 'No call is up.';
    await control.hangUp(dialog);
    return 'The other party has hung up.';
  }

  async function drop(): Promise<string> {
    const dropped = await control.dropSockets();
    return dropped === 0 ? 'Nobody is connected.' : 'The connection was cut; the phone makes a new one.';
  }

  function faults(): HTMLElement {
    const latency = input('latency', '0', { type: 'number', min: '0', max: '60000', step: '250' });
    const fault = (changes: object, text: string) => () =>
      act(async () => {
        await api.setOpenCti(changes);
        return text;
      });
    const next = (how: object): object => ({ faults: [{ method: 'saveLog', times: 1, ...how }] });
    latency.addEventListener('change', () =>
      fault({ latencyMs: Number(latency.value) }, `The CRM answers after ${latency.value} ms.`)(),
    );
    return group(
      'Faults of the CRM',
      field('Latency', latency, 'of each answer, in ms'),
      h(
        'div',
        { class: 'buttons-grid' },
        button('Next write fails', fault(next({ code: 'SERVER_ERROR' }), 'The next activity is refused.')),
        button(
          'Next answer is lost',
          fault(next({ lost: 'answer' }), 'The next activity is written, and nobody is told.'),
        ),
        button('All well again', () => {
          latency.value = '0';
          fault({ latencyMs: 0, faults: [] }, 'The CRM answers at once.')();
        }),
      ),
    );
  }

  /** By the agent: the focus goes with it. */
  function toggle(open: boolean): void {
    show(open);
    (open ? close : item).focus();
  }

  function show(open: boolean): void {
    isOpen = open;
    element.hidden = !isOpen;
    item.setAttribute('aria-expanded', String(isOpen));
    document.body.toggleAttribute('data-drawer-open', isOpen);
    sessionStorage.setItem(OPEN, String(isOpen));
  }

  show(sessionStorage.getItem(OPEN) === 'true');
  return { element, item, open: () => toggle(true) };
}

/** An error of the simulator in words for somebody who tries the demo. */
function explain(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  if (text.includes('READY')) return 'Nobody is ready: sign in to the phone and change the state to Ready.';
  if (text.includes('is free')) return 'The line is busy.';
  if (error instanceof TypeError) return 'The simulator does not answer. Is it still running?';
  return `Not done: ${text}`;
}
