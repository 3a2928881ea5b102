import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { COMBINATIONS } from '../../src/ui/shortcuts.ts';
import { expectAccessible } from '../support/audit.ts';
import { PREFERENCES, signedIn } from '../support/make-state.ts';
import { expectFocused, find, findAll, mount, settled, type Mounted } from '../support/mount.ts';
import { names } from '../support/roles.ts';
import { SETTINGS } from '../support/settings-states.ts';

const state = (name: keyof typeof SETTINGS) => (SETTINGS[name] ?? expect.fail(name))();

describe('the keyboard shortcuts', () => {
  const keys = ({ view }: Mounted, name: string): HTMLElement =>
    find(view, `gc-settings [data-shortcut=${name}]`);
  const problem = ({ view }: Mounted): string =>
    findAll(view, 'gc-settings-shortcuts .problem')
      .map((one) => one.textContent)
      .join();
  const pressAll = async (...all: readonly string[]): Promise<void> => {
    for (const key of all) await sendKeys({ down: key });
    for (const key of all.toReversed()) await sendKeys({ up: key });
  };

  it('are accessible while new keys are waited for, and when they are refused', async () => {
    const mounted = await mount(state('settings'));
    keys(mounted, 'answer').focus();
    keys(mounted, 'answer').click();
    await settled(mounted.view);
    await expectAccessible(mounted.view);
    await pressAll('Shift', 'KeyL');
    await settled(mounted.view);
    await expectAccessible(mounted.view);
  });

  it('are changed by pressing the new keys', async () => {
    const mounted = await mount(state('settings'));
    keys(mounted, 'answer').click();
    await settled(mounted.view);
    keys(mounted, 'answer').focus();
    expect(keys(mounted, 'answer').textContent.trim()).to.equal('Press the new keys…');
    await pressAll('Control', 'Shift', 'KeyL');
    const combinations = { ...COMBINATIONS, answer: 'Ctrl+Shift+KeyL' };
    expect(mounted.source.intents).to.deep.equal([{ type: 'preferences', combinations }]);
    await mounted.show(signedIn({ preferences: { ...PREFERENCES, combinations } }));
    expect(keys(mounted, 'answer').textContent.replace(/\s/g, '')).to.equal('CtrlShiftL');
    expectFocused(keys(mounted, 'answer'));
  });

  for (const [all, words] of [
    [['Alt', 'Shift', 'KeyE'], '“End” has this combination. Choose another one.'],
    [['Shift', 'KeyL'], 'Hold Alt and Shift with it'],
    [['Alt', 'KeyL'], 'Hold Alt and Shift with it'],
    [['KeyL'], 'Hold Alt and Shift with it'],
    [['Control', 'Alt', 'KeyL'], 'Ctrl and Alt together type characters'],
    [['Control', 'Shift', 'KeyN'], 'The browser keeps this combination for itself.'],
    [['Alt', 'Shift', 'Enter'], 'Use a letter, a digit or a function key.'],
  ] as const) {
    it(`refuse ${all.join('+')}, and say why`, async () => {
      const mounted = await mount(state('settings'));
      keys(mounted, 'answer').focus();
      keys(mounted, 'answer').click();
      await settled(mounted.view);
      await pressAll(...all);
      await settled(mounted.view);
      expect(problem(mounted)).to.contain(words);
      expect(mounted.source.intents).to.deep.equal([]);
      // It still listens.
      await pressAll('Alt', 'Shift', 'Digit9');
      expect(mounted.source.intents).to.have.length(1);
    });
  }

  it('stay as they are with Escape, and when the focus goes elsewhere', async () => {
    const mounted = await mount(state('settings'));
    for (const leave of ['Escape', 'Tab']) {
      keys(mounted, 'end').focus();
      keys(mounted, 'end').click();
      await settled(mounted.view);
      await sendKeys({ press: leave });
      await settled(mounted.view);
      expect(keys(mounted, 'end').textContent.replace(/\s/g, '')).to.equal('AltShiftE');
    }
    expect(findAll(mounted.view, 'gc-settings')).to.have.length(1);
    expect(mounted.source.intents).to.deep.equal([]);
  });

  it('are reset, one or all, unless another one has its keys', async () => {
    const mounted = await mount(state('settings, much changed'));
    const { combinations } = mounted.source.state.preferences ?? expect.fail();
    expect(await names()).to.include.members(['button "Reset: Answer"', 'button "Reset: Hold or resume"']);
    find(mounted.view, 'gc-settings-shortcuts .reset').click();
    find(mounted.view, 'gc-settings-shortcuts .actions button').click();
    expect(mounted.source.intents).to.deep.equal([
      { type: 'preferences', combinations: { ...combinations, answer: COMBINATIONS.answer } },
      { type: 'preferences', combinations: COMBINATIONS },
    ]);
    const swapped = { ...COMBINATIONS, answer: 'Alt+Shift+KeyE', end: 'Alt+Shift+KeyA' };
    await mounted.show(signedIn({ preferences: { ...PREFERENCES, combinations: swapped } }));
    find(mounted.view, 'gc-settings-shortcuts .reset').click();
    await settled(mounted.view);
    expect(problem(mounted)).to.contain('“End” has this combination.');
    expect(mounted.source.intents).to.have.length(2);
  });

  it('are switched off', async () => {
    const mounted = await mount(state('settings'));
    find(mounted.view, 'gc-settings-shortcuts input').click();
    expect(mounted.source.intents).to.deep.equal([{ type: 'preferences', shortcuts: false }]);
    await mounted.show(state('settings, without shortcuts'));
    expect(findAll(mounted.view, 'gc-settings-shortcuts li')).to.deep.equal([]);
  });
});
