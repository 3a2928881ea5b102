import { expectAccessible } from '../support/audit.ts';
import { mount, settled } from '../support/mount.ts';
import { STATES } from '../support/states.ts';
import { DRESSES, dress } from '../support/themes.ts';

/**
 * A softphone of 320 px: each state is put on the page once, and then changes its direction and its theme. Of what axe
 * looks at, a theme can change nothing but the contrast.
 */
describe('every state, in every theme and direction', () => {
  for (const [name, state] of Object.entries(STATES)) {
    it(`is accessible: ${name}`, async () => {
      const { view, i18n } = await mount(state());
      for (const language of ['en', 'ar']) {
        await i18n.use(language);
        await settled(view);
        for (const [at, one] of DRESSES.entries()) {
          await dress(view, one);
          const where = `in ${language}, ${one.look}, ${one.scheme}`;
          await expectAccessible(view, { where, about: at === 0 ? 'everything' : 'colours' });
        }
      }
    });
  }
});
