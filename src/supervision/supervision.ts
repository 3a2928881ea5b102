import { command } from '../protocol/commands.ts';
import type { GcEvent } from '../protocol/events.ts';
import type { Session } from '../session/session.ts';
import type { Lists } from '../softphone/lists.ts';
import { isInService } from '../state/buttons.ts';
import type { SupervisorIntent } from '../state/intents.ts';
import type { SoftphoneState } from '../state/model.ts';
import type { Store } from '../state/store.ts';
import type { Clock } from '../transport/clock.ts';
import type { Connection } from '../transport/connection.ts';
import { createBoard } from './board.ts';
import { doSupervision } from './commands.ts';
import { createQueueDesk } from './queues.ts';
import { createTeamDesk } from './team.ts';

export interface SupervisionOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly send: Session['send'];
  readonly lists: Pick<Lists, 'ask'>;
  /** All that GC says, also of other agents: the session leaves their events aside. */
  readonly onReport: Connection['onReport'];
  /** How a barge-in names the agent. */
  readonly bargeInBy: 'loginId' | 'extension';
  /** The team that was chosen, beyond a reload. */
  readonly choice: Choice;
}

/** What is remembered of this tab's choice. */
export interface Choice {
  /** The team that this agent watched last. */
  load(agentId: string): string | undefined;
  save(agentId: string, team: string): void;
  forget(): void;
}

/** A supervisor's desk in the tab that leads. It has nothing to do for other agents. */
export interface SupervisionDesk {
  dispatch(intent: SupervisorIntent): void;
  stop(): void;
}

/**
 * Begins to watch: the team that was watched last, whenever GC has a new session for us and knows of no subscription,
 * and the queues. Source: GC wire contract, sections 3 and 4.
 */
export function createSupervision(options: SupervisionOptions): SupervisionDesk {
  const { store, send, onReport, choice } = options;
  const board = createBoard(store);
  const team = createTeamDesk(options, board);
  const queues = createQueueDesk(options, board);
  /** GC has to be told anew what we want to hear. */
  let isStale = true;

  const isOurs = (): boolean => isInService(store.state) && store.state.agent?.supervisor === true;

  const begin = (): void => {
    if (!isStale || !isOurs()) return;
    isStale = false;
    const last = board.current?.team ?? choice.load(store.state.agent?.agentId ?? '');
    if (!board.current) board.show({ phase: 'unasked', members: [], queues: [] });
    queues.load();
    if (last !== undefined) team.watch(last);
  };

  /** Whom a supervisor may drop from the call that was joined, where GC did not tell. */
  const askWho = (): void => {
    for (const { phase, monitors, participants, dialogId } of store.state.calls)
      if (phase === 'active' && !monitors && participants.length === 0)
        send(command('getDialogParticipants', store.state.agent?.agentId ?? '', { dialogId }), {
          quiet: true,
        });
  };

  const hear = (event: GcEvent): void => {
    const isOwn = 'agentId' in event && event.agentId === store.state.agent?.agentId;
    // A new session of GC's: the Login of a lost one, or another GC. The State comes after the Connect.
    if (event.type === 'Reconnect' || (isOwn && event.type === 'AgentInfo')) isStale = true;
    else if (isOwn && event.type === 'State') begin();
    if (store.state.supervision) team.hear(event);
  };

  const stops = [
    onReport((report) => {
      if (report.kind === 'event') hear(report.event);
    }),
    store.subscribe((state, before, input) => {
      if (!isInService(state)) isStale = true;
      if (input.type === 'signedOut') choice.forget();
      if (!state.supervision && before.supervision) team.forget();
      if (isJoining(before) && !isJoining(state)) askWho();
    }),
  ];
  begin();

  return {
    dispatch(intent) {
      // Nobody else's commands are ever sent.
      if (!isOurs() || !store.state.supervision) return;
      switch (intent.type) {
        case 'watchTeam':
          choice.save(store.state.agent?.agentId ?? '', intent.team);
          team.show(intent.team);
          break;
        case 'askMember':
          team.ask(intent.agentId);
          break;
        case 'loadQueues':
          queues.load();
          break;
        default:
          doSupervision(intent, options);
      }
    },
    stop() {
      for (const stop of stops) stop();
      team.stop();
    },
  };
}

function isJoining({ waiting }: SoftphoneState): boolean {
  return waiting.some(({ command: type }) => type === 'bargein');
}
