/** Numbers and ids of people, down to their last two digits, so that equal ones stay equal and others different. */
export interface NumberMask {
  /** Of the same length and shape. The other digits are zeros, or count those that would look the same. */
  readonly maskNumber: (number: string) => string;
  /** A call's key, which holds the agent's id; undefined for anything else. */
  readonly maskCallKey: (text: string) => string | undefined;
}

const CALL_KEY = /^(.*?)-(.+)(-\d{4}-\d\d-\d\d(?:-\d+)?)$/;
/** Two spellings of a number end in the same seven digits. */
const LAST = 7;

/** Makes a mask that remembers what it was given. */
export function createNumberMask(): NumberMask {
  const masked = new Map<string, string>();
  /** Numbers, by what they look like. */
  const alike = new Map<string, string[]>();
  /** What ids with letters have become. */
  const ids = new Set<string>();

  const maskNumber = (number: string): string => {
    let known = masked.get(number);
    if (known === undefined) masked.set(number, (known = maskNew(number.trim())));
    return known;
  };

  const maskNew = (number: string): string => {
    const digits = number.replace(/\D/g, '');
    const shown = digits.length - 2;
    let seen = 0;
    const hidden = Array.from(number, (character) => {
      if (/\d/.test(character)) return (seen += 1) > shown ? undefined : '0';
      return /[+()@:. /-]/.test(character) ? undefined : '•';
    });
    if (hidden.includes('•')) return firstFree((count) => show(number, hidden, count));
    const look = `${Math.min(digits.length, LAST)}:${digits.slice(-2)}`;
    const others = alike.get(look) ?? [];
    alike.set(look, others);
    const self = digits.length >= LAST ? digits.slice(-LAST) : number;
    if (!others.includes(self)) others.push(self);
    return show(number, hidden, String(others.indexOf(self) || ''));
  };

  /** An id with letters. Of those with one letter only, the eleventh may look like another. */
  const firstFree = (shown: (count: string) => string): string => {
    let text = shown('');
    for (let count = 1; ids.has(text) && count < 1000; count += 1) text = shown(String(count));
    ids.add(text);
    return text;
  };

  return {
    maskNumber,
    maskCallKey(text) {
      const [, first = '', rest = '', day = ''] = CALL_KEY.exec(text) ?? [];
      if (day === '') return undefined;
      const whole = `${first}-${rest}`;
      const agent = [...masked.keys()].find((one) => one !== '' && whole.endsWith(`-${one}`)) ?? rest;
      return `${whole.slice(0, whole.length - agent.length)}${maskNumber(agent)}${day}`;
    },
  };
}

/** Writes the count over the last hidden characters. */
function show(number: string, hidden: readonly (string | undefined)[], count: string): string {
  const digits = count.split('');
  return Array.from(number, (character, index) => [character, hidden[index]] as const).reduceRight(
    (text, [character, cover]) => (cover === undefined ? character : (digits.pop() ?? cover)) + text,
    '',
  );
}
