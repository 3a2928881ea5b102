import { expect } from '@open-wc/testing';
import { expectAccessible } from '../support/audit.ts';
import { find, findAll, mount, settled, type Mounted } from '../support/mount.ts';
import { STATES } from '../support/states.ts';
import { QUEUES, supervising } from '../support/team-states.ts';

const state = (name: string) => (STATES[name] ?? expect.fail(`no state ${name}`))();
const text = (element: Element): string => element.textContent.replace(/\s+/g, ' ').trim();
const told = ({ view }: Mounted): string => text(find(view, 'gc-queues .told'));

describe('the queues', () => {
  for (const name of ['queues', 'queues, not refreshed'])
    it(`are accessible: ${name}`, async () => {
      const { view } = await mount(state(name));
      await expectAccessible(view);
      expect(find(view, 'gc-queues [role="table"]').getAttribute('aria-label')).to.equal('Queues');
    });

  it('say how many wait, for how long, and what the agents do', async () => {
    const { view } = await mount(state('queues'));
    expect(findAll(view, 'gc-queues .queue').map(text)).to.deep.equal([
      'Sales Waiting 3 Longest wait 02:10 Ready 4 Not ready 2 Talking 8 Wrap-up 1',
      'Support Waiting 0 Longest wait –not known Ready 12 Not ready 0 Talking 0 Wrap-up –not known',
      'Reception Waiting –not known Longest wait –not known Ready –not known Not ready –not known' +
        ' Talking –not known Wrap-up –not known',
    ]);
  });

  it('count the longest wait on', async () => {
    const mounted = await mount(state('queues'));
    mounted.clock.forward(5000);
    await settled(mounted.view);
    expect(text(find(mounted.view, 'gc-queues .longest'))).to.equal('Longest wait 02:15');
  });

  it('are asked for every fifteen seconds while somebody looks at them', async () => {
    const mounted = await mount(state('queues'));
    const { intents } = mounted.source;
    const asked = async (milliseconds: number): Promise<number> => {
      intents.length = 0;
      mounted.clock.forward(milliseconds);
      await settled(mounted.view);
      return intents.filter(({ type }) => type === 'loadQueues').length;
    };
    expect(intents).to.deep.equal([{ type: 'loadQueues' }]);
    expect(await asked(14_000)).to.equal(0);
    expect(await asked(1000)).to.equal(1);
    find(mounted.view, '#keypad').click();
    await settled(mounted.view);
    expect(await asked(60_000)).to.equal(0);
    find(mounted.view, '#queues').click();
    await settled(mounted.view);
    expect(await asked(0)).to.equal(0);
    expect(await asked(15_000)).to.equal(1);
  });

  it('are not asked for while GC is out of reach, and at once when it is back', async () => {
    const mounted = await mount(state('queues'));
    const gone = supervising({ queues: QUEUES }, { service: { phase: 'reconnecting', since: 0 } });
    await mounted.show(gone);
    mounted.source.intents.length = 0;
    mounted.clock.forward(60_000);
    await settled(mounted.view);
    expect(mounted.source.intents).to.deep.equal([]);
    expect(told(mounted)).to.contain('Comes back with the connection');
    await mounted.show(supervising({ queues: QUEUES }));
    expect(mounted.source.intents).to.deep.equal([{ type: 'loadQueues' }]);
  });

  it('say from when they are, and that they could not be refreshed', async () => {
    const mounted = await mount(state('queues, not refreshed'));
    const time = mounted.i18n.format.time(state('queues').supervision!.queuesAt!);
    expect(told(mounted)).to.equal(`The numbers could not be refreshed. As of ${time}`);
    expect(told(await mount(state('queues')))).to.equal(`As of ${time}`);
  });

  it('have a tab once there is at least one, and none for an agent', async () => {
    const mounted = await mount(supervising());
    expect(findAll(mounted.view, '#queues')).to.have.length(0);
    await mounted.show(supervising({ queues: QUEUES }));
    expect(findAll(mounted.view, '#queues')).to.have.length(1);
    await mounted.show(supervising({ queues: QUEUES }, { agent: { supervisor: false } }));
    expect(findAll(mounted.view, '[role="tab"]').map(({ id }) => id)).to.deep.equal([
      'keypad',
      'directory',
      'recent',
    ]);
  });
});
