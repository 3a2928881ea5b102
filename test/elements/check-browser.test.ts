import { expect, waitUntil } from '@open-wc/testing';
import { browserOf, type Violation } from '../../src/check/browser.ts';

describe('what the checks try in a browser', () => {
  const browser = browserOf();

  it('is kept, locked, and leaves nothing behind', async () => {
    browser.tryStore('sessionStorage');
    browser.tryStore('localStorage');
    await browser.tryDatabase();
    await browser.tryDatabase();
    await browser.tryLocks();
    expect(sessionStorage.getItem('gc-softphone-check')).to.equal(null);
    expect(localStorage.getItem('gc-softphone-check')).to.equal(null);
    await waitUntil(async () => {
      const all = await indexedDB.databases();
      return !all.some(({ name }) => name === 'gc-softphone-check');
    });
    expect((await navigator.locks.query()).held).to.deep.equal([]);
  });

  it('is the state of sound', async () => {
    expect(await browser.trySound()).to.be.oneOf(['running', 'suspended']);
  });

  it('is what the page’s server says of it', async () => {
    const headers = await browser.headers();
    expect(Date.parse(headers.get('date') ?? '')).to.be.closeTo(Date.now(), 60_000);
  });

  it('is what a policy stops, before and after it is asked for', async () => {
    const frame = document.createElement('iframe');
    // A policy of its own, in a document of its own.
    frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="img-src 'none'"><img src="/early.png">`;
    await new Promise((resolve) => {
      frame.addEventListener('load', resolve);
      document.body.append(frame);
    });
    const view = frame.contentWindow as Window & typeof globalThis;
    const inside = browserOf(view);
    expect(inside.framed).to.equal(true);
    expect(inside.framedBy).to.equal(location.origin);
    expect(inside.metaPolicies).to.deep.equal(["img-src 'none'"]);
    const violations: Violation[] = [];
    const stop = inside.onViolation((one) => violations.push(one));
    const image = view.document.createElement('img');
    image.src = '/late.png';
    const seen = (name: string) => violations.some(({ blocked }) => blocked.endsWith(name));
    await waitUntil(() => seen('/early.png') && seen('/late.png'), JSON.stringify(violations));
    expect(new Set(violations.map(({ directive }) => directive))).to.deep.equal(new Set(['img-src']));
    stop();
    frame.remove();
  });
});
