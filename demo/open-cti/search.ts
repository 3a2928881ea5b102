import type { Org } from '../records.ts';

/** A record as `searchAndScreenPop` reports it: the fields of the softphone layout beside the fixed ones. */
export interface Hit {
  readonly Id: string;
  readonly Name: string;
  /** The object's API name. */
  readonly RecordType: 'Account' | 'Case' | 'Contact';
  readonly LastModifiedDate: string;
  readonly [layoutField: string]: string;
}

/** Numbers shorter than this are compared whole: they are extensions. */
const MIN_SUFFIX = 7;

/** The records that a term stands for: a phone number in any formatting, a case number, or part of a name. */
export function search(org: Org, term: string): readonly Hit[] {
  const wanted = term.trim();
  if (!wanted) return [];
  const cases = org.cases.filter(({ CaseNumber }) => CaseNumber.toLowerCase() === wanted.toLowerCase());
  if (cases.length > 0) return cases.map(caseHit);
  if (/^[+\d][\d\s().\-/]*$/.test(wanted)) {
    return org.contacts.filter(({ Phone }) => samePhone(Phone, wanted)).map(contactHit);
  }
  if (wanted.length < 2) return [];
  return [
    ...org.contacts.filter(({ Name }) => contains(Name, wanted)).map(contactHit),
    ...org.accounts.filter(({ Name }) => contains(Name, wanted)).map(accountHit),
    ...org.cases.filter(({ Subject }) => contains(Subject, wanted)).map(caseHit),
  ];
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

function contains(name: string, part: string): boolean {
  const plain = (text: string): string =>
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[øæßłđ]/g, (letter) => PLAIN[letter] ?? letter);
  return plain(name).includes(plain(part));
}

type Contact = Org['contacts'][number];
type Account = Org['accounts'][number];
type Case = Org['cases'][number];

const contactHit = ({ Id, Name, Phone, Title, LastModifiedDate }: Contact): Hit => ({
  Id,
  Name,
  RecordType: 'Contact',
  LastModifiedDate,
  Phone,
  Title,
});

const accountHit = ({ Id, Name, Tier }: Account): Hit => ({
  Id,
  Name,
  RecordType: 'Account',
  LastModifiedDate: '',
  Tier,
});

const caseHit = ({ Id, CaseNumber, Subject, Status, LastModifiedDate }: Case): Hit => ({
  Id,
  Name: CaseNumber,
  RecordType: 'Case',
  LastModifiedDate,
  Subject,
  Status,
});
