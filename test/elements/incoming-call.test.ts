import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import sinon from 'sinon';
import type { SoftphoneState } from '../../src/state/model.ts';
import { expectAccessible } from '../support/audit.ts';
import { active, reserved, ringing, signedIn, talking, wrappingUp } from '../support/make-state.ts';
import { find, findAll, mount, settled, expectFocused } from '../support/mount.ts';
import type { Mounted } from '../support/mount.ts';
import { accessible } from '../support/roles.ts';
import { STATES } from '../support/states.ts';

const ANSWER = { type: 'answer', call: ringing().key } as const;
const button = ({ view }: Mounted, name: string): HTMLElement => find(view, `[data-button=${name}]`);
const press = async (mounted: Mounted, key: string): Promise<void> => {
  await sendKeys({ press: key });
  await settled(mounted.view);
};

describe('an incoming call', () => {
  afterEach(() => sinon.restore());

  it('is accessible, and not modal', async () => {
    const { view } = await mount(reserved());
    await expectAccessible(view);
    expect((await accessible('alertdialog', 'Incoming call from Maria Sørensen')).modal).to.not.equal(true);
  });

  it('is read out at once', async () => {
    const { view } = await mount(reserved());
    expect(find(view, '[aria-live=assertive]').textContent.trim()).to.equal(
      'Incoming call from Maria Sørensen',
    );
  });

  it('is answered by a click at once', async () => {
    const mounted = await mount(reserved());
    button(mounted, 'answer').dispatchEvent(new PointerEvent('click', { bubbles: true, detail: 1 }));
    expect(mounted.source.intents).to.deep.equal([ANSWER]);
  });

  it('keeps "Answer" where it is while the rest comes in: a click that begins there ends there', async () => {
    const bare = { number: '+4533550123', variables: {} };
    const mounted = await mount(reserved({ ...bare, match: { phase: 'searching', records: [] } }));
    const { top } = button(mounted, 'answer').getBoundingClientRect();
    for (const name of ['incoming, several records', 'incoming, nothing found']) {
      await mounted.show(STATES[name]!());
      expect(button(mounted, 'answer').getBoundingClientRect().top, name).to.equal(top);
    }
  });

  for (const key of ['Enter', 'Space']) {
    it(`ignores ${key} for half a second`, async () => {
      const mounted = await mount(signedIn());
      await mounted.show(reserved());
      button(mounted, 'answer').focus();
      await press(mounted, key);
      mounted.clock.forward(499);
      await press(mounted, key);
      expect(mounted.source.intents).to.deep.equal([]);
      mounted.clock.forward(1);
      await press(mounted, key);
      expect(mounted.source.intents).to.deep.equal([ANSWER]);
    });
  }

  it('ignores a key that is held down', async () => {
    const mounted = await mount(reserved());
    button(mounted, 'answer').focus();
    mounted.clock.forward(600);
    const held = new KeyboardEvent('keydown', { key: 'Enter', repeat: true, cancelable: true });
    button(mounted, 'answer').dispatchEvent(held);
    expect(held.defaultPrevented).to.equal(true);
  });

  it('is answered once: the button waits until GC says something', async () => {
    const mounted = await mount((STATES['incoming, answer pressed'] ?? expect.fail())());
    button(mounted, 'answer').click();
    expect(mounted.source.intents).to.deep.equal([]);
    expect(await accessible('button', 'Answer')).to.include({
      disabled: true,
      description: 'Waiting for the phone system…',
    });
  });

  it('shows text of the call and of the CRM as text', async () => {
    const { view } = await mount((STATES['incoming, hostile text'] ?? expect.fail())());
    expect(findAll(view, 'img,b,script')).to.deep.equal([]);
    expect(find(view, 'gc-incoming-call .name').textContent).to.contain('<img src=x onerror="alert(1)">');
    expect(find(view, '[role=alertdialog]').getAttribute('aria-label')).to.contain('$t(call.end) {{party}}');
  });

  it('keeps a number in its order in a right-to-left language', async () => {
    const { view } = await mount(reserved(), { language: 'ar' });
    const number = find(view, 'gc-incoming-call bdi.number');
    expect(number.textContent).to.equal('+45 33 55 01 23');
    expect(getComputedStyle(number).direction).to.equal('ltr');
    const named = await mount(reserved({ match: { phase: 'nothing', records: [] } }), { language: 'ar' });
    const label = find(named.view, '[role=alertdialog]').getAttribute('aria-label');
    expect(label).to.contain('\u2068+45 33 55 01 23\u2069');
  });

  it('says that it was transferred', async () => {
    const { view } = await mount(reserved({ transferredFrom: '16777200' }));
    expect(find(view, 'gc-incoming-call .who').textContent).to.contain('Transferred to you');
  });
});

describe('the focus, when a call rings', () => {
  afterEach(() => sinon.restore());

  it('goes to Answer, and back to where it was', async () => {
    const mounted = await mount(signedIn());
    const before = find(mounted.view, '.pill');
    before.focus();
    await mounted.show(reserved());
    expectFocused(button(mounted, 'answer'));
    await mounted.show(signedIn());
    expectFocused(before);
  });

  it('stays where somebody types, and Enter there does not answer', async () => {
    const mounted = await mount(wrappingUp());
    const notes = find(mounted.view, 'textarea');
    notes.focus();
    await sendKeys({ type: 'Cre' });
    const both = (state: SoftphoneState): SoftphoneState => ({
      ...state,
      calls: [ringing({ key: 'new' }), ...state.calls],
    });
    await mounted.show(both(wrappingUp()));
    expectFocused(notes);
    mounted.clock.forward(1000);
    await press(mounted, 'Enter');
    expect(mounted.source.intents.some(({ type }) => type === 'answer')).to.equal(false);
    expect(find<HTMLTextAreaElement>(mounted.view, 'textarea').value).to.equal('Cre\n');
  });

  it('does not go to Answer out of a field that the call covers, and the number stays', async () => {
    const mounted = await mount(signedIn());
    find(mounted.view, 'gc-keypad input').focus();
    await sendKeys({ type: '20' });
    await mounted.show(reserved());
    mounted.clock.forward(1000);
    await press(mounted, 'Enter');
    expect(mounted.source.intents).to.deep.equal([]);
    await mounted.show(signedIn());
    expect(find<HTMLInputElement>(mounted.view, 'gc-keypad input').value).to.equal('20');
  });

  it('stays away while the page around the softphone has it', async () => {
    const mounted = await mount(signedIn());
    sinon.stub(document, 'hasFocus').returns(false);
    await mounted.show(reserved());
    expectFocused(document.body);
  });

  it('goes on to the call when the place before is gone', async () => {
    const mounted = await mount(signedIn());
    find(mounted.view, 'gc-keypad .keys button').focus();
    await mounted.show(reserved());
    expectFocused(button(mounted, 'answer'));
    await mounted.show(talking([active()]));
    expectFocused(find(mounted.view, 'gc-call-card .card'));
  });

  it('is left alone once the agent took it elsewhere', async () => {
    const mounted = await mount(signedIn());
    await mounted.show(reserved());
    find(mounted.view, '.pill').focus();
    await mounted.show(talking([active()]));
    expectFocused(find(mounted.view, '.pill'));
  });
});
