import { expect } from '@open-wc/testing';
import { clipped, overflows, smallTargets, unreachable } from '../support/audit.ts';
import { deep } from '../support/deep.ts';
import { mount, settled } from '../support/mount.ts';
import { STATES } from '../support/states.ts';
import { wish } from '../support/wishes.ts';

/** Width and height of the softphone, in CSS pixels. The third is 640 × 480 at 200 % zoom. */
const SIZES = [
  [240, 480],
  [320, 480],
  [320, 240],
  [480, 480],
  [1024, 640],
] as const;

/** Room that must be enough for everybody's text. Source: WCAG 2.2, 1.4.12. */
const spacing = new CSSStyleSheet();
spacing.replaceSync(`
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }
`);

function space(root: Element, isOn: boolean): void {
  for (const { shadowRoot } of deep(root)) {
    if (!shadowRoot) continue;
    const others = shadowRoot.adoptedStyleSheets.filter((sheet) => sheet !== spacing);
    shadowRoot.adoptedStyleSheets = isOn ? [...others, spacing] : others;
  }
}

describe('every state fits', () => {
  for (const [name, state] of Object.entries(STATES)) {
    it(name, async () => {
      const { view, i18n } = await mount(state());
      const frame = view.parentElement!;
      const found: string[] = [];
      const look = (where: string): void => {
        const wrong = {
          'sticks out': overflows(view),
          'is clipped': clipped(view),
          'is too small': smallTargets(view),
          'is out of reach': unreachable(view),
        };
        for (const [what, ones] of Object.entries(wrong))
          for (const one of ones) found.push(`${where}: ${one} ${what}`);
      };
      const resize = async ([width, height]: (typeof SIZES)[number]): Promise<void> => {
        frame.style.width = `${width}px`;
        frame.style.height = `${height}px`;
        await measured();
      };
      // Lists measure themselves, and what they then show.
      const measured = async (): Promise<void> => {
        for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
        await settled(view);
      };

      for (const size of SIZES) {
        await resize(size);
        look(size.join(' × '));
      }
      await resize([320, 480]);
      space(view, true);
      await measured();
      look('with room between letters, words and lines');
      space(view, false);
      document.documentElement.style.fontSize = '200%';
      // Container queries look at rem again when their container has changed.
      await resize([240, 480]);
      await resize([320, 480]);
      look('with text at 200 %');
      document.documentElement.style.fontSize = '';
      await i18n.use('ar');
      await resize([240, 480]);
      await resize([320, 480]);
      look('in Arabic');
      await i18n.use('de');
      await resize([240, 480]);
      look('in German, 240 px wide');
      expect(found).to.deep.equal([]);
    });
  }

  // What turns takes more room at times.
  before(() => wish({ 'prefers-reduced-motion': 'reduce' }));
  after(() => wish({}));
  afterEach(() => (document.documentElement.style.fontSize = ''));
});
