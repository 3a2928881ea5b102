import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import sinon from 'sinon';
import { expectAccessible } from '../support/audit.ts';
import { pending } from '../support/make-log.ts';
import { MARIA, NOW, active, ago, reserved, signedIn, talking } from '../support/make-state.ts';
import { expectFocused, find, findAll, focused, mount, settled } from '../support/mount.ts';
import type { Mounted } from '../support/mount.ts';
import { accessible } from '../support/roles.ts';
import { STATES } from '../support/states.ts';

const state = (name: string) => (STATES[name] ?? expect.fail(`no state ${name}`))();
const rows = ({ view }: Mounted): HTMLElement[] =>
  findAll(view, 'gc-log-list li').filter((one) => one.getClientRects().length > 0);
const button = ({ view }: Mounted, text: string): HTMLElement =>
  findAll(view, 'gc-pending-logs button').find((one) => one.textContent.trim() === text) ??
  expect.fail(`no ${text}`);
const buttons = ({ view }: Mounted): string[] =>
  findAll(view, 'gc-pending-logs li button').map((one) => one.textContent.trim());
const press = async (mounted: Mounted, text: string): Promise<void> => {
  button(mounted, text).click();
  await settled(mounted.view);
};
const { key } = pending();

/** What the agent would find in the folder for downloads. */
function watchDownloads(): { readonly name: string; readonly text: () => Promise<string> }[] {
  const files: { name: string; text: () => Promise<string> }[] = [];
  let blob = new Blob();
  sinon.stub(URL, 'createObjectURL').callsFake((one) => {
    blob = one as Blob;
    return 'blob:test';
  });
  sinon.stub(HTMLAnchorElement.prototype, 'click').callsFake(function (this: HTMLAnchorElement) {
    const mine = blob;
    files.push({ name: this.download, text: () => mine.text() });
  });
  return files;
}

describe('the logs that are pending', () => {
  afterEach(() => sinon.restore());

  it('are accessible', async () => {
    const { view } = await mount(state('logs pending'));
    await expectAccessible(view);
  });

  it('are not there while the CRM has everything', async () => {
    const mounted = await mount(signedIn({ calls: [pending({ phase: 'written', tries: 0 })] }));
    expect(rows(mounted)).to.deep.equal([]);
    expect(findAll(mounted.view, 'gc-pending-logs button')).to.deep.equal([]);
    expect(find(mounted.view, 'gc-pending-logs').getBoundingClientRect().height).to.equal(0);
  });

  it('say whose call it was, when, and the day where that was another one', async () => {
    const mounted = await mount(state('logs pending'));
    const heads = rows(mounted).map((row) => find(row, 'p').textContent.replace(/\s+/g, ' ').trim());
    expect(heads[0]).to.match(/^Maria Sørensen \d+:\d\d [AP]M$/);
    expect(heads[1]).to.match(/^Maria Sørensen Nov \d+, \d+:\d\d [AP]M$/);
    expect(heads[2]).to.match(/^2014 \d+:\d\d [AP]M$/);
  });

  it('count down to the next try, which can be made now', async () => {
    const mounted = await mount(state('log waiting'));
    const timer = find(mounted.view, 'gc-pending-logs gc-timer');
    expect(timer.shadowRoot?.textContent).to.equal('Trying again in 00:12');
    mounted.clock.forward(3000);
    await settled(mounted.view);
    expect(timer.shadowRoot?.textContent).to.equal('Trying again in 00:09');
    mounted.clock.forward(60_000);
    await settled(mounted.view);
    expect(timer.shadowRoot?.textContent).to.equal('Trying again in 00:00');
    await press(mounted, 'Try now');
    expect(mounted.source.intents).to.deep.equal([{ type: 'logAgain', call: key }]);
  });

  it('stay in their row, with the focus, while they are tried again', async () => {
    const mounted = await mount(state('log waiting'));
    button(mounted, 'Try now').focus();
    await mounted.show(state('log being tried again'));
    expect(rows(mounted)[0]?.textContent).to.contain('Being logged');
    expectFocused(button(mounted, 'Send again'));
    await press(mounted, 'Send again');
    expect(mounted.source.intents, 'once is enough').to.deep.equal([]);
    expect((await accessible('button', 'Send again: Maria Sørensen')).disabled).to.equal(true);
  });

  it('that may be saved already can be looked at, sent again, or called done', async () => {
    const mounted = await mount(state('log unconfirmed'));
    expect(rows(mounted)[0]?.textContent).to.contain('May already be saved');
    for (const text of ['Open', 'Send again', 'It is there']) await press(mounted, text);
    expect(mounted.source.intents).to.deep.equal([
      { type: 'openRecord', call: '2', record: MARIA.id },
      { type: 'logAgain', call: '2' },
      { type: 'forgetLog', call: '2' },
    ]);
  });

  it('have nothing to open where no record belongs to them', async () => {
    const match = { phase: 'nothing', records: [] } as const;
    const mounted = await mount(signedIn({ calls: [pending({ phase: 'unconfirmed' }, { match })] }));
    expect(buttons(mounted)).to.deep.equal(['Send again', 'It is there']);
  });

  it('that may be there show what the CRM may not have heard: the wrap-up', async () => {
    const draft = { reason: '22', label: 'Invoice disputed', notes: 'Credit note\nby Monday' };
    const calls = [pending({ phase: 'unconfirmed' }, { draft }), pending({}, { key: '2', draft })];
    const mounted = await mount(signedIn({ calls }));
    const [unconfirmed, waiting] = rows(mounted).map((row) =>
      findAll(row, 'p').map((one) => one.textContent.trim()),
    );
    expect(unconfirmed?.slice(2, 5)).to.deep.equal([
      'If it is there, this may be missing:',
      'Invoice disputed',
      'Credit note\nby Monday',
    ]);
    expect(waiting?.join()).not.to.contain('missing');
  });

  it('that were refused say so in the CRM’s words, field by field', async () => {
    const mounted = await mount(state('log refused'));
    const words = findAll(rows(mounted)[0]!, 'p').map((one) => one.textContent.trim());
    expect(words.slice(1)).to.deep.equal([
      'REQUIRED_FIELD_MISSING',
      'Case_Number__c: Complete this field.',
      'Tier__c: Value too long.',
    ]);
    await press(mounted, 'Send again');
    expect(mounted.source.intents).to.deep.equal([{ type: 'logAgain', call: '3' }]);
  });

  it('say in words of the language what is known by a key only', async () => {
    const calls = [pending({ phase: 'unconfirmed', problem: 'notice.logUnconfirmed' })];
    const mounted = await mount(signedIn({ calls }));
    expect(rows(mounted)[0]?.textContent).to.contain('The page was closed while');
  });

  it('show text of the CRM as text', async () => {
    const mounted = await mount(state('log refused, hostile and long text'));
    expect(findAll(mounted.view, 'img,b')).to.deep.equal([]);
    expect(rows(mounted)[0]?.textContent).to.contain('<img src=x onerror="alert(1)">');
  });

  it('hand the focus on when the row that had it is gone', async () => {
    const mounted = await mount(state('logs pending'));
    button(mounted, 'It is there').focus();
    await mounted.show({ ...state('logs pending'), calls: state('log waiting').calls });
    expectFocused(button(mounted, 'Try now'));
  });

  it('stop the clock when they are gone', async () => {
    const mounted = await mount(signedIn({ calls: [pending({ nextAt: ago(-9) })] }));
    const ticking = (): number => findAll(mounted.view, 'gc-pending-logs gc-timer').length;
    expect(ticking()).to.equal(1);
    await mounted.show(signedIn());
    expect(ticking()).to.equal(0);
  });
});

describe('the room for the logs that are pending', () => {
  const folded = ({ view }: Mounted): string | null =>
    find(view, 'gc-pending-logs .title').getAttribute('aria-expanded');

  it('is one line while a call is up, and the call’s buttons stay whole', async () => {
    const plain = await mount(talking([active()]), { width: 320, height: 480 });
    const alone = find(plain.view, '[data-button=end]').getBoundingClientRect();
    const mounted = await mount(state('logs pending in mid-call'), { width: 320, height: 480 });
    expect(folded(mounted)).to.equal('false');
    expect(rows(mounted)).to.deep.equal([]);
    const end = find(mounted.view, '[data-button=end]').getBoundingClientRect();
    expect([end.height, end.width]).to.deep.equal([alone.height, alone.width]);
    expect(find(mounted.view, 'gc-pending-logs').getBoundingClientRect().height).to.be.below(50);
  });

  it('leaves Answer and End in sight where the agent unfolds it all the same', async () => {
    for (const [name, control] of [
      ['logs pending in mid-call', 'end'],
      ['logs pending, a call rings', 'answer'],
    ] as const) {
      const mounted = await mount(state(name), { width: 240, height: 480 });
      find(mounted.view, 'gc-pending-logs .title').click();
      await settled(mounted.view);
      expect(rows(mounted)).to.have.length(2);
      const panel = find(mounted.view, 'gc-work').getBoundingClientRect();
      const list = find(mounted.view, 'gc-work .rest').getBoundingClientRect();
      const { top, bottom, height } = find(mounted.view, `[data-button=${control}]`).getBoundingClientRect();
      expect(top >= panel.top && bottom <= list.top, name).to.equal(true);
      expect(height, name).to.be.at.least(44);
      mounted.view.parentElement?.remove();
    }
  });

  it('folds again for the next call, and stays folded between calls where the agent folded it', async () => {
    const mounted = await mount(state('logs pending in mid-call'));
    const toggle = async (): Promise<void> => {
      find(mounted.view, 'gc-pending-logs .title').focus();
      await sendKeys({ press: 'Enter' });
      await settled(mounted.view);
    };
    await toggle();
    expect(folded(mounted)).to.equal('true');
    await mounted.show(state('logs pending'));
    expect(folded(mounted)).to.equal('true');
    await mounted.show(state('logs pending in mid-call'));
    expect(folded(mounted)).to.equal('false');
    await mounted.show(state('logs pending'));
    await toggle();
    await mounted.show(state('logs pending in wrap-up'));
    await mounted.show(state('logs pending'));
    expect(folded(mounted)).to.equal('false');
  });

  it('is there for who is signed out, below a form that stays whole', async () => {
    const mounted = await mount(state('signed out with logs pending'));
    expect(rows(mounted)).to.have.length(3);
    const submit = find(mounted.view, 'gc-sign-in button.primary').getBoundingClientRect();
    expect(submit.bottom).to.be.at.most(find(mounted.view, 'gc-pending-logs').getBoundingClientRect().top);
  });

  it('does not say that a call is up where only a log is pending', async () => {
    const mounted = await mount(state('invalidated with a log pending'));
    expect(find(mounted.view, '.message').textContent).to.not.contain('still up');
    expect(rows(mounted)).to.have.length(1);
  });
});

describe('logs that cannot be delivered', () => {
  afterEach(() => sinon.restore());

  it('go into one file, with everything', async () => {
    const files = watchDownloads();
    const mounted = await mount(state('logs pending'));
    await press(mounted, 'Download');
    // The day where the agent is: it may be another one in Greenwich.
    const today = new Date(NOW);
    const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((part) =>
      String(part).padStart(2, '0'),
    );
    expect(files.map(({ name }) => name)).to.deep.equal([`calls-${day.join('-')}.txt`]);
    const text = (await files[0]?.text()) ?? '';
    const [unconfirmed = '', last = '', ...others] = text.split('\n\n');
    expect(others, 'what is tried again by itself is not there').to.deep.equal([]);
    expect(unconfirmed).to.match(/^callKey: 2\nstate: unconfirmed\nparty: Maria Sørensen\n/);
    expect(last.trimEnd().split('\n')).to.deep.equal([
      'callKey: 3',
      'state: refused REQUIRED_FIELD_MISSING',
      'problem of Case_Number__c: Complete this field.',
      'problem of Tier__c: Value too long.',
      'number: 2014',
      'callType: inbound',
      'startedAt: 2026-11-21T14:01:40.000Z',
      'durationSeconds: 252',
      'subject: Inbound call 2014',
      'disposition: Invoice disputed',
      'notes: Credit note for invoice 2231.',
      'record: Contact 0031 Maria Sørensen',
      'field Tier__c: Gold',
    ]);
  });

  it('forge no lines of the file', async () => {
    const files = watchDownloads();
    const draft = { notes: 'One\r\ncallKey: forged\u2028and more' };
    const mounted = await mount(signedIn({ calls: [pending({ phase: 'refused' }, { draft })] }));
    await press(mounted, 'Download');
    const text = (await files[0]?.text()) ?? '';
    expect(text).to.contain('notes: One\n    callKey: forged\n    and more\n');
    expect(text.match(/^callKey:/gm)).to.have.length(1);
  });

  it('may be removed once they are in a file, and only after a second word', async () => {
    watchDownloads();
    const mounted = await mount(state('log refused'));
    expect(buttons(mounted)).to.deep.equal(['Send again']);
    await press(mounted, 'Download');
    expect(buttons(mounted)).to.deep.equal(['Send again', 'Remove']);
    button(mounted, 'Remove').focus();
    await sendKeys({ press: 'Enter' });
    await settled(mounted.view);
    expect(find(mounted.view, 'gc-pending-logs [role=alert]').textContent).to.contain('Remove it?');
    expect(buttons(mounted)).to.deep.equal(['Remove', 'Keep']);
    expect(focused()?.textContent.trim(), 'a second Enter removes nothing').to.equal('Keep');
    await press(mounted, 'Keep');
    expect(buttons(mounted)).to.deep.equal(['Send again', 'Remove']);
    await press(mounted, 'Remove');
    expect(mounted.source.intents).to.deep.equal([]);
    await press(mounted, 'Remove');
    expect(mounted.source.intents).to.deep.equal([{ type: 'forgetLog', call: '3' }]);
  });

  it('are not offered for download while they are tried again by themselves', async () => {
    const { view } = await mount(state('log waiting'));
    expect(findAll(view, '.download')).to.deep.equal([]);
  });

  it('leave the ring alone', async () => {
    const mounted = await mount({
      ...reserved(),
      calls: [...reserved().calls, ...state('log refused').calls],
    });
    expect(find(mounted.view, '[data-button=answer]').getBoundingClientRect().height).to.be.at.least(44);
  });
});
