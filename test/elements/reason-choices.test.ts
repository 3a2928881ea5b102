import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { expectAccessible, overflows } from '../support/audit.ts';
import { several } from '../support/desktop-states.ts';
import { wrapUp } from '../support/make-state.ts';
import { find, findAll, mount } from '../support/mount.ts';
import type { Mounted } from '../support/mount.ts';

const { key: call } = wrapUp();
const MANY = Array.from({ length: 9 }, (_, index) => ({ key: `k${index}`, label: `Reason ${index}` }));
const wrapUpReasons = { reasons: { notReady: [], logout: [], wrapUp: MANY } };
const boxes = ({ view }: Mounted): HTMLInputElement[] =>
  findAll<HTMLInputElement>(view, 'gc-reason-choices [type=checkbox]');

describe('the list of several wrap-up reasons', () => {
  it('is accessible and fits 240 px', async () => {
    const { view } = await mount(several({ reason: '21', label: 'Complaint' }), { width: 240 });
    await expectAccessible(view);
    expect(overflows(view)).to.deep.equal([]);
  });

  it('stands in the place of the list of one', async () => {
    const mounted = await mount(several());
    expect(boxes(mounted).length).to.equal(3);
    expect(find(mounted.view, 'gc-reason-list').checkVisibility()).to.equal(false);
  });

  it('adds what is checked to what was, and takes it away again', async () => {
    const mounted = await mount(several({ reason: '21', label: 'Complaint' }));
    boxes(mounted)[2]?.click();
    boxes(mounted)[0]?.click();
    expect(mounted.source.intents).to.deep.equal([
      { type: 'editWrapUp', call, reason: '21', more: ['23'] },
      { type: 'editWrapUp', call, reason: null, more: [] },
    ]);
    await mounted.show(several({ reason: '21', more: ['23'], label: 'Complaint; New enquiry' }));
    expect(boxes(mounted).map(({ checked }) => checked)).to.deep.equal([true, false, true]);
    boxes(mounted)[0]?.click();
    expect(mounted.source.intents.at(-1)).to.deep.equal({
      type: 'editWrapUp',
      call,
      reason: '23',
      more: [],
    });
  });

  it('takes five, and says that there cannot be more', async () => {
    const four = { reason: 'k0', more: ['k1', 'k2', 'k3'] };
    const mounted = await mount(several(four, wrapUpReasons));
    expect(boxes(mounted).every(({ disabled }) => !disabled)).to.equal(true);
    await mounted.show(several({ ...four, more: [...four.more, 'k4'] }, wrapUpReasons));
    expect(boxes(mounted).map(({ disabled }) => disabled)).to.deep.equal(MANY.map((_, index) => index > 4));
    expect(find(mounted.view, 'gc-reason-choices #told').textContent).to.include('Five reasons');
  });

  it('is searched; Enter takes the only one that is left, once', async () => {
    const mounted = await mount(several({}, wrapUpReasons));
    find(mounted.view, 'gc-reason-choices [type=search]').focus();
    await sendKeys({ type: 'reason 7' });
    expect(boxes(mounted).length).to.equal(1);
    await sendKeys({ press: 'Enter' });
    const chosen = { type: 'editWrapUp', call, reason: 'k7', more: [] };
    expect(mounted.source.intents).to.deep.equal([chosen]);
    await mounted.show(several({ reason: 'k7' }, wrapUpReasons));
    await sendKeys({ press: 'Enter' });
    expect(mounted.source.intents).to.deep.equal([chosen]);
  });
});
