import { expect } from '@open-wc/testing';
import { signedIn } from '../support/make-state.ts';
import { findAll, mount, settled } from '../support/mount.ts';
import { STATES } from '../support/states.ts';

describe('the list of pending logs', () => {
  it('is fetched when there is the first one, and not before', async () => {
    const mounted = await mount(signedIn(), { parts: ['call', 'crm'] });
    expect(customElements.get('gc-log-list')).to.equal(undefined);
    await mounted.show((STATES['log waiting'] ?? expect.fail())());
    await customElements.whenDefined('gc-log-list');
    await settled(mounted.view);
    expect(findAll(mounted.view, 'gc-log-list li')).to.have.length(1);
  });
});
