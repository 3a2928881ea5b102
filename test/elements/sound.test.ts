import { expect } from '@open-wc/testing';
import { signedOut } from '../support/make-state.ts';
import { find, findAll, mount, settled, type Mounted } from '../support/mount.ts';
import { accessible } from '../support/roles.ts';
import { SOUND } from '../support/sound-states.ts';

const state = (name: keyof typeof SOUND) => (SOUND[name] ?? expect.fail(name))();
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
    expect(findAll(mounted.view, 'gc-ring-switch button')).to.deep.equal([]);
    await mounted.show(state('calls can be heard'));
    expect(await accessible('button', 'Ring tone')).to.have.property('pressed', 'true');
  });

  it('is crossed out where calls are not heard', async () => {
    const mounted = await mount(state('calls can be heard'));
    const lines = () => findAll(mounted.view, 'gc-ring-switch path').length;
    expect(lines()).to.equal(1);
    await mounted.show({ ...state('calls can be heard'), sound: { phase: 'ready', volume: 0 } });
    expect(lines()).to.equal(2);
    for (const name of ['calls are held silent', 'the ring tone is off'] as const) {
      await mounted.show(state(name));
      expect(lines(), name).to.equal(2);
    }
  });

  it('switches the ring tone off, and on again', async () => {
    const mounted = await mount(state('calls can be heard'));
    await press(mounted, 'gc-ring-switch button');
    await mounted.show(state('the ring tone is off'));
    expect(await accessible('button', 'Ring tone')).to.have.property('pressed', 'false');
    await press(mounted, 'gc-ring-switch button');
    expect(mounted.source.intents).to.deep.equal([
      { type: 'preferences', ring: false },
      { type: 'preferences', ring: true },
    ]);
  });
});
