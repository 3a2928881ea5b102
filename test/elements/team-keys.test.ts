import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { expectFocused, find, findAll, focused, mount, settled } from '../support/mount.ts';
import {
  THOUSANDS,
  action,
  button,
  changed,
  choose,
  scrolled,
  scroller,
  show,
  state,
} from '../support/team-page.ts';
import { MEMBERS } from '../support/team-states.ts';

describe('the keys of the team', () => {
  it('go from the search box to the rows, and from row to row', async () => {
    const mounted = await mount(state('team'));
    find(mounted.view, 'gc-team input').focus();
    await sendKeys({ press: 'ArrowDown' });
    expectFocused(button(mounted, 'Alan Turing'));
    for (const [press, name] of [
      ['ArrowDown', 'Grace Hopper'],
      ['ArrowUp', 'Alan Turing'],
      ['ArrowUp', 'Alan Turing'],
      ['End', 'Mary Jackson'],
      ['Home', 'Alan Turing'],
    ] as const) {
      await sendKeys({ press });
      await settled(mounted.view);
      expectFocused(button(mounted, name));
    }
    expect(findAll(mounted.view, 'gc-team .row[tabindex="0"]')).to.have.length(1);
  });

  it('reach the last of two thousand, and a page from there', async () => {
    const mounted = await mount(state(THOUSANDS));
    button(mounted, 'Agent 0001').focus();
    await sendKeys({ press: 'End' });
    await scrolled(mounted);
    expectFocused(button(mounted, 'Agent 2000'));
    await sendKeys({ press: 'PageUp' });
    await scrolled(mounted);
    const at = Number(focused()?.closest('[role="row"]')?.getAttribute('aria-rowindex'));
    expect(at).to.be.within(1990, 2000);
  });

  it('keep the focus on a row that is scrolled out of sight', async () => {
    const mounted = await mount(state(THOUSANDS));
    const one = button(mounted, 'Agent 0003');
    one.focus();
    scroller(mounted).scrollTop = 50_000;
    await scrolled(mounted);
    expectFocused(one);
    await sendKeys({ press: 'ArrowDown' });
    await scrolled(mounted);
    expectFocused(button(mounted, 'Agent 0004'));
    expect(scroller(mounted).scrollTop).to.be.below(1000);
  });

  it('give the focus of a row that leaves the list to the next one', async () => {
    const mounted = await mount(state('team'));
    await choose(mounted, 'State', 'talking');
    button(mounted, 'Grace Hopper').focus();
    await show(mounted, changed(MEMBERS, 1, { state: 'READY' }));
    expectFocused(button(mounted, 'Hedy Lamarr'));
  });

  it('open a row by Enter, close it by Escape, and ask for its state', async () => {
    const mounted = await mount(state('team'));
    mounted.source.intents.length = 0;
    button(mounted, 'Grace Hopper').focus();
    await sendKeys({ press: 'Enter' });
    await settled(mounted.view);
    expect(mounted.source.intents).to.deep.equal([{ type: 'askMember', agentId: '1002' }]);
    expect(button(mounted, 'Grace Hopper').getAttribute('aria-expanded')).to.equal('true');
    await sendKeys({ press: 'Tab' });
    expectFocused(action(mounted, 'Monitor Grace Hopper'));
    await sendKeys({ press: 'Escape' });
    await settled(mounted.view);
    expectFocused(button(mounted, 'Grace Hopper'));
    expect(findAll(mounted.view, 'gc-member-actions')).to.have.length(0);
  });

  it('bring an opened row into sight, whole', async () => {
    const mounted = await mount(state(THOUSANDS));
    button(mounted, 'Agent 0001').focus();
    await sendKeys({ press: 'PageDown' });
    await scrolled(mounted);
    await sendKeys({ press: 'Enter' });
    await scrolled(mounted);
    await scrolled(mounted);
    const { bottom } = find(mounted.view, 'gc-team .actions').getBoundingClientRect();
    expect(bottom).to.be.at.most(scroller(mounted).getBoundingClientRect().bottom + 1);
  });
});
