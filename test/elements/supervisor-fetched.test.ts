import { expect } from '@open-wc/testing';
import type { IdleTabs } from '../../src/elements/idle-tabs.ts';
import { expectAccessible } from '../support/audit.ts';
import { find, findAll, mount, settled } from '../support/mount.ts';
import { supervising } from '../support/team-states.ts';

// The file is fetched by the first test that lets it come: the tests stand in that order.
describe('what only supervisors see', () => {
  it('is fetched when a tab of theirs is opened; that it cannot be is said, with a way to try again', async () => {
    const { view } = await mount(supervising(), { parts: ['call', 'crm', 'rest'] });
    expect(customElements.get('gc-team')).to.equal(undefined);
    const tabs = find<IdleTabs>(view, 'gc-idle-tabs');
    const { load } = tabs;
    let fail = (): void => undefined;
    tabs.load = () => new Promise((_resolve, reject) => (fail = () => reject(new TypeError('no network'))));
    find(view, '#team').click();
    await settled(view);
    const said = (): string => find(view, 'gc-idle-tabs [role="status"]').textContent.trim();
    expect(said()).to.equal('Loading…');
    fail();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await settled(view);
    expect(said()).to.equal('This could not be loaded. Check the network, then try again.');
    await expectAccessible(view);
    tabs.load = load;
    find(view, 'gc-idle-tabs .fetching button').click();
    await customElements.whenDefined('gc-team');
    await settled(view);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await settled(view);
    expect(findAll(view, 'gc-team [role="table"]')).to.have.length(1);
    expect(findAll(view, 'gc-idle-tabs .fetching')).to.have.length(0);
  });
});
