import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import sinon from 'sinon';
import type { DiagnosticsFile } from '../../src/state/check.ts';
import { expectAccessible, overflows, smallTargets } from '../support/audit.ts';
import { signedIn } from '../support/make-state.ts';
import { find, findAll, mount, openCheck, settled } from '../support/mount.ts';
import type { MountOptions, Mounted } from '../support/mount.ts';

const FILE: DiagnosticsFile = {
  name: 'gc-softphone-2026-11-21-10-00-00.json',
  text: '{"format":"gc-softphone diagnostics 1"}\n',
  lines: ['10:00:02.000 ← InboundCall ALERTING', '10:00:01.000 → MakeReady'],
};
const STATE = signedIn({ counters: { unknown: 2, malformed: 1, unexpected: 0 } });

/** The page "Check this setup" with its last part. */
async function open(
  diagnostics: () => Promise<DiagnosticsFile> = () => Promise.resolve(FILE),
  options: MountOptions = {},
): Promise<Mounted> {
  const mounted = await mount(STATE, options);
  Object.assign(mounted.source, { check: () => Promise.resolve(), diagnostics });
  await openCheck(mounted.view);
  await settled(mounted.view);
  return mounted;
}

/** The link that the browser is given to follow. */
async function savedBy(press: () => Promise<void>): Promise<readonly [name: string, text: string]> {
  const links: HTMLAnchorElement[] = [];
  const click = sinon.stub(HTMLAnchorElement.prototype, 'click').callsFake(function (
    this: HTMLAnchorElement,
  ) {
    links.push(this);
  });
  try {
    await press();
    await waitUntil(() => links.length > 0);
  } finally {
    click.restore();
  }
  const [link] = links;
  return [link?.download ?? '', await (await fetch(link?.href ?? '')).text()];
}

const text = ({ view }: Mounted, selector: string): string[] =>
  findAll(view, selector).map((one) => one.textContent.replace(/\s+/g, ' ').trim());

describe('the diagnostics', () => {
  it('say how often GC was not understood', async () => {
    expect(text(await open(), 'gc-diagnostics .muted')).to.deep.equal([
      'Unknown frames: 2 · Malformed frames: 1 · Unexpected events: 0',
    ]);
  });

  it('are downloaded by keyboard', async () => {
    const mounted = await open();
    find(mounted.view, 'gc-diagnostics button').focus();
    expect(await savedBy(() => sendKeys({ press: 'Enter' }))).to.deep.equal([FILE.name, FILE.text]);
  });

  it('show what happened last, newest first, when they are asked', async () => {
    const mounted = await open();
    expect(text(mounted, 'gc-diagnostics li')).to.deep.equal([]);
    find(mounted.view, 'gc-diagnostics summary').click();
    await waitUntil(() => findAll(mounted.view, 'gc-diagnostics li').length > 0);
    expect(text(mounted, 'gc-diagnostics li')).to.deep.equal(FILE.lines);
  });

  it('say when they could not be made', async () => {
    const mounted = await open(() => Promise.reject(new Error('offline')));
    find(mounted.view, 'gc-diagnostics button').click();
    await waitUntil(() => text(mounted, 'gc-diagnostics .hint')[1] !== '');
    expect(text(mounted, 'gc-diagnostics .hint')[1]).to.equal(
      'The diagnostics could not be made. Check the network, then try again.',
    );
  });

  for (const language of ['en', 'de', 'ar']) {
    it(`fit 240 px in ${language}, and are accessible`, async () => {
      const { view } = await open(undefined, { language, width: 240 });
      find(view, 'gc-diagnostics summary').click();
      await waitUntil(() => findAll(view, 'gc-diagnostics li').length > 0);
      expect(overflows(view)).to.deep.equal([]);
      expect(smallTargets(view)).to.deep.equal([]);
      await expectAccessible(view);
    });
  }
});
