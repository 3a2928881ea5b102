import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { expectAccessible } from '../support/audit.ts';
import { active, dialing, held, logging, ringing, signedIn, talking } from '../support/make-state.ts';
import { find, findAll, mount, expectFocused } from '../support/mount.ts';
import type { Mounted } from '../support/mount.ts';
import { accessible } from '../support/roles.ts';
import { STATES } from '../support/states.ts';

const state = (name: string) => (STATES[name] ?? expect.fail(`no state ${name}`))();
const button = ({ view }: Mounted, name: string): HTMLElement => find(view, `[data-button=${name}]`);
const buttons = ({ view }: Mounted): (string | undefined)[] =>
  findAll(view, '[data-button]').map((one) => one.dataset['button']);
const key = active().key;
/** What an element shows, with blanks where the layout has some. */
const wordsIn = (element: HTMLElement): string =>
  [...(element.shadowRoot?.children ?? [])]
    .map((one) => (one as HTMLElement).innerText)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

describe('a call', () => {
  it('is accessible', async () => {
    const { view } = await mount(talking([active()]));
    await expectAccessible(view);
  });

  it('holds, resumes and ends', async () => {
    const mounted = await mount(talking([active()]));
    button(mounted, 'hold').click();
    button(mounted, 'end').click();
    await mounted.show(talking([held()]));
    button(mounted, 'resume').click();
    expect(mounted.source.intents).to.deep.equal([
      { type: 'hold', call: key },
      { type: 'end', call: key },
      { type: 'resume', call: key },
    ]);
  });

  it('has the buttons of its phase, and no others', async () => {
    const mounted = await mount(talking([active()]));
    expect(buttons(mounted)).to.deep.equal(['hold', 'consult', 'end']);
    await mounted.show(talking([held()]));
    expect(buttons(mounted)).to.deep.equal(['resume', 'end']);
    await mounted.show(talking([dialing()]));
    expect(buttons(mounted)).to.deep.equal(['end']);
    await mounted.show(state('active, every button'));
    expect(buttons(mounted)).to.deep.equal(['hold', 'consult', 'directTransfer', 'pauseRecording', 'end']);
  });

  it('asks for a pause of the recording, and never says that it has paused', async () => {
    const mounted = await mount(state('active, every button'));
    button(mounted, 'pauseRecording').focus();
    button(mounted, 'pauseRecording').click();
    await mounted.show(state('active, pause requested'));
    expectFocused(button(mounted, 'resumeRecording'));
    expect(find(mounted.view, 'gc-call-card .line').textContent).to.contain('Pause requested');
    button(mounted, 'resumeRecording').click();
    expect(mounted.source.intents).to.deep.equal([
      { type: 'pauseRecording', call: key },
      { type: 'resumeRecording', call: key },
    ]);
  });

  it('says who handed it over', async () => {
    const { view } = await mount(state('active, transferred by a colleague'));
    expect(find(view, 'gc-call-card .line').textContent).to.contain('Transferred by 2002');
  });

  it('keeps the focus when Hold becomes Resume', async () => {
    const mounted = await mount(talking([active()]));
    button(mounted, 'hold').focus();
    await mounted.show(talking([held()]));
    expectFocused(button(mounted, 'resume'));
  });

  it('does not put another button under the focus of End', async () => {
    const { dialogId } = dialing();
    const mounted = await mount(talking([dialing()]));
    button(mounted, 'end').focus();
    await mounted.show(talking([active({ dialogId })]));
    expectFocused(button(mounted, 'end'));
  });

  it('does not end by a key that was meant for Answer', async () => {
    const mounted = await mount(talking([ringing()]));
    mounted.clock.forward(10_000);
    await mounted.show(talking([active()]));
    button(mounted, 'end').focus();
    await sendKeys({ press: 'Enter' });
    expect(mounted.source.intents).to.deep.equal([]);
    mounted.clock.forward(500);
    await sendKeys({ press: 'Enter' });
    expect(mounted.source.intents).to.deep.equal([{ type: 'end', call: key }]);
  });

  it('shows where it stands, how long it lasts and how long it is on hold', async () => {
    const mounted = await mount(talking([held()]));
    const timers = findAll(mounted.view, 'gc-call-card gc-timer').map((one) => one.shadowRoot?.textContent);
    expect(timers).to.deep.equal(['00:41', '01:37']);
    expect(find(mounted.view, '.phase').textContent.trim()).to.contain('On hold');
    await mounted.show(state('failed, busy'));
    expect(find(mounted.view, '.phase').textContent.trim()).to.equal('Call failed: the line is busy');
  });

  it('has every button off, and says why once, while GC is out of reach', async () => {
    const mounted = await mount(state('reconnecting in mid-call'));
    for (const name of ['Hold', 'End']) {
      expect(await accessible('button', name)).to.include({
        disabled: true,
        description: 'Comes back with the connection to the phone system.',
      });
    }
    button(mounted, 'end').click();
    expect(mounted.source.intents).to.deep.equal([]);
    expect(findAll(mounted.view, 'gc-call-card .hint')).to.have.length(1);
  });

  it('says that the agent has to sign in, where that is what is missing', async () => {
    const mounted = await mount(state('signed out in mid-call'));
    expect(await accessible('button', 'End')).to.include({
      disabled: true,
      description: 'Sign in to control this call.',
    });
    await mounted.show({ ...mounted.source.state, service: { phase: 'outOfService' } });
    expect((await accessible('button', 'End')).description).to.contain('Comes back with the connection');
  });

  it('is only to be read after the session went elsewhere', async () => {
    const mounted = await mount(state('invalidated in mid-call'));
    expect(buttons(mounted)).to.deep.equal([]);
    expect(findAll(mounted.view, 'textarea')).to.deep.equal([]);
    expect(find(mounted.view, 'gc-call-card .name').textContent).to.equal('Maria Sørensen');
  });

  it('keeps Answer and End in sight in a small panel, whatever the call brings along', async () => {
    const names = ['incoming, very long names', 'active, with notes', 'held, second call rings'];
    for (const name of names) {
      const mounted = await mount(state(name), { width: 240, height: 480 });
      const panel = mounted.view.getBoundingClientRect();
      const first = findAll(mounted.view, '[data-button=answer],[data-button=end]')[0] ?? expect.fail(name);
      const { top, bottom, height, x, y, width } = first.getBoundingClientRect();
      expect(top >= panel.top && bottom <= panel.bottom, name).to.equal(true);
      expect(height, name).to.be.at.least(44);
      await sendMouse({
        type: 'click',
        position: [Math.round(x + width / 2), Math.round(y + height / 2)],
      });
      expect(
        mounted.source.intents.map(({ type }) => type),
        name,
      ).to.deep.equal([first.dataset['button']]);
      mounted.view.parentElement?.remove();
    }
  });
});

describe('what is shown beside a call', () => {
  it('lists the variables that the administrator chose, in that order', async () => {
    const { view } = await mount(talking([active()]));
    const rows = findAll(view, 'gc-call-details li').map((row) =>
      row.textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(rows).to.deep.equal(['Tier Gold', 'Case 500-0042 Invoice disputed', 'Account AC111']);
  });

  it('opens the record', async () => {
    const mounted = await mount(talking([active()]));
    find(mounted.view, 'gc-record-match button').click();
    expect(mounted.source.intents).to.deep.equal([{ type: 'openRecord', call: key, record: '0031' }]);
  });

  for (const [name, expected] of [
    ['incoming', 'Contact · Maria Sørensen Rule 2 · callVariable2 Open'],
    ['incoming, with a transfer', 'Contact · Maria Sørensen Came with the transfer Open'],
    ['dialing from a record', 'Contact · Maria Sørensen You called from this record Open'],
    ['active, the record just made', 'Contact · Maria Sørensen Created for this call Open'],
    ['incoming, a record without a name', '5005g00000AbCdEAAV Rule 2 · callVariable2 Open'],
    ['incoming, nothing found', 'No record found in the CRM Rules tried: 1, 2, 3'],
    [
      'incoming, new record opened',
      'No record found. A new Contact is open to be filled in. Rules tried: 1, 2, 3',
    ],
    ['incoming, search failed', 'The CRM could not be searched Rules tried: 1'],
    ['incoming, searching', 'Looking in the CRM…'],
  ] as const) {
    it(`says why it is this record: ${name}`, async () => {
      const { view } = await mount(state(name));
      expect(wordsIn(find(view, 'gc-record-match'))).to.equal(expected);
    });
  }

  it('says which rule found several', async () => {
    const { view } = await mount(state('incoming, several records'));
    expect(wordsIn(find(view, 'gc-record-match'))).to.match(/^2 records match Rule 2 · callVariable2 /);
  });

  it('lets one of several records be chosen', async () => {
    const mounted = await mount(state('incoming, several records'));
    const choices = findAll(mounted.view, 'gc-record-match .choose');
    expect(choices.map((one) => one.getAttribute('aria-pressed'))).to.deep.equal(['false', 'true']);
    choices[0]?.click();
    expect(mounted.source.intents).to.deep.equal([{ type: 'relate', call: key, record: '0031' }]);
  });

  it('shows nothing of a call that is being logged', async () => {
    const { view } = await mount(signedIn({ calls: [logging()] }));
    expect(findAll(view, 'gc-call-card,gc-wrap-up,gc-incoming-call,gc-pending-logs li')).to.deep.equal([]);
  });
});
