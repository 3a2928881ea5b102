import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { SoftphoneState, Waiting } from '../../src/state/model.ts';
import { expectAccessible, overflows } from '../support/audit.ts';
import { active, ago } from '../support/make-state.ts';
import { expectFocused, find, findAll, focused, mount, settled } from '../support/mount.ts';
import type { Mounted, MountOptions } from '../support/mount.ts';
import { accessible } from '../support/roles.ts';
import { STATES } from '../support/states.ts';

const { key, variables } = active();
const SAVING: Waiting = {
  id: 3,
  command: 'update_call_variable',
  subject: '1001',
  dialogId: '16777217',
  sentAt: ago(1),
  blocks: true,
};
const changeable = (change: Partial<SoftphoneState> = {}): SoftphoneState => ({
  ...(STATES['active, changeable variables'] ?? expect.fail())(),
  ...change,
});
const pencil = ({ view }: Mounted, name: string): HTMLElement =>
  find(find(view, `gc-call-details [data-variable=${name}]`), 'gc-edit-variable button');
const fields = ({ view }: Mounted): HTMLInputElement[] => findAll(view, 'gc-edit-variable input');

async function edit(name = 'callVariable2', options: MountOptions = {}): Promise<Mounted> {
  const mounted = await mount(changeable(), options);
  pencil(mounted, name).focus();
  pencil(mounted, name).click();
  await waitUntil(() => fields(mounted).length > 0 && focused() === fields(mounted)[0], 'the field opens');
  return mounted;
}
const closed = async (mounted: Mounted): Promise<void> => {
  await waitUntil(() => fields(mounted).length === 0 && focused() !== document.body, 'the field closes');
  await settled(mounted.view);
};

describe('a call variable that may be changed', () => {
  it('is accessible while it is changed, and fits 240 px', async () => {
    const { view } = await edit('callVariable2', { width: 240 });
    await expectAccessible(view);
    expect(overflows(view)).to.deep.equal([]);
  });

  it('is shown where it is empty, too; the others are only to be read', async () => {
    const { view } = await mount(changeable());
    expect(findAll(view, 'gc-call-details button').map((one) => find(one, 'svg').ariaLabel)).to.deep.equal([
      'Change Case',
      'Change Order',
    ]);
  });

  it('is not to be changed while nobody talks, or GC does not allow it', async () => {
    const actions = { mediaAddress: '2001', actions: ['HOLD', 'DROP'] };
    const { view } = await mount(changeable({ calls: [active({ participants: [actions] })] }));
    expect(findAll(view, 'gc-call-details button')).to.deep.equal([]);
  });

  it('is sent by Enter, and stands there when GC says so', async () => {
    const mounted = await edit();
    expect(await accessible('textbox', 'Case')).to.include({ description: 'Enter saves, Escape cancels.' });
    await sendKeys({ type: '500-0099' });
    await sendKeys({ press: 'Enter' });
    expect(mounted.source.intents).to.deep.equal([
      { type: 'setVariable', call: key, name: 'callVariable2', value: '500-0099' },
    ]);
    await mounted.show(changeable({ waiting: [SAVING] }));
    expect(fields(mounted)[0]?.readOnly).to.equal(true);
    await sendKeys({ press: 'Enter' });
    expect(mounted.source.intents, 'once').to.have.length(1);
    const changed = active({ variables: { ...variables, callVariable2: '500-0099' } });
    await mounted.show(changeable({ calls: [changed] }));
    await closed(mounted);
    expectFocused(pencil(mounted, 'callVariable2'));
    expect(find(mounted.view, 'gc-call-details [data-variable=callVariable2]').textContent).to.contain(
      '500-0099',
    );
  });

  it('does not take the focus from whoever went on to the notes', async () => {
    const mounted = await edit();
    await sendKeys({ type: '500-0099' });
    await sendKeys({ press: 'Enter' });
    const notes = find(mounted.view, 'textarea');
    notes.focus();
    const changed = active({ variables: { ...variables, callVariable2: '500-0099' } });
    await mounted.show(changeable({ calls: [changed] }));
    expect(fields(mounted)).to.deep.equal([]);
    expectFocused(notes);
  });

  it('stays in its field when GC refuses it', async () => {
    const mounted = await edit();
    await sendKeys({ type: '500-0099' });
    await sendKeys({ press: 'Enter' });
    await mounted.show(changeable({ waiting: [SAVING] }));
    await mounted.show(changeable());
    expect(fields(mounted)[0]?.value).to.equal('500-0099');
  });

  for (const [how, keys] of [
    ['Escape', ['Delete', 'Escape']],
    ['Enter without a change', ['Enter']],
  ] as const) {
    it(`is left as it was by ${how}`, async () => {
      const mounted = await edit();
      for (const one of keys) await sendKeys({ press: one });
      await closed(mounted);
      expect(mounted.source.intents).to.deep.equal([]);
      expectFocused(pencil(mounted, 'callVariable2'));
    });
  }

  it('can be emptied', async () => {
    const mounted = await edit();
    await sendKeys({ press: 'Delete' });
    await sendKeys({ press: 'Enter' });
    expect(mounted.source.intents).to.deep.include.members([
      { type: 'setVariable', call: key, name: 'callVariable2', value: '' },
    ]);
  });

  for (const [value, told] of [
    ['Smith, John', '“,” cannot be sent'],
    ['ø'.repeat(21), 'At most 40 letters fit here'],
  ] as const) {
    it(`says why “${value}” cannot be sent`, async () => {
      const mounted = await edit();
      await sendKeys({ type: value });
      await sendKeys({ press: 'Enter' });
      expect(mounted.source.intents).to.deep.equal([]);
      const field = await accessible('textbox', 'Case');
      expect(field.invalid).to.equal('true');
      expect(field.description).to.contain(told);
    });
  }
});
