import { createInstance } from 'i18next';
import en from '../../locales/en.json';
import type { Notice } from '../state/model.ts';
import { formatFor } from './format.ts';
import type { Format } from './format.ts';
import type { MessageKey, Values } from './keys.ts';
import { chooseLanguage, directionOf } from './languages.ts';
import type { LanguageChoice } from './languages.ts';

export type { MessageKey, Values } from './keys.ts';

/** Words of one language at a time. Every softphone has its own, so that two on a page may differ. */
export interface I18n {
  /** Tag of the language that is shown. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly format: Format;
  /** The text of a key. */
  readonly t: (key: MessageKey, values?: Values) => string;
  /** The text of a key that came with the state; undefined where there is none. */
  readonly lookUp: (key: string, values?: Values) => string | undefined;
  /** The sentence of a notice. A value that names another text (see {@link WORDS}) is put in as that text. */
  notice(notice: Pick<Notice, 'key' | 'values'>): string;
  /** Fetches a language and shows it; the latest call wins. Where it cannot be had, the one that is shown stays. */
  use(language: string): Promise<void>;
  /** @returns the unsubscribe */
  subscribe(listener: () => void): () => void;
}

export interface I18nOptions {
  /**
   * Where the files of the other languages are, with a slash at the end. A bundle gives
   * `new URL('./locales/', import.meta.url)`.
   */
  readonly base: string | URL;
  /** Reads a language's file; throws when there is none. */
  readonly read?: (url: URL) => Promise<unknown>;
  /** What `auto` chooses from. Default: `navigator.languages` */
  readonly preferred?: readonly string[];
  /** Told once per language that cannot be had. */
  readonly onNotice?: (notice: Omit<Notice, 'id'>) => void;
}

/** Groups of texts that a value of a notice may name: in full (`reasonCode.logon`), or below its own name (`character: 'control'`). */
const WORDS = [
  'agentState',
  'character',
  'command',
  'error',
  'failure',
  'field',
  'notice',
  'reasonCode',
  'tabs',
];

/** Groups of which English words are fetched with the first that is wanted (scripts/split-english.js): many, and few are read. */
const RARE =
  /^(character|command|error|failure|reasonCode)\.|^field\.(agentR|[orw])|^match\.c|^pendingLogs\.in|^why\.as|^softphone\.(else|inv)|^notice\.(forb|fromG|inv|l[ao]|memb|noA|numb|pass|pop(C|F|Not[CO])|resu|savedN|setN|signI|stor|tran|unk|wrap)/;

/** Marks of direction around what is put into a right-to-left sentence, so that `+45 33 …` keeps its order. */
const ISOLATE = ['\u2068', '\u2069'] as const;

const english: Record<string, object> = en;

/** Adds words that the build has sent along with a later file, as only that one needs them. */
export function learnEnglish(words: Readonly<Record<string, object>>): void {
  for (const [group, texts] of Object.entries(words)) english[group] = { ...english[group], ...texts };
}

/** Starts in English, which is part of the bundle. `use` brings the others. */
export function createI18n(options: I18nOptions): I18n {
  const { base, read = readJson, preferred = navigator.languages, onNotice = () => undefined } = options;
  const listeners = new Set<() => void>();
  const missing = new Set<string>();
  const i18next = createInstance();
  void i18next.init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: english } },
    initAsync: false,
    // Lit shows text as text; escaping it here would show the escapes.
    interpolation: { escapeValue: false },
  });
  let shown: LanguageChoice = { language: 'en', locale: 'en' };
  let wanted = 0;
  let rare: Promise<void> | undefined;
  let hasRare = false;

  const announce = (): void => {
    for (const listener of [...listeners]) listener();
  };

  /** Whether there is nothing to read yet: everybody reads again when it has come, or cannot be fetched. */
  const isComing = (key: string): boolean => {
    if (hasRare || !RARE.test(key) || i18next.exists(key)) return false;
    rare ??= import('./rare-words.ts')
      .catch(() => undefined)
      .then(() => {
        hasRare = true;
        announce();
      });
    return true;
  };

  const translate = (key: string, values: Values = {}): string => {
    if (isComing(key)) return '';
    const rightToLeft = directionOf(shown.language) === 'rtl';
    const written = Object.entries(values).map(([name, value]) => {
      const text = typeof value === 'number' ? formatFor(shown.locale).number(value) : value;
      return [name, rightToLeft ? ISOLATE.join(text) : text] as const;
    });
    // No nesting: what GC or the CRM wrote is text, also where it looks like a key of ours.
    const text = i18next.t(key, { ...values, nest: false, replace: Object.fromEntries(written) });
    return shown.language === 'xx' ? `⟦${text}⟧` : text;
  };

  const lookUp = (key: string, values: Values = {}): string | undefined => {
    if (isComing(key)) return '';
    // A key that ends too early is a group of texts, which i18next calls existing too.
    const isText =
      i18next.exists(key, values) && typeof i18next.getResource('en', 'translation', key) !== 'object';
    return isText ? translate(key, values) : undefined;
  };

  const fallBack = (language: string): LanguageChoice => {
    if (!missing.has(language)) {
      missing.add(language);
      onNotice({ level: 'status', key: 'notice.language', values: { language } });
    }
    return shown;
  };

  const fetched = async (choice: LanguageChoice): Promise<LanguageChoice> => {
    const { language } = choice;
    if (language === 'xx' || i18next.hasResourceBundle(language, 'translation')) return choice;
    try {
      const texts = await read(new URL(`${language}.json`, base));
      i18next.addResourceBundle(language, 'translation', texts);
      return choice;
    } catch {
      return fallBack(language);
    }
  };

  return {
    get language() {
      return shown.language;
    },
    get direction() {
      return directionOf(shown.language);
    },
    get format() {
      return formatFor(shown.locale);
    },
    t: translate,
    lookUp,
    notice({ key, values = {} }) {
      // A sentence is not read out with a hole in it.
      if (Object.values(values).some(isComing)) return '';
      const words = Object.entries(values).map(([name, value]): readonly [string, string | number] => {
        if (name === 'count') return [name, Number(value)];
        const inFull = WORDS.includes(value.split('.')[0] ?? '') ? lookUp(value) : undefined;
        const named = WORDS.includes(name) ? `${name}.${value}` : '';
        return [name, inFull ?? lookUp(named) ?? value];
      });
      return lookUp(key, Object.fromEntries(words)) ?? key;
    },
    async use(wish) {
      const turn = (wanted += 1);
      const choice = chooseLanguage(wish, preferred);
      const next = choice.missing === undefined ? await fetched(choice) : fallBack(choice.missing);
      if (turn !== wanted) return;
      shown = next;
      await i18next.changeLanguage(next.language === 'xx' ? 'en' : next.language);
      announce();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

async function readJson(url: URL): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname}: HTTP ${response.status}`);
  return response.json();
}
