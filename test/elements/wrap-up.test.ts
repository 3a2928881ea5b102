import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { expectAccessible } from '../support/audit.ts';
import { pending } from '../support/make-log.ts';
import { REASONS, active, signedIn, talking, wrapUp, wrappingUp } from '../support/make-state.ts';
import { find, findAll, mount, settled, expectFocused } from '../support/mount.ts';
import type { Mounted } from '../support/mount.ts';
import { accessible } from '../support/roles.ts';
import { STATES } from '../support/states.ts';

const state = (name: string) => (STATES[name] ?? expect.fail(`no state ${name}`))();
const call = wrapUp().key;
const button = ({ view }: Mounted, text: string): HTMLElement =>
  findAll(view, 'gc-wrap-up button').find((one) => one.textContent.trim() === text) ??
  expect.fail(`no ${text}`);
const reasons = ({ view }: Mounted): (string | undefined)[] =>
  findAll(view, 'gc-reason-list .list label').map((one) => one.textContent.trim());
const search = async (mounted: Mounted, text: string): Promise<void> => {
  find(mounted.view, 'input[type=search]').focus();
  await sendKeys({ type: text });
  await settled(mounted.view);
};

describe('the wrap-up', () => {
  it('is accessible', async () => {
    const { view } = await mount(state('wrap-up, twelve reasons'));
    await expectAccessible(view);
  });

  it('puts every key that is typed into the draft', async () => {
    const mounted = await mount(wrappingUp());
    find(mounted.view, 'textarea').focus();
    await sendKeys({ type: 'ok' });
    expect(mounted.source.intents).to.deep.equal([
      { type: 'editWrapUp', call, notes: 'o' },
      { type: 'editWrapUp', call, notes: 'ok' },
    ]);
  });

  it('shows a draft that was kept, and never takes back what is being typed', async () => {
    const mounted = await mount(wrappingUp({ draft: { reason: '22', notes: 'kept' } }));
    const notes = find<HTMLTextAreaElement>(mounted.view, 'textarea');
    expect(notes.value).to.equal('kept');
    expect((await accessible('radio', 'Invoice disputed')).checked).to.equal('true');
    notes.focus();
    await sendKeys({ type: '!' });
    await mounted.show(wrappingUp({ draft: { notes: 'kept, from another tab' } }));
    expect(notes.value).to.contain('!');
    notes.blur();
    await mounted.show(wrappingUp({ draft: { notes: 'newer' } }));
    expect(notes.value).to.equal('newer');
  });

  it('takes in what a component of the page adds below, and leaves the caret where it is', async () => {
    const mounted = await mount(wrappingUp({ draft: { notes: 'Wants a' } }));
    const notes = find<HTMLTextAreaElement>(mounted.view, 'textarea');
    notes.focus();
    notes.setSelectionRange(5, 5);
    await mounted.show(wrappingUp({ draft: { notes: 'Wants a\nChecked.' } }));
    expect(notes.value).to.equal('Wants a\nChecked.');
    expect(notes.selectionStart).to.equal(5);
  });

  it('brings back nothing that was deleted, while the state still has it', async () => {
    const state = wrappingUp({ draft: { notes: 'Wants ab' } });
    const mounted = await mount(state);
    const notes = find<HTMLTextAreaElement>(mounted.view, 'textarea');
    notes.focus();
    notes.setSelectionRange(8, 8);
    await sendKeys({ press: 'Backspace' });
    await mounted.show({ ...state, calls: [...state.calls] });
    expect(notes.value).to.equal('Wants a');
  });

  it('shows the note of the next call, not the one before it', async () => {
    const mounted = await mount(wrappingUp({ draft: { notes: 'first' } }));
    find(mounted.view, 'textarea').focus();
    await mounted.show(wrappingUp({ key: 'next', draft: { notes: 'second' } }));
    expect(find<HTMLTextAreaElement>(mounted.view, 'textarea').value).to.equal('second');
  });

  it('chooses a reason, and takes the choice back', async () => {
    const mounted = await mount(wrappingUp());
    (findAll(mounted.view, 'input[type=radio]')[1] ?? expect.fail()).click();
    await mounted.show(wrappingUp({ draft: { reason: '22', notes: '' } }));
    find(mounted.view, 'gc-reason-list .quiet').click();
    expect(mounted.source.intents).to.deep.equal([
      { type: 'editWrapUp', call, reason: '22' },
      { type: 'editWrapUp', call, reason: null },
    ]);
  });

  it('tells arrow keys that go by from a choice that is meant', async () => {
    const mounted = await mount(wrappingUp({ draft: { reason: '21', notes: '' } }));
    const radios = findAll<HTMLInputElement>(mounted.view, 'input[type=radio]');
    radios[0]?.focus();
    await sendKeys({ press: 'ArrowDown' });
    await mounted.show(wrappingUp({ draft: { reason: '22', notes: '' } }));
    await sendKeys({ press: 'ArrowDown' });
    await mounted.show(wrappingUp({ draft: { reason: '23', notes: '' } }));
    const steps = ['22', '23'].map((reason) => ({ type: 'editWrapUp', call, reason, stepping: true }));
    expect(mounted.source.intents).to.deep.equal(steps);
    // The focus leaves the list: this one is meant.
    await sendKeys({ press: 'Tab' });
    expect(mounted.source.intents).to.deep.equal([...steps, { type: 'editWrapUp', call, reason: '23' }]);
    radios[0]?.click();
    expect(mounted.source.intents.at(-1)).to.deep.equal({ type: 'editWrapUp', call, reason: '21' });
    const { length } = mounted.source.intents;
    radios[0]?.focus();
    find(mounted.view, 'textarea').focus();
    expect(mounted.source.intents, 'a click needs no second word').to.have.length(length);
  });

  it('saves one call after the other: ready comes with the last', async () => {
    const mounted = await mount(state('wrap-up, another waits'));
    const names = (): string[] =>
      findAll(mounted.view, '.buttons button').map((one) => one.textContent.trim());
    expect(names()).to.deep.equal(['Save']);
    button(mounted, 'Save').focus();
    await mounted.show(wrappingUp({ key: '2' }));
    expect(names()).to.deep.equal(['Save', 'Save and ready']);
    expectFocused(find(mounted.view, 'textarea'));
  });

  it('takes the second click of a double one for what it is', async () => {
    const mounted = await mount(state('wrap-up, another waits'));
    const save = button(mounted, 'Save');
    for (const detail of [1, 2]) save.dispatchEvent(new MouseEvent('click', { detail }));
    expect(mounted.source.intents).to.deep.equal([{ type: 'saveWrapUp', call, thenReady: false }]);
  });

  it('saves, and saves and goes ready', async () => {
    const mounted = await mount(wrappingUp());
    button(mounted, 'Save').click();
    button(mounted, 'Save and ready').click();
    expect(mounted.source.intents).to.deep.equal([
      { type: 'saveWrapUp', call, thenReady: false },
      { type: 'saveWrapUp', call, thenReady: true },
    ]);
  });

  it('offers ready afterwards only where ready is allowed', async () => {
    for (const [agentState, offered] of [
      ['WORK', 1],
      ['WORK_READY', 1],
      ['NOT_READY', 1],
      ['TALKING', 0],
      ['READY', 0],
    ] as const) {
      const { view } = await mount(wrappingUp({}, { agent: { state: agentState } }));
      const found = findAll(view, '.buttons button').filter(
        (one) => one.textContent.trim() === 'Save and ready',
      );
      expect(found, agentState).to.have.length(offered);
    }
  });

  it('does not save without a reason where one is required, and says so', async () => {
    const mounted = await mount(state('wrap-up, reason required'));
    button(mounted, 'Save').click();
    button(mounted, 'Save and ready').click();
    expect(mounted.source.intents).to.deep.equal([]);
    expect(await accessible('button', 'Save')).to.include({
      disabled: true,
      description: 'Choose a reason first.',
    });
    const chosen = wrappingUp({ draft: { reason: '22', notes: '' } }, { agent: { wrapUpMode: 'REQUIRED' } });
    await mounted.show(chosen);
    expect(findAll(mounted.view, 'gc-reason-list .quiet'), 'no way back to none').to.deep.equal([]);
    button(mounted, 'Save').click();
    expect(mounted.source.intents).to.deep.equal([{ type: 'saveWrapUp', call, thenReady: false }]);
  });

  it('saves without GC, but does not promise to go ready', async () => {
    const mounted = await mount(state('wrap-up, reconnecting'));
    button(mounted, 'Save and ready').click();
    button(mounted, 'Save').click();
    expect(mounted.source.intents).to.deep.equal([{ type: 'saveWrapUp', call, thenReady: false }]);
  });

  it('searches more than eight reasons, without case and accents', async () => {
    const mounted = await mount(state('wrap-up, twelve reasons'));
    await search(mounted, 'GROSSE');
    expect(reasons(mounted)).to.deep.equal([]);
    expect(find(mounted.view, 'gc-reason-list [aria-live]').textContent.trim()).to.equal(
      'No reason contains “GROSSE”.',
    );
    find<HTMLInputElement>(mounted.view, 'input[type=search]').select();
    await search(mounted, 'große');
    expect(reasons(mounted)).to.deep.equal(['Größe falsch']);
  });

  it('takes the only reason that is left by Enter, and does not save', async () => {
    const mounted = await mount(state('wrap-up, twelve reasons'));
    await search(mounted, 'invo');
    await sendKeys({ press: 'Enter' });
    expect(mounted.source.intents).to.deep.equal([{ type: 'editWrapUp', call, reason: '5' }]);
  });

  it('never filters the chosen reason away', async () => {
    const twelve = state('wrap-up, twelve reasons');
    const calls = twelve.calls.map((one) => ({ ...one, draft: { reason: '1', notes: '' } }));
    const mounted = await mount({ ...twelve, calls });
    await search(mounted, 'invo');
    expect(reasons(mounted)).to.deep.equal(['Complaint', 'Invoice disputed']);
  });

  it('has no search box for eight reasons', async () => {
    const eight = Array.from({ length: 8 }, (_, index) => ({ key: String(index), label: `Reason ${index}` }));
    const { view } = await mount(wrappingUp({}, { reasons: { ...REASONS, wrapUp: eight } }));
    expect(findAll(view, 'input[type=search]')).to.deep.equal([]);
  });

  it('relates the activity to another record', async () => {
    const mounted = await mount(state('wrap-up, several records'));
    const select = find<HTMLSelectElement>(mounted.view, 'select');
    expect(select.value).to.equal('5001');
    select.value = '0031';
    select.dispatchEvent(new Event('change'));
    expect(mounted.source.intents).to.deep.equal([{ type: 'relate', call, record: '0031' }]);
  });

  it('shows the only record as text, once the call is over', async () => {
    const mounted = await mount(wrappingUp());
    expect(find(mounted.view, 'gc-wrap-up .only').textContent.replace(/\s+/g, ' ').trim()).to.equal(
      'Related record Contact · Maria Sørensen',
    );
    expect(findAll(mounted.view, 'select')).to.deep.equal([]);
    await mounted.show(talking([active()]));
    expect(findAll(mounted.view, 'gc-wrap-up .only'), 'it stands above').to.deep.equal([]);
  });

  it('keeps the name of a record in its order among words of a right-to-left language', async () => {
    const { view } = await mount(state('wrap-up, several records'), { language: 'ar' });
    expect(find(view, 'option:checked').textContent).to.contain('\u2068500-0042 Invoice disputed\u2069');
  });

  it('says that the CRM refused or did not confirm the call, while more can be written', async () => {
    const mounted = await mount(state('wrap-up, not confirmed by the CRM'));
    expect(find(mounted.view, 'gc-wrap-up .hint').textContent).to.contain('did not confirm');
    await mounted.show(state('wrap-up, refused by the CRM'));
    expect(find(mounted.view, 'gc-wrap-up .hint').textContent).to.equal(
      'The CRM did not take the call: REQUIRED_FIELD_MISSING',
    );
    const waits = wrappingUp({ log: pending({ phase: 'waiting' }).log });
    await mounted.show(waits);
    expect(findAll(mounted.view, 'gc-wrap-up .hint'), 'it is tried again by itself').to.deep.equal([]);
  });

  it('says that a note is not kept where there is no CRM', async () => {
    await mount(state('wrap-up, no CRM'));
    const notes = await accessible('textbox', 'Notes');
    expect(notes.description).to.equal('No CRM is configured: this note will not be kept.');
  });

  it('is not there where the platform allows none', async () => {
    const { view } = await mount(wrappingUp({}, { agent: { wrapUpMode: 'NOT_ALLOWED' } }));
    expect(findAll(view, 'gc-wrap-up')).to.deep.equal([]);
  });

  it('counts since the end of the call, and says how long it lasted', async () => {
    const mounted = await mount(wrappingUp());
    expect(find(mounted.view, '.since').shadowRoot?.textContent).to.equal('00:48');
    expect(find(mounted.view, 'gc-wrap-up .head').textContent).to.contain('Lasted 4 min 12 sec');
  });
});

describe('the wrap-up during the call', () => {
  it('takes notes, with the reasons folded', async () => {
    const mounted = await mount(talking([active()]));
    expect(findAll(mounted.view, 'gc-wrap-up .buttons')).to.deep.equal([]);
    expect(reasons(mounted)).to.deep.equal([]);
    const folder = find(mounted.view, '.folder');
    folder.focus();
    await sendKeys({ press: 'Enter' });
    await settled(mounted.view);
    expect(folder.getAttribute('aria-expanded')).to.equal('true');
    expect(reasons(mounted)).to.deep.equal(['Complaint', 'Invoice disputed', 'New enquiry']);
    expectFocused(folder);
  });

  it('does not send the form on Enter', async () => {
    const mounted = await mount(signedIn({ calls: [active()] }));
    const form = find(mounted.view, 'gc-wrap-up form');
    const submit = new SubmitEvent('submit', { cancelable: true });
    form.dispatchEvent(submit);
    expect(submit.defaultPrevented).to.equal(true);
    expect(mounted.source.intents).to.deep.equal([]);
  });
});
