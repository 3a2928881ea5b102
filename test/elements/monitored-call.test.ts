import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { expectAccessible } from '../support/audit.ts';
import { expectFocused, find, findAll, mount, settled, type Mounted } from '../support/mount.ts';
import { STATES } from '../support/states.ts';
import { MEMBERS, monitored, supervising } from '../support/team-states.ts';

const state = (name: string) => (STATES[name] ?? expect.fail(`no state ${name}`))();
const isSeen = (element: Element | undefined): boolean => (element?.getClientRects().length ?? 0) > 0;
const card = ({ view }: Mounted): HTMLElement => find(view, 'gc-monitored-call .card');
const button = ({ view }: Mounted, name: string): HTMLElement =>
  findAll(view, 'gc-monitored-call button').find((one) => one.ariaLabel === name) ??
  expect.fail(`no ${name}`);
const call = '16804378-1100-2026-11-21';

describe('a call that is listened to', () => {
  for (const name of ['listening to a call', 'listening, barge in pressed'])
    it(`is accessible: ${name}`, async () => {
      const mounted = await mount(state(name));
      await expectAccessible(mounted.view);
    });

  it('says whose it is, for how long, and offers no record, notes or hold', async () => {
    const mounted = await mount(state('listening to a call'));
    expect(card(mounted).getAttribute('aria-label')).to.equal('Listening to Grace Hopper');
    expect(find(mounted.view, 'gc-monitored-call [role="timer"]').shadowRoot?.textContent.trim()).to.equal(
      '00:31',
    );
    const names = findAll(mounted.view, 'gc-monitored-call button').map((one) =>
      one.getAttribute('aria-label'),
    );
    expect(names).to.deep.equal(['Barge in Grace Hopper', 'End monitoring Grace Hopper']);
    for (const tag of ['gc-record-match', 'gc-wrap-up', 'gc-call-card'])
      expect(findAll(mounted.view, tag), tag).to.have.length(0);
  });

  it('names the others on it where GC tells, and the extension of a stranger', async () => {
    const mounted = await mount(supervising());
    const participants = ['2100', '2009', '+14155550123'].map((mediaAddress) => ({ mediaAddress }));
    await mounted.show(supervising({}, { calls: [monitored({ number: '2009', participants })] }));
    expect(card(mounted).getAttribute('aria-label')).to.equal('Listening to 2009');
    expect(find(mounted.view, 'gc-monitored-call .muted').textContent.trim()).to.equal(
      'On a call with +14155550123',
    );
  });

  it('is joined and ended by its buttons', async () => {
    const mounted = await mount(state('listening to a call'));
    mounted.source.intents.length = 0;
    button(mounted, 'Barge in Grace Hopper').click();
    button(mounted, 'End monitoring Grace Hopper').click();
    expect(mounted.source.intents).to.deep.equal([
      { type: 'bargeIn', call },
      { type: 'endMonitoring', call },
    ]);
  });

  it('shows that it waits, and takes nothing twice', async () => {
    const mounted = await mount(state('listening, barge in pressed'));
    mounted.source.intents.length = 0;
    const pressed = button(mounted, 'Barge in Grace Hopper');
    expect(pressed.getAttribute('aria-busy')).to.equal('true');
    pressed.click();
    expect(mounted.source.intents).to.deep.equal([]);
  });

  it('is ended by the key that ends calls, and by no other', async () => {
    const mounted = await mount(state('listening to a call'));
    mounted.source.intents.length = 0;
    card(mounted).focus();
    for (const down of ['Alt', 'Shift']) await sendKeys({ down });
    for (const press of ['KeyH', 'KeyA', 'KeyE']) await sendKeys({ press });
    for (const up of ['Shift', 'Alt']) await sendKeys({ up });
    expect(mounted.source.intents).to.deep.equal([{ type: 'endMonitoring', call }]);
  });

  it('leaves the tabs in use below it', async () => {
    const mounted = await mount(state('listening to a call'));
    expect(isSeen(find(mounted.view, 'gc-team'))).to.equal(true);
    const [row] = findAll(mounted.view, 'gc-team .row');
    row?.focus();
    expectFocused(row!);
    find(mounted.view, '#keypad').click();
    await settled(mounted.view);
    expect(isSeen(find(mounted.view, 'gc-keypad'))).to.equal(true);
  });

  it('is a call like others once it is joined', async () => {
    const mounted = await mount(state('listening to a call'));
    const { monitors: _monitors, ...joined } = monitored();
    await mounted.show(supervising({ members: MEMBERS }, { agent: { state: 'TALKING' }, calls: [joined] }));
    expect(isSeen(find(mounted.view, 'gc-call-card'))).to.equal(true);
    expect(isSeen(find(mounted.view, 'gc-idle-tabs'))).to.equal(false);
  });
});
