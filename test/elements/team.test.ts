import { expect } from '@open-wc/testing';
import { expectAccessible, overflows } from '../support/audit.ts';
import { find, findAll, mount, settled, type Mounted } from '../support/mount.ts';
import { THOUSANDS, changed, choose, names, row, rows, show, state, text } from '../support/team-page.ts';
import { MEMBERS, supervising } from '../support/team-states.ts';

const told = ({ view }: Mounted): string => text(find(view, 'gc-team .told'));
const type = async (mounted: Mounted, words: string): Promise<void> => {
  const box = find<HTMLInputElement>(mounted.view, 'gc-team input');
  box.value = words;
  box.dispatchEvent(new InputEvent('input'));
  await settled(mounted.view);
};

describe('the team', () => {
  for (const name of ['team', 'team, who talks', 'team, sign-out asked back', THOUSANDS])
    it(`is accessible: ${name}`, async () => {
      const mounted = await mount(state(name));
      await expectAccessible(mounted.view);
    });

  it('is a table called Team, with a combobox called Team', async () => {
    const mounted = await mount(state('team'));
    expect(find(mounted.view, 'gc-team [role="table"]').getAttribute('aria-label')).to.equal('Team');
    const options = findAll(mounted.view, 'gc-team select[aria-label="Team"] option').map(text);
    expect(options).to.deep.equal(['Sales', 'Support']);
    const columns = findAll(mounted.view, 'gc-team [role="columnheader"]').map(text);
    expect(columns).to.deep.equal(['Name', 'Extension', 'State', 'Reason', 'Time in state', 'Actions']);
  });

  it('says name, extension, state, reason and time', async () => {
    const mounted = await mount(state('team'));
    expect(rows(mounted).map(text)).to.deep.equal([
      'Alan Turing ext. 2003 Not ready Lunch 11:02',
      'Grace Hopper ext. 2002 Talking 01:37',
      'Hedy Lamarr ext. 2008 Reserved 00:04',
      'Katherine Johnson ext. 2004 Ready 00:12',
      'Łucja Nowak ext. 2005 Wrap-up 00:48',
      'Mary Jackson Signed out End of shift 2:01:40',
    ]);
    expect(row(mounted, 'Grace Hopper').querySelector('[data-mark="talking"]')).not.to.equal(null);
    expect(told(mounted)).to.equal('6 members');
  });

  it('lets the times run by the one clock', async () => {
    const mounted = await mount(state('team'));
    mounted.clock.forward(2000);
    await settled(mounted.view);
    expect(text(row(mounted, 'Grace Hopper'))).to.match(/01:39$/);
  });

  it('asks for the first team when it is opened, once, and for another that is chosen', async () => {
    const { team: _team, ...unasked } = {
      ...supervising().supervision,
      phase: 'unasked',
      members: [],
    } as const;
    const mounted = await mount({ ...supervising(), supervision: { queues: [], ...unasked } });
    find(mounted.view, '#team').click();
    await settled(mounted.view);
    mounted.clock.forward(3000);
    await settled(mounted.view);
    expect(mounted.source.intents).to.deep.equal([{ type: 'watchTeam', team: '1' }]);
    await choose(mounted, 'Team', '2');
    expect(mounted.source.intents.at(-1)).to.deep.equal({ type: 'watchTeam', team: '2' });
  });

  it('asks again after a failure, when wanted', async () => {
    const mounted = await mount(state('team, not loaded'));
    expect(told(mounted)).to.equal('The team could not be loaded. Try again');
    mounted.source.intents.length = 0;
    find(mounted.view, 'gc-team .told button').click();
    expect(mounted.source.intents).to.deep.equal([{ type: 'watchTeam', team: '1' }]);
  });

  it('finds members by the beginnings of names, and by extension', async () => {
    const mounted = await mount(state('team'));
    await type(mounted, 'lu no');
    expect(names(mounted)).to.deep.equal(['Łucja Nowak']);
    await type(mounted, '2003');
    expect(names(mounted)).to.deep.equal(['Alan Turing']);
    await type(mounted, 'nobody');
    expect(told(mounted)).to.equal('Nobody in this team fits.');
  });

  it('shows those in one state, says how many each has, and follows them', async () => {
    const mounted = await mount(state('team'));
    const options = findAll(mounted.view, 'gc-team select[aria-label="State"] option').map(text);
    expect(options).to.deep.equal([
      'All states',
      'Ready (1)',
      'Not ready (1)',
      'Talking (2)',
      'Wrap-up (1)',
      'Signed out (1)',
    ]);
    await choose(mounted, 'State', 'talking');
    expect(names(mounted)).to.deep.equal(['Grace Hopper', 'Hedy Lamarr']);
    await show(mounted, changed(MEMBERS, 2, { state: 'READY' }));
    expect(names(mounted)).to.deep.equal(['Grace Hopper']);
  });
});

describe('the team in narrow and mirrored panels', () => {
  for (const [width, language] of [
    [240, 'en'],
    [240, 'de'],
    [320, 'ar'],
  ] as const)
    it(`fits ${width} px in ${language}`, async () => {
      const mounted = await mount(state('team, who talks'), { width, language });
      expect(overflows(mounted.view)).to.deep.equal([]);
      const line = find(mounted.view, 'gc-team .rows .line');
      const [who, extension] = [line.querySelector('.who')!, line.querySelector('.extension')!].map((one) =>
        one.getBoundingClientRect(),
      );
      const isMirrored = extension!.left < who!.left;
      expect(isMirrored).to.equal(language === 'ar');
    });
});
