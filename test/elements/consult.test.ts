import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { SoftphoneState, Waiting } from '../../src/state/model.ts';
import { expectAccessible, overflows, smallTargets } from '../support/audit.ts';
import { active, ago, consult, held, talking, wrappingUp } from '../support/make-state.ts';
import type { Change } from '../support/make-state.ts';
import { expectFocused, find, findAll, focused, mount, settled } from '../support/mount.ts';
import type { Mounted, MountOptions } from '../support/mount.ts';
import { accessible, names } from '../support/roles.ts';
import { LONG } from '../support/texts.ts';

const key = active().key;
const button = ({ view }: Mounted, name: string): HTMLElement => find(view, `[data-button=${name}]`);
const box = ({ view }: Mounted): HTMLInputElement => find(view, 'gc-consult-dialog input');
const options = ({ view }: Mounted): string[] =>
  findAll(view, 'gc-consult-dialog [role=option]').map((one) => one.textContent.replace(/\s+/g, ' ').trim());
const isOpen = ({ view }: Mounted): boolean => findAll(view, 'gc-consult-dialog [role=dialog]').length > 0;
/** What was asked for, without the lists that the dialog wants. */
const asked = ({ source }: Mounted): unknown[] =>
  source.intents.filter(({ type }) => type !== 'loadAgents' && type !== 'loadContacts');

const PEOPLE: Change = {
  phonebooks: [{ id: '1', name: 'Company' }],
  directory: {
    agents: {
      phase: 'there',
      members: [
        { loginId: '1002', firstName: 'Grace', lastName: 'Hopper', extension: '2002', state: 'READY' },
        { loginId: '1003', firstName: 'Thomas', lastName: 'Holm', extension: '2014', state: 'TALKING' },
      ],
    },
    contacts: {
      '1': {
        phase: 'there',
        contacts: [
          { firstName: 'Billing', lastName: 'hotline', phoneNumber: '2050' },
          { lastName: LONG, phoneNumber: '+49 89 123456789', description: LONG },
        ],
      },
    },
  },
};
const calling = (change: Change = {}): SoftphoneState =>
  talking([active()], { ...PEOPLE, setup: { platform: 'ucce' }, ...change });
const sent = (command: Waiting['command']): Waiting => ({
  id: 3,
  command,
  subject: '1001',
  dialogId: '16777217',
  sentAt: ago(1),
  blocks: true,
});

async function open(name = 'consult', options: MountOptions = {}, change: Change = {}): Promise<Mounted> {
  const mounted = await mount(calling(change), options);
  button(mounted, name).click();
  await waitUntil(() => isOpen(mounted), 'the dialog opens');
  await settled(mounted.view);
  return mounted;
}
async function type(mounted: Mounted, text: string): Promise<void> {
  await sendKeys({ type: text });
  await settled(mounted.view);
}
async function press(mounted: Mounted, ...keys: string[]): Promise<void> {
  for (const one of keys) await sendKeys({ press: one });
  await settled(mounted.view);
}

describe('the dialog "Consult"', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in ${theme}, empty and with a person chosen`, async () => {
      const mounted = await open('consult', { theme });
      await expectAccessible(mounted.view);
      await type(mounted, 'ho');
      await expectAccessible(mounted.view);
    });
  }

  for (const [width, language] of [
    [240, 'en'],
    [240, 'de'],
    [320, 'ar'],
    [480, 'en'],
  ] as const) {
    it(`fits ${width} px in “${language}”`, async () => {
      const { view } = await open('consult', { width, language });
      expect(overflows(view), 'overflow').to.deep.equal([]);
      expect(smallTargets(view), 'targets').to.deep.equal([]);
    });
  }

  it('has its names, takes the focus, and asks for whom it can show', async () => {
    const mounted = await open('consult', {}, { directory: { ...PEOPLE.directory!, contacts: {} } });
    expect(await names()).to.include.members([
      'dialog "Consult"',
      'searchbox "Search people or type a number"',
      'listbox "People"',
      'button "Call"',
      'button "Cancel"',
      'region "Call with Maria Sørensen"',
    ]);
    expectFocused(box(mounted));
    expect(mounted.source.intents).to.deep.include.members([
      { type: 'loadAgents' },
      { type: 'loadContacts', phonebook: '1' },
    ]);
  });

  it('is not modal', async () => {
    await open();
    expect((await accessible('dialog', 'Consult')).modal).to.not.equal(true);
  });

  it('calls the number that was typed', async () => {
    const mounted = await open();
    await type(mounted, '+1 (415) 555-0123');
    await press(mounted, 'Enter');
    expect(asked(mounted)).to.deep.equal([{ type: 'consult', call: key, number: '+14155550123' }]);
  });

  it('calls whom a name means, by Enter alone', async () => {
    const mounted = await open();
    await type(mounted, 'gra');
    expect(options(mounted)).to.deep.equal(['Grace Hopper 2002 Ready']);
    expect(box(mounted).getAttribute('aria-activedescendant')).to.equal('person-0');
    await press(mounted, 'Enter');
    expect(asked(mounted)).to.deep.equal([{ type: 'consult', call: key, number: '2002' }]);
  });

  it('goes through those found with the arrows, and back to the box', async () => {
    const mounted = await open();
    await type(mounted, '20');
    expect(box(mounted).hasAttribute('aria-activedescendant'), 'a number stands for itself').to.equal(false);
    await press(mounted, 'ArrowDown', 'ArrowDown');
    const second = findAll(mounted.view, 'gc-consult-dialog [role=option]')[1];
    expect(second?.getAttribute('aria-selected')).to.equal('true');
    await press(mounted, 'ArrowUp', 'ArrowUp');
    expect(findAll(mounted.view, 'gc-consult-dialog [aria-selected=true]')).to.deep.equal([]);
    await press(mounted, 'Enter');
    expect(asked(mounted)).to.deep.equal([{ type: 'consult', call: key, number: '20' }]);
  });

  it('calls a person who was pointed at, with the button', async () => {
    const mounted = await open();
    find(mounted.view, 'gc-consult-dialog [role=option]').click();
    await settled(mounted.view);
    expect(asked(mounted), 'a click only chooses').to.deep.equal([]);
    expectFocused(box(mounted));
    find(mounted.view, 'gc-consult-dialog .answer').click();
    expect(asked(mounted)).to.deep.equal([{ type: 'consult', call: key, number: '2050' }]);
  });

  it('says what is wrong with what was typed, and calls nobody', async () => {
    const mounted = await open();
    await press(mounted, 'Enter');
    expect(await accessible('searchbox', 'Search people or type a number')).to.include({
      invalid: 'true',
      description: 'Enter a number to call.',
    });
    await type(mounted, '20#1');
    await press(mounted, 'Enter');
    expect(find(mounted.view, '#told').textContent).to.contain('“#” cannot be sent');
    box(mounted).select();
    await type(mounted, 'nobody at all');
    expect(find(mounted.view, 'gc-consult-dialog [aria-live]').textContent).to.contain('Nobody found');
    expect(asked(mounted)).to.deep.equal([]);
  });

  it('says that people are being loaded', async () => {
    const loading: Change = {
      phonebooks: [],
      directory: { agents: { phase: 'loading', members: [] }, contacts: {} },
    };
    const mounted = await open('consult', {}, loading);
    expect(find(mounted.view, 'gc-consult-dialog [aria-live]').textContent).to.equal('Loading people…');
  });

  it('keeps who was chosen when the lists come anew', async () => {
    const mounted = await open();
    await press(mounted, 'ArrowDown', 'ArrowDown');
    const { agents, contacts } = PEOPLE.directory!;
    const members = agents.members.map((one) => ({ ...one, state: 'NOT_READY' as const }));
    await mounted.show(calling({ directory: { agents: { ...agents, members }, contacts } }));
    expect(find(mounted.view, 'gc-consult-dialog [aria-selected=true]').textContent).to.contain(
      'Grace Hopper',
    );
    expect(find(mounted.view, 'gc-consult-dialog [aria-selected=true]').textContent).to.contain('Not ready');
  });

  for (const how of ['Escape', 'Cancel'] as const) {
    it(`closes by ${how}, and the focus returns to the button`, async () => {
      const mounted = await open();
      if (how === 'Escape') await press(mounted, 'Escape');
      else find(mounted.view, 'gc-consult-dialog .quiet').click();
      await waitUntil(() => !isOpen(mounted) && focused() !== document.body, 'the dialog closes');
      await settled(mounted.view);
      expectFocused(button(mounted, 'consult'));
      expect(asked(mounted)).to.deep.equal([]);
    });
  }

  it('waits for GC, then makes way for the consult call', async () => {
    const mounted = await open();
    await type(mounted, '2002');
    await press(mounted, 'Enter');
    await mounted.show(calling({ waiting: [sent('ConsultCall')] }));
    expect(isOpen(mounted)).to.equal(true);
    await press(mounted, 'Enter');
    expect(asked(mounted), 'once').to.have.length(1);
    await mounted.show({ ...calling(), calls: [held(), consult()] });
    expect(isOpen(mounted)).to.equal(false);
    expect(findAll(mounted.view, 'gc-call-card [role=region]').map((one) => one.ariaLabel)).to.deep.equal([
      'Call with Maria Sørensen',
      'Consult call with Grace Hopper',
    ]);
  });

  it('keeps the number when GC refuses it', async () => {
    const mounted = await open();
    await type(mounted, '99');
    await press(mounted, 'Enter');
    await mounted.show(calling({ waiting: [sent('ConsultCall')] }));
    await mounted.show(calling());
    expect(box(mounted).value).to.equal('99');
    await press(mounted, 'Enter');
    expect(asked(mounted)).to.have.length(2);
  });

  it('has its button off, and says why, while GC is out of reach', async () => {
    const mounted = await open();
    await type(mounted, '2002');
    await mounted.show(calling({ service: { phase: 'reconnecting', since: ago(1) } }));
    await press(mounted, 'Enter');
    expect(asked(mounted)).to.deep.equal([]);
    expect(find(mounted.view, '#told').textContent).to.contain('Comes back with the connection');
  });

  it('goes with its call', async () => {
    const mounted = await open();
    await mounted.show(wrappingUp());
    expect(isOpen(mounted)).to.equal(false);
  });

  it('hands a call on directly', async () => {
    const mounted = await open('directTransfer');
    expect(await names()).to.include.members(['dialog "Direct transfer"', 'button "Transfer"']);
    await type(mounted, 'gra');
    await press(mounted, 'Enter');
    expect(asked(mounted)).to.deep.equal([{ type: 'directTransfer', call: key, number: '2002' }]);
  });
});
