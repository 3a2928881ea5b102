import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { defineElements } from '../../src/define.ts';
import { COMBINATIONS } from '../../src/ui/shortcuts.ts';
import { expectAccessible } from '../support/audit.ts';
import {
  PREFERENCES,
  active,
  dialing,
  held,
  reserved,
  signedIn,
  signedOut,
  talking,
  wrappingUp,
} from '../support/make-state.ts';
import { find, findAll, focused, mount, settled, expectFocused } from '../support/mount.ts';
import type { Mounted } from '../support/mount.ts';
import { STATES } from '../support/states.ts';

const state = (name: string) => (STATES[name] ?? expect.fail(`no state ${name}`))();
const texts = ({ view }: Mounted, selector: string): (string | undefined)[] =>
  findAll(view, selector).map((one) => one.textContent.replace(/\s+/g, ' ').trim());
const shortcut = async (mounted: Mounted, letter: string): Promise<void> => {
  await sendKeys({ down: 'Alt' });
  await sendKeys({ down: 'Shift' });
  await sendKeys({ press: `Key${letter}` });
  await sendKeys({ up: 'Shift' });
  await sendKeys({ up: 'Alt' });
  await settled(mounted.view);
};

describe('the panel', () => {
  it('is accessible', async () => {
    const { view } = await mount(state('missed call'));
    await expectAccessible(view);
  });

  it('says the latest message, and how the connection is where there is none', async () => {
    const mounted = await mount(signedIn());
    expect(texts(mounted, '[role=status]')).to.deep.equal(['Connected']);
    await mounted.show(state('incoming'));
    expect(texts(mounted, '[role=status]')).to.deep.equal(['Maria Sørensen opened by rule 2: callVariable2']);
    await mounted.show(signedOut({ service: { phase: 'connecting' } }));
    expect(texts(mounted, '[role=status]')).to.deep.equal(['Connecting…']);
  });

  it('shows a banner while GC is out of reach, with the call', async () => {
    const mounted = await mount(state('reconnecting in mid-call'));
    expect(texts(mounted, '.banner')).to.deep.equal(['Reconnecting Your call goes on.']);
    expect(findAll(mounted.view, 'gc-call-card')).to.have.length(1);
  });

  it('keeps alerts until they are dismissed', async () => {
    const mounted = await mount(state('command without answer'));
    expect(texts(mounted, '[role=alert]')).to.deep.equal([
      'The phone system did not answer to “Call”. Look at the state shown, then try again.',
    ]);
    find(mounted.view, 'gc-alerts button').click();
    expect(mounted.source.intents).to.deep.equal([{ type: 'dismiss', notice: 7 }]);
  });

  it('offers to be ready again after a missed call', async () => {
    const mounted = await mount(state('missed call'));
    find(mounted.view, 'gc-alerts button').click();
    expect(mounted.source.intents).to.deep.equal([{ type: 'makeReady' }, { type: 'dismiss', notice: 7 }]);
    await mounted.show(signedIn({ alerts: state('missed call').alerts }));
    expect(texts(mounted, 'gc-alerts button'), 'ready already').to.have.length(1);
  });

  it('names the reason of a sign-out, the system’s or the administrator’s', async () => {
    const mounted = await mount(state('signed out by a supervisor'));
    expect(texts(mounted, '[role=alert]')).to.deep.equal(['You were signed out: Signed out by supervisor']);
    const problem = {
      id: 1,
      level: 'alert',
      key: 'notice.signedOutReason',
      values: { reason: 'logout:99' },
    } as const;
    const form = signedOut().signIn;
    if (form.phase === 'signedOut') await mounted.show(signedOut({ signIn: { ...form, problem } }));
    expect(texts(mounted, '[role=alert]')).to.deep.equal(['You were signed out: 99']);
  });

  it('asks to be used here after the session went elsewhere', async () => {
    const mounted = await mount(state('invalidated'));
    find(mounted.view, 'gc-panel button').click();
    expect(mounted.source.intents).to.deep.equal([{ type: 'useHere' }]);
  });

  it('says that it is in use in another tab', async () => {
    const mounted = await mount(state('waiting for another tab'));
    expect(texts(mounted, '.message h2')).to.deep.equal(['In use in another tab']);
  });

  it('shows words in another language as soon as it is chosen', async () => {
    const mounted = await mount(signedIn());
    await mounted.i18n.use('de');
    await settled(mounted.view);
    expect(find(mounted.view, 'section').getAttribute('lang')).to.equal('de');
    expect(find(mounted.view, '.pill .words').textContent).to.equal('Bereit');
  });

  it('mirrors for a right-to-left language', async () => {
    const { view } = await mount(signedIn(), { language: 'ar' });
    const pill = find(view, '.pill').getBoundingClientRect();
    const agent = find(view, '.agent').getBoundingClientRect();
    expect(pill.left).to.be.above(agent.left);
  });

  it('follows the theme', async () => {
    const { view } = await mount(signedIn(), { theme: 'dark' });
    const background = (): string => getComputedStyle(view).backgroundColor;
    const dark = background();
    view.theme = 'light';
    await settled(view);
    expect(background()).to.not.equal(dark);
  });

  it('takes a page’s own colours and sizes', async () => {
    const { view } = await mount(state('invalidated'));
    view.style.setProperty('--gc-accent', 'rgb(1, 2, 3)');
    view.style.setProperty('--gc-radius', '3px');
    const { backgroundColor, borderRadius } = getComputedStyle(find(view, 'button.primary'));
    expect([backgroundColor, borderRadius]).to.deep.equal(['rgb(1, 2, 3)', '3px']);
  });

  it('stops listening and ticking when it leaves the page', async () => {
    const { view, source, clock } = await mount(talking([active()]));
    expect(source.listening).to.be.above(0);
    expect(clock.running).to.equal(true);
    const place = view.parentElement ?? expect.fail();
    view.remove();
    expect(source.listening).to.equal(0);
    expect(clock.running).to.equal(false);
    place.append(view);
    await settled(view);
    source.set(talking([held()]));
    await settled(view);
    expect(findAll(view, '[data-button=resume]')).to.have.length(1);
    expect(clock.running).to.equal(true);
  });

  it('renders only what changed', async () => {
    const { view, source } = await mount(talking([active()]));
    const bar = find<HTMLElementTagNameMap['gc-agent-bar']>(view, 'gc-agent-bar');
    let renders = 0;
    bar.addController({ hostUpdated: () => (renders += 1) });
    source.set({ ...source.state, nextId: source.state.nextId + 1, calls: [held()] });
    await settled(view);
    expect(renders).to.equal(0);
  });

  it('is registered once, however often that is asked', () => {
    expect(() => defineElements()).to.not.throw();
  });
});

describe('keyboard shortcuts', () => {
  const call = active().key;

  it('answer, hold, resume and end', async () => {
    const mounted = await mount(reserved());
    await shortcut(mounted, 'A');
    expect(mounted.source.intents, 'too soon').to.deep.equal([]);
    mounted.clock.forward(500);
    await shortcut(mounted, 'A');
    await mounted.show(talking([active()]));
    mounted.clock.forward(500);
    await shortcut(mounted, 'H');
    await shortcut(mounted, 'E');
    await mounted.show(talking([held()]));
    await shortcut(mounted, 'H');
    expect(mounted.source.intents.map(({ type }) => type)).to.deep.equal(['answer', 'hold', 'end', 'resume']);
    expect(mounted.source.intents[0]).to.deep.equal({ type: 'answer', call });
  });

  it('end a call that is being dialled', async () => {
    const mounted = await mount(talking([dialing()]));
    mounted.clock.forward(500);
    await shortcut(mounted, 'E');
    expect(mounted.source.intents.map(({ type }) => type)).to.deep.equal(['end']);
  });

  it('make ready, and open the reasons for not ready', async () => {
    const mounted = await mount(signedIn({ agent: { state: 'NOT_READY' } }));
    await shortcut(mounted, 'R');
    expect(mounted.source.intents).to.deep.equal([{ type: 'makeReady' }]);
    await shortcut(mounted, 'N');
    expect(focused()?.textContent.trim()).to.equal('Lunch');
  });

  it('make not ready at once where there are no reasons, and nothing that is not allowed', async () => {
    const mounted = await mount(signedIn({ reasons: { notReady: [], logout: [], wrapUp: [] } }));
    await shortcut(mounted, 'N');
    await shortcut(mounted, 'R');
    expect(mounted.source.intents).to.deep.equal([{ type: 'makeNotReady' }]);
  });

  it('go to the keypad', async () => {
    const mounted = await mount(signedIn());
    await shortcut(mounted, 'K');
    expectFocused(find(mounted.view, 'gc-keypad input'));
  });

  it('do nothing while somebody types', async () => {
    const mounted = await mount(talking([active()]));
    mounted.clock.forward(500);
    find(mounted.view, 'textarea').focus();
    await shortcut(mounted, 'E');
    expect(mounted.source.intents.filter(({ type }) => type === 'end')).to.deep.equal([]);
  });

  it('do nothing while something else on the page has the focus', async () => {
    const mounted = await mount(talking([active()]));
    mounted.clock.forward(500);
    const other = document.createElement('button');
    document.body.append(other);
    other.focus();
    await shortcut(mounted, 'E');
    other.remove();
    expect(mounted.source.intents).to.deep.equal([]);
  });

  it('are those that the agent has chosen', async () => {
    const combinations = { ...COMBINATIONS, ready: 'Alt+Shift+KeyA', answer: 'Alt+Shift+KeyR' };
    const mounted = await mount(
      signedIn({ agent: { state: 'NOT_READY' }, preferences: { ...PREFERENCES, combinations } }),
    );
    await shortcut(mounted, 'R');
    expect(mounted.source.intents).to.deep.equal([]);
    await shortcut(mounted, 'A');
    expect(mounted.source.intents).to.deep.equal([{ type: 'makeReady' }]);
  });

  it('do nothing once they are switched off', async () => {
    const preferences = { ...PREFERENCES, shortcuts: false };
    const mounted = await mount(signedIn({ agent: { state: 'NOT_READY' }, preferences }));
    await shortcut(mounted, 'R');
    expect(mounted.source.intents).to.deep.equal([]);
  });

  it('do nothing before anybody signed in', async () => {
    const mounted = await mount(signedOut({ calls: wrappingUp().calls }));
    await shortcut(mounted, 'R');
    expect(mounted.source.intents).to.deep.equal([]);
  });
});
