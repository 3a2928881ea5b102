import type { GcEvent } from '../../src/protocol/events.ts';
import { id, items, text } from '../../src/protocol/read.ts';
import type { Fields } from '../../src/protocol/read.ts';
import type { Clock } from '../../src/transport/clock.ts';
import type { FailedResponse, Finesse, Hub, RestObject, User } from './library.ts';
import { onceLoaded, onceRead } from './loading.ts';
import type { Reasons } from './reasons.ts';
import { followTeam } from './team-node.ts';
import { fields, listEventOf, part, stateOf, type Whose } from './to-gc.ts';
import { gcTime } from './time.ts';

/** Teams, their members, and queues. Nothing of it is fetched before it is asked for; few agents ever ask. */
export interface Supervising {
  /** @param isFollowed tells of the members' changes as well, until another team's are wanted */
  team(teamId: string, isFollowed: boolean): void;
  memberState(loginId: string): void;
  queues(user: User): void;
  /** The extension of a member of the team that was asked for last. */
  extensionOf(loginId: string): string | undefined;
  /** Does something with another user, once Finesse has said who that is. */
  withMember(loginId: string, run: (member: User) => void): void;
  /** The desktop has found a Finesse again, which knows of no subscription. */
  resume(): void;
  close(): void;
}

export interface SupervisingOptions {
  readonly finesse: Finesse;
  readonly hub: Hub;
  readonly whose: Whose;
  readonly clock: Clock;
  readonly reasons: Reasons;
  readonly tell: (event: GcEvent | undefined) => void;
  readonly error: (response: FailedResponse) => void;
}

/** By login id, as Finesse has told of them. */
type Members = Map<string, Fields>;

/** The team whose changes are told. */
interface Followed {
  readonly id: string;
  /** Undefined until Finesse has listed them. */
  members: Members | undefined;
  /** What is told of members while a list is on its way. */
  meanwhile: Fields[] | undefined;
  stop(): void;
}

const nobody = (): void => undefined;

/** Finds out what a supervisor asks of Finesse. Source: Finesse developer guide, "Team", "Team Notification", "Queue". */
export function createSupervising(options: SupervisingOptions): Supervising {
  const { finesse, hub, whose, clock, reasons, tell, error } = options;
  const { User, Team } = finesse.restservices;
  /** What waits for Finesse, to be taken back. */
  const waiting = new Set<() => void>();
  const others = new Map<string, User>();
  let followed: Followed | undefined;
  /** Of the team that was asked for last. */
  let listed: Members = new Map();

  /** As `onceLoaded` or `onceRead`, and taken back when nobody waits any more. */
  const once = <T extends RestObject>(wait: typeof onceLoaded, object: T, run: (object: T) => void): void => {
    const done = (): void => void waiting.delete(stop);
    let stop: () => void = nobody;
    stop = wait(
      object,
      (one) => {
        done();
        run(one);
      },
      (response) => {
        done();
        error(response);
      },
    );
    waiting.add(stop);
  };
  const read: typeof onceLoaded = (object, run, failed) => onceRead(object, run, failed, clock);

  /** Kept: what Finesse refuses late comes to the object that asked. */
  const memberOf = (loginId: string): User => {
    const member = others.get(loginId) ?? new User({ id: loginId });
    others.set(loginId, member);
    return member;
  };

  const stateOfMember = ([loginId, member]: readonly [string, Fields]): GcEvent | undefined =>
    stateOf(member, { ...whose, agentId: loginId }, reasons.memberKeyOf(member));
  /** Somebody has changed, and how is for a list to say: as GC tells it that names no member. */
  const tellChange = ({ id: teamId }: Followed): void =>
    tell({ type: 'TeamMemberState', teamId, state: 'UNKNOWN' });

  /** Finesse has told of a member of the team. */
  const hear = (team: Followed, told: Fields): void => {
    const loginId = loginIdOf(told);
    if (loginId === undefined || loginId === whose.agentId) return;
    team.meanwhile?.push(told);
    const before = team.members?.get(loginId);
    if (before) {
      if (NAMES.some((name) => told.has(name) && text(told.get(name)) !== text(before.get(name))))
        tellChange(team);
      if (isOlder(told, before)) return;
      const now = merged(before, told);
      team.members?.set(loginId, now);
      const state = stateOfMember([loginId, now]);
      if (JSON.stringify(state) !== JSON.stringify(stateOfMember([loginId, before]))) tell(state);
    } else if (team.members && text(told.get('state')) !== 'LOGOUT') {
      // Finesse lists those who are signed in: here is somebody who was not.
      tellChange(team);
    }
  };

  const list = (teamId: string, team?: Followed): void => {
    if (team) team.meanwhile = [];
    once(onceLoaded, new Team({ id: teamId }), (object) => {
      object.unsubscribe?.();
      const users = items(dataOf(object).get('users')).map(fields);
      listed = new Map(users.map((one) => [loginIdOf(one) ?? '', one]));
      // Whoever leads a team may be in it: nobody supervises themselves.
      listed.delete(whose.agentId);
      tell(listEventOf('Agents', whose, { users: [...listed].map(summaryOf(whose)) }));
      // The list has no place for reasons: they come with the states of those who have one.
      for (const member of listed)
        if (reasons.memberKeyOf(member[1]) !== undefined) tell(stateOfMember(member));
      if (!team || team !== followed) return;
      const { meanwhile = [] } = team;
      team.members = listed;
      team.meanwhile = undefined;
      for (const told of meanwhile) hear(team, told);
    });
  };

  const subscribe = (team: Followed): void => {
    team.stop();
    team.stop = followTeam(hub, team.id, {
      member: (told) => hear(team, told),
      team: () => tellChange(team),
    });
  };
  const follow = (teamId: string): void => {
    if (followed?.id !== teamId) {
      followed?.stop();
      followed = { id: teamId, members: undefined, meanwhile: undefined, stop: nobody };
      subscribe(followed);
    }
    list(teamId, followed);
  };

  return {
    team: (teamId, isFollowed) => (isFollowed ? follow(teamId) : list(teamId)),
    memberState: (loginId) =>
      once(read, memberOf(loginId), (member) => tell(stateOfMember([loginId, dataOf(member)]))),
    queues: (user) =>
      once(read, user.getQueues({}), (queues) =>
        tell(
          listEventOf('QueueList', whose, {
            queues: Object.values(queues.getCollection()).map((one) => queueOf(dataOf(one), whose)),
          }),
        ),
      ),
    extensionOf(loginId) {
      const member = followed?.members?.get(loginId) ?? listed.get(loginId);
      return member && text(member.get('extension'));
    },
    withMember: (loginId, run) => once(onceLoaded, memberOf(loginId), run),
    resume() {
      if (!followed) return;
      subscribe(followed);
      tellChange(followed);
    },
    close() {
      followed?.stop();
      followed = undefined;
      for (const member of others.values()) member.unsubscribe?.();
      others.clear();
      for (const stop of waiting) stop();
      waiting.clear();
    },
  };
}

const NAMES = ['firstname', 'lastname'];

const dataOf = (one: RestObject): Fields => fields(one.getData());
const loginIdOf = (user: Fields): string | undefined =>
  id(user.get('loginid')) ?? id(user.get('uri'))?.replace(/\/$/, '').split('/').at(-1);

const time = (user: Fields): number => Date.parse(text(user.get('statechangetime')) ?? '');
/** A list may be newer than what was told while it was on its way. */
const isOlder = (told: Fields, known: Fields): boolean => time(told) < time(known);

/** What is told of a member leaves out what has not changed, but a reason belongs to the state that it came with. */
function merged(before: Fields | undefined, told: Fields): Fields {
  const kept = [...(before ?? [])].filter(([name]) => !name.startsWith('reasoncode'));
  return new Map([...kept, ...told]);
}

/** A member of a team, as `Agents` lists them. */
const summaryOf =
  ({ drift }: Whose) =>
  ([loginid, user]: readonly [string, Fields]): object => ({
    ...Object.fromEntries(user),
    loginid,
    statechangetime: gcTime(user.get('statechangetime'), drift),
  });

function queueOf(queue: Fields, { drift }: Whose): object {
  const counts = part(queue, 'statistics');
  const since = gcTime(counts.get('starttimeoflongestcallinqueue'), drift);
  return {
    ...Object.fromEntries(counts),
    queuename: queue.get('name'),
    starttimeoflongestcallinqueue: since,
  };
}
