import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { expectAccessible } from '../support/audit.ts';
import { active, signedIn, talking } from '../support/make-state.ts';
import { find, findAll, focused, mount, settled, expectFocused } from '../support/mount.ts';
import type { Mounted } from '../support/mount.ts';
import { accessible, names } from '../support/roles.ts';
import { STATES } from '../support/states.ts';

const state = (name: string) => (STATES[name] ?? expect.fail(`no state ${name}`))();

const open = async ({ view }: Mounted): Promise<void> => {
  find(view, '.pill').click();
  await settled(view);
};
const isOpen = ({ view }: Mounted): boolean => findAll(view, '[role=menu]').length > 0;
const press = async (mounted: Mounted, key: string): Promise<void> => {
  await sendKeys({ press: key });
  await settled(mounted.view);
};
const item = ({ view }: Mounted, text: string): HTMLElement =>
  findAll(view, '[role=menuitem]').find((one) => one.textContent.trim() === text) ??
  expect.fail(`no item ${text}`);

describe('the agent bar', () => {
  it('is accessible, with its menu open', async () => {
    const mounted = await mount(talking([active()]));
    await open(mounted);
    await expectAccessible(mounted.view);
  });

  it('counts the time in state', async () => {
    const mounted = await mount(signedIn());
    expect(find(mounted.view, '.pill gc-timer').shadowRoot?.textContent).to.equal('02:14');
    mounted.clock.forward(3000);
    await settled(mounted.view);
    expect(find(mounted.view, '.pill gc-timer').shadowRoot?.textContent).to.equal('02:17');
  });

  it('opens by ArrowDown and goes round by arrows, Home and End', async () => {
    const mounted = await mount(signedIn());
    find(mounted.view, '.pill').focus();
    await press(mounted, 'ArrowDown');
    expect(focused()?.textContent.trim()).to.equal('Ready');
    await press(mounted, 'ArrowDown');
    expect(focused()?.textContent.trim()).to.equal('Lunch');
    await press(mounted, 'End');
    expect(focused()?.textContent.trim()).to.equal('End of shift');
    await press(mounted, 'ArrowDown');
    expect(focused()?.textContent.trim()).to.equal('Ready');
    await press(mounted, 'ArrowUp');
    expect(focused()?.textContent.trim()).to.equal('End of shift');
    await press(mounted, 'Home');
    expect(focused()?.textContent.trim()).to.equal('Ready');
  });

  it('finds an item by its first letter', async () => {
    const mounted = await mount(signedIn());
    await open(mounted);
    await press(mounted, 't');
    expect(focused()?.textContent.trim()).to.equal('Training');
  });

  it('closes on Escape with the focus back on the state', async () => {
    const mounted = await mount(signedIn());
    await open(mounted);
    await press(mounted, 'Escape');
    expect(isOpen(mounted)).to.equal(false);
    expectFocused(find(mounted.view, '.pill'));
  });

  it('closes when the focus goes elsewhere', async () => {
    const mounted = await mount(signedIn());
    await open(mounted);
    find(mounted.view, 'gc-keypad input').focus();
    await settled(mounted.view);
    expect(isOpen(mounted)).to.equal(false);
  });

  it('makes not ready with the reason that was chosen, by its key', async () => {
    const mounted = await mount(signedIn());
    await open(mounted);
    await press(mounted, 'l');
    await press(mounted, 'Enter');
    expect(mounted.source.intents).to.deep.equal([{ type: 'makeNotReady', reason: '1' }]);
    expect(isOpen(mounted)).to.equal(false);
  });

  it('makes ready, and signs out with a reason', async () => {
    const mounted = await mount(signedIn({ agent: { state: 'NOT_READY', reason: '1' } }));
    await open(mounted);
    item(mounted, 'Ready').click();
    await open(mounted);
    item(mounted, 'End of shift').click();
    expect(mounted.source.intents).to.deep.equal([{ type: 'makeReady' }, { type: 'signOut', reason: '11' }]);
  });

  it('has plain items where GC listed no reasons', async () => {
    const mounted = await mount(signedIn({ reasons: { notReady: [], logout: [], wrapUp: [] } }));
    await open(mounted);
    expect((await names()).filter((name) => name.startsWith('menuitem'))).to.deep.equal([
      'menuitem "Ready"',
      'menuitem "Not ready"',
      'menuitem "Sign out"',
    ]);
    item(mounted, 'Not ready').click();
    expect(mounted.source.intents).to.deep.equal([{ type: 'makeNotReady' }]);
  });

  it('keeps what is off in the menu, reachable, and says why', async () => {
    const mounted = await mount(talking([active()]));
    await open(mounted);
    expect(focused()?.textContent.trim()).to.equal('Ready');
    expect(await accessible('menuitem', 'Ready')).to.include({
      disabled: true,
      description: 'Not possible during a call.',
    });
    item(mounted, 'Ready').click();
    expect(mounted.source.intents).to.deep.equal([]);
    expect(isOpen(mounted)).to.equal(true);
  });

  it('offers ready and not ready after wrap-up, where UCCE has it optional', async () => {
    const mounted = await mount(state('active on UCCE, ready after wrap-up'));
    expect(find(mounted.view, '.pending').textContent).to.equal('Ready after wrap-up');
    await open(mounted);
    const current = findAll(mounted.view, '[aria-current=true]').map((one) => one.textContent.trim());
    expect(current).to.deep.equal(['Ready after wrap-up']);
    item(mounted, 'Not ready after wrap-up').click();
    await open(mounted);
    item(mounted, 'Ready').click();
    expect(mounted.source.intents).to.deep.equal([
      { type: 'makeNotReady', afterWrapUp: true },
      { type: 'makeReady' },
    ]);
  });

  it('says what comes after a wrap-up that ends in ready', async () => {
    const { view } = await mount(state('wrap-up on UCCE, then ready'));
    expect(find(view, '.pending').textContent).to.equal('Ready after wrap-up');
  });

  it('lets nobody leave a wrap-up without the reason that is required', async () => {
    const mounted = await mount(state('wrap-up, reason required'));
    await open(mounted);
    for (const name of ['Ready', 'Lunch']) {
      expect(await accessible('menuitem', name)).to.include({
        disabled: true,
        description: 'The wrap-up needs a reason first.',
      });
    }
    expect((await accessible('menuitem', 'End of shift')).description).to.equal('Go not ready first.');
  });

  it('asks UCCX once per call for not ready', async () => {
    const mounted = await mount(state('active, not ready afterwards'));
    await open(mounted);
    const { disabled, description } = await accessible('menuitem', 'Lunch');
    expect(disabled).to.equal(true);
    expect(description).to.equal('Already asked for: the phone system takes it once per call.');
  });

  it('marks the present reason', async () => {
    const mounted = await mount(signedIn({ agent: { state: 'NOT_READY', reason: '2' } }));
    await open(mounted);
    const current = findAll(mounted.view, '[aria-current=true]').map((one) => one.textContent.trim());
    expect(current).to.deep.equal(['Break']);
  });

  it('shows that a change waits for GC', async () => {
    const waiting = [{ id: 1, command: 'MakeReady', subject: '1001', sentAt: 0, blocks: true }] as const;
    const mounted = await mount(signedIn({ agent: { state: 'NOT_READY' }, waiting }));
    expect(find(mounted.view, '.pill').getAttribute('aria-busy')).to.equal('true');
    expect(findAll(mounted.view, '.pill [data-icon=wait]')).to.have.length(1);
  });

  it('says what comes after the call', async () => {
    const { view } = await mount(talking([active()], { agent: { pending: 'NOT_READY' } }));
    expect(find(view, '.pending').textContent).to.equal('Not ready after this call');
  });

  it('shortens a long reason, never its mark, its words or its time', async () => {
    const { view } = await mount(
      signedIn({
        agent: { state: 'NOT_READY', reason: '1' },
        reasons: {
          notReady: [{ key: '1', label: 'Annual data-protection training, second part' }],
          logout: [],
          wrapUp: [],
        },
      }),
      { width: 240 },
    );
    const pill = find(view, '.pill').getBoundingClientRect();
    for (const part of ['.mark', '.words', 'gc-timer']) {
      const box = find(view, `.pill ${part}`);
      const { left, right } = box.getBoundingClientRect();
      expect(left >= pill.left && right <= pill.right, part).to.equal(true);
      expect(box.scrollWidth, part).to.be.at.most(box.clientWidth + 1);
    }
    const reason = find(view, '.reason');
    expect(reason.scrollWidth).to.be.above(reason.clientWidth);
  });

  it('gives every state of other meaning another mark', async () => {
    const marks = new Map<string, string>();
    const mounted = await mount(signedIn());
    for (const state of ['READY', 'NOT_READY', 'RESERVED', 'TALKING', 'HOLD', 'WORK', 'UNKNOWN'] as const) {
      await mounted.show(signedIn({ agent: { state } }));
      marks.set(find(mounted.view, '.pill .mark path').getAttribute('d') ?? '', state);
    }
    expect(marks.size).to.equal(7);
  });
});
