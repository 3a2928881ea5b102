import { expect, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { SoftphoneState } from '../../src/state/model.ts';
import { active, consult } from '../support/make-state.ts';
import { expectFocused, find, findAll, mount } from '../support/mount.ts';
import type { Mounted } from '../support/mount.ts';
import { STATES } from '../support/states.ts';

const { key } = active();
const state = (name: string): SoftphoneState => (STATES[name] ?? expect.fail(`no state ${name}`))();
const button = ({ view }: Mounted, name: string): HTMLElement => find(view, `[data-button=${name}]`);

describe('a consult call', () => {
  it('has what comes of it on its own card, and the main call is on hold beside it', async () => {
    const mounted = await mount(state('consulting'));
    const cards = findAll(mounted.view, 'gc-call-card').map((card) =>
      findAll(card, '[data-button]').map((one) => one.dataset['button']),
    );
    expect(cards).to.deep.equal([
      ['resume', 'end'],
      ['transfer', 'conference', 'hold', 'alternate', 'end'],
    ]);
    expect(find(mounted.view, 'gc-call-card .phase').textContent).to.contain('On hold');
  });

  it('is transferred, made a conference, and alternated with', async () => {
    const mounted = await mount(state('consulting'));
    for (const name of ['transfer', 'conference', 'alternate']) button(mounted, name).click();
    expect(mounted.source.intents).to.deep.equal([
      { type: 'transfer', call: key },
      { type: 'conference', call: key },
      { type: 'alternate', call: key },
    ]);
    await mounted.show(state('consulting, the main call heard'));
    button(mounted, 'alternate').click();
    expect(mounted.source.intents.at(-1)).to.deep.equal({ type: 'alternate', call: consult().key });
  });

  it('leaves the notes of the main call where they are, whichever is heard', async () => {
    const mounted = await mount(state('consulting'));
    const notes = find(mounted.view, 'textarea');
    notes.focus();
    await mounted.show(state('consulting, the main call heard'));
    expectFocused(notes);
  });

  it('keeps the order of the cards, and the focus on the card, when they are alternated', async () => {
    const mounted = await mount(state('consulting'));
    const cards = findAll(mounted.view, 'gc-call-card');
    button(mounted, 'alternate').focus();
    await mounted.show(state('consulting, both held'));
    await nextFrame();
    expect(findAll(mounted.view, 'gc-call-card') as unknown).to.deep.equal(cards);
    expectFocused(find(cards[1]!, '.card'));
  });

  it('gives the focus to the main call when it is over', async () => {
    const mounted = await mount(state('consulting'));
    findAll(mounted.view, '[data-button=end]')[1]?.focus();
    await mounted.show(state('held'));
    await nextFrame();
    expectFocused(find(mounted.view, 'gc-call-card .card'));
  });

  it('is the one that the shortcuts end and hold', async () => {
    const mounted = await mount(state('consulting'));
    mounted.clock.forward(1000);
    for (const letter of ['E', 'H']) {
      for (const down of ['Alt', 'Shift']) await sendKeys({ down });
      await sendKeys({ press: `Key${letter}` });
      for (const up of ['Shift', 'Alt']) await sendKeys({ up });
    }
    expect(mounted.source.intents).to.deep.equal([
      { type: 'end', call: consult().key },
      { type: 'hold', call: consult().key },
    ]);
  });

  it('says why it failed', async () => {
    const { view } = await mount(state('consult call busy'));
    expect(findAll(view, 'gc-call-card .phase')[1]?.textContent.trim()).to.equal(
      'Call failed: the line is busy',
    );
  });
});

describe('two calls', () => {
  it('are alternated between', async () => {
    const mounted = await mount(state('two calls'));
    button(mounted, 'alternate').click();
    expect(mounted.source.intents).to.deep.equal([{ type: 'alternate', call: key }]);
  });
});
