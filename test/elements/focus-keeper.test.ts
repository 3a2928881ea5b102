import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { active, reserved, signedIn, signedOut, talking, wrappingUp } from '../support/make-state.ts';
import { expectFocused, find, findAll, mount } from '../support/mount.ts';
import { STATES } from '../support/states.ts';

describe('the focus, when what had it is gone', () => {
  it('goes from the number to the call that was dialled', async () => {
    const mounted = await mount(signedIn());
    find(mounted.view, 'gc-keypad input').focus();
    await mounted.show(talking([active()]));
    expectFocused(find(mounted.view, 'gc-call-card .card'));
  });

  it('goes from one place to another of the same element, and on from there', async () => {
    const mounted = await mount(talking([active()]));
    find(mounted.view, '[data-button=hold]').focus();
    await sendKeys({ press: 'Tab' });
    await mounted.show(wrappingUp());
    expectFocused(find(mounted.view, 'gc-wrap-up form'));
  });

  it('goes from the saved wrap-up to the tabs', async () => {
    const mounted = await mount(wrappingUp());
    find(mounted.view, 'gc-wrap-up textarea').focus();
    await mounted.show(signedIn());
    expectFocused(find(mounted.view, '[role=tab]'));
  });

  it('goes from the menu "Change state" to the form, when the agent is signed out', async () => {
    const mounted = await mount(signedIn());
    find(mounted.view, '.pill').focus();
    await mounted.show(signedOut());
    expectFocused(find(mounted.view, '#agentId'));
  });

  it('goes from the form to what there is to do', async () => {
    const mounted = await mount(signedOut());
    find(mounted.view, '#password').focus();
    await mounted.show(signedIn());
    expectFocused(find(mounted.view, '[role=tab]'));
  });

  it('goes on from an alert that was dismissed, and to no button that acts', async () => {
    const mounted = await mount((STATES['missed call'] ?? expect.fail())());
    findAll(mounted.view, 'gc-alerts button').at(-1)?.focus();
    await mounted.show(signedIn());
    expectFocused(find(mounted.view, '[role=tab]'));
  });

  it('goes from a field that a call covers to its card, never to Answer', async () => {
    const mounted = await mount(signedIn());
    find(mounted.view, 'gc-keypad input').focus();
    await mounted.show(reserved());
    expectFocused(find(mounted.view, 'gc-incoming-call .card'));
    mounted.clock.forward(10_000);
    for (const press of ['Enter', 'Space']) await sendKeys({ press });
    expect(mounted.source.intents).to.deep.equal([]);
  });

  it('stays where it is, in a field of the page around', async () => {
    const mounted = await mount(signedIn());
    find(mounted.view, '.pill').focus();
    const field = document.createElement('input');
    mounted.view.before(field);
    field.focus();
    await mounted.show(signedOut());
    expectFocused(field);
  });

  it('stays nowhere, where somebody clicked beside everything', async () => {
    const mounted = await mount(signedIn());
    find(mounted.view, 'gc-keypad input').focus();
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    (document.activeElement as HTMLElement | null)?.blur();
    await mounted.show(talking([active()]));
    expectFocused(document.body);
  });
});
