import { expect } from '@open-wc/testing';
import { recentShelf } from '../../src/softphone/recent-shelf.ts';
import { RECENT_FOR } from '../../src/state/recent.ts';
import { expectAccessible } from '../support/audit.ts';
import { MARIA, NOW, signedIn } from '../support/make-state.ts';
import { find, findAll, mount, settled, type Mounted } from '../support/mount.ts';
import { RECENT, recentCall } from '../support/people-states.ts';
import { STATES } from '../support/states.ts';

const state = (name: string) => (STATES[name] ?? expect.fail(`no state ${name}`))();
const items = ({ view }: Mounted): HTMLElement[] => findAll(view, 'gc-recent-calls li');
const words = (element: Element | undefined): string =>
  element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
const button = ({ view }: Mounted, name: string): HTMLElement => {
  const named = findAll(view, 'gc-recent-calls button').find(
    (one) => words(one) === name || one.querySelector('svg')?.getAttribute('aria-label') === name,
  );
  return named ?? expect.fail(`no button ${name}`);
};
const ways = (mounted: Mounted): (string | null | undefined)[] =>
  items(mounted).map((item) => item.querySelector('.way')?.getAttribute('aria-label'));

describe('the recent calls', () => {
  it('are a list of that name', async () => {
    const { view } = await mount(state('recent calls'));
    await expectAccessible(view);
    expect(find(view, 'gc-recent-calls ul').getAttribute('aria-label')).to.equal('Recent calls');
  });

  it('say which way a call went, with whom, when and how long', async () => {
    const mounted = await mount(state('recent calls'));
    expect(ways(mounted)).to.deep.equal(['Missed', 'Incoming', 'Outgoing', 'Outgoing', 'Incoming']);
    const time = (at: number): string => mounted.i18n.format.time(at);
    const [missed, answered, , unanswered, withheld] = items(mounted).map(words);
    expect(missed).to.equal(`+1 415 555 0123 Missed ${time(RECENT[0]!.at)}`);
    expect(answered).to.equal(`Maria Sørensen +45 33 55 01 23 · ${time(RECENT[1]!.at)} · 4 min 12 sec`);
    expect(unanswered).to.match(/ · No answer$/);
    expect(withheld).to.contain('Withheld number');
  });

  it('say the date where a call was not today', async () => {
    const mounted = await mount(state('recent calls'));
    expect(words(items(mounted)[3])).to.contain('Nov 20');
    expect(words(items(mounted)[1])).not.to.contain('Nov');
  });

  it('call a number again, and not one that was withheld', async () => {
    const mounted = await mount(state('recent calls'));
    button(mounted, 'Call +45 33 55 01 23').click();
    expect(mounted.source.intents).to.deep.equal([{ type: 'dial', number: '+4533550123' }]);
    expect(items(mounted)[4]?.querySelector('button')).to.equal(null);
  });

  it('open the record of a call', async () => {
    const mounted = await mount(state('recent calls'));
    button(mounted, 'Open Maria Sørensen').click();
    expect(mounted.source.intents).to.deep.equal([
      { type: 'openRecord', call: RECENT[1]?.key, record: MARIA.id },
    ]);
  });

  it('offer no record where there is no CRM any more', async () => {
    const mounted = await mount(state('recent calls'));
    await mounted.show(signedIn({ recent: RECENT, setup: { crm: false } }));
    expect(findAll(mounted.view, 'gc-recent-calls [data-icon="record"]')).to.deep.equal([]);
  });

  it('call nobody while GC is out of reach', async () => {
    const mounted = await mount(state('recent calls'));
    await mounted.show(signedIn({ recent: RECENT, service: { phase: 'reconnecting', since: NOW } }));
    expect(button(mounted, 'Call 2002').getAttribute('aria-disabled')).to.equal('true');
    button(mounted, 'Call 2002').click();
    expect(mounted.source.intents).to.deep.equal([]);
  });

  it('are cleared after a second thought', async () => {
    const mounted = await mount(state('recent calls'));
    button(mounted, 'Clear list').click();
    await settled(mounted.view);
    expect(find(mounted.view, 'gc-recent-calls [role="alert"]').textContent).to.equal(
      'Clear the list of recent calls?',
    );
    button(mounted, 'Keep it').click();
    await settled(mounted.view);
    expect(mounted.source.intents).to.deep.equal([]);
    button(mounted, 'Clear list').click();
    await settled(mounted.view);
    button(mounted, 'Clear').click();
    expect(mounted.source.intents).to.deep.equal([{ type: 'forgetRecent' }]);
  });

  it('say that there are none', async () => {
    const { view } = await mount(state('recent calls, none'));
    expect(words(find(view, 'gc-recent-calls p'))).to.equal('Calls you have had appear here.');
  });
});

describe('the shelf of recent calls', () => {
  const NAME = 'gc-softphone-recent';
  const clean = (): Promise<unknown> =>
    new Promise((resolve) => {
      const request = indexedDB.deleteDatabase(NAME);
      request.onsuccess = resolve;
    });
  beforeEach(clean);
  afterEach(clean);
  const shelf = () => recentShelf(() => indexedDB);

  it('keeps a list for each owner, beyond the page', async () => {
    await shelf().add('ada', [recentCall({ key: '1', at: NOW - 2 })], NOW);
    await shelf().add('ada', [recentCall({ key: '2', at: NOW - 1 })], NOW);
    const list = await shelf().add('ada', [], NOW);
    expect(list.map(({ key }) => key)).to.deep.equal(['2', '1']);
    expect(await shelf().add('eve', [], NOW)).to.deep.equal([]);
  });

  it('loses nothing of two that add at once', async () => {
    const one = shelf();
    await Promise.all(['1', '2', '3'].map((key) => one.add('ada', [recentCall({ key })], NOW)));
    expect(await one.add('ada', [], NOW)).to.have.length(3);
  });

  it('clears one list', async () => {
    const one = shelf();
    await one.add('ada', [recentCall()], NOW);
    await one.add('eve', [recentCall()], NOW);
    await one.clear('ada');
    expect(await one.add('ada', [], NOW)).to.deep.equal([]);
    expect(await one.add('eve', [], NOW)).to.have.length(1);
  });

  it('throws lists away that nobody added to for thirty days', async () => {
    await shelf().add('gone', [recentCall()], NOW);
    await shelf().add('ada', [], NOW + RECENT_FOR + 1);
    const kept = await new Promise<IDBValidKey[]>((resolve) => {
      indexedDB.open(NAME).onsuccess = (event) => {
        const database = (event.target as IDBOpenDBRequest).result;
        database.transaction('lists').objectStore('lists').getAllKeys().onsuccess = (got) => {
          database.close();
          resolve((got.target as IDBRequest<IDBValidKey[]>).result);
        };
      };
    });
    expect(kept).to.deep.equal(['ada']);
  });

  it('says so where the browser keeps nothing', async () => {
    const denied = recentShelf(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const said = await denied.add('ada', [], NOW).catch((error: unknown) => error);
    expect(said).to.be.instanceOf(DOMException);
  });
});
