import type { GcEvent } from '../../../src/protocol/events.ts';
import type { Input } from '../../../src/state/inputs.ts';
import type { SoftphoneState } from '../../../src/state/model.ts';
import { reduce } from '../../../src/state/reduce.ts';
import { NOW } from '../../support/make-state.ts';

/** Freezes data to its last leaf: who writes to it throws. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  Object.values(value).forEach(deepFreeze);
  return value;
}

/** Reduces over frozen states and frozen inputs. */
export function play(state: SoftphoneState, ...inputs: readonly Input[]): SoftphoneState {
  return inputs.reduce((before, input) => reduce(deepFreeze(before), deepFreeze(input)), state);
}

/** An event of GC's, as an input. */
export const gc = (event: GcEvent, at: number = NOW): Input => ({ type: 'gc', event, at });

type EventOf<T extends GcEvent['type']> = Extract<GcEvent, { type: T }>;

/** Events about agent 1001, with what a test does not care about filled in. */
export const frames = {
  inbound: (change: Partial<EventOf<'InboundCall'>> = {}): GcEvent => ({
    type: 'InboundCall',
    agentId: '1001',
    dialogId: '7',
    state: 'ALERTING',
    ...change,
  }),
  newInbound: (change: Partial<EventOf<'NewInboundCall'>> = {}): GcEvent => ({
    type: 'NewInboundCall',
    agentId: '1001',
    dialogId: '7',
    callVariables: {},
    ...change,
  }),
  newOutbound: (change: Partial<EventOf<'NewOutboundCall'>> = {}): GcEvent => ({
    type: 'NewOutboundCall',
    agentId: '1001',
    dialogId: '7',
    callVariables: {},
    ...change,
  }),
  consult: (change: Partial<EventOf<'ConsultCall'>> = {}): GcEvent => ({
    type: 'ConsultCall',
    agentId: '1001',
    dialogId: '8',
    state: 'INITIATING',
    ...change,
  }),
  dialog: (change: Partial<EventOf<'DialogState'>> = {}): GcEvent => ({
    type: 'DialogState',
    agentId: '1001',
    dialogId: '7',
    state: 'ACTIVE',
    ...change,
  }),
  state: (change: Partial<EventOf<'State'>> = {}): GcEvent => ({
    type: 'State',
    agentId: '1001',
    state: 'READY',
    ...change,
  }),
  info: (change: Partial<EventOf<'AgentInfo'>> = {}): GcEvent => ({
    type: 'AgentInfo',
    agentId: '1001',
    supervisor: false,
    teams: [],
    ...change,
  }),
  error: (code: string): GcEvent => ({ type: 'Error', agentId: '1001', code }),
};
