import { expect, LUCIA, MARIA, pops, ring, test } from './desk.ts';

declare global {
  interface Window {
    /** For each search: whether the incoming call was on screen already. */
    drawnAtSearch: boolean[];
  }
}

test('the CRM is asked before the call is drawn', async ({ context, crm, phone, gc }) => {
  await context.addInitScript(() => {
    window.drawnAtSearch = [];
    const isDrawn = (root: Document | ShadowRoot): boolean =>
      [...root.querySelectorAll('*')].some(
        (one) =>
          one.getAttribute('role') === 'alertdialog' || (one.shadowRoot !== null && isDrawn(one.shadowRoot)),
      );
    type Api = Record<string, (args: unknown) => void>;
    let sforce: { readonly opencti: Api } | undefined;
    Object.defineProperty(window, 'sforce', {
      get: () => sforce,
      set(loaded: { readonly opencti: Api }) {
        const { opencti } = loaded;
        const search = opencti['searchAndScreenPop'];
        opencti['searchAndScreenPop'] = (args) => {
          window.drawnAtSearch.push(isDrawn(document));
          search?.(args);
        };
        sforce = loaded;
      },
    });
  });
  await crm.page.reload();
  await phone.signInReady();
  ring(gc);
  await expect(phone.incoming).toContainText(MARIA.record);
  await expect(crm.title).toHaveText(MARIA.record);
  const drawn = await phone.region.evaluate(() => window.drawnAtSearch);
  expect(drawn).toEqual([false]);
});

test.describe('"on": "answer"', () => {
  test.use({ config: { screenPop: { on: 'answer' } } });
  test('nothing opens while it rings, the record when it is answered', async ({ crm, phone, gc, demo }) => {
    await phone.signInReady();
    const title = await crm.title.innerText();
    ring(gc, LUCIA);
    await expect(phone.incoming).toBeVisible();
    await phone.answer.focus();
    await expect(crm.title).toHaveText(title);
    expect(pops(demo)).toBe(0);
    await phone.take();
    await expect(crm.title).toHaveText('Lucía Fernández');
    await expect(phone.region).toContainText('Rule 5 · ani');
    expect(pops(demo)).toBe(1);
  });
});

test.describe('a CRM that takes its time', () => {
  test.use({ openCti: { containerDelayMs: 1500 } });
  test('opens the record as soon as it can, while it rings', async ({ crm, phone, gc }) => {
    await phone.signInReady();
    ring(gc);
    await expect(phone.incoming).toContainText('Looking in the CRM…');
    await expect(crm.title).toHaveText(MARIA.record);
    await expect(phone.incoming).toContainText('Rule 2 · callVariable2');
  });
});
