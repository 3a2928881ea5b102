/*
 * A play is a text file that reads like one. Each line that begins with a time is a call; indented lines below it are its
 * variables; what follows a # is for the reader.
 *
 *   00:05  Maria Sørensen rings Billing from +4533550123, waits 40 s, talks 3 min
 *            callVariable1 = Gold
 *   00:30  A neighbour rings extension 2001 from a withheld number
 *   01:00  Renewals calls Lucía Fernández at +34915550178 through Sales, talks 2 min
 *   02:00  Renewals offers Noor Haddad at +97145550134
 *   05:00  again
 */
import { readFileSync } from 'node:fs';
import type { Act, Play } from '../centre/play.ts';

/**
 * Reads a play from a file.
 * @throws an Error when there is no such file, or one that names file, line, what was expected and what was found
 */
export const readPlay = (file: string): Play => parsePlay(file, readFileSync(file, 'utf8'));

type Draft = Act & { variables: Record<string, string> };

/** @throws an Error `<name>:<line>: expected …, found "…"` */
export function parsePlay(name: string, text: string): Play {
  const acts: Draft[] = [];
  let againAfterMs: number | undefined;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = index + 1;
    const words = raw.replace(/(^|\s)#.*$/, '').trimEnd();
    const refuse = (expected: string, found: string): never => {
      throw new Error(`${name}:${line}: expected ${expected}, found "${found}"`);
    };
    if (words === '') continue;
    if (againAfterMs !== undefined) refuse('nothing after "again"', words.trim());
    if (/^\s/.test(words)) {
      const [, variable = '', value = ''] = /^([\w.[\]]+)\s*=\s*(.*)$/.exec(words.trim()) ?? [];
      const last = acts.at(-1);
      if (variable === '') refuse('a variable, as in "callVariable1 = Gold"', words.trim());
      if (!last) return refuse('a call before its variables', words.trim());
      last.variables[variable] = value;
      continue;
    }
    const [, time = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(words) ?? [];
    const atMs = timeOf(time) ?? refuse('a time, as in 01:30 or 1:01:30', time);
    const before = acts.at(-1)?.atMs ?? 0;
    if (atMs < before) refuse('a time that is not before the last one', time);
    if (rest === 'again') {
      if (atMs === 0 || acts.length === 0) refuse('calls before they come again', words);
      againAfterMs = atMs;
    } else {
      acts.push({ ...callOf(rest, refuse), line, atMs });
    }
  }
  if (acts.length === 0) throw new Error(`${name}: expected at least one call, found none`);
  return { name, acts, ...(againAfterMs === undefined ? {} : { againAfterMs }) };
}

type Refuse = (expected: string, found: string) => never;
type WithoutPlace<T> = T extends unknown ? Omit<T, 'line' | 'atMs'> : never;

const form =
  '"<who> rings <queue> from <number>", "<who> rings extension <number> from <number>", ' +
  '"<campaign> calls <who> at <number>" or "<campaign> offers <who> at <number>"';
const numberForm = /^\+?\d{2,24}$/;

function callOf(words: string, refuse: Refuse): WithoutPlace<Draft> {
  const [sentence = '', ...clauses] = words.split(/\s*,\s*/);
  const times = timesOf(clauses, refuse);
  const [, who = '', where = '', caller = ''] = /^(.+?) rings (.+?) from (.+)$/.exec(sentence) ?? [];
  if (who !== '') {
    const withheld = caller === 'a withheld number';
    if (!withheld && !numberForm.test(caller)) refuse('a number, or "a withheld number"', caller);
    const from = withheld ? '' : caller;
    const [, extension] = /^extension (.+)$/.exec(where) ?? [];
    if (extension === undefined)
      return { kind: 'ringsQueue', who, from, queue: where, variables: {}, ...times };
    return { kind: 'ringsExtension', who, from, extension, variables: {}, ...times };
  }
  const campaign = /^(.+?) (calls|offers) (.+?) at (\S+)(?: through (.+))?$/.exec(sentence);
  if (!campaign) return refuse(form, sentence);
  const [, name = '', verb, customer = '', number = '', queue] = campaign;
  if (!numberForm.test(number)) refuse('a number', number);
  const { patienceMs, ...rest } = times;
  if (patienceMs !== undefined) refuse('"talks <time>"', `waits ${patienceMs / 1000} s`);
  return {
    kind: verb === 'calls' ? 'calls' : 'offers',
    who: customer,
    campaign: name,
    customer: number,
    variables: {},
    ...(queue === undefined ? {} : { queue }),
    ...rest,
  };
}

/** `waits 40 s`, `talks 3 min`. */
function timesOf(clauses: readonly string[], refuse: Refuse): { patienceMs?: number; talkMs?: number } {
  const times: { patienceMs?: number; talkMs?: number } = {};
  for (const clause of clauses) {
    const [, verb, count, unit] = /^(waits|talks) (\d+) (s|min)$/.exec(clause) ?? [];
    if (verb === undefined) refuse('"waits <n> s", "talks <n> s" or "<n> min"', clause);
    times[verb === 'waits' ? 'patienceMs' : 'talkMs'] = Number(count) * (unit === 'min' ? 60_000 : 1000);
  }
  return times;
}

/** `mm:ss` or `h:mm:ss` in ms. */
function timeOf(words: string): number | undefined {
  const [, hours = '0', minutes = '', seconds = ''] = /^(?:(\d+):)?(\d\d):([0-5]\d)$/.exec(words) ?? [];
  if (minutes === '') return undefined;
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}
