import type { Millis } from '../state/model.ts';
import { CrmError, type CrmErrorCode, type PopPort } from '../../crm-adapter/port.ts';
import { POP_WITHIN, type Clock, type Look, type Message, type Outcome, type TabId } from './messages.ts';

type Method = keyof PopPort;

export interface FarPortOptions {
  readonly tab: TabId;
  readonly clock: Clock;
  readonly post: (message: Message) => void;
  /** Of this tab. */
  readonly look: () => Look;
  readonly port: () => PopPort | undefined;
  /** Of the others. */
  readonly looks: Map<TabId, Look>;
}

/** The CRM ports of other tabs, from here. */
export interface FarPort {
  /** That of the tab the agent looks at; undefined when that is this one. */
  choose(): PopPort | undefined;
  hear(id: number, outcome: Outcome): void;
  stop(): void;
}

/** Makes the leader's way to the others' ports. */
export function createFarPort({ tab, clock, post, look, port, looks }: FarPortOptions): FarPort {
  const asked = new Map<number, (outcome: Outcome) => void>();
  let lastId = 0;

  /** Whom the agent looks at: a tab that is visible, and of several the one that they turned to last. */
  const ranking = (): readonly TabId[] =>
    [...looks, [tab, look()] as const]
      .sort(([, a], [, b]) => Number(b.visible) - Number(a.visible) || b.at - a.at)
      .map(([one]) => one);

  const ask = (to: TabId, method: Method, parameters: readonly unknown[]): Promise<Outcome> =>
    new Promise((resolve) => {
      const id = (lastId += 1);
      const finish = (outcome: Outcome): void => {
        cancel();
        if (asked.delete(id)) resolve(outcome);
      };
      const cancel = clock.after(POP_WITHIN, () => {
        looks.delete(to);
        finish(NO_ANSWER);
      });
      asked.set(id, finish);
      post({ type: 'pop', from: tab, to, id, at: clock.now(), method, parameters });
    });

  /** In the best tab that answers, in the end in this one. */
  const inTurn = async (
    [first, ...rest]: readonly TabId[],
    method: Method,
    parameters: readonly unknown[],
  ): Promise<unknown> => {
    const own = port();
    if (first === undefined || first === tab) {
      if (!own) throw new CrmError('unavailable', NO_ANSWER.message);
      return perform(own, method, parameters);
    }
    const outcome = await ask(first, method, parameters);
    if (outcome.ok) return outcome.value;
    if (outcome.code === 'unavailable') return inTurn(rest, method, parameters);
    throw new CrmError(outcome.code as CrmErrorCode, outcome.message, { fields: outcome.fields });
  };
  const far = <M extends Method>(method: M): PopPort[M] =>
    ((...parameters: readonly unknown[]) => inTurn(ranking(), method, parameters)) as PopPort[M];
  const farPort: PopPort = {
    search: far('search'),
    openRecord: far('openRecord'),
    createRecord: far('createRecord'),
    refresh: far('refresh'),
  };

  return {
    choose: () => (ranking()[0] === tab ? undefined : farPort),
    hear: (id, outcome) => asked.get(id)?.(outcome),
    stop() {
      for (const finish of asked.values()) finish(NO_ANSWER);
    },
  };
}

const NO_ANSWER = { ok: false, code: 'unavailable', message: 'No tab reaches the CRM', fields: {} } as const;

/** Does for the leader, in this tab, what it asks for. An old question is not answered: another tab has done it. */
export async function answerPop(
  { id, at, method, parameters }: Extract<Message, { type: 'pop' }>,
  port: PopPort | undefined,
  now: Millis,
): Promise<{ readonly id: number; readonly outcome: Outcome } | undefined> {
  if (now - at >= POP_WITHIN) return undefined;
  if (!port) return { id, outcome: NO_ANSWER };
  try {
    return { id, outcome: { ok: true, value: await perform(port, method as Method, parameters) } };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const { code, fields } =
      error instanceof CrmError ? error : ({ code: 'failed', fields: {} } satisfies Partial<CrmError>);
    return { id, outcome: { ok: false, code, message, fields } };
  }
}

function perform(port: PopPort, method: Method, parameters: readonly unknown[]): Promise<unknown> {
  return (port[method] as (...parameters: readonly unknown[]) => Promise<unknown>)(...parameters);
}
