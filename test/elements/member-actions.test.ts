import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { NOW } from '../support/make-state.ts';
import { expectFocused, find, findAll, mount, settled, type Mounted } from '../support/mount.ts';
import { action, button, row, show, state, text } from '../support/team-page.ts';
import { MEMBERS, supervising, waits } from '../support/team-states.ts';

describe('the actions of a member', () => {
  const buttons = ({ view }: Mounted): Record<string, boolean> =>
    Object.fromEntries(
      findAll(view, 'gc-member-actions .buttons button').map((one) => [
        one.getAttribute('aria-label') ?? text(one),
        one.getAttribute('aria-disabled') !== 'true',
      ]),
    );
  const hints = ({ view }: Mounted): string[] => findAll(view, 'gc-member-actions .hint').map(text);

  it('of whom talks', async () => {
    const mounted = await mount(state('team, who talks'));
    expect(buttons(mounted)).to.deep.equal({
      'Monitor Grace Hopper': true,
      'Make ready Grace Hopper': false,
      'Make not ready Grace Hopper': true,
      'Sign out Grace Hopper': false,
    });
    expect(hints(mounted)).to.deep.equal(['Not possible during their call.']);
    mounted.source.intents.length = 0;
    action(mounted, 'Monitor Grace Hopper').click();
    action(mounted, 'Make ready Grace Hopper').click();
    action(mounted, 'Make not ready Grace Hopper').click();
    expect(mounted.source.intents).to.deep.equal([
      { type: 'monitor', extension: '2002' },
      { type: 'memberNotReady', agentId: '1002' },
    ]);
  });

  it('say what has to be done first', async () => {
    const mounted = await mount(state('team, who talks'));
    await mounted.show(supervising({}, { agent: { state: 'READY' } }));
    const monitor = action(mounted, 'Monitor Grace Hopper');
    expect(monitor.getAttribute('aria-disabled')).to.equal('true');
    expect(find(mounted.view, `#${monitor.getAttribute('aria-describedby')}`).textContent).to.equal(
      'Go not ready first.',
    );
    mounted.source.intents.length = 0;
    monitor.click();
    expect(mounted.source.intents).to.deep.equal([]);
  });

  it('of whom is ready, and of whom is not signed in', async () => {
    const ready = await mount(state('team, who is ready'));
    expect(hints(ready)).to.deep.equal([
      'Only somebody who is talking can be listened to.',
      'Is ready already.',
    ]);
    const out = await mount(state('team, who is not signed in'));
    expect(Object.values(buttons(out))).to.deep.equal([false, false, false, false]);
    expect(hints(out)).to.contain('Is not signed in.');
  });

  it('barge in and end, of whom the supervisor listens to; of nobody else', async () => {
    const mounted = await mount(state('listening, the row of who talks'));
    expect(Object.keys(buttons(mounted)).slice(0, 2)).to.deep.equal([
      'Barge in Grace Hopper',
      'End monitoring Grace Hopper',
    ]);
    mounted.source.intents.length = 0;
    action(mounted, 'Barge in Grace Hopper').click();
    action(mounted, 'End monitoring Grace Hopper').click();
    const call = '16804378-1100-2026-11-21';
    expect(mounted.source.intents).to.deep.equal([
      { type: 'bargeIn', call },
      { type: 'endMonitoring', call },
    ]);
    expect(findAll(mounted.view, 'gc-team .rows [data-icon="ear"]')).to.have.length(1);
  });

  it('wait with a mark on the button and on the row', async () => {
    const mounted = await mount(state('team, a command waits'));
    expect(action(mounted, 'Make ready Alan Turing').getAttribute('aria-busy')).to.equal('true');
    expect(row(mounted, 'Alan Turing').querySelector('.who [data-icon="wait"]')).not.to.equal(null);
    await mounted.show(supervising({}, { waiting: [waits({ command: 'silentmonitor', number: '2002' })] }));
    expect(row(mounted, 'Alan Turing').querySelector('[data-icon="wait"]')).to.equal(null);
    button(mounted, 'Grace Hopper').click();
    await settled(mounted.view);
    expect(action(mounted, 'Monitor Grace Hopper').getAttribute('aria-busy')).to.equal('true');
  });

  it('ask back before they sign somebody out; the focus goes there and back', async () => {
    const mounted = await mount(state('team, who is ready'));
    mounted.source.intents.length = 0;
    const press = async (key: string): Promise<void> => {
      await sendKeys({ press: key });
      await settled(mounted.view);
    };
    action(mounted, 'Sign out Katherine Johnson').focus();
    await press('Enter');
    const question = find(mounted.view, 'gc-member-actions [role="alertdialog"]');
    expect(question.getAttribute('aria-label')).to.equal('Sign out Katherine Johnson?');
    expectFocused(find(mounted.view, 'gc-member-actions #cancel'));
    await press('Escape');
    expectFocused(action(mounted, 'Sign out Katherine Johnson'));
    await press('Enter');
    await press('Enter');
    expectFocused(action(mounted, 'Sign out Katherine Johnson'));
    expect(mounted.source.intents).to.deep.equal([]);
    await press('Enter');
    find(mounted.view, 'gc-member-actions .question .end').click();
    await settled(mounted.view);
    expect(mounted.source.intents).to.deep.equal([{ type: 'memberSignOut', agentId: '1004' }]);
    expectFocused(action(mounted, 'Sign out Katherine Johnson'));
  });

  it('are none for the supervisor’s own row', async () => {
    const own = {
      agentId: '1100',
      firstName: 'Margaret',
      lastName: 'Hamilton',
      state: 'READY',
      since: NOW,
    } as const;
    const mounted = await mount(state('team'));
    await show(mounted, [...MEMBERS, own]);
    button(mounted, 'Margaret Hamilton').click();
    await settled(mounted.view);
    expect(buttons(mounted)).to.deep.equal({});
    expect(hints(mounted)).to.deep.equal(['This is you: change your own state above.']);
  });
});
