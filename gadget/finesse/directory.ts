import type { GcEvent } from '../../src/protocol/events.ts';
import { id, text } from '../../src/protocol/read.ts';
import type { Fields } from '../../src/protocol/read.ts';
import type { FailedResponse, Finesse, PhoneBook, RestCollection, RestObject, User } from './library.ts';
import { onceLoaded } from './loading.ts';
import { fields, listEventOf, part, stateOf, type Whose } from './to-gc.ts';
import { gcTime } from './time.ts';

/** Phonebooks, and what supervisors see of teams and queues. Nothing of it is fetched before it is asked for. */
export interface Directory {
  phonebooks(user: User): void;
  contacts(user: User, phonebookId: string): void;
  /** @param isFollowed tells of the members' changes as well, until another team's are wanted */
  team(teamId: string, isFollowed: boolean): void;
  memberState(loginId: string): void;
  queues(user: User): void;
  /** The extension of a member of the team that was asked for last. */
  extensionOf(loginId: string): string | undefined;
  /** Does something with another user, once Finesse has said who that is. */
  withMember(loginId: string, run: (member: User) => void): void;
  close(): void;
}

export interface DirectoryOptions {
  readonly finesse: Finesse;
  readonly whose: Whose;
  readonly tell: (event: GcEvent | undefined) => void;
  readonly error: (response: FailedResponse) => void;
}

/** Makes a directory that has fetched nothing. */
export function createDirectory({ finesse, whose, tell, error }: DirectoryOptions): Directory {
  const { User, Team } = finesse.restservices;
  let members: readonly User[] = [];
  let unfollow = (): void => undefined;
  /** What waits for Finesse, to be taken back. */
  const waiting = new Set<() => void>();

  /** What is subscribed to something of Finesse's, to be let go. */
  const held = new Set<RestObject>();
  const others = new Map<string, User>();

  const hold = <T extends RestObject>(object: T): T => {
    held.add(object);
    return object;
  };
  const letGo = (object: RestObject): void => {
    held.delete(object);
    object.unsubscribe?.();
  };
  const once = <T extends RestObject>(object: T, run: (object: T) => void): void => {
    const done = (): void => void waiting.delete(stop);
    let stop: () => void = () => undefined;
    stop = onceLoaded(
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
  const all = <T>(collection: RestCollection<T>, run: (all: readonly T[]) => void): void =>
    once(collection, () => run(Object.values(collection.getCollection())));

  const books = (user: User, run: (books: readonly PhoneBook[]) => void): void =>
    all(user.getPhoneBooks({}), run);
  const idOf = (member: User): string => id(dataOf(member).get('loginid')) ?? member.getId();
  /** Kept: what Finesse refuses late comes to the object that asked. */
  const withMember: Directory['withMember'] = (loginId, run) => {
    const member = others.get(loginId) ?? hold(new User({ id: loginId }));
    others.set(loginId, member);
    once(member, run);
  };

  const follow = (member: User): void => {
    const data = dataOf(member);
    const event = stateOf(data, { ...whose, agentId: idOf(member) }, reasonOf(data));
    if (event?.type !== 'State') return;
    const { agentId, state, reasonCode, stateChangeTime } = event;
    const teamId = id(data.get('teamid'));
    tell({
      type: 'TeamMemberState',
      agentId,
      state,
      ...(teamId === undefined ? {} : { teamId }),
      ...(reasonCode === undefined ? {} : { reasonCode }),
      ...(stateChangeTime === undefined ? {} : { stateChangeTime }),
    });
  };

  return {
    phonebooks: (user) =>
      books(user, (found) => tell(listEventOf('Phonebooks', whose, { phonebooks: found.map(withId) }))),
    contacts: (user, phonebookId) =>
      books(user, (found) => {
        const book = found.find((one) => one.getId() === phonebookId);
        const say = (contacts: readonly RestObject[]): void =>
          tell(listEventOf('PhonebookContacts', whose, { contacts: contacts.map(withId) }));
        if (book) all(book.getContacts({}), say);
        else say([]);
      }),
    team: (teamId, isFollowed) =>
      once(hold(new Team({ id: teamId })), (team) => {
        const list = hold(team.getUsers({}));
        const leave = (): void => [list, team].forEach(letGo);
        all(list, (users) => {
          members = users;
          const agents = users.map((one) => memberOf(dataOf(one), whose, idOf(one)));
          tell(listEventOf('Agents', whose, { users: agents }));
          if (!isFollowed) {
            leave();
            return;
          }
          unfollow();
          for (const member of users) member.addHandler('change', follow);
          unfollow = () => {
            for (const member of users) member.removeHandler('change', follow);
            leave();
            unfollow = () => undefined;
          };
        });
      }),
    memberState: (loginId) =>
      withMember(loginId, (member) => {
        const data = dataOf(member);
        tell(stateOf(data, { ...whose, agentId: loginId }, reasonOf(data)));
      }),
    queues: (user) =>
      all(user.getQueues({}), (queues) =>
        tell(listEventOf('QueueList', whose, { queues: queues.map((one) => queueOf(dataOf(one), whose)) })),
      ),
    extensionOf: (loginId) => {
      const member = members.find((one) => idOf(one) === loginId);
      return member && text(dataOf(member).get('extension'));
    },
    withMember,
    close() {
      unfollow();
      members = [];
      others.clear();
      for (const object of held) letGo(object);
      for (const stop of waiting) stop();
      waiting.clear();
    },
  };
}

const dataOf = (one: RestObject): Fields => fields(one.getData());

/** The id of what stands in a list is in its address only. */
function withId(one: RestObject): object {
  return { ...Object.fromEntries(dataOf(one)), id: one.getId() };
}

const reasonOf = (user: Fields): string | undefined =>
  id(user.get('reasoncodeid')) ?? id(part(user, 'reasoncode').get('id'));

/** A member of a team, as `Agents` lists them. */
function memberOf(user: Fields, { drift }: Whose, loginId: string): object {
  const statechangetime = gcTime(user.get('statechangetime'), drift);
  return { ...Object.fromEntries(user), loginid: loginId, statechangetime };
}

function queueOf(queue: Fields, { drift }: Whose): object {
  const counts = part(queue, 'statistics');
  const since = gcTime(counts.get('starttimeoflongestcallinqueue'), drift);
  return {
    ...Object.fromEntries(counts),
    queuename: queue.get('name'),
    starttimeoflongestcallinqueue: since,
  };
}
