import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { expectAccessible, overflows, smallTargets } from '../support/audit.ts';
import { campaign, inside, own } from '../support/desktop-states.ts';
import { active, held, talking } from '../support/make-state.ts';
import { find, findAll, focused, mount, settled } from '../support/mount.ts';
import type { Mounted, MountOptions } from '../support/mount.ts';
import { accessible } from '../support/roles.ts';

const { key } = active();
const button = ({ view }: Mounted, name: string): HTMLElement =>
  find(view, `gc-desktop-controls [data-button=${name}]`);
const buttons = ({ view }: Mounted): string[] =>
  findAll(view, 'gc-desktop-controls [data-button]').map((one) => one.dataset['button'] ?? '');
const field = ({ view }: Mounted, selector: string): HTMLInputElement =>
  find<HTMLInputElement>(view, selector);

async function open(name: string, state = campaign(), options: MountOptions = {}): Promise<Mounted> {
  const mounted = await mount(state, options);
  button(mounted, name).click();
  await waitUntil(() => focused() !== document.body, 'it opens, and has the focus');
  await settled(mounted.view);
  return mounted;
}

for (const name of ['keypad', 'scheduleCallback', 'reclassify']) {
  describe(`${name}, opened`, () => {
    for (const language of ['en', 'de', 'ar']) {
      it(`is accessible and fits 240 px in ${language}`, async () => {
        const mounted = await open(name, campaign(), { width: 240, language });
        await expectAccessible(mounted.view);
        expect(overflows(mounted.view)).to.deep.equal([]);
        expect(smallTargets(mounted.view)).to.deep.equal([]);
      });
    }

    it('closes by Escape and by its button, and gives the focus back', async () => {
      const mounted = await open(name);
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => focused() === button(mounted, name), 'the focus goes back');
      expect(button(mounted, name).ariaExpanded).to.equal('false');
      button(mounted, name).click();
      await waitUntil(() => button(mounted, name).ariaExpanded === 'true', 'it opens');
      button(mounted, name).click();
      await waitUntil(() => button(mounted, name).ariaExpanded === 'false', 'it closes');
    });
  });
}

describe('what only a desktop can do with a call', () => {
  it('takes no room where there is nothing of it', async () => {
    const { view } = await mount(talking([held()], { setup: inside().setup }));
    expect(find(view, 'gc-desktop-controls').checkVisibility()).to.equal(false);
  });

  it('is there with the call, one thing open at a time', async () => {
    const mounted = await open('keypad');
    expect(buttons(mounted)).to.deep.equal([
      ...['keypad', 'startRecording', 'scheduleCallback', 'cancelCallback', 'reclassify'],
    ]);
    button(mounted, 'reclassify').click();
    await waitUntil(() => findAll(mounted.view, 'gc-reclassify').length === 1, 'the other opens');
    expect(findAll(mounted.view, 'gc-tones')).to.deep.equal([]);
  });

  it('starts the recording and cancels the callback by one press', async () => {
    const mounted = await mount(campaign());
    button(mounted, 'startRecording').click();
    button(mounted, 'cancelCallback').click();
    expect(mounted.source.intents).to.deep.equal([
      { type: 'startRecording', call: key },
      { type: 'cancelCallback', call: key },
    ]);
  });

  it('says what Finesse has written down', async () => {
    const { view } = await mount(
      campaign({
        outboundClassification: 'FAX',
        scheduledCallbackTime: '2026-11-24T10:30',
        scheduledCallbackNumber: '+4533',
      }),
    );
    expect(find(view, 'gc-desktop-controls [aria-live]').textContent).to.match(
      /^Answered by: Fax or modem · Callback Nov 24, 10:30\sAM · to \+4533$/,
    );
  });

  it('is closed when it is not allowed any more', async () => {
    const mounted = await open('reclassify');
    await mounted.show(inside(active({ participants: own() })));
    expect(findAll(mounted.view, 'gc-reclassify')).to.deep.equal([]);
  });
});

describe('the keypad on a call', () => {
  it('sends what is pressed, typed and pasted, and shows it', async () => {
    const mounted = await open('keypad');
    expect(await accessible('textbox', 'Digits sent')).to.include({
      description: 'Each key is sent at once.',
    });
    findAll(mounted.view, 'gc-tones .keys button').at(-1)?.click();
    await sendKeys({ type: '12a*' });
    const data = '4 7-11';
    field(mounted, 'gc-tones input').dispatchEvent(
      new InputEvent('beforeinput', { data, inputType: 'insertFromPaste', cancelable: true }),
    );
    await settled(mounted.view);
    expect(mounted.source.intents).to.deep.equal(
      ['#', '1', '2', '*', '4711'].map((digits) => ({ type: 'sendDigits', call: key, digits })),
    );
    expect(field(mounted, 'gc-tones input').value).to.equal('#12*4711');
  });

  it('takes nothing back, and forgets all when it is closed', async () => {
    const mounted = await open('keypad');
    await sendKeys({ type: '12' });
    await sendKeys({ press: 'Backspace' });
    expect(field(mounted, 'gc-tones input').value).to.equal('12');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => focused() === button(mounted, 'keypad'), 'it closes');
    button(mounted, 'keypad').click();
    await waitUntil(() => findAll(mounted.view, 'gc-tones input').length === 1, 'it opens again');
    expect(field(mounted, 'gc-tones input').value).to.equal('');
  });

  it('sends a key that is held down once', async () => {
    const mounted = await open('keypad');
    const held = new KeyboardEvent('keydown', { key: '1', repeat: true, cancelable: true, bubbles: true });
    field(mounted, 'gc-tones input').dispatchEvent(held);
    expect(held.defaultPrevented).to.equal(true);
  });

  it('cannot be opened while it is not allowed, and sends nothing when that ends', async () => {
    const off = inside(active({ participants: own([]) }));
    const mounted = await mount(off);
    button(mounted, 'keypad').click();
    await settled(mounted.view);
    expect(findAll(mounted.view, 'gc-tones')).to.deep.equal([]);
    await mounted.show(inside());
    button(mounted, 'keypad').click();
    await waitUntil(() => focused() !== document.body, 'it opens');
    await mounted.show(off);
    await sendKeys({ type: '1' });
    expect(mounted.source.intents).to.deep.equal([]);
  });
});

describe('the callback', () => {
  const save = ({ view }: Mounted): void => find(view, 'gc-callback .primary').click();

  it('is for a time to come, at the customer’s number where no other is written', async () => {
    const mounted = await open('scheduleCallback');
    expect(field(mounted, 'gc-callback #number').value).to.equal('+45 33 55 01 23');
    field(mounted, 'gc-callback #time').value = '2026-11-24T10:30';
    save(mounted);
    expect(mounted.source.intents).to.deep.equal([
      { type: 'scheduleCallback', call: key, time: '2026-11-24T10:30' },
    ]);
    await waitUntil(() => findAll(mounted.view, 'gc-callback').length === 0, 'it closes');
    expect(focused()).to.equal(button(mounted, 'scheduleCallback'));
  });

  it('goes to another number', async () => {
    const mounted = await open('scheduleCallback');
    field(mounted, 'gc-callback #time').value = '2026-11-24T10:30';
    field(mounted, 'gc-callback #number').value = '+45 33 55 01 24';
    save(mounted);
    expect(mounted.source.intents).to.deep.equal([
      { type: 'scheduleCallback', call: key, time: '2026-11-24T10:30', number: '+4533550124' },
    ]);
  });

  for (const [what, time, number, problem, wrong] of [
    ['no time', '', '+4533550123', 'Choose a day and a time.', 'time'],
    ['a time that is over', '2026-11-20T10:30', '+4533550123', 'This time is over.', 'time'],
    ['no number', '2026-11-24T10:30', '', 'Enter a number', 'number'],
    ['letters for a number', '2026-11-24T10:30', 'Maria', 'Enter a number', 'number'],
  ] as const) {
    it(`is refused with ${what}, in words at the field`, async () => {
      const mounted = await open('scheduleCallback');
      field(mounted, 'gc-callback #time').value = time;
      field(mounted, 'gc-callback #number').value = number;
      save(mounted);
      await settled(mounted.view);
      expect(mounted.source.intents).to.deep.equal([]);
      expect(find(mounted.view, 'gc-callback [role=alert]').textContent).to.include(problem);
      expect(focused()).to.equal(field(mounted, `gc-callback #${wrong}`));
      expect(focused()?.ariaInvalid).to.equal('true');
    });
  }

  it('opens with what is scheduled', async () => {
    const mounted = await open(
      'scheduleCallback',
      campaign({ scheduledCallbackTime: '2026-11-24T10:30', scheduledCallbackNumber: '+45 33 55 01 24' }),
    );
    expect(field(mounted, 'gc-callback #time').value).to.equal('2026-11-24T10:30');
    expect(field(mounted, 'gc-callback #number').value).to.equal('+45 33 55 01 24');
  });
});

describe('what answered', () => {
  it('is pressed where Finesse says so, and chosen by a press', async () => {
    const mounted = await open('reclassify', campaign({ outboundClassification: 'FAX' }));
    const pressed = findAll(mounted.view, 'gc-reclassify [aria-pressed=true]');
    expect(pressed.map(({ textContent }) => textContent?.trim())).to.deep.equal(['Fax or modem']);
    expect(focused()).to.equal(pressed[0]);
    findAll(mounted.view, 'gc-reclassify button')[1]?.click();
    expect(mounted.source.intents).to.deep.equal([{ type: 'reclassify', call: key, result: 'ANS_MACHINE' }]);
    await waitUntil(() => focused() === button(mounted, 'reclassify'), 'it closes');
  });
});
