import { h } from '../../crm/dom.ts';
import type { AgentView, Reason } from './agent.ts';

const labels: Readonly<Record<string, string>> = {
  HOLD: 'Hold',
  NOT_READY: 'Not Ready',
  READY: 'Ready',
  RESERVED: 'Reserved',
  RESERVED_OUTBOUND: 'Reserved',
  RESERVED_OUTBOUND_PREVIEW: 'Reserved',
  TALKING: 'Talking',
  WORK: 'Wrap Up (Not Ready)',
  WORK_READY: 'Wrap Up (Ready)',
};

export const stateLabel = ({ state, reason }: AgentView): string =>
  `Agent state: ${labels[state] ?? state}${reason === '' ? '' : ` - ${reason}`}`;

/** The desktop's own way to change the state. */
export function stateMenu(
  reasons: readonly Reason[],
  put: (user: Readonly<Record<string, string>>) => void,
): HTMLElement {
  const select = h(
    'select',
    { 'aria-label': 'Change agent state' },
    h('option', { value: '' }, 'Change state…'),
    h('option', { value: 'READY' }, 'Ready'),
    h('option', { value: 'NOT_READY' }, 'Not Ready'),
    ...reasons.map(({ id, label }) => h('option', { value: id }, `Not Ready - ${label}`)),
  );
  select.addEventListener('change', () => {
    const { value } = select;
    if (value === 'READY' || value === 'NOT_READY') put({ state: value });
    else if (value !== '') put({ state: 'NOT_READY', reasonCodeId: value });
    select.value = '';
  });
  return select;
}
