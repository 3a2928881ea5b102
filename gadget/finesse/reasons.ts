import type { GcEvent, Reason, ReasonCategory } from '../../src/protocol/events.ts';
import { systemReason } from '../../src/protocol/reason-codes.ts';
import { flag, id, known, text } from '../../src/protocol/read.ts';
import type { Fields } from '../../src/protocol/read.ts';
import type { FailedResponse, RestObject, User } from './library.ts';
import { onceLoaded } from './loading.ts';
import { fields, listEventOf, part, type Whose } from './to-gc.ts';

/** The agent's reasons: by the id that Finesse wants back, also for those that only a state has told of. */
export interface Reasons {
  /** Asks for a list, and tells of it. */
  ask(category: ReasonCategory, user: User): void;
  /**
   * The key of the reason that the agent's state has. One that no list holds is told of: the list once more, with the
   * label that Finesse gave the reason.
   */
  keyOf(user: Fields): string | undefined;
  /** As `keyOf`, of a member of a team, whose reasons may be others: one that our lists do not hold goes by its label. */
  memberKeyOf(user: Fields): string | undefined;
  /** The label of a wrap-up reason that was named by its key; what is no key is a label. */
  labelOf(keyOrLabel: string): string;
  close(): void;
}

export interface ReasonsOptions {
  readonly whose: Whose;
  readonly tell: (event: GcEvent | undefined) => void;
  readonly error: (response: FailedResponse) => void;
}

/** Makes lists that are empty. */
export function createReasons({ whose, tell, error }: ReasonsOptions): Reasons {
  /** Absent until Finesse has answered. */
  const listed = new Map<ReasonCategory, readonly Reason[]>();
  /** Told of by a state, and in no list. */
  const strays = new Map<ReasonCategory, ReadonlyMap<string, Reason>>();
  let stop = (): void => undefined;

  const say = (category: ReasonCategory): void => {
    const reasons = listed.get(category);
    const isListed = (key: string): boolean => reasons?.some((one) => one.key === key) ?? false;
    const others = [...(strays.get(category)?.values() ?? [])].filter(({ key }) => !isListed(key));
    const reasonCodes = [...(reasons ?? []), ...others].map(({ key, label }) => ({ code: key, label }));
    if (reasons) tell(listEventOf('ReasonCodes', whose, { category, reasonCodes }));
  };
  const take = (category: ReasonCategory, reasons: readonly Reason[]): void => {
    listed.set(category, reasons);
    say(category);
  };

  /** What a state says of its reason. */
  const partsOf = (user: Fields) => {
    const reason = reasonOf(user);
    const key = known(user.get('reasoncodeid')) ?? known(reason.get('id'));
    const code = known(reason.get('code'));
    const category: ReasonCategory = text(user.get('state')) === 'LOGOUT' ? 'LOGOUT' : 'NOT_READY';
    // What the system has set goes by its code, which has words here. Finesse says so, or else the code does.
    const mayBeSystem = !reason.has('systemcode') || flag(reason.get('systemcode'));
    const isSystem = code !== undefined && mayBeSystem && systemReason(code) !== undefined;
    const isListed = listed.get(category)?.some((one) => one.key === key) ?? false;
    return { key: isSystem ? undefined : key, code, category, label: text(reason.get('label')), isListed };
  };

  return {
    ask(category, user) {
      if (category === 'WrapUp') {
        const collection = user.getWrapUpReasons({});
        const read = (): void => take(category, Object.values(collection.getCollection()).map(wrapUpReason));
        stop();
        stop = onceLoaded(collection, read, error);
        return;
      }
      const list = category === 'LOGOUT' ? 'getSignoutReasonCodes' : 'getNotReadyReasonCodes';
      user[list]({
        success: (reasons = []) =>
          take(
            category,
            reasons.map(({ id: key, label }) => ({ key, label })),
          ),
        error,
      });
    },
    keyOf(user) {
      const { key, code, category, label, isListed } = partsOf(user);
      if (key === undefined) return code;
      const before = strays.get(category);
      if (label === undefined || isListed || before?.get(key)?.label === label) return key;
      strays.set(category, new Map([...(before ?? []), [key, { key, label }]]));
      say(category);
      return key;
    },
    memberKeyOf(user) {
      const { key, code, label, isListed } = partsOf(user);
      return key === undefined ? code : isListed ? key : (label ?? key);
    },
    labelOf: (key) => listed.get('WrapUp')?.find((one) => one.key === key)?.label ?? key,
    close: () => stop(),
  };
}

/** `ReasonCode` beside the state: `reasonCode` in events. */
const reasonOf = (user: Fields): Fields => part(user, 'reasoncode');

function wrapUpReason(one: RestObject): Reason {
  const key = id(one.getId()) ?? '';
  return { key, label: text(fields(one.getData()).get('label')) ?? key };
}
