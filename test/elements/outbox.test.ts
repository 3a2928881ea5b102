import { expect } from '@open-wc/testing';
import { createOutbox, type Outbox } from '../../crm-adapter/outbox.ts';
import { NOW, wrapUp } from '../support/make-state.ts';

const DAY = 24 * 3_600_000;
const KEY = wrapUp().key;

/** An outbox on this browser's own IndexedDB. */
function open(now = NOW, databases: () => IDBFactory = () => indexedDB): { outbox: Outbox; denials: number } {
  const bench = {
    denials: 0,
    outbox: createOutbox({ databases, now: () => now, onDenied: () => (bench.denials += 1) }),
  };
  return bench;
}

/** Also tells that nobody holds the database who would have to let it go. */
function clear(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('gc-softphone');
    request.onsuccess = () => resolve();
    request.onerror = () => reject(new Error('not deleted'));
  });
}

describe('the outbox in IndexedDB', () => {
  beforeEach(clear);

  it('outlives the page: what was kept last is there, for its owner alone', async () => {
    const { outbox } = open();
    await outbox.put('org/ada', wrapUp({ draft: { notes: 'first' } }));
    await outbox.put('org/ada', wrapUp({ draft: { notes: 'Søren 😀\n<b>' } }));
    await outbox.put('org/eve', wrapUp({ key: 'hers' }));
    const next = open();
    expect(await next.outbox.load('org/ada')).to.deep.equal([
      { owner: 'org/ada', key: KEY, keptAt: NOW, call: wrapUp({ draft: { notes: 'Søren 😀\n<b>' } }) },
    ]);
    expect((await next.outbox.load('org/eve')).map((entry) => entry.key)).to.deep.equal(['hers']);
    expect(await next.outbox.load('org/ad')).to.deep.equal([]);
    expect(next.denials).to.equal(0);
  });

  it('keeps a mark without content of what was removed', async () => {
    const { outbox } = open();
    await outbox.put('org/ada', wrapUp());
    await outbox.remove('org/ada', KEY);
    expect(await open().outbox.load('org/ada')).to.deep.equal([{ owner: 'org/ada', key: KEY, keptAt: NOW }]);
  });

  it('forgets a mark after a day, and a call after thirty, whosesoever it is', async () => {
    const { outbox } = open();
    await outbox.put('org/eve', wrapUp());
    await outbox.remove('org/eve', 'mark');
    await open(NOW + DAY + 1).outbox.load('org/ada');
    expect((await open().outbox.load('org/eve')).map((entry) => entry.key)).to.deep.equal([KEY]);
    await open(NOW + 30 * DAY + 1).outbox.load('org/ada');
    expect(await open().outbox.load('org/eve')).to.deep.equal([]);
  });

  it('that is cleared by somebody goes on', async () => {
    const bench = open();
    await bench.outbox.put('org/ada', wrapUp());
    await clear();
    await bench.outbox.put('org/ada', wrapUp({ key: 'next' }));
    expect((await open().outbox.load('org/ada')).map((entry) => entry.key)).to.deep.equal(['next']);
    expect(bench.denials).to.equal(0);
  });

  it('that is denied keeps everything as long as the page, and says so once', async () => {
    const bench = open(NOW, () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    });
    await bench.outbox.put('org/ada', wrapUp());
    expect((await bench.outbox.load('org/ada'))[0]?.call).to.deep.equal(wrapUp());
    expect(bench.denials).to.equal(1);
  });

  it('that cannot keep a thing keeps it as long as the page', async () => {
    const bench = open();
    const call = wrapUp({ variables: { cannot: (() => undefined) as unknown as string } });
    await bench.outbox.put('org/ada', call);
    expect((await bench.outbox.load('org/ada'))[0]?.call).to.equal(call);
    expect(bench.denials).to.equal(1);
  });
});
