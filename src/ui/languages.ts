/** Languages that have a file in locales/. `xx` is the tests' pseudo-language: English, ⟦bracketed⟧. */
export const LANGUAGES = ['en', 'de', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number] | 'xx';

const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur'];

/** The part before the first hyphen: `de` of `de-AT`. */
export function baseOf(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? '';
}

/** Which way a language is written. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.includes(baseOf(tag)) ? 'rtl' : 'ltr';
}

export interface LanguageChoice {
  readonly language: Language;
  /** What numbers and times follow: the tag with its region. */
  readonly locale: string;
  /** What was asked for and is not there. */
  readonly missing?: string;
}

/**
 * Which file serves a wish.
 * @param wish a language tag, or `auto`: the first of `preferred` that there is, else English without a word
 * @param preferred `navigator.languages`
 */
export function chooseLanguage(wish: string, preferred: readonly string[]): LanguageChoice {
  const tags = wish === 'auto' ? preferred : [wish];
  for (const tag of tags) {
    const language = serving(tag);
    if (language) return { language, locale: language === 'xx' ? 'en' : tag };
  }
  return { language: 'en', locale: 'en', ...(wish === 'auto' ? {} : { missing: wish }) };
}

function serving(tag: string): Language | undefined {
  const base = baseOf(tag);
  if (base === 'xx') return 'xx';
  const known = LANGUAGES.find((language) => language === base);
  return known && isWellFormed(tag) ? known : undefined;
}

function isWellFormed(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
