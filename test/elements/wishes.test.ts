import { expect, waitUntil } from '@open-wc/testing';
import { deep, find, findAll, mount } from '../support/mount.ts';
import { directory } from '../support/people-states.ts';
import { STATES } from '../support/states.ts';
import { wish } from '../support/wishes.ts';

const state = (name: string) => (STATES[name] ?? expect.fail(`no state ${name}`))();

/** Contrast of two computed colours. Source: WCAG 2.2, "contrast ratio". */
function contrast(one: string, other: string): number {
  const [a, b] = [one, other].map((colour) => {
    const [r = 0, g = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
      const value = Number(part) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue + 0.05;
  }) as [number, number];
  return Math.max(a, b) / Math.min(a, b);
}

/** What is painted behind an element. */
function behind(element: Element): string {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const { backgroundColor } = getComputedStyle(at);
    if (!/^rgba.*, 0\)$/.test(backgroundColor)) return backgroundColor;
  }
  return 'rgb(255, 255, 255)';
}

const parentOf = (element: Element): Element | null =>
  element.parentElement ?? ((element.getRootNode() as ShadowRoot).host as Element | undefined) ?? null;

const shown = (root: Element, selector: string): HTMLElement[] =>
  findAll(root, selector).filter((element) => element.getClientRects().length > 0);

afterEach(() => wish({}));

for (const scheme of ['light', 'dark'] as const) {
  describe(`in forced colours, ${scheme}`, () => {
    beforeEach(() => wish({ 'forced-colors': 'active', 'prefers-color-scheme': scheme }));

    it('are what the browser paints with', async () => {
      const { view } = await mount(state('incoming'), { theme: 'system' });
      const answer = find(view, '[data-button=answer]');
      expect(getComputedStyle(answer).backgroundColor).not.to.equal('rgb(31, 122, 61)');
      expect(contrast(getComputedStyle(answer).color, behind(answer))).to.be.at.least(4.5);
    });

    for (const name of ['ready', 'not ready, lunch', 'active', 'held', 'incoming', 'wrap-up', 'directory']) {
      it(`the marks of “${name}” are seen`, async () => {
        const { view } = await mount(state(name), { theme: 'system' });
        const marks = shown(view, 'svg:is(.mark,.icon)');
        expect(marks.length).to.be.greaterThan(0);
        for (const mark of marks) {
          const { fill, stroke, color } = getComputedStyle(mark);
          const ink = [fill, stroke].find((one) => one !== 'none') ?? color;
          expect(contrast(ink, behind(mark)), mark.outerHTML.slice(0, 90)).to.be.at.least(3);
        }
      });

      it(`every button of “${name}” has an edge and a ring`, async () => {
        const { view } = await mount(state(name), { theme: 'system' });
        for (const button of shown(view, 'button')) {
          const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(button);
          if (!button.matches('[role=tab]')) {
            expect(borderTopStyle, button.className).not.to.equal('none');
            expect(parseFloat(borderTopWidth), button.className).to.be.at.least(1);
            expect(contrast(borderTopColor, behind(parentOf(button)!)), button.className).to.be.at.least(3);
          }
          button.focus({ focusVisible: true } as FocusOptions);
          const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(button);
          expect(outlineStyle, button.className).to.equal('solid');
          expect(parseFloat(outlineWidth)).to.be.at.least(2);
          expect(contrast(outlineColor, behind(parentOf(button)!))).to.be.at.least(3);
        }
      });
    }

    it('what is off is told from what is on, and not by fading', async () => {
      const on = find((await mount(state('active'))).view, '[data-button=hold]');
      const { color } = getComputedStyle(on);
      const off = find((await mount(state('reconnecting in mid-call'))).view, '[data-button=hold]');
      expect(off.getAttribute('aria-disabled')).to.equal('true');
      expect(getComputedStyle(off).color).not.to.equal(color);
      expect(getComputedStyle(off).opacity).to.equal('1');
    });

    it('the chosen tab, reason and person are told from the others', async () => {
      const look = (element: Element): string => {
        const { borderBlockEndColor, backgroundColor, outlineStyle, outlineColor } =
          getComputedStyle(element);
        return [borderBlockEndColor, backgroundColor, outlineStyle, outlineColor].join(' ');
      };
      const idle = await mount(state('ready'), { theme: 'system' });
      const [chosen, other] = findAll(idle.view, '[role=tab]');
      // The line under the chosen one is there, under the others it is not.
      expect(contrast(getComputedStyle(chosen!).borderBlockEndColor, behind(chosen!))).to.be.at.least(3);
      expect(getComputedStyle(other!).borderBlockEndColor).to.equal(behind(other!));

      const wrapUp = await mount(state('wrap-up'));
      expect(findAll(wrapUp.view, 'input:checked')).to.have.length(1);

      const call = await mount(
        { ...state('active, every button'), directory: directory() },
        { theme: 'system' },
      );
      find(call.view, '[data-button=consult]').click();
      await waitForOptions(call.view);
      const options = findAll(call.view, '[role=option]');
      options[1]?.click();
      await new Promise(requestAnimationFrame);
      const selected = findAll(call.view, '[role=option][aria-selected=true]');
      expect(selected).to.have.length(1);
      const rest = options.filter((one) => one !== selected[0]);
      for (const one of rest) expect(look(one)).not.to.equal(look(selected[0]!));
    });
  });
}

async function waitForOptions(view: Element): Promise<void> {
  for (let frames = 0; frames < 100 && findAll(view, '[role=option]').length === 0; frames += 1)
    await new Promise(requestAnimationFrame);
}

describe('motion', () => {
  const running = (view: Element): Animation[] =>
    [...deep(view)].flatMap((element) => element.getAnimations());

  it('runs where nobody minds', async () => {
    await wish({ 'prefers-reduced-motion': 'no-preference' });
    const { view } = await mount(state('incoming, answer pressed'));
    expect(running(view).length).to.be.greaterThan(0);
  });

  it('rests in every state where somebody does', async function () {
    // Each of them is put on the page.
    this.timeout(60_000);
    await wish({ 'prefers-reduced-motion': 'reduce' });
    for (const [name, make] of Object.entries(STATES)) {
      const { view } = await mount(make());
      expect(running(view), name).to.deep.equal([]);
      view.parentElement?.remove();
    }
  });
});

describe('more contrast', () => {
  it('is given to whoever asks for it: text by 7 : 1, edges by 4.5 : 1', async () => {
    await wish({ 'prefers-contrast': 'more', 'prefers-color-scheme': 'light' });
    for (const name of ['incoming', 'active', 'wrap-up', 'not ready, lunch']) {
      const { view } = await mount(state(name), { theme: 'system' });
      const muted = (): string => getComputedStyle(find(view, '.muted')).color;
      await waitUntil(
        () => contrast(muted(), behind(find(view, '.muted'))) >= 7,
        `${name} has more contrast`,
      );
      for (const text of shown(view, ':is(.name,.muted,.words,.hint)'))
        expect(contrast(getComputedStyle(text).color, behind(text)), text.className).to.be.at.least(7);
      for (const field of shown(view, ':is(textarea,.folder)'))
        expect(contrast(getComputedStyle(field).borderTopColor, behind(field))).to.be.at.least(4.5);
    }
  });
});
