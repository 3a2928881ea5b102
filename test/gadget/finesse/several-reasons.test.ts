import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tokensOf } from '../../../crm-adapter/template.ts';
import { dialogData } from './support/data.ts';
import { hostStage } from './support/host-stage.ts';
import { FakeDesktop } from './support/library.ts';

async function talking(version: 12 | 15 = 15) {
  const fake = new FakeDesktop({ version });
  fake.wrapUp = [
    { id: '205', label: 'Sale' },
    { id: '206', label: 'Complaint' },
    { id: '207', label: 'New, other | enquiry' },
  ];
  const one = await hostStage({ fake }).start();
  fake.dialog('7', dialogData({ state: 'ACTIVE', actions: ['DROP'] }));
  const call = one.state.calls[0]!.key;
  const choose = (reason: string | null, ...more: readonly string[]): void =>
    one.session.dispatch({ type: 'editWrapUp', call, reason, more });
  return { one, fake, choose };
}

describe('several wrap-up reasons', () => {
  it('are told to Finesse all together, by their labels, each choice once', async () => {
    const { one, fake, choose } = await talking();
    choose('205');
    choose('205', '207');
    choose('205', '207');
    one.session.dispatch({ type: 'editWrapUp', call: one.state.calls[0]!.key, notes: 'wants two' });
    assert.deepEqual(fake.asked, [
      '7 updateWrapUpItems ["Sale"]',
      '7 updateWrapUpItems ["Sale","New, other | enquiry"]',
    ]);
    assert.deepEqual(one.alerts, []);
    const { draft } = one.state.calls[0]!;
    assert.deepEqual([draft.reason, draft.more, draft.notes], ['205', ['207'], 'wants two']);
  });

  it('are all in the activity, in the order of their choice', async () => {
    const { one, choose } = await talking();
    const label = (): unknown => tokensOf(one.state, one.state.calls[0]!).get('wrapUpLabel');
    choose('206', '205');
    assert.equal(label(), 'Complaint; Sale');
    choose('206');
    assert.deepEqual([label(), one.state.calls[0]!.draft.more], ['Complaint', undefined]);
    choose(null);
    assert.deepEqual([label(), one.state.calls[0]!.draft.reason], [undefined, undefined]);
  });

  it('are told again when Finesse has refused them', async () => {
    const { fake, choose } = await talking();
    choose('205', '206');
    fake.refuse('CF_INVALID_OBJECT_STATE');
    choose('205', '206');
    assert.equal(fake.asked.length, 2);
  });

  it('are one where the library takes no more', async () => {
    const { one, fake, choose } = await talking(12);
    assert.equal(one.state.setup.capabilities.severalWrapUpReasons, false);
    choose('206');
    assert.deepEqual(fake.asked, ['7 updateWrapUpReason Complaint']);
  });
});
