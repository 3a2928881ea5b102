import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { CrmError, type NewRecord, type SearchResult } from '../../crm-adapter/port.ts';
import { MARIA } from '../support/make-state.ts';
import { FakeCrm, gc, only, popsBench, settle, several } from './link-bench.ts';

const STATES = ['INITIATED', 'ALERTING', 'ACTIVE', 'HELD', 'FAILED', 'DROP'] as const;

/** Dialogs of this walk: three of the world outside, a colleague, and a consult call; the even ones are
 * dialled here. Each value has its dialog at its end. */
const COLLEAGUE = 3;
const CONSULT = 4;
const OURS = [COLLEAGUE, CONSULT];
const numberOf = (dialog: number): string => (dialog === COLLEAGUE ? '2003' : `+1415555010${dialog}`);

type Step =
  | {
      readonly do: 'event';
      readonly dialog: number;
      readonly state: (typeof STATES)[number];
      readonly isWithheld: boolean;
      readonly isSettled: boolean;
      readonly has: readonly ('callVariable5' | 'callVariable8')[];
    }
  | { readonly do: 'reload' | 'settle' | 'viewed' | 'cut' | 'back' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('event' as const),
      dialog: fc.nat(CONSULT),
      state: fc.constantFrom(...STATES),
      isWithheld: fc.boolean(),
      isSettled: fc.boolean(),
      has: fc.subarray(['callVariable5', 'callVariable8'] as const),
    }),
  },
  fc.constantFrom('reload', 'settle', 'viewed', 'cut', 'back').map((one) => ({ do: one })),
);

const ANSWERS: readonly (SearchResult | Error)[] = [
  only(),
  several(MARIA, { id: '0032', type: 'Contact', name: 'Mario' }),
  { records: [], opened: false },
  new CrmError('denied', 'No access'),
  new CrmError('unavailable', 'gone'),
];

/** Writes down for which dialog something was put before the agent. */
class WatchedCrm extends FakeCrm {
  readonly brought: number[] = [];
  readonly lookedAt: number[] = [];
  private readonly answers: (SearchResult | Error)[];

  constructor(answers: readonly (SearchResult | Error)[]) {
    super();
    this.answers = [...answers];
  }

  private async answer(term: string, isBrought: (answer: SearchResult) => boolean): Promise<SearchResult> {
    const dialog = Number(term.at(-1));
    this.lookedAt.push(dialog);
    await Promise.resolve();
    const answer = this.answers.shift() ?? { records: [], opened: false };
    if (answer instanceof Error) throw answer;
    if (isBrought(answer)) this.brought.push(dialog);
    return answer;
  }
  override async search(term: string, { pop }: { readonly pop: boolean }): Promise<SearchResult> {
    return this.answer(term, ({ records }) => pop && records.length === 1);
  }
  override async openRecord({ id }: { readonly id: string }): Promise<void> {
    await this.answer(id, () => true);
  }
  override async createRecord({ fields }: NewRecord): Promise<void> {
    await this.answer(fields['Phone'] ?? '', () => true);
  }
}

const SCREEN_POP = {
  rules: [{ open: '{callVariable5}' }, { search: '{ani}' }],
  noMatch: { create: 'Contact', fields: { Phone: '{ani}' } },
  transferVariable: 'callVariable8',
};

describe('whatever happens', () => {
  it('a call pops at most once, one of our own is not even looked for, and every search ends', async () => {
    const property = fc.asyncProperty(
      fc.array(step, { maxLength: 40 }),
      fc.array(fc.constantFrom(...ANSWERS), { maxLength: 12 }),
      fc.constantFrom('ring', 'answer'),
      async (steps, answers, on) => {
        const crm = new WatchedCrm(answers);
        const options = { crm, screenPop: { ...SCREEN_POP, on } };
        let bench = popsBench(options);
        for (const one of steps) {
          const { store } = bench;
          switch (one.do) {
            case 'event': {
              const { dialog, state, isWithheld, isSettled, has } = one;
              const isDialled = dialog % 2 === 0;
              if (state === 'INITIATED' && !isDialled) break;
              const number = isWithheld && !OURS.includes(dialog) ? '' : numberOf(dialog);
              const [fromAddress, toAddress] = isDialled ? ['2001', number] : [number, '2001'];
              const callVariables = Object.fromEntries(has.map((name) => [name, `${name}-${dialog}`]));
              const said = { agentId: '1001', dialogId: String(dialog), state, fromAddress, toAddress };
              store.apply(
                gc({ type: dialog === CONSULT ? 'ConsultCall' : 'InboundCall', ...said, callVariables }),
              );
              if (isSettled) await settle();
              break;
            }
            case 'reload':
              bench = popsBench({ ...options, state: store.state });
              break;
            case 'settle':
              await settle();
              break;
            case 'viewed':
              bench.pops.viewed(MARIA);
              break;
            case 'cut':
            case 'back':
              store.apply({
                type: 'service',
                service: { phase: one.do === 'back' ? 'inService' : 'outOfService' },
              });
          }
        }
        await settle();
        assert.deepEqual(crm.brought, [...new Set(crm.brought)], 'twice for one call');
        assert.ok(!crm.lookedAt.some((dialog) => OURS.includes(dialog)), 'one of our own');
        for (const { match } of bench.store.state.calls) assert.notEqual(match.phase, 'searching');
        const carried = bench.intents.map((intent) => JSON.stringify(intent));
        assert.deepEqual(carried, [...new Set(carried)], 'carried along twice');
      },
    );
    await fc.assert(property, { numRuns: 500 });
  });
});
