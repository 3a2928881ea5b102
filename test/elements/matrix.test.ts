import { expect } from '@open-wc/testing';
import { clipped, expectAccessible, overflows, smallTargets } from '../support/audit.ts';
import { mount } from '../support/mount.ts';
import { STATES } from '../support/states.ts';

describe('every state', () => {
  for (const [name, state] of Object.entries(STATES)) {
    describe(name, () => {
      for (const theme of ['light', 'dark'] as const) {
        it(`is accessible in ${theme}`, async () => {
          const { view } = await mount(state(), { theme });
          await expectAccessible(view);
        });
      }

      for (const width of [240, 320, 480]) {
        it(`fits ${width} px`, async () => {
          const { view } = await mount(state(), { width });
          expect(overflows(view), 'overflow').to.deep.equal([]);
          expect(smallTargets(view), 'targets').to.deep.equal([]);
        });
      }

      it('fits 240 px in German and 320 px in Arabic', async () => {
        const german = await mount(state(), { width: 240, language: 'de' });
        expect(overflows(german.view), 'German').to.deep.equal([]);
        const arabic = await mount(state(), { language: 'ar' });
        expect(overflows(arabic.view), 'Arabic').to.deep.equal([]);
      });

      it('does not clip text of twice the size', async () => {
        document.documentElement.style.fontSize = '200%';
        try {
          const { view } = await mount(state());
          expect(overflows(view), 'overflow').to.deep.equal([]);
          expect(clipped(view), 'clipped').to.deep.equal([]);
        } finally {
          document.documentElement.style.fontSize = '';
        }
      });
    });
  }
});
