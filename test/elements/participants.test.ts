import { expect } from '@open-wc/testing';
import type { SoftphoneState } from '../../src/state/model.ts';
import { active } from '../support/make-state.ts';
import { find, findAll, mount } from '../support/mount.ts';
import type { Mounted } from '../support/mount.ts';
import { STATES } from '../support/states.ts';

const state = (name: string): SoftphoneState => (STATES[name] ?? expect.fail(`no state ${name}`))();
const rows = ({ view }: Mounted): string[] =>
  findAll(view, 'gc-participants li').map((row) => row.textContent.replace(/\s+/g, ' ').trim());

describe('the list "Participants"', () => {
  it('says who is on the line and where each stands', async () => {
    const mounted = await mount(state('conference'));
    expect(rows(mounted)).to.deep.equal(['You Active', 'Maria Sørensen Active', '2002 On hold']);
  });

  it('names a colleague where the list of agents is there', async () => {
    const members = [{ loginId: '1002', firstName: 'Grace', lastName: 'Hopper', extension: '2002' }];
    const directory = { agents: { phase: 'there', members }, contacts: {} } as const;
    const mounted = await mount({ ...state('conference'), directory });
    expect(rows(mounted)[2]).to.equal('Grace Hopper On hold');
  });

  it('is not there for a call of two', async () => {
    const { view } = await mount(state('active'));
    expect(findAll(view, 'gc-participants')).to.deep.equal([]);
  });

  it('lets a supervisor drop the others, and nobody else', async () => {
    const agent = await mount(state('conference'));
    expect(findAll(agent.view, 'gc-participants button')).to.deep.equal([]);
    const mounted = await mount(state('conference, supervisor'));
    const drops = findAll(mounted.view, 'gc-participants button');
    expect(drops.map((one) => one.ariaLabel)).to.deep.equal(['Drop Maria Sørensen', 'Drop 2002']);
    drops[1]?.click();
    expect(mounted.source.intents).to.deep.equal([
      { type: 'dropParticipant', call: active().key, address: '2002' },
    ]);
  });

  it('waits for GC with the one who is dropped', async () => {
    const mounted = await mount(state('conference, drop pressed'));
    const drop = find(mounted.view, 'gc-participants [aria-busy]');
    expect(drop.ariaLabel).to.equal('Drop 2002');
    drop.click();
    expect(mounted.source.intents).to.deep.equal([]);
  });
});
