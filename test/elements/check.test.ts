import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CheckLine } from '../../src/state/check.ts';
import type { PopReport, SoftphoneState } from '../../src/state/model.ts';
import { expectAccessible, overflows, smallTargets } from '../support/audit.ts';
import { ago, logging, signedIn, signedOut } from '../support/make-state.ts';
import {
  deep,
  expectFocused,
  find,
  findAll,
  mount,
  openCheck,
  openSettings,
  settled,
} from '../support/mount.ts';
import type { MountOptions, Mounted } from '../support/mount.ts';
import { accessible, names } from '../support/roles.ts';
import { STATES } from '../support/states.ts';

const LINES: readonly CheckLine[] = [
  { check: 'broker', outcome: 'good', key: 'check.broker.good', values: { host: 'b:1', milliseconds: '5' } },
  {
    check: 'storage',
    outcome: 'bad',
    key: 'check.storage.denied',
    values: { what: 'IndexedDB', origin: 'o' },
  },
  { check: 'clock', outcome: 'warning', key: 'check.clock.ahead', values: { seconds: '120' } },
];

const POPS: readonly PopReport[] = [
  { firstSeen: ago(600), direction: 'inbound', outcome: 'nothing', tried: [] },
  {
    firstSeen: ago(60),
    direction: 'campaign',
    outcome: 'found',
    tried: [
      { rule: 0, by: 'callVariable8', outcome: 'missing' },
      { rule: 1, by: 'BAAccountNumber', outcome: 'found', count: 2 },
    ],
  },
];

interface Opened extends Mounted {
  /** How often the checks ran. */
  readonly runs: () => number;
  readonly page: () => HTMLElement;
}

/** A softphone with the page open. */
async function open(
  state: SoftphoneState = signedIn({ pops: POPS }),
  options: MountOptions = {},
  check: (report: (line: CheckLine) => void) => Promise<void> = (report) => {
    LINES.forEach(report);
    return Promise.resolve();
  },
): Promise<Opened> {
  const mounted = await mount(state, options);
  let runs = 0;
  Object.assign(mounted.source, {
    check: (report: (line: CheckLine) => void) => {
      runs += 1;
      return check(report);
    },
  });
  await openCheck(mounted.view);
  return { ...mounted, runs: () => runs, page: () => find(mounted.view, 'gc-check') };
}

const words = (root: Element, selector: string): string[] =>
  findAll(root, selector).map((one) => one.textContent.replace(/\s+/g, ' ').trim());
const button = ({ view }: Mounted, name: string): HTMLElement =>
  findAll(view, 'gc-check button').find((one) => one.textContent.trim() === name) ??
  expect.fail(`no ${name}`);

describe('the page “Check this setup”', () => {
  it('is opened from the settings in every state without a call, and left with Back', async () => {
    for (const state of [signedOut(), signedIn(), signedIn({ calls: [logging()] })]) {
      const mounted = await open(state);
      expect(await names()).to.include.members([
        'region "Check this setup"',
        'heading "Check this setup"',
        'button "Back"',
        'button "Copy"',
        'button "Check again"',
      ]);
      expect(findAll(mounted.view, 'gc-work,gc-sign-in')).to.have.length(0);
      expectFocused(find(mounted.view, 'gc-check h2'));
      button(mounted, 'Back').click();
      await settled(mounted.view);
      expect(findAll(mounted.view, 'gc-check')).to.have.length(0);
      await settled(mounted.view);
      expectFocused(find(mounted.view, 'gc-settings #check'));
    }
  });

  it('has a line for each finding, whose verdict is a word and a shape', async () => {
    const { page } = await open();
    expect(words(page(), 'ul:first-of-type>li')).to.deep.equal([
      'Good · Broker b:1 lets the softphone in (5 ms).',
      'Problem · Storage The browser denies IndexedDB to o: unsaved notes and pending logs are lost when the page is closed. Allow storage (cookies) of this site in the CRM’s pages.',
      'Warning · Clock This computer’s clock is 120 s ahead. Set it by a time server: times in the CRM are wrong by that much.',
    ]);
    const shapes = findAll(page(), 'ul:first-of-type svg').map(({ dataset }) => dataset['icon']);
    expect(shapes).to.deep.equal(['check', 'close', 'warning']);
    expect(words(page(), '[aria-live]')[0]).to.equal('Good: 1 · Warnings: 1 · Problems: 1');
  });

  it('shows lines as they come, and says when it is done', async () => {
    let report: (line: CheckLine) => void = () => undefined;
    let end: () => void = () => undefined;
    const mounted = await open(signedIn(), {}, (listener) => {
      report = listener;
      return new Promise((resolve) => (end = resolve));
    });
    const summary = () => words(mounted.page(), '[aria-live]')[0];
    report(LINES[0] ?? expect.fail());
    await settled(mounted.view);
    expect(words(mounted.page(), 'ul:first-of-type>li')).to.have.length(1);
    expect(summary()).to.equal('Checking…');
    end();
    await waitUntil(() => summary() === 'Good: 1 · Warnings: 0 · Problems: 0');
  });

  it('runs again on request, and forgets what an earlier run still says', async () => {
    const reports: ((line: CheckLine) => void)[] = [];
    const mounted = await open(signedIn(), {}, (report) => {
      reports.push(report);
      return new Promise(() => undefined);
    });
    button(mounted, 'Check again').click();
    reports[0]?.(LINES[0] ?? expect.fail());
    reports[1]?.(LINES[1] ?? expect.fail());
    await settled(mounted.view);
    expect(mounted.runs()).to.equal(2);
    expect(words(mounted.page(), 'ul:first-of-type b')).to.deep.equal(['Problem']);
  });

  it('says when the checks themselves could not be loaded, and tries again', async () => {
    const mounted = await open(signedIn(), {}, () => Promise.reject(new Error('offline')));
    const summary = () => words(mounted.page(), '[aria-live]')[0];
    await waitUntil(() => summary() === 'This could not be loaded. Check the network, then try again.');
    button(mounted, 'Check again').click();
    expect(mounted.runs()).to.equal(2);
  });

  it('waits until the softphone can check', async () => {
    const mounted = await mount(signedOut());
    await openCheck(mounted.view);
    const { source, view } = mounted;
    expect(words(find(view, 'gc-check'), 'li')).to.deep.equal([]);
    view.source = {
      state: source.state,
      dispatch: source.dispatch,
      subscribe: (listener) => source.subscribe(listener),
      check: (report) => Promise.resolve(LINES.forEach(report)),
    };
    await settled(view);
    await waitUntil(() => words(find(view, 'gc-check'), 'li').length === 3);
  });

  it('gives way to a call at once, and comes back after it with what it has found', async () => {
    const mounted = await open();
    await mounted.show(STATES['incoming']?.() ?? expect.fail());
    expect(find(mounted.view, 'gc-check').getClientRects()).to.have.length(0);
    await accessible('alertdialog', 'Incoming call from Maria Sørensen');
    await mounted.show(signedIn({ pops: POPS }));
    expect(find(mounted.view, 'gc-check').getClientRects()).to.have.length(1);
    expect(mounted.runs()).to.equal(1);
  });

  it('tells how the last screen pops went, the latest first', async () => {
    const { page, i18n, ...mounted } = await open();
    const time = (pop: PopReport | undefined) => i18n.format.time(pop?.firstSeen ?? 0);
    expect(words(page(), 'ul[aria-labelledby=pops]>li')).to.deep.equal([
      `${time(POPS[1])}Campaign: found Carried along with a transfer, callVariable8: the call has no such valueRule 1, BAAccountNumber: records found: 2`,
      `${time(POPS[0])}Inbound: nothing found`,
    ]);
    await mounted.show(signedIn());
    expect(words(page(), 'section>p')).to.include('None since this softphone was opened.');
  });

  it('is copied as text', async () => {
    const mounted = await open();
    const copied: string[] = [];
    const write = navigator.clipboard.writeText.bind(navigator.clipboard);
    navigator.clipboard.writeText = (text) => Promise.resolve(void copied.push(text));
    try {
      button(mounted, 'Copy').click();
      await waitUntil(() => words(mounted.page(), '[aria-live]')[1] === 'Copied');
    } finally {
      navigator.clipboard.writeText = write;
    }
    const [text = ''] = copied;
    expect(text.split('\n').slice(0, 2)).to.deep.equal(['Check this setup', '2026-11-21T14:05:00.000Z']);
    expect(text).to.contain('Good | Broker | b:1 lets the softphone in (5 ms).');
    expect(text).to.contain('Campaign: found\n  Carried along with a transfer, callVariable8');
    expect(text).to.contain(navigator.userAgent);
    expect(text).not.to.contain('?');
  });

  it('hands the text over to be copied by hand where the browser forbids it', async () => {
    const mounted = await open();
    const write = navigator.clipboard.writeText.bind(navigator.clipboard);
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('denied', 'NotAllowedError'));
    try {
      button(mounted, 'Copy').click();
      await waitUntil(() => findAll(mounted.view, 'gc-check textarea').length === 1);
    } finally {
      navigator.clipboard.writeText = write;
    }
    const text = find<HTMLTextAreaElement>(mounted.view, 'gc-check textarea');
    await settled(mounted.view);
    expectFocused(text);
    expect(text.value).to.contain('Problem | Storage');
    expect([text.selectionStart, text.selectionEnd]).to.deep.equal([0, text.value.length]);
    expect(text.readOnly).to.equal(true);
  });

  it('works by keyboard', async () => {
    const mounted = await mount(signedIn());
    Object.assign(mounted.source, { check: () => Promise.resolve() });
    await openSettings(mounted.view);
    find(mounted.view, 'gc-settings #check').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(mounted.view, 'gc-check h2').length > 0);
    await settled(mounted.view);
    await sendKeys({ press: 'Tab' });
    expectFocused(button(mounted, 'Back'));
    await sendKeys({ press: 'Space' });
    await settled(mounted.view);
    expectFocused(find(mounted.view, 'gc-settings #check'));
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in ${theme}`, async () => {
      const { view } = await open(signedIn({ pops: POPS }), { theme });
      await expectAccessible(view);
    });
  }

  for (const [width, language] of [
    [240, 'en'],
    [240, 'de'],
    [320, 'ar'],
  ] as const) {
    it(`fits ${width} px in ${language}`, async () => {
      const { view } = await open(signedIn({ pops: POPS }), { width, language });
      expect(overflows(view)).to.deep.equal([]);
      expect(smallTargets(view)).to.deep.equal([]);
    });
  }

  it('has no word that is not translated', async () => {
    const { page } = await open(signedIn({ pops: POPS }), { language: 'xx' });
    const texts = [...deep(page())].flatMap((one) =>
      [...(one.shadowRoot ?? one).childNodes]
        .filter((node) => node instanceof Text)
        .map((node) => node.data.trim())
        .filter((text) => !/^(?:·?|[\d:]+ [AP]M)$/.test(text)),
    );
    expect(texts.length).to.be.greaterThan(15);
    expect(texts.filter((text) => !text.startsWith('⟦'))).to.deep.equal([]);
  });
});
