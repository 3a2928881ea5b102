import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { SoftphoneState } from '../../src/state/model.ts';
import { expectAccessible } from '../support/audit.ts';
import { active, offered, signedIn, talking } from '../support/make-state.ts';
import { find, findAll, mount, settled } from '../support/mount.ts';
import type { Mounted } from '../support/mount.ts';
import { accessible } from '../support/roles.ts';
import { STATES } from '../support/states.ts';

const { key } = offered();
const state = (name: string): SoftphoneState => (STATES[name] ?? expect.fail(`no state ${name}`))();
const button = ({ view }: Mounted, name: string): HTMLElement => find(view, `[data-button=${name}]`);
const fields = ({ view }: Mounted): string[] =>
  findAll(view, 'gc-preview-call li').map((row) => row.textContent.replace(/\s+/g, ' ').trim());

describe('a preview call', () => {
  it('is accessible', async () => {
    const { view } = await mount(state('preview offered'));
    await expectAccessible(view);
  });

  it('says whom the campaign is about', async () => {
    const mounted = await mount(state('preview offered'));
    expect(fields(mounted)).to.deep.equal([
      'Campaign Renewals, spring',
      'Customer Maria Sørensen',
      'Number +45 33 55 01 23',
      'Account AC111',
    ]);
    await mounted.show(state('preview, little known'));
    expect(fields(mounted)).to.deep.equal(['Number +45 33 55 01 23']);
    expect(find(mounted.view, 'gc-preview-call .name').textContent).to.equal('+45 33 55 01 23');
  });

  it('is accepted, rejected and closed by a click at once', async () => {
    const mounted = await mount(state('preview offered'));
    for (const name of ['accept', 'reject', 'close']) button(mounted, name).click();
    expect(mounted.source.intents).to.deep.equal([
      { type: 'accept', call: key },
      { type: 'reject', call: key },
      { type: 'close', call: key },
    ]);
  });

  for (const name of ['accept', 'reject', 'close'] as const) {
    it(`ignores keys on “${name}” for half a second`, async () => {
      const mounted = await mount(signedIn());
      await mounted.show(state('preview offered'));
      button(mounted, name).focus();
      await sendKeys({ press: 'Enter' });
      mounted.clock.forward(499);
      await sendKeys({ press: 'Space' });
      expect(mounted.source.intents.filter((one) => one.type === name)).to.deep.equal([]);
      mounted.clock.forward(1);
      await sendKeys({ press: 'Enter' });
      expect(mounted.source.intents.filter((one) => one.type === name)).to.deep.equal([
        { type: name, call: key },
      ]);
    });
  }

  it('is accepted once: the button waits until GC says something', async () => {
    const mounted = await mount(state('preview, accept pressed'));
    button(mounted, 'accept').click();
    expect(mounted.source.intents.filter(({ type }) => type === 'accept')).to.deep.equal([]);
    expect((await accessible('button', 'Accept')).disabled).to.equal(true);
  });

  it('has no buttons once it is accepted, and goes on as the call to its customer', async () => {
    const mounted = await mount(state('preview accepted'));
    expect(findAll(mounted.view, 'gc-preview-call [data-button]')).to.deep.equal([]);
    expect(find(mounted.view, '.dialling').textContent.trim()).to.equal('The customer is being called…');
    await mounted.show(talking([active({ direction: 'campaign', variables: offered().variables })]));
    await settled(mounted.view);
    expect(findAll(mounted.view, 'gc-preview-call')).to.deep.equal([]);
    expect(findAll(mounted.view, 'gc-call-card [role=region]')).to.have.length(1);
  });
});
