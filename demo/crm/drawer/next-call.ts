import { company } from '../../../simulator/fixtures/company.ts';
import { AGENT } from '../../fixtures.ts';
import type { Contact, Org } from '../../records.ts';
import { h } from '../dom.ts';
import { agentIn } from './control.ts';
import type { SimulatorControl } from './control.ts';
import { field, filled, group, input } from './fields.ts';

/** Somebody who may call. */
interface Caller {
  readonly label: string;
  readonly from: string;
  readonly queue: string;
  readonly variables: Readonly<Record<string, string>>;
  /** Straight to the agent's extension. */
  readonly isInternal?: true;
}

const VARIABLES = [
  ['callVariable1', 'Tier'],
  ['callVariable2', 'Case'],
  ['callVariable3', ''],
  ['callVariable4', ''],
  ['callVariable5', 'Record to open'],
  ['callVariable8', 'Record of a transfer'],
] as const;

/** The form that has somebody call: who, through which queue, with which variables. */
export function nextCall(
  org: () => Org,
  control: SimulatorControl,
  act: (what: () => Promise<string>) => void,
): HTMLElement {
  const callers = callersOf(org());
  const number = input('from', '', { inputmode: 'tel' });
  const queue = h(
    'select',
    { name: 'queue' },
    company.queues.map(({ name }) => h('option', {}, name)),
  );
  const variables = VARIABLES.map(([name, hint]) => ({ hint, input: input(name, '', listFor(name)) }));
  const caller = h(
    'select',
    { name: 'caller', onchange: () => choose(Number(caller.value)) },
    callers.map(({ label }, index) => h('option', { value: String(index) }, label)),
  );
  const records = h(
    'datalist',
    { id: 'simulator-records' },
    org().contacts.map(({ Id, Name }) => h('option', { value: Id }, Name)),
  );

  function choose(index: number): void {
    const chosen = callers[index];
    if (!chosen) return;
    number.value = chosen.from;
    queue.value = chosen.queue;
    queue.disabled = chosen.isInternal === true;
    for (const { input: one } of variables) one.value = chosen.variables[one.name] ?? '';
  }

  async function ring(): Promise<string> {
    const chosen = callers[Number(caller.value)];
    const offer = { from: number.value.trim(), variables: filled(variables.map((one) => one.input)) };
    const who = chosen?.from === offer.from ? chosen.label : offer.from || 'A withheld number';
    if (chosen?.isInternal) {
      const agent = agentIn(await control.state(), AGENT.agentId);
      if (!agent) return 'Nobody is signed in to the phone.';
      await control.ring({ ...offer, direct: true, agent: agent.id });
      return `${who} rings at ${agent.extension}.`;
    }
    const rings = await control.ring({ ...offer, queue: queue.value, patienceMs: 60_000 });
    return rings
      ? `${who} rings.`
      : `Nobody is ready: ${who} waits in the queue ${queue.value} for a minute.`;
  }

  choose(0);
  return h(
    'form',
    {
      onsubmit: (event) => {
        event.preventDefault();
        act(ring);
      },
    },
    group(
      'Next call',
      field('Caller', caller),
      h('div', { class: 'pair' }, field('Number', number), field('Queue', queue)),
      h(
        'div',
        { class: 'variables' },
        variables.map(({ hint, input: one }) => field(one.name, one, hint)),
        records,
      ),
      h('button', { class: 'primary' }, 'Ring now'),
    ),
  );
}

const listFor = (name: string): Record<string, string> =>
  name === 'callVariable5' || name === 'callVariable8' ? { list: 'simulator-records' } : {};

/** The callers of the scripted play first, then those who are special, then everybody. */
function callersOf({ contacts, accounts, cases }: Org): readonly Caller[] {
  const known = (contact: Contact): Caller => {
    const { Id, Name, Phone, AccountId } = contact;
    const account = accounts.find((one) => one.Id === AccountId);
    const open = cases.find(({ ContactId, Status }) => ContactId === Id && Status !== 'Closed');
    return {
      label: Name,
      from: Phone.replaceAll(/[^+\d]/g, ''),
      queue: open ? 'Support' : 'Sales',
      variables: {
        ...(account ? { callVariable1: account.Tier } : {}),
        ...(open ? { callVariable2: open.CaseNumber } : {}),
      },
    };
  };
  const [first, ...rest] = contacts.map(known);
  const special: readonly Caller[] = [
    { label: 'Somebody the CRM does not know', from: '+442079460018', queue: 'Sales', variables: {} },
    { label: 'A withheld number', from: 'Anonymous', queue: 'Reception', variables: {} },
    { label: 'A number that several share', from: '+4570102030', queue: 'Support', variables: {} },
    { label: 'A colleague, internal', from: '2050', queue: 'Sales', variables: {}, isInternal: true },
  ];
  return [...(first ? [{ ...first, queue: 'Billing' }] : []), ...special, ...rest];
}
