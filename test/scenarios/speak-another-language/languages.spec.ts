import { expect, ring, test } from '../../support/desk.ts';

const LANGUAGES = [
  {
    locale: 'de-DE',
    direction: 'ltr',
    agentId: 'Agenten-ID',
    password: 'Passwort',
    extension: 'Nebenstelle',
    signIn: 'Anmelden',
    ready: 'Bereit',
    stateReady: 'Status: Bereit',
    incoming: 'Eingehender Anruf von Lucía Fernández',
    answer: 'Annehmen',
    hold: 'Halten',
    end: 'Auflegen',
    wrapUp: 'Nachbearbeitung',
    held: 'Gehalten',
  },
  {
    locale: 'ar-EG',
    direction: 'rtl',
    agentId: 'معرّف الموظف',
    password: 'كلمة المرور',
    extension: 'التحويلة',
    signIn: 'تسجيل الدخول',
    ready: 'جاهز',
    stateReady: 'الحالة: جاهز',
    incoming: 'مكالمة واردة من Lucía Fernández',
    answer: 'رد',
    hold: 'تعليق',
    end: 'إنهاء',
    wrapUp: 'إنهاء العمل على المكالمة',
    held: 'معلّقة',
  },
] as const;

/** A name, with or without marks of direction around what it quotes. */
function named(text: string): RegExp {
  const letters = Array.from(text, (letter) => letter.replace(/[+.()]/, '\\$&'));
  return new RegExp(`^${letters.join('[\\u2068\\u2069]*')}[\\u2068\\u2069]*$`);
}

for (const words of LANGUAGES) {
  test.describe(words.locale, () => {
    test.use({ locale: words.locale });
    test('the browser’s language from sign-in to wrap-up', async ({ phone, gc }) => {
      const { root } = phone;
      const button = (name: string | RegExp) => root.getByRole('button', { name, exact: true });
      await root.getByRole('textbox', { name: words.agentId }).fill('1001');
      await root.getByRole('textbox', { name: words.password }).fill('secret');
      await root.getByRole('textbox', { name: words.extension }).fill('2001');
      await button(words.signIn).click();
      await root.locator('[aria-haspopup="menu"]').click();
      await root.getByRole('menuitem', { name: words.ready, exact: true }).click();
      await expect(button(named(words.stateReady))).toBeVisible();
      const region = root.getByRole('region').first();
      await expect(region).toHaveAttribute('dir', words.direction);
      await expect(region).toHaveAttribute('lang', words.locale.slice(0, 2));
      expect(await region.evaluate((element) => getComputedStyle(element).direction)).toBe(words.direction);

      const dialog = ring(gc, { from: '+34915550178', queue: 'Sales' });

      await expect(root.getByRole('alertdialog', { name: named(words.incoming) })).toBeVisible();
      await button(words.answer).click();
      await button(words.hold).click();
      await expect(root.getByText(words.held, { exact: true }).first()).toBeVisible();
      await expect(button(words.end)).toBeVisible();
      gc.hangUp({ dialog });
      await expect(root.getByRole('form', { name: words.wrapUp })).toBeVisible();
    });
  });
}

test.describe('a language nobody translated', () => {
  test.use({ config: { locale: 'ja' } });
  test('English, and it is said', async ({ phone }) => {
    await expect(phone.signInForm).toBeVisible();
    await expect(phone.region).toContainText(
      'There are no texts in the language “ja”. The one that is shown stays.',
    );
  });
});
