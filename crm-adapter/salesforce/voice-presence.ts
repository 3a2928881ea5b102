/**
 * The agent's state here and the presence status there, each way. Of an agent state Salesforce knows nothing, so that a
 * status stands for one: one with channels for READY, any other for NOT_READY, with the reason of its name where there is
 * one. A call changes no presence status.
 *
 * Source: partner telephony developer guide, "Two-Way Rep Status Syncing", "Change Status While on a Call".
 */
import { isInService } from '../../src/state/buttons.ts';
import type { Intent } from '../../src/state/intents.ts';
import type { SoftphoneState } from '../../src/state/model.ts';
import type { Phone } from '../port.ts';
import { asObject, asText } from '../values.ts';
import { voiceFault, type VoiceSdk } from './voice-sdk.ts';
import type { VoiceWaits } from './voice-waits.ts';

export interface VoicePresence {
  /** @param config what `init` was given; it lists the statuses that this user may have */
  init(config: unknown): void;
  /** `setAgentStatus`. */
  readonly set: (status: unknown, info: unknown, isForLater: unknown) => Promise<object>;
  /** `getAgentStatus`. */
  readonly get: () => object;
  /** Tells Salesforce where the state has changed without it. */
  look(): void;
}

export interface VoicePresenceOptions extends Phone, Pick<VoiceWaits, 'until'> {
  readonly sdk: VoiceSdk;
  readonly publish: (eventType: string, payload: object) => void;
}

type Shown = 'READY' | 'NOT_READY';

interface Status {
  readonly id: string;
  readonly name: string;
  readonly hasChannels: boolean;
  readonly isOffline: boolean;
}

const isSame = (one: unknown, other: string): boolean => asText(one).toLowerCase() === other.toLowerCase();

export function createVoicePresence({
  sdk,
  publish,
  source,
  dispatch,
  words,
  until,
}: VoicePresenceOptions): VoicePresence {
  const { AGENT_STATUS, SHARED_EVENT_TYPE } = sdk.Constants;
  let statuses: readonly Status[] = [];
  /** What Salesforce shows, as far as it has said or was told. */
  let shown: Shown | undefined;
  let lastId: Readonly<Partial<Record<Shown, string>>> = {};
  /** Methods under way: the state is on its way too. */
  let underWay = 0;

  const kindOf = ({ hasChannels }: Status): Shown => (hasChannels ? 'READY' : 'NOT_READY');

  function wantedBy(status: unknown, info: unknown): Shown {
    const known = statuses.find(({ id }) => id === asObject(info)['statusId']);
    if (known) return kindOf(known);
    if (isSame(status, AGENT_STATUS.ONLINE)) return 'READY';
    if (isSame(status, AGENT_STATUS.OFFLINE)) return 'NOT_READY';
    throw voiceFault('INVALID_AGENT_STATUS', `There is no status ${asText(status)}`);
  }

  function intentFor(wanted: Shown, info: unknown, isLater: boolean): Intent {
    const afterWrapUp = isLater ? ({ afterWrapUp: true } as const) : {};
    if (wanted === 'READY') return { type: 'makeReady', ...afterWrapUp };
    const name = asObject(info)['statusName'];
    const reason = source.state.reasons.notReady.find(({ label }) => isSame(name, label));
    return { type: 'makeNotReady', ...(reason ? { reason: reason.key } : {}), ...afterWrapUp };
  }

  async function set(status: unknown, info: unknown, isForLater: unknown): Promise<object> {
    const done = new sdk.GenericResult({ success: true });
    if (!isInService(source.state)) throw voiceFault(undefined, words.t('why.notInService'));
    // Its wrap-up is ours as well: GC has the agent in it already.
    if (isSame(status, AGENT_STATUS.ACW)) return done;
    const wanted = wantedBy(status, info);
    const before = shown;
    const id = asText(asObject(info)['statusId']);
    shown = wanted;
    lastId = { ...lastId, ...(id ? { [wanted]: id } : {}) };
    const isLater = isForLater === true && source.state.setup.platform === 'ucce';
    const intent = intentFor(wanted, info, isLater);
    const now = source.state.agent?.state ?? '';
    if (!isLater && !('reason' in intent) && now === wanted) return done;
    // In a call, and in the wrap-up on some platforms, it takes effect later.
    if (isBusy(now)) {
      dispatch(intent);
      return done;
    }
    underWay += 1;
    try {
      await until(
        // A caller may be quicker than the next look.
        ({ agent }) => (agent && (agent.state === wanted || isBusy(agent.state)) ? {} : undefined),
        () => dispatch(intent),
      );
    } catch (error) {
      shown = before;
      throw error;
    } finally {
      underWay -= 1;
    }
    return done;
  }

  /** The status to show for a state: the one it was shown as last, one of the reason's name, or the first that fits. */
  function statusFor(wanted: Shown, { agent, reasons }: SoftphoneState): string | undefined {
    const fit = statuses.filter((one) => kindOf(one) === wanted && !one.isOffline);
    const label = reasons.notReady.find(({ key }) => key === agent?.reason)?.label;
    const named = wanted === 'NOT_READY' && label ? fit.find(({ name }) => isSame(name, label)) : undefined;
    return named?.id ?? fit.find(({ id }) => id === lastId[wanted])?.id ?? fit[0]?.id;
  }

  return {
    init(config) {
      const given = asObject(config)['userPresenceStatuses'];
      statuses = Object.entries(asObject(parsed(given))).map(([id, status]) => {
        const { statusName, hasChannels, isOffline } = asObject(status);
        return {
          id,
          name: asText(statusName),
          hasChannels: String(hasChannels) === 'true',
          isOffline: String(isOffline) === 'true',
        };
      });
    },
    set,
    get() {
      const state = source.state.agent?.state ?? 'LOGOUT';
      const statusName = words.t(`agentState.${state}`);
      return new sdk.AgentVendorStatusInfo({ statusId: state, statusType: state, statusName });
    },
    look() {
      const state = source.state.agent?.state;
      const isTold = state === 'READY' || state === 'NOT_READY';
      if (!isTold || underWay > 0 || shown === undefined || shown === state || !isInService(source.state))
        return;
      shown = state;
      const statusId = statusFor(state, source.state);
      if (statusId) publish(SHARED_EVENT_TYPE.SET_AGENT_STATUS, new sdk.AgentStatusInfo({ statusId }));
    },
  };
}

const isBusy = (state: string): boolean => /^(RESERVED|TALKING|HOLD|WORK)/.test(state);

/** The guide calls it a JSON field: it may come as text. */
function parsed(given: unknown): unknown {
  if (typeof given !== 'string') return given;
  try {
    return JSON.parse(given);
  } catch {
    return undefined;
  }
}
