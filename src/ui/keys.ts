import type en from '../../locales/en.json';

/**
 * The keys of the texts, read off the English ones: a key that is not there does not compile. Plural forms
 * (`…_one`, `…_other`) count as one key.
 */
export type MessageKey = WithoutPlural<Leaves<typeof en>>;

type Leaves<T, Path extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Path}${K}` : Leaves<T[K], `${Path}${K}.`>;
}[keyof T & string];

type WithoutPlural<K extends string> = K extends `${infer Base}_${Intl.LDMLPluralRule}` ? Base : K;

/** What is put into a text. `count` chooses the plural form. Numbers are written in the language's digits. */
export type Values = Readonly<Record<string, string | number>>;
