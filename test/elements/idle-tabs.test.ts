import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { expectAccessible } from '../support/audit.ts';
import { NOW, active, signedIn, talking } from '../support/make-state.ts';
import { expectFocused, find, findAll, mount, settled, type Mounted } from '../support/mount.ts';
import { recentCall } from '../support/people-states.ts';

const tab = ({ view }: Mounted, name: string): HTMLElement => find(view, `gc-idle-tabs #${name}`);
const chosen = ({ view }: Mounted): string[] =>
  findAll(view, '[role="tab"][aria-selected="true"]').map(({ id }) => id);
const isSeen = (element: Element | undefined): boolean => (element?.getClientRects().length ?? 0) > 0;

describe('the tabs of an idle agent', () => {
  it('are called Keypad, Directory and Recent, in a list called Softphone', async () => {
    const { view } = await mount(signedIn());
    await expectAccessible(view);
    expect(find(view, '[role="tablist"]').getAttribute('aria-label')).to.equal('Softphone');
    expect(findAll(view, '[role="tab"]').map((one) => one.textContent.trim())).to.deep.equal([
      'Keypad',
      'Directory',
      'Recent',
    ]);
  });

  it('show one panel at a time', async () => {
    const mounted = await mount(signedIn());
    const { view } = mounted;
    const seen = (): string[] =>
      ['gc-keypad', 'gc-directory', 'gc-recent-calls'].filter((tag) => isSeen(findAll(view, tag)[0]));
    expect(seen()).to.deep.equal(['gc-keypad']);
    tab(mounted, 'directory').click();
    await settled(view);
    expect(seen()).to.deep.equal(['gc-directory']);
    tab(mounted, 'recent').click();
    await settled(view);
    expect(seen()).to.deep.equal(['gc-recent-calls']);
    expect(find(view, '[role="tabpanel"]').getAttribute('aria-labelledby')).to.equal('recent');
  });

  for (const [language, next, previous] of [
    ['en', 'ArrowRight', 'ArrowLeft'],
    ['ar', 'ArrowLeft', 'ArrowRight'],
  ] as const) {
    it(`are walked by arrows, Home and End in ${language}`, async () => {
      const mounted = await mount(signedIn(), { language });
      tab(mounted, 'keypad').focus();
      for (const [press, to] of [
        [next, 'directory'],
        [next, 'recent'],
        [next, 'keypad'],
        [previous, 'recent'],
        ['Home', 'keypad'],
        ['End', 'recent'],
      ] as const) {
        await sendKeys({ press });
        await settled(mounted.view);
        expect(chosen(mounted), press).to.deep.equal([to]);
        expectFocused(tab(mounted, to));
      }
      expect(findAll(mounted.view, '[role="tab"][tabindex="0"]')).to.have.length(1);
    });
  }

  it('give way to a call, and are as they were afterwards', async () => {
    const mounted = await mount(signedIn());
    tab(mounted, 'recent').click();
    await settled(mounted.view);
    await mounted.show(talking([active()]));
    expect(isSeen(find(mounted.view, 'gc-idle-tabs'))).to.equal(false);
    await mounted.show(signedIn());
    expect(chosen(mounted)).to.deep.equal(['recent']);
  });

  it('turn to the keypad by its shortcut', async () => {
    const mounted = await mount(signedIn());
    tab(mounted, 'directory').click();
    await settled(mounted.view);
    tab(mounted, 'directory').focus();
    await sendKeys({ down: 'Alt' });
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'KeyK' });
    await sendKeys({ up: 'Shift' });
    await sendKeys({ up: 'Alt' });
    expect(chosen(mounted)).to.deep.equal(['keypad']);
    expectFocused(find(mounted.view, 'gc-keypad input'));
  });

  it('count the calls missed since the list was looked at', async () => {
    const mounted = await mount(signedIn());
    const missed = recentCall({ key: '1', missed: true, seconds: 0, at: NOW + 1000 });
    await mounted.show(signedIn({ recent: [missed, recentCall({ key: '2', at: NOW + 2000 })] }));
    expect(tab(mounted, 'recent').textContent.replace(/\s+/g, ' ').trim()).to.equal('Recent 1 1 missed call');
    mounted.clock.forward(5000);
    tab(mounted, 'recent').click();
    await settled(mounted.view);
    expect(tab(mounted, 'recent').textContent.trim()).to.equal('Recent');
    tab(mounted, 'keypad').click();
    await settled(mounted.view);
    expect(tab(mounted, 'recent').textContent.trim()).to.equal('Recent');
  });

  it('do not count what was missed before this page', async () => {
    const mounted = await mount(signedIn({ recent: [recentCall({ missed: true })] }));
    expect(tab(mounted, 'recent').textContent.trim()).to.equal('Recent');
  });
});

describe('before the tabs are fetched', () => {
  it('the keypad stands there alone, and dials', async () => {
    // Its name is known once the file has come; until then the browser shows what is inside.
    const { view } = await mount(signedIn());
    const keypad = find(view, 'gc-keypad');
    expect(keypad.parentElement?.localName).to.equal('gc-idle-tabs');
    expect(keypad.assignedSlot?.hasAttribute('hidden')).to.equal(false);
  });
});
