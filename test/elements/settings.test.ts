import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import sinon from 'sinon';
import { LANGUAGES } from '../../src/ui/languages.ts';
import { clipped, expectAccessible, overflows, smallTargets } from '../support/audit.ts';
import { PREFERENCES, active, reserved, signedIn, signedOut, talking } from '../support/make-state.ts';
import {
  expectFocused,
  find,
  findAll,
  mount,
  openSettings,
  settled,
  type Mounted,
} from '../support/mount.ts';
import { accessible, names } from '../support/roles.ts';
import { SETTINGS } from '../support/settings-states.ts';

const state = (name: keyof typeof SETTINGS) => (SETTINGS[name] ?? expect.fail(name))();
const gear = ({ view }: Mounted): HTMLElement => find(view, 'gc-status-line [aria-haspopup=dialog]');
const select = ({ view }: Mounted, id: string): HTMLSelectElement => find(view, `gc-settings #${id}`);
const choose = (field: HTMLSelectElement, value: string): void => {
  field.value = value;
  field.dispatchEvent(new Event('change'));
};
const isThere = ({ view }: Mounted): boolean =>
  findAll(view, 'gc-settings').some((one) => one.getClientRects().length > 0);

describe('the settings', () => {
  for (const [name, make] of Object.entries(SETTINGS)) {
    it(`are accessible: “${name}”`, async () => {
      const { view } = await mount(make());
      await expectAccessible(view);
    });
    for (const [width, language] of [
      [240, 'de'],
      [320, 'ar'],
      [480, 'en'],
    ] as const) {
      it(`fit ${width} px in ${language}: “${name}”`, async () => {
        const { view } = await mount(make(), { width, language });
        expect(overflows(view)).to.deep.equal([]);
        expect(smallTargets(view)).to.deep.equal([]);
        expect(clipped(view)).to.deep.equal([]);
      });
    }
  }

  it('are a dialog with everything in it', async () => {
    await mount(state('settings'));
    expect(await names()).to.include.members([
      'dialog "Settings"',
      'heading "Settings"',
      'button "Close"',
      'combobox "Language"',
      'combobox "Theme"',
      'group "Incoming calls"',
      'checkbox "Ring when a call comes in"',
      'slider "Volume"',
      'button "Try it"',
      'checkbox "Notifications"',
      'group "Keyboard shortcuts"',
      'checkbox "Use keyboard shortcuts"',
      'button "Answer Alt+Shift+A"',
      'button "Check this setup"',
      'button "Download diagnostics"',
    ]);
  });

  it('take the place of the work, and the focus, and give both back: Close, Escape, and the button again', async () => {
    const mounted = await mount(signedIn());
    for (const leave of [
      async () => find(mounted.view, 'gc-settings .head button').click(),
      () => sendKeys({ press: 'Escape' }),
      async () => gear(mounted).click(),
    ]) {
      gear(mounted).focus();
      await openSettings(mounted.view);
      expectFocused(find(mounted.view, 'gc-settings h2'));
      expect(findAll(mounted.view, 'gc-work')).to.deep.equal([]);
      await leave();
      await settled(mounted.view);
      expect(findAll(mounted.view, 'gc-settings')).to.deep.equal([]);
      expect(findAll(mounted.view, 'gc-work')).to.have.length(1);
    }
    await openSettings(mounted.view);
    await sendKeys({ press: 'Escape' });
    expectFocused(gear(mounted));
  });

  it('have what was kept read where nobody has signed in yet', async () => {
    const { preferences: _preferences, ...bare } = signedOut();
    const mounted = await mount(bare);
    await openSettings(mounted.view);
    expect(mounted.source.intents).to.deep.equal([{ type: 'preferences' }]);
    expect(findAll(mounted.view, 'gc-settings select')).to.deep.equal([]);
    await mounted.show(signedOut());
    expect(findAll(mounted.view, 'gc-settings select')).to.have.length(2);
  });

  it('give way to a call, and come back after it', async () => {
    const mounted = await mount(state('settings'));
    await mounted.show(reserved());
    expect(isThere(mounted)).to.equal(false);
    expect(await names()).to.include('alertdialog "Incoming call from Maria Sørensen"');
    await mounted.show(signedIn());
    expect(isThere(mounted)).to.equal(true);
    expect(findAll(mounted.view, 'gc-work')).to.deep.equal([]);
  });

  it('are short during a call, below it, with the diagnostics; and go with it', async () => {
    const mounted = await mount(talking([active()]));
    await openSettings(mounted.view);
    expect(await names()).to.include.members([
      'dialog "Settings"',
      'button "Download diagnostics"',
      'button "End"',
    ]);
    expect(findAll(mounted.view, 'gc-settings select')).to.deep.equal([]);
    await mounted.show(signedIn());
    expect(findAll(mounted.view, 'gc-settings')).to.deep.equal([]);
  });

  it('that a call has hidden can be asked for during it', async () => {
    const mounted = await mount(state('settings'));
    await mounted.show(talking([active()]));
    gear(mounted).click();
    await settled(mounted.view);
    expect(isThere(mounted)).to.equal(true);
    expectFocused(find(mounted.view, 'gc-settings h2'));
  });

  it('say so when they cannot be fetched', async () => {
    const mounted = await mount(signedIn());
    const panel = find(mounted.view, 'gc-panel');
    Object.assign(panel, { settings: 'failed' });
    await settled(mounted.view);
    expect(find(panel, '[role=alert]').textContent).to.contain('This could not be loaded.');
  });
});

describe('the language', () => {
  it('is one of those that there are, in its own words, or the browser’s', async () => {
    const mounted = await mount(state('settings'));
    const { options } = select(mounted, 'language');
    expect([...options].map(({ value }) => value)).to.deep.equal(['auto', ...LANGUAGES]);
    expect([...options].map((one) => one.text.trim())).to.deep.equal([
      'As the browser has it',
      'English',
      'Deutsch',
      'العربية',
    ]);
    expect(select(mounted, 'language').value).to.equal('en');
    await mounted.show(signedIn({ preferences: { ...PREFERENCES, language: 'de-AT' } }));
    expect(select(mounted, 'language').value).to.equal('de');
  });

  it('is shown at once, the direction too, and kept', async () => {
    const mounted = await mount(state('settings'));
    choose(select(mounted, 'language'), 'ar');
    await waitUntil(() => mounted.source.intents.length > 0);
    expect(mounted.source.intents).to.deep.equal([{ type: 'preferences', language: 'ar' }]);
    await settled(mounted.view);
    expect(find(mounted.view, 'section').dir).to.equal('rtl');
    expect(find(mounted.view, 'gc-settings h2').textContent).to.equal('الإعدادات');
  });

  it('stays as it was where its texts cannot be fetched, and that is said', async () => {
    const mounted = await mount(state('settings'));
    const offline = sinon.stub(window, 'fetch').rejects(new TypeError('offline'));
    try {
      choose(select(mounted, 'language'), 'de');
      await waitUntil(() => findAll(mounted.view, 'gc-settings #missing').length > 0);
    } finally {
      offline.restore();
    }
    expect(mounted.source.intents).to.deep.equal([]);
    expect(select(mounted, 'language').value).to.equal('en');
    const { description } = await accessible('combobox', 'Language');
    expect(description).to.match(/^The texts of this language could not be fetched/);
    choose(select(mounted, 'language'), 'de');
    await waitUntil(() => mounted.source.intents.length > 0);
    expect(findAll(mounted.view, 'gc-settings #missing')).to.deep.equal([]);
  });
});

describe('the theme', () => {
  it('is chosen', async () => {
    const mounted = await mount(state('settings, much changed'));
    expect(select(mounted, 'theme').value).to.equal('contrast');
    choose(select(mounted, 'theme'), 'dark');
    expect(mounted.source.intents).to.deep.equal([{ type: 'preferences', theme: 'dark' }]);
  });

  it('and the look are put on at once, and taken off', async () => {
    const { view } = await mount(signedIn());
    const accent = (): string => getComputedStyle(view).getPropertyValue('--_accent').trim();
    const own = accent();
    const seen = new Set([own]);
    for (const [look, theme] of [
      ['lightning', 'light'],
      ['finesse', 'light'],
      ['neutral', 'contrast'],
      ['finesse', 'dark'],
    ] as const) {
      const before = accent();
      Object.assign(view, { look, theme });
      await waitUntil(() => accent() !== before);
      expect(seen.has(accent()), `${look} ${theme}`).to.equal(false);
      seen.add(accent());
    }
    Object.assign(view, { look: 'neutral', theme: 'light' });
    await waitUntil(() => accent() === own);
  });

  it('leaves what the page has set', async () => {
    const { view } = await mount(signedIn(), { look: 'lightning' });
    view.style.setProperty('--gc-accent', 'rgb(1, 2, 3)');
    expect(getComputedStyle(view).getPropertyValue('--_accent').trim()).to.equal('rgb(1, 2, 3)');
  });
});

describe('the ring tone', () => {
  it('is switched, set and tried', async () => {
    const mounted = await mount(state('settings'));
    const [ring, notify] = findAll(mounted.view, 'gc-settings-ring input[type="checkbox"]');
    ring?.click();
    find(mounted.view, 'gc-settings-ring input[type="range"]').focus();
    await sendKeys({ press: 'ArrowRight' });
    find(mounted.view, 'gc-settings-ring button').click();
    notify?.click();
    expect(mounted.source.intents).to.deep.equal([
      { type: 'preferences', ring: false },
      { type: 'preferences', volume: 0.65 },
      { type: 'unlockSound' },
      { type: 'preferences', notify: false },
    ]);
  });

  it('offers notifications only where the page may have them, and says why not', async () => {
    const mounted = await mount(state('settings, much changed'));
    const { description } = await accessible('checkbox', 'Notifications');
    expect(description).to.match(/^The browser shows none of this page/);
    await mounted.show(signedIn({ sound: { phase: 'ready', volume: 0.6 } }));
    expect(await names()).not.to.include('checkbox "Notifications"');
    await mounted.show(signedIn());
    expect(findAll(mounted.view, 'gc-settings-ring input')).to.deep.equal([]);
  });
});
