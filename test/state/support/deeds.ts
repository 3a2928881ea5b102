import fc from 'fast-check';

type Outcome = 'done' | 'refused' | 'silent';

/** One step of a walk. `pick` chooses among what there is. */
export type Deed =
  | { readonly do: 'ring' | 'dial'; readonly number: string }
  | { readonly do: 'answer' | 'hold' | 'resume' | 'end'; readonly outcome: Outcome }
  | { readonly do: 'hangUp' | 'repeat' | 'save' | 'written' | 'refusedByCrm' | 'note'; readonly pick: number }
  | { readonly do: 'goOn'; readonly fails: boolean }
  | { readonly do: 'campaign'; readonly form: 'both' | 'newFirst' | 'newOnly' | 'callOnly' }
  | { readonly do: 'complete'; readonly how: 'transfer' | 'conference' | 'release' }
  | { readonly do: 'handedOver'; readonly dropsFirst: boolean }
  | { readonly do: 'consult' | 'noAnswer' | 'alternate' | 'handOn' | 'comeBack' | 'preview' | 'accept' }
  | {
      readonly do: 'customer';
      readonly how: 'dialled' | 'putThrough' | 'none';
      readonly dropsFirst: boolean;
    }
  | { readonly do: 'rest'; readonly state: 'READY' | 'NOT_READY' }
  | { readonly do: 'wait'; readonly seconds: number };

const pick = fc.nat({ max: 50 });
const number = fc.constantFrom('+14155550123', '+4533550123', '2002', '', 'Anonymous');

/** Deeds, the usual ones more often. `without` leaves some out. */
export function deeds(...without: readonly Deed['do'][]): fc.Arbitrary<Deed> {
  const outcome = fc.constantFrom<Outcome>('done', 'done', 'done', 'refused', 'silent');
  const all: fc.WeightedArbitrary<Deed>[] = [
    { weight: 6, arbitrary: fc.record({ do: fc.constant('ring'), number }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('dial'), number }) },
    { weight: 8, arbitrary: fc.record({ do: fc.constant('answer'), outcome }) },
    { weight: 8, arbitrary: fc.record({ do: fc.constantFrom('hold', 'resume', 'end'), outcome }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('hangUp'), pick }) },
    { weight: 9, arbitrary: fc.record({ do: fc.constant('repeat'), pick }) },
    { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('save', 'written', 'note'), pick }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('refusedByCrm'), pick }) },
    { weight: 5, arbitrary: fc.record({ do: fc.constant('goOn'), fails: fc.boolean() }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('campaign'),
        form: fc.constantFrom('both', 'newFirst', 'newOnly', 'callOnly'),
      }),
    },
    { weight: 4, arbitrary: fc.constant({ do: 'consult' }) },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('complete'),
        how: fc.constantFrom('transfer', 'conference', 'release'),
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('handedOver'), dropsFirst: fc.boolean() }) },
    { weight: 1, arbitrary: fc.constant({ do: 'noAnswer' }) },
    { weight: 3, arbitrary: fc.constant({ do: 'alternate' }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('handOn', 'comeBack') }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('preview', 'accept') }) },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('customer'),
        how: fc.constantFrom('dialled', 'putThrough', 'none'),
        dropsFirst: fc.boolean(),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('rest'), state: fc.constantFrom('READY', 'NOT_READY') }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('wait'), seconds: fc.nat({ max: 90 }) }) },
  ];
  const names = [
    ['ring'],
    ['dial'],
    ['answer'],
    ['hold', 'resume', 'end'],
    ['hangUp'],
    ['repeat'],
    ['save', 'written', 'note'],
    ['refusedByCrm'],
    ['goOn'],
    ['campaign'],
    ['consult'],
    ['complete'],
    ['handedOver'],
    ['noAnswer'],
    ['alternate'],
    ['handOn', 'comeBack'],
    ['preview', 'accept'],
    ['customer'],
    ['rest'],
    ['wait'],
  ] as const;
  return fc.oneof(
    ...all.filter((_, index) => !names[index]!.some((name) => (without as readonly string[]).includes(name))),
  );
}
