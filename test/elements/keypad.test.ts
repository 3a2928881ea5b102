import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { expectAccessible } from '../support/audit.ts';
import { dialing, signedIn, talking } from '../support/make-state.ts';
import { find, findAll, mount, settled, expectFocused } from '../support/mount.ts';
import type { Mounted } from '../support/mount.ts';
import { STATES } from '../support/states.ts';

const input = ({ view }: Mounted): HTMLInputElement => find(view, 'gc-keypad input');
const key = ({ view }: Mounted, digit: string): HTMLElement =>
  findAll(view, '.keys button').find((one) => one.textContent.trim().startsWith(digit)) ?? expect.fail(digit);
const call = async ({ view }: Mounted): Promise<void> => {
  find(view, 'gc-keypad .answer').click();
  await settled(view);
};
const problem = ({ view }: Mounted): string | undefined =>
  findAll(view, 'gc-keypad .problem')[0]?.textContent.trim();
const paste = async (mounted: Mounted, text: string): Promise<void> => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  input(mounted).dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }));
  await settled(mounted.view);
};

describe('the keypad', () => {
  it('is accessible', async () => {
    const { view } = await mount(signedIn());
    await expectAccessible(view);
  });

  it('dials on Enter what was typed', async () => {
    const mounted = await mount(signedIn());
    input(mounted).focus();
    await sendKeys({ type: '+1 (415) 555-0123' });
    await sendKeys({ press: 'Enter' });
    expect(mounted.source.intents).to.deep.equal([{ type: 'dial', number: '+14155550123' }]);
  });

  it('types and deletes where the cursor is', async () => {
    const mounted = await mount(signedIn());
    for (const digit of ['1', '2', '*', '0']) key(mounted, digit).click();
    expect(input(mounted).value).to.equal('12*0');
    input(mounted).setSelectionRange(2, 2);
    find(mounted.view, '.keys button [data-icon=backspace]').closest('button')?.click();
    key(mounted, '7').click();
    expect(input(mounted).value).to.equal('17*0');
  });

  for (const [pasted, number] of [
    ['tel:+45 33 55 01 23', '+4533550123'],
    ['\u200e+45\u00a033.55/01-23', '+4533550123'],
    ['٠١٢٣٤٥', '012345'],
    ['(0)40 – 123', '040123'],
  ] as const) {
    it(`cleans what is pasted: ${pasted}`, async () => {
      const mounted = await mount(signedIn());
      await paste(mounted, pasted);
      expect(input(mounted).value).to.equal(number);
    });
  }

  it('refuses a character that GC cannot carry, and says which', async () => {
    const mounted = await mount(signedIn());
    input(mounted).focus();
    await sendKeys({ type: '12#' });
    await settled(mounted.view);
    expect(input(mounted).value).to.equal('12');
    expect(problem(mounted)).to.equal(
      '“#” cannot be sent to the phone system. Leave it out of the field “Number”.',
    );
    await sendKeys({ type: '3' });
    await settled(mounted.view);
    expect(problem(mounted)).to.equal(undefined);
    await paste(mounted, '44,5');
    expect(input(mounted).value).to.equal('123445');
    expect(problem(mounted)).to.contain('“,”');
  });

  it('asks for a number where there is none', async () => {
    const mounted = await mount(signedIn());
    await call(mounted);
    expect(problem(mounted)).to.equal('Enter a number to call.');
    expectFocused(input(mounted));
    expect(mounted.source.intents).to.deep.equal([]);
  });

  for (const name of ['dialling waits', 'reconnecting', 'out of service']) {
    it(`does not dial: ${name}`, async () => {
      const mounted = await mount((STATES[name] ?? expect.fail(name))());
      input(mounted).value = '2014';
      await call(mounted);
      expect(mounted.source.intents).to.deep.equal([]);
      expect(find(mounted.view, 'gc-keypad .answer').getAttribute('aria-disabled')).to.equal('true');
    });
  }

  it('forgets the number once its call is on screen, and keeps one that GC refused', async () => {
    const mounted = await mount(signedIn());
    input(mounted).value = '2014';
    await call(mounted);
    await mounted.show(signedIn({ nextId: 9 }));
    expect(input(mounted).value).to.equal('2014');
    await mounted.show(talking([dialing()]));
    await mounted.show(signedIn());
    expect(input(mounted).value).to.equal('');
  });

  it('has no key that is always refused', async () => {
    const { view } = await mount(signedIn());
    expect(findAll(view, '.keys button').map((one) => one.textContent.trim()[0])).to.not.include('#');
  });

  it('keeps the digits in their places in a right-to-left language', async () => {
    const mounted = await mount(signedIn(), { language: 'ar' });
    const left = (digit: string): number => key(mounted, digit).getBoundingClientRect().left;
    expect(left('1')).to.be.below(left('2'));
    expect(left('2')).to.be.below(left('3'));
  });
});
