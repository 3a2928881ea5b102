import type { Org } from '../records.ts';

/** An object that can be searched, by its API name. */
export type Entity = 'Account' | 'Case' | 'Contact' | 'Lead';

/** A record that a term stands for. */
export interface Match {
  readonly entity: Entity;
  readonly Id: string;
  readonly Name: string;
  readonly LastModifiedDate: string;
  /** Every field by its API name. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Numbers shorter than this are compared whole: they are extensions. */
const MIN_SUFFIX = 7;

/** Terms shorter than this find nothing. */
const MIN_TERM = 2;

interface Source {
  readonly entity: Entity;
  rows(org: Org): readonly Row[];
  /** Fields in which a number, whole words, or exactly this text are looked for. */
  readonly phones: readonly string[];
  readonly words: readonly string[];
  readonly exact: readonly string[];
}

interface Row {
  readonly Id: string;
  readonly LastModifiedDate: string;
}

const SOURCES: readonly Source[] = [
  { entity: 'Contact', rows: (org) => org.contacts, phones: ['Phone'], words: ['Name'], exact: ['Email'] },
  {
    entity: 'Account',
    rows: (org) => org.accounts,
    phones: ['Phone'],
    words: ['Name'],
    exact: ['AccountNumber'],
  },
  {
    entity: 'Lead',
    rows: (org) => org.leads,
    phones: ['Phone'],
    words: ['Name', 'Company'],
    exact: ['Email'],
  },
  { entity: 'Case', rows: (org) => org.cases, phones: [], words: ['Subject'], exact: ['CaseNumber'] },
];

/**
 * The records that a term stands for, as Salesforce finds them: a phone number in any formatting; a case's or an
 * account's number; words, of which each must begin one of a name's, whatever their case and accents.
 */
export function search(org: Org, term: string): readonly Match[] {
  const wanted = term.trim();
  if (wanted.length < MIN_TERM) return [];
  const find = (fits: (text: string) => boolean, fields: 'exact' | 'phones' | 'words'): readonly Match[] =>
    SOURCES.flatMap((source) =>
      source
        .rows(org)
        .map((row) => matchOf(source.entity, row))
        .filter((match) => source[fields].some((name) => fits(textOf(match.fields[name])))),
    );
  const exact = find((text) => text.toLowerCase() === wanted.toLowerCase(), 'exact');
  if (exact.length > 0) return exact;
  if (/^[+\d][\d\s().\-/]*$/.test(wanted)) return find((text) => samePhone(text, wanted), 'phones');
  return find((text) => hasWords(text, wanted), 'words');
}

function matchOf(entity: Entity, row: Row): Match {
  const fields = { ...row } as Row & Record<string, unknown>;
  const Name = textOf(entity === 'Case' ? fields['CaseNumber'] : fields['Name']);
  return { entity, Id: row.Id, Name, LastModifiedDate: row.LastModifiedDate, fields };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Whether two numbers are one: the same digits, or one without the other's prefix. */
export function samePhone(a: string, b: string): boolean {
  const [short = '', long = ''] = [digits(a), digits(b)].sort((x, y) => x.length - y.length);
  return short === long ? short !== '' : short.length >= MIN_SUFFIX && long.endsWith(short);
}

function digits(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^0+/, '');
}

/** Letters that Unicode does not take apart into a plain one and its accent. */
const PLAIN: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', ß: 'ss', ł: 'l', đ: 'd' };

function wordsOf(text: string): readonly string[] {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øæßłđ]/g, (letter) => PLAIN[letter] ?? letter);
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function hasWords(text: string, term: string): boolean {
  const [found, wanted] = [wordsOf(text), wordsOf(term)];
  return wanted.length > 0 && wanted.every((start) => found.some((word) => word.startsWith(start)));
}
