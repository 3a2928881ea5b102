import fc from 'fast-check';
import type { Fate } from './logs-bench.ts';

/** What can happen. `pick` chooses among what there is. */
export type Deed =
  | { readonly do: 'ring' | 'end' | 'note' | 'save' | 'again' | 'forget'; readonly pick: number }
  | { readonly do: 'disk'; readonly count: number }
  /** Nothing hinders disk and CRM for a while. */
  | { readonly do: 'flow' }
  /** The CRM comes to a request: what it makes of it, and whether the page hears of it. */
  | { readonly do: 'answer'; readonly pick: number; readonly fate: Fate }
  | { readonly do: 'wait'; readonly seconds: number }
  | { readonly do: 'reach'; readonly can: boolean }
  | { readonly do: 'signIn'; readonly agentId: '1001' | '1002' }
  | { readonly do: 'signOut' }
  /** The page ends: `reload` keeps its snapshot, `restore` brings an older one, `crash` none. Requests may have arrived. */
  | {
      readonly do: 'kill';
      readonly how: 'reload' | 'restore' | 'crash';
      readonly age: number;
      readonly arrives: boolean;
    };

const pick = fc.nat({ max: 20 });
const FATES = [
  'done',
  'done',
  'done',
  'doneUnsaid',
  'unconfirmed',
  'unavailable',
  'failed',
  'denied',
  'invalid',
] as const;

export const deeds: fc.Arbitrary<readonly Deed[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('ring', 'end', 'end'), pick }) },
    { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('note', 'note', 'save'), pick }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('again', 'forget'), pick }) },
    { weight: 6, arbitrary: fc.record({ do: fc.constant('disk'), count: fc.nat({ max: 3 }) }) },
    { weight: 6, arbitrary: fc.record({ do: fc.constant('answer'), pick, fate: fc.constantFrom(...FATES) }) },
    { weight: 6, arbitrary: fc.constant({ do: 'flow' }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('wait'), seconds: fc.nat({ max: 90 }) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('reach'), can: fc.boolean() }) },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('signIn'), agentId: fc.constantFrom('1001', '1001', '1002') }),
    },
    { weight: 1, arbitrary: fc.constant({ do: 'signOut' }) },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('kill'),
        how: fc.constantFrom('reload', 'restore', 'restore', 'crash'),
        age: fc.nat({ max: 15 }),
        arrives: fc.boolean(),
      }),
    },
  ) as fc.Arbitrary<Deed>,
  { maxLength: 60, size: 'max' },
);

/** How this CRM is. */
export interface Setting {
  readonly keyedWrite: boolean;
  readonly tellsIds: boolean;
  readonly tellsUser: boolean;
  readonly log: 'answered' | 'all';
}

export const settings: fc.Arbitrary<Setting> = fc.record({
  keyedWrite: fc.boolean(),
  tellsIds: fc.constantFrom(true, true, true, false),
  tellsUser: fc.boolean(),
  log: fc.constantFrom('answered', 'all'),
});
