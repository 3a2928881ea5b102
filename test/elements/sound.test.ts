import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { clipped, expectAccessible, overflows, smallTargets } from '../support/audit.ts';
import { signedOut } from '../support/make-state.ts';
import { deep, expectFocused, find, findAll, mount, settled, type Mounted } from '../support/mount.ts';
import { accessible } from '../support/roles.ts';
import { SOUND } from '../support/sound-states.ts';

const state = (name: keyof typeof SOUND) => (SOUND[name] ?? expect.fail(name))();
const bell = ({ view }: Mounted): HTMLElement => find(view, 'gc-ring-menu button');
const openMenu = async (mounted: Mounted): Promise<HTMLElement> => {
  bell(mounted).click();
  await settled(mounted.view);
  return find(mounted.view, 'gc-ring-menu .menu');
};
const press = async (mounted: Mounted, selector: string): Promise<void> => {
  find(mounted.view, selector).click();
  await settled(mounted.view);
};

describe('the strip over a ring tone that is held silent', () => {
  for (const [name, words] of [
    ['calls are held silent', 'The browser keeps calls silent until you click here once.'],
    ['a call rings in silence', 'The browser keeps calls silent until you click here once.'],
    ['calls stay silent after the click', 'Still no sound. Allow sound for this site in the browser'],
  ] as const) {
    it(`says so where ${name}, with the button that unlocks it`, async () => {
      const mounted = await mount(state(name));
      expect(find(mounted.view, 'gc-sound-locked p').textContent).to.contain(words);
      await press(mounted, 'gc-sound-locked button');
      expect(mounted.source.intents).to.deep.equal([{ type: 'unlockSound' }]);
    });
  }

  it('is not there where calls are heard, switched off, or nobody is signed in', async () => {
    const mounted = await mount(state('calls can be heard'));
    const { sound } = state('calls are held silent');
    for (const one of [
      state('calls can be heard'),
      state('the ring tone is off'),
      { ...signedOut(), ...(sound && { sound }) },
    ]) {
      await mounted.show(one);
      expect(findAll(mounted.view, 'gc-sound-locked *')).to.deep.equal([]);
    }
  });

  it('is read out politely when it comes', async () => {
    const { view } = await mount(state('calls can be heard'));
    expect(find(view, 'gc-sound-locked').getAttribute('aria-live')).to.equal('polite');
  });
});

describe('the bell', () => {
  it('is there once there is a ring tone', async () => {
    const mounted = await mount(signedOut());
    expect(findAll(mounted.view, 'gc-ring-menu button')).to.deep.equal([]);
    await mounted.show(state('calls can be heard'));
    expect(await accessible('button', 'Ring tone')).to.have.property('expanded', false);
  });

  it('is crossed out where calls are not heard', async () => {
    const mounted = await mount(state('calls can be heard'));
    const lines = () => findAll(mounted.view, 'gc-ring-menu path').length;
    expect(lines()).to.equal(1);
    await mounted.show({ ...state('calls can be heard'), sound: { phase: 'ready', volume: 0 } });
    expect(lines()).to.equal(2);
    for (const name of ['calls are held silent', 'the ring tone is off'] as const) {
      await mounted.show(state(name));
      expect(lines(), name).to.equal(2);
    }
  });

  it('opens what can be chosen, and says what was', async () => {
    const mounted = await mount(state('calls can be heard'));
    await openMenu(mounted);
    await press(mounted, '.menu input[type="checkbox"]');
    const volume = find<HTMLInputElement>(mounted.view, 'input[type="range"]');
    volume.focus();
    await sendKeys({ press: 'ArrowRight' });
    await press(mounted, '.menu button');
    const [, notify] = findAll(mounted.view, '.menu input[type="checkbox"]');
    notify?.click();
    expect(mounted.source.intents).to.deep.equal([
      { type: 'preferences', ring: false },
      { type: 'preferences', volume: 0.65 },
      { type: 'unlockSound' },
      { type: 'preferences', notify: false },
    ]);
  });

  it('offers notifications where the page may have them alone, and says why not', async () => {
    const mounted = await mount(state('the ring tone is off'));
    await openMenu(mounted);
    const boxes = () => findAll<HTMLInputElement>(mounted.view, '.menu input[type="checkbox"]');
    expect(boxes().map(({ checked }) => checked)).to.deep.equal([false]);
    expect(find<HTMLInputElement>(mounted.view, 'input[type="range"]').disabled).to.equal(true);
    await mounted.show(state('calls stay silent after the click'));
    expect(boxes().map(({ disabled }) => disabled)).to.deep.equal([false, true]);
    const { description } = await accessible('checkbox', 'Notifications');
    expect(description).to.match(/^The browser shows none of this page/);
  });

  it('closes with Escape, which gives the focus back, and when the focus goes elsewhere', async () => {
    const mounted = await mount(state('calls can be heard'));
    await openMenu(mounted);
    find(mounted.view, 'input[type="range"]').focus();
    await sendKeys({ press: 'Escape' });
    await settled(mounted.view);
    expect(findAll(mounted.view, '.menu')).to.deep.equal([]);
    expectFocused(bell(mounted));
    await openMenu(mounted);
    find(mounted.view, 'input[type="range"]').focus();
    find(mounted.view, 'gc-status-line button[title^="Check"]').focus();
    await settled(mounted.view);
    expect(findAll(mounted.view, '.menu')).to.deep.equal([]);
  });

  for (const name of Object.keys(SOUND)) {
    for (const [width, language] of [
      [240, 'de'],
      [320, 'ar'],
      [480, 'en'],
    ] as const) {
      it(`fits ${width} px in ${language}, opened where “${name}”`, async () => {
        const mounted = await mount(state(name), { width, language });
        const menu = await openMenu(mounted);
        await expectAccessible(mounted.view);
        expect(overflows(mounted.view)).to.deep.equal([]);
        expect(smallTargets(mounted.view)).to.deep.equal([]);
        expect(clipped(mounted.view)).to.deep.equal([]);
        const [inner, outer] = [menu.getBoundingClientRect(), mounted.view.getBoundingClientRect()];
        expect(inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top).to.equal(
          true,
        );
      });
    }
  }

  it('has no words of its own', async () => {
    const mounted = await mount(state('calls stay silent after the click'), { language: 'xx' });
    const menu = await openMenu(mounted);
    const texts = [...deep(menu)].map(({ textContent }) => textContent.trim()).filter((text) => text !== '');
    expect(texts.filter((text) => !text.startsWith('⟦'))).to.deep.equal([]);
  });
});
