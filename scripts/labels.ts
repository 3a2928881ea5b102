/**
 * `npm run labels`: the Salesforce custom labels of the Lightning web components, made of the softphone's own language
 * files: one source for what agents read. A component imports `@salesforce/label/c.GcCallAnswer` for the text
 * `call.answer`; what is imported anywhere is generated, and nothing else.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesBelow } from './test-files.ts';

/** Texts of a language by their keys: `call.answer`. */
export type Texts = ReadonlyMap<string, string>;

/** The language of the labels themselves; the others are translations of it. */
const MASTER = 'en';
export const LANGUAGES: readonly string[] = [MASTER, 'de', 'ar'];

const PROJECT = 'crm-adapter/salesforce';
const COMPONENTS = `${PROJECT}/force-app/main/default/lwc`;
const LABELS = `${PROJECT}/force-app/main/default/labels/CustomLabels.labels-meta.xml`;
const TRANSLATIONS = `${PROJECT}/translations/main/default/translations`;

/** Salesforce's limits for a label; the description is the key. */
const LONGEST_TEXT = 1000;
const LONGEST_NAME = 80;
const LONGEST_DESCRIPTION = 80;

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** The label's name for a key: `call.answer` is `GcCallAnswer`, `match.several_one` is `GcMatchSeveralOne`. */
export function labelName(key: string): string {
  return `Gc${key.replaceAll(/(?:^|[._])(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
}

/** @returns the texts of a nested language document by their keys */
export function textsOf(document: object, above = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [name, value] of Object.entries(document) as [string, unknown][]) {
    const key = above + name;
    if (typeof value === 'string') texts.set(key, value);
    else for (const [below, text] of textsOf(value as object, `${key}.`)) texts.set(below, text);
  }
  return texts;
}

/** @returns the labels that sources import, sorted; those of Apex too */
export function labelsIn(sources: readonly string[]): readonly string[] {
  const named = sources.flatMap((source) =>
    [...source.matchAll(/@salesforce\/label\/c\.(\w+)|\bLabel\.(Gc\w+)/g)].map(
      ([, lwc, apex]) => lwc ?? apex ?? '',
    ),
  );
  return [...new Set(named)].sort();
}

/**
 * The metadata files for these labels.
 * @param languages the texts of each language, by its code
 * @returns the content of each file, by its path
 * @throws {Error} for a label that no text has, that several have, or that Salesforce cannot take
 */
export function labelFiles(
  labels: readonly string[],
  languages: ReadonlyMap<string, Texts>,
): ReadonlyMap<string, string> {
  const keys = new Map<string, Set<string>>();
  for (const texts of languages.values())
    for (const key of texts.keys())
      keys.set(labelName(key), (keys.get(labelName(key)) ?? new Set()).add(key));
  const chosen = labels.map((label) => {
    const [key, ...more] = keys.get(label) ?? [];
    if (key === undefined) throw new Error(`No text has the label ${label}`);
    if (more.length > 0) throw new Error(`${label} is the label of ${[key, ...more].join(' and ')}`);
    if (label.length > LONGEST_NAME) throw new Error(`${label} is longer than ${LONGEST_NAME} characters`);
    if (key.length > LONGEST_DESCRIPTION)
      throw new Error(`${key} is longer than ${LONGEST_DESCRIPTION} characters`);
    return { label, key };
  });
  const text = (language: string, key: string): string => {
    const texts = languages.get(language);
    // A form of the plural that only another language has.
    const found = texts?.get(key) ?? (PLURAL.test(key) && texts?.get(key.replace(PLURAL, '_other')));
    if (!found) throw new Error(`${language} has no text ${key}`);
    if (found.length > LONGEST_TEXT) throw new Error(`${key} is longer than ${LONGEST_TEXT} characters`);
    return escaped(found);
  };
  const files = new Map([
    [
      LABELS,
      document(
        'CustomLabels',
        chosen.map(({ label, key }) => labelXml(label, key, text(MASTER, key))),
      ),
    ],
  ]);
  for (const language of languages.keys()) {
    if (language === MASTER) continue;
    const entries = chosen.map(({ label, key }) => translationXml(label, text(language, key)));
    files.set(`${TRANSLATIONS}/${language}.translation-meta.xml`, document('Translations', entries));
  }
  return files;
}

function labelXml(label: string, key: string, text: string): string {
  return `    <labels>
        <fullName>${label}</fullName>
        <categories>GC Softphone</categories>
        <language>en_US</language>
        <protected>false</protected>
        <shortDescription>${key}</shortDescription>
        <value>${text}</value>
    </labels>
`;
}

function translationXml(label: string, text: string): string {
  return `    <customLabels>
        <label>${text}</label>
        <name>${label}</name>
    </customLabels>
`;
}

function document(root: string, entries: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="http://soap.sforce.com/2006/04/metadata">
${entries.join('')}</${root}>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What the files should say now, by their paths: of this folder's components and languages. */
export function currentLabelFiles(): ReadonlyMap<string, string> {
  const sources = [...filesBelow(COMPONENTS, '.js'), ...filesBelow(COMPONENTS, '.ts')]
    .filter((file) => !file.includes('__tests__'))
    .concat(filesBelow(`${PROJECT}/force-app`, '.cls'))
    .map((file) => readFileSync(file, 'utf8'));
  const languages = new Map(
    LANGUAGES.map((language) => [
      language,
      textsOf(JSON.parse(readFileSync(`locales/${language}.json`, 'utf8')) as object),
    ]),
  );
  return labelFiles(labelsIn(sources), languages);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [file, content] of currentLabelFiles()) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    console.log(file);
  }
}
