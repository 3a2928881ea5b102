import type { Data } from './rest.ts';

/** What a dialog is made of, said shortly. Lists of one are no lists, as in the real library. */
export interface DialogWords {
  readonly state: string;
  readonly from?: string;
  readonly to?: string;
  readonly callType?: string;
  readonly own?: string;
  readonly actions?: readonly string[];
  readonly others?: readonly (readonly [address: string, state: string])[];
  readonly variables?: Readonly<Record<string, string>>;
  readonly secondaryId?: string;
  readonly cause?: string;
  readonly address?: string;
}

/** As XML turns out in JavaScript. */
export const bare = <T>(list: readonly T[]): T | readonly T[] | '' =>
  list.length === 0 ? '' : list.length === 1 ? (list[0] as T) : list;

/** A dialog's data for agent 1001 on extension 2001. */
export function dialogData(words: DialogWords): Data {
  const { state, from = '+14155550123', to = '2001', callType = 'ACD_IN', own = state } = words;
  const participants = [
    {
      mediaAddress: words.address ?? '2001',
      mediaAddressType: 'AGENT_DEVICE',
      state: own,
      startTime: '2026-11-21T14:01:00.500Z',
      stateCause: words.cause ?? '',
      actions: words.actions ? { action: bare(words.actions) } : '',
    },
    ...(words.others ?? []).map(([mediaAddress, theirs]) => ({ mediaAddress, state: theirs, actions: '' })),
  ];
  const variables = Object.entries(words.variables ?? {}).map(([name, value]) => ({ name, value }));
  return {
    uri: '/finesse/api/Dialog/1',
    state,
    fromAddress: from,
    toAddress: to,
    mediaType: 'Voice',
    secondaryId: words.secondaryId ?? '',
    mediaProperties: {
      callType,
      DNIS: to,
      callvariables: variables.length === 0 ? '' : { CallVariable: bare(variables) },
    },
    participants: { Participant: bare(participants) },
  };
}
