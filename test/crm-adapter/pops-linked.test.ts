import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CASE, MARIA } from '../support/make-state.ts';
import { only, popsBench, ring, settle } from './link-bench.ts';

/** As {@link popsBench} after a call came for which the CRM found Maria, or nothing. */
async function rung(finds = true) {
  const bench = popsBench();
  if (finds) bench.crm.finds['14155550123'] = only();
  bench.store.apply(ring());
  await settle();
  bench.crm.news();
  return bench;
}

describe('a record that the agent links', () => {
  it('joins those that were found, gets the activity, and is shown', async () => {
    const { crm, pops, call } = await rung();
    pops.choose(call().key, CASE.id, CASE);
    const { phase, records, related } = call().match;
    assert.deepEqual([phase, records, related], ['found', [MARIA, CASE], CASE.id]);
    assert.deepEqual(crm.news(), [`open ${CASE.id}`]);
  });

  it('is the first where nothing was found', async () => {
    const { pops, call } = await rung(false);
    assert.equal(call().match.phase, 'nothing');
    pops.choose(call().key, CASE.id, CASE);
    const { phase, records, related } = call().match;
    assert.deepEqual([phase, records, related], ['found', [CASE], CASE.id]);
  });

  it('is there once, however often it is linked, whatever its id is written like', async () => {
    const { pops, call } = await rung();
    const short = { ...CASE, id: '5005g00000ZaBcd' };
    const long = { ...CASE, id: '5005g00000ZaBcdAAD' };
    for (const record of [short, long, MARIA]) pops.choose(call().key, record.id, record);
    assert.deepEqual(call().match.records, [MARIA, short]);
    assert.equal(call().match.related, MARIA.id);
    pops.choose(call().key, long.id, long);
    assert.equal(call().match.related, short.id);
  });
});
