import type { GcEvent } from '../../src/protocol/events.ts';
import { createLists } from '../../src/softphone/lists.ts';
import type { SupervisorIntent } from '../../src/state/intents.ts';
import type { Setup, SoftphoneState } from '../../src/state/model.ts';
import {
  createSupervision,
  type Choice,
  type SupervisionOptions,
} from '../../src/supervision/supervision.ts';
import { agentState, stage } from '../session/support/stage.ts';

export const boss: GcEvent = {
  type: 'AgentInfo',
  agentId: '1001',
  supervisor: true,
  teams: [
    { id: '1', name: 'Sales' },
    { id: '2', name: 'Support' },
  ],
};

export const users = (...ids: readonly string[]): GcEvent => ({
  type: 'Agents',
  agentId: '1001',
  users: ids.map((loginId) => ({
    loginId,
    firstName: `Agent ${loginId}`,
    extension: `2${loginId}`,
    state: 'READY',
    stateChangeTime: '2026-11-21 14:00:00',
  })),
});

export const queues: GcEvent = {
  type: 'QueueList',
  agentId: '1001',
  queues: [{ queueName: 'Sales', callsInQueue: 2 }],
};

export const memberState = (
  agentId: string,
  state: Extract<GcEvent, { type: 'State' }>['state'],
  stateChangeTime?: string,
): GcEvent => ({
  type: 'TeamMemberState',
  teamId: '1',
  agentId,
  state,
  ...(stateChangeTime === undefined ? {} : { stateChangeTime }),
});

/** What a tab remembers of a choice, as a test can look at it. */
export function memory(kept?: readonly [agentId: string, team: string]): Choice & { kept: typeof kept } {
  return {
    kept,
    load(agentId) {
      return this.kept?.[0] === agentId ? this.kept[1] : undefined;
    },
    save(agentId, team) {
      this.kept = [agentId, team];
    },
    forget() {
      this.kept = undefined;
    },
  };
}

/** 1001, who supervises, at a desk between a fake connection and a state. */
export async function bench(
  options: Partial<Pick<SupervisionOptions, 'bargeInBy'>> & {
    readonly setup?: Partial<Setup>;
    readonly supervisor?: boolean;
    readonly choice?: ReturnType<typeof memory>;
  } = {},
) {
  const { setup = {}, supervisor = true, choice = memory(), bargeInBy = 'loginId' } = options;
  const phone = stage({ setup });
  const { connection, store, clock, session } = phone;
  const lists = createLists(store, session.send);
  const desk = createSupervision({
    store,
    clock,
    send: session.send,
    lists,
    onReport: (listener) => connection.onReport(listener),
    bargeInBy,
    choice,
  });
  await phone.start();
  phone.signIn();
  connection.say({ ...boss, supervisor } as GcEvent, agentState('NOT_READY'));
  for (const category of ['NOT_READY', 'LOGOUT', 'WrapUp'] as const)
    connection.say({ type: 'ReasonCodes', agentId: '1001', category, reasons: [] });
  connection.say({ type: 'Phonebooks', phonebooks: [] });
  return {
    ...phone,
    lists,
    desk,
    choice,
    get state(): SoftphoneState {
      return store.state;
    },
    get phase() {
      return store.state.signIn.phase;
    },
    wish: (intent: SupervisorIntent) => desk.dispatch(intent),
    get shown() {
      return store.state.supervision;
    },
    /** The members, as `<id> <state>`. */
    get rows(): readonly string[] {
      return (store.state.supervision?.members ?? []).map(({ agentId, state }) => `${agentId} ${state}`);
    },
    get waits(): readonly string[] {
      return store.state.waiting.filter(({ blocks }) => blocks).map((one) => `${one.command} ${one.subject}`);
    },
    get keys(): readonly string[] {
      return store.state.alerts.map(({ key, values }) =>
        [key, values?.['command']].filter(Boolean).join(' '),
      );
    },
    /** Watches team 1 with these members. */
    watch(...ids: readonly string[]) {
      connection.say(queues);
      desk.dispatch({ type: 'watchTeam', team: '1' });
      connection.say(users(...ids));
    },
  };
}
