import { expect } from '@open-wc/testing';
import type { Team } from '../../src/elements/team.ts';
import { find, mount, type Mounted } from '../support/mount.ts';
import {
  THOUSANDS,
  button,
  changed,
  frame,
  nameOf,
  names,
  row,
  rows,
  scrolled,
  scroller,
  show,
  state,
  text,
} from '../support/team-page.ts';
import { MEMBERS, manyMembers, supervising } from '../support/team-states.ts';

const told = ({ view }: Mounted): string => text(find(view, 'gc-team .told'));

describe('a team of two thousand', () => {
  it('has at most sixty rows on the page, and says how many there are', async () => {
    for (const height of [480, 4000]) {
      const mounted = await mount(state(THOUSANDS), { height });
      expect(rows(mounted).length).to.be.within(5, 60);
      scroller(mounted).scrollTop = 50_000;
      await scrolled(mounted);
      expect(rows(mounted).length).to.be.within(5, 60);
      expect(find(mounted.view, 'gc-team [role="table"]').getAttribute('aria-rowcount')).to.equal('2001');
      expect(told(mounted)).to.equal('2,000 members');
    }
  });

  for (const size of ['100%', '200%'])
    it(`is as high as its rows with text of ${size}, and shows each where it belongs`, async () => {
      const mounted = await mount(state(THOUSANDS));
      try {
        // While it is shown: sizes are measured, and never assumed.
        document.documentElement.style.fontSize = size;
        await scrolled(mounted);
        const height = find(mounted.view, 'gc-team .probe').getBoundingClientRect().height;
        expect(height).to.be.at.least(size === '100%' ? 48 : 90);
        expect(find(mounted.view, 'gc-team .table').getBoundingClientRect().height).to.be.closeTo(
          2000 * height,
          1,
        );
        for (const part of [0.5, 1]) {
          scroller(mounted).scrollTop = scroller(mounted).scrollHeight * part;
          await scrolled(mounted);
          const box = scroller(mounted).getBoundingClientRect();
          const seen = rows(mounted).filter((one) => {
            const { top, bottom } = one.getBoundingClientRect();
            return bottom > box.top && top < box.bottom;
          });
          const covered = seen.reduce((sum, one) => sum + one.getBoundingClientRect().height, 0);
          expect(covered).to.be.at.least(scroller(mounted).clientHeight - 1);
          for (const one of seen) {
            const place = one.getBoundingClientRect().top - box.top + scroller(mounted).scrollTop;
            expect(place).to.be.closeTo((Number(one.ariaRowIndex) - 2) * height, 2);
          }
        }
        expect(names(mounted).at(-1)).to.equal('Agent 2000');
      } finally {
        document.documentElement.style.fontSize = '';
      }
    });

  it('keeps the rows in their places below an open one, wherever it is scrolled', async () => {
    const mounted = await mount(state(THOUSANDS));
    button(mounted, 'Agent 0002').click();
    await scrolled(mounted);
    const height = find(mounted.view, 'gc-team .probe').getBoundingClientRect().height;
    const extra = find(mounted.view, 'gc-team .actions').getBoundingClientRect().height;
    expect(extra).to.be.greaterThan(40);
    const top = (name: string): number =>
      row(mounted, name).getBoundingClientRect().top -
      scroller(mounted).getBoundingClientRect().top +
      scroller(mounted).scrollTop;
    expect(top('Agent 0003')).to.be.closeTo(2 * height + extra, 2);
    scroller(mounted).scrollTop = 40_000;
    await scrolled(mounted);
    const [first] = names(mounted).slice(1);
    expect(top(first!)).to.be.closeTo((Number(first!.slice(6)) - 1) * height + extra, 2);
  });

  it('is rendered once for two hundred changes in a frame, and no row that stayed the same', async () => {
    const mounted = await mount(state(THOUSANDS));
    const team = find<Team>(mounted.view, 'gc-team');
    let updates = 0;
    team.addController({ hostUpdated: () => (updates += 1) });
    const touched = new Set<string>();
    const watcher = new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        const one = element?.closest('[aria-rowindex]');
        if (one && element !== one) touched.add(nameOf(one));
      }
    });
    watcher.observe(find(mounted.view, 'gc-team .rows'), {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    let members = manyMembers(2000);
    await frame();
    for (let change = 0; change < 200; change += 1) {
      const index = change % 2 === 0 ? 2 : 1000 + change;
      members = changed(members, index, { state: change % 4 === 0 ? 'HOLD' : 'READY' });
      mounted.source.set(supervising({ members }));
    }
    expect(updates).to.equal(0);
    await team.updateComplete;
    await frame();
    await frame();
    expect(updates).to.equal(1);
    watcher.disconnect();
    expect([...touched]).to.deep.equal(['Agent 0003']);
    expect(text(row(mounted, 'Agent 0003'))).to.contain('Ready');
  });

  it('is rendered in the end where no frame comes', async () => {
    const mounted = await mount(state('team'));
    const real = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = () => 0;
    try {
      await show(mounted, changed(MEMBERS, 0, { state: 'READY' }));
      expect(text(row(mounted, 'Alan Turing'))).to.contain('Ready');
    } finally {
      window.requestAnimationFrame = real;
    }
  });

  it('is not rendered while another tab is open, and is right when it is back', async () => {
    const mounted = await mount(state('team'));
    find(mounted.view, '#keypad').click();
    await scrolled(mounted);
    await show(mounted, changed(MEMBERS, 0, { firstName: 'Alonzo' }));
    expect(names(mounted)[0]).to.equal('Alan Turing');
    find(mounted.view, '#team').click();
    await scrolled(mounted);
    expect(names(mounted)[0]).to.equal('Alonzo Turing');
  });
});
