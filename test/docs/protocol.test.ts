import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { filesBelow } from '../../scripts/test-files.ts';
import { COMMANDS } from '../../src/protocol/commands.ts';
import { ACTION_BUTTONS, BA_VARIABLES } from '../../src/protocol/dialogs.ts';
import { ERROR_ALIASES, ERRORS } from '../../src/protocol/errors.ts';
import { AGENT_STATES, DIALOG_STATES } from '../../src/protocol/events.ts';
import { SYSTEM_REASONS } from '../../src/protocol/reason-codes.ts';
import { SHAPES } from '../../src/protocol/shapes.ts';
import { expectedMessages, expectedOutputs } from '../protocol/support/expected.ts';
import { anchorsOf, blocksOf, codeOf, rowsOf } from './documents.ts';

const text = readFileSync('PROTOCOL.md', 'utf8');

/** The part below a heading, up to the next one of its level. */
function section(heading: string): string {
  const [, level = '', body = ''] = new RegExp(`^(##+) ${heading}\\n([^]*)`, 'm').exec(text) ?? [];
  assert.ok(level, `there is no heading "${heading}"`);
  return body.split(new RegExp(`^#{2,${level.length}} `, 'm'))[0] ?? '';
}

/** Everything in backticks. */
const codesOf = (words: string): readonly string[] =>
  [...words.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);

/** Rows whose first cell is code, by that code. */
const rowsByCode = (heading: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    rowsOf(section(heading)).flatMap(([first = '', ...rest]) =>
      codeOf(first) ? [[codeOf(first)!, rest]] : [],
    ),
  );

const sorted = (names: Iterable<string>): string[] => [...names].sort();

describe('PROTOCOL.md on commands', () => {
  const rows = rowsByCode('Commands');
  // The commands of a call's buttons stand in the table of the buttons, those for lists at their desks.
  const desks = ['src/session', 'src/softphone', 'src/supervision'].flatMap((one) => filesBelow(one, '.ts'));
  const session = [...desks, 'src/state/buttons.ts'].map((file) => readFileSync(file, 'utf8')).join('\n');

  it('has a row for every command, and no other', () => {
    assert.deepEqual(sorted(rows.keys()), sorted(Object.keys(COMMANDS)));
  });

  for (const [type, row] of Object.entries(COMMANDS)) {
    it(`says of ${type} what the code says`, () => {
      const [params = '', answers = '', words = ''] = rows.get(type) ?? [];
      const extra = ['word' in row ? row.word : undefined, 'flag' in row ? row.flag.word : undefined];
      assert.deepEqual(codesOf(params), [...row.params, ...extra.filter((word) => word !== undefined)]);
      const optional = [...params.matchAll(/\[`(\w+)`\]/g)].map(([, name = '']) => name);
      const left = 'optional' in row ? [...row.optional] : [];
      assert.deepEqual(optional, [...left, ...('flag' in row ? [row.flag.word] : [])]);
      assert.deepEqual(codesOf(answers), row.answers);
      assert.equal(answers === 'nothing', row.answers.length === 0);
      assert.equal(words.includes('No control yet'), !session.includes(`'${type}'`), 'whether it is sent');
    });
  }
});

describe('PROTOCOL.md on events', () => {
  const rows = rowsByCode('Events');

  it('has a row for every event, and no other', () => {
    assert.deepEqual(sorted(rows.keys()), sorted(Object.keys(SHAPES)));
  });

  for (const [type, shape] of Object.entries(SHAPES)) {
    it(`names the parts of ${type}`, () => {
      const [parts = '', words = ''] = rows.get(type) ?? [];
      const named = codesOf(parts);
      assert.deepEqual(sorted(named.map((part) => part.replace('?', ''))), sorted(Object.keys(shape)));
      for (const [part, entry] of Object.entries<object>(shape))
        if ('needed' in entry) assert.ok(named.includes(part), `${part} cannot be absent`);
      assert.ok(words.length > 10);
    });
  }

  it('has every form of every text output as the table has it', () => {
    const written = (blocksOf(section('The text form'), '')[0] ?? '').trim().split('\n');
    const expected = expectedOutputs.flatMap(({ id, becomes, forms }) =>
      forms.map((form, index) => (index === 0 ? `${id} ${becomes ?? '(none)'} ${form}` : form)),
    );
    assert.deepEqual(
      written.map((line) => line.trim().replace(/^(O-\d+) +(\S+) +/, '$1 $2 ')),
      expected,
    );
  });
});

describe('PROTOCOL.md on states, errors and words', () => {
  it('names every state, campaign variable, action and reason', () => {
    const states = section('States, actions and reasons');
    for (const state of [...AGENT_STATES, ...DIALOG_STATES])
      assert.match(states, new RegExp(`\\b${state}\\b`));
    const parts = codesOf(section('How parts are read'));
    for (const name of BA_VARIABLES) assert.ok(parts.includes(name), name);
    const buttons = rowsOf(states).flatMap(([action = '', button = '']) =>
      codeOf(action) ? [[codeOf(action), codeOf(button) ?? null]] : [],
    );
    assert.deepEqual(Object.fromEntries(buttons), ACTION_BUTTONS);
    const reasons = rowsOf(states).flatMap(([code = '', state, key = '']) =>
      /^\d+$/.test(code) ? [[code, { key: codeOf(key), state }]] : [],
    );
    assert.deepEqual(Object.fromEntries(reasons), SYSTEM_REASONS);
  });

  it('names every error with its behaviour, every other spelling, and every behaviour', () => {
    const rows = rowsOf(section('Errors')).filter((cells) => cells.length === 3 && cells[0]?.startsWith('`'));
    const named = rows.map(([codes = '', behaviour = '']) => [codesOf(codes)[0], codeOf(behaviour)]);
    assert.deepEqual(Object.fromEntries(named), ERRORS);
    const spelled = rows.flatMap(([codes = '']) => {
      const [code, ...others] = codesOf(codes);
      return others.map((other) => [other, code]);
    });
    assert.deepEqual(Object.fromEntries(spelled), ERROR_ALIASES);
    for (const [code = '', , meaning = ''] of rows) assert.ok(meaning.length > 5, code);
    const behaviours = rowsByCode('Errors');
    for (const behaviour of Object.values(ERRORS)) assert.ok(behaviours.has(behaviour), behaviour);
  });

  it('names every message, and those that are silent', () => {
    const { messages, ours } = expectedMessages;
    const rows = rowsByCode('What the agent is told');
    const named = [...rows].flatMap(([event, [cell = '']]) =>
      cell
        .split(', ')
        .map((one) => `${event}#${codesOf(one)[0]}${one.includes('(silent)') ? ' silent' : ''}`),
    );
    const expected = [...messages, ...ours].map(({ key, say }) => (say === null ? `${key} silent` : key));
    assert.deepEqual(sorted(named), sorted(expected));
  });
});

describe('the six sequences of PROTOCOL.md', () => {
  const sequences = section('Six sequences');

  it('are six', () => {
    assert.deepEqual(
      [...sequences.matchAll(/^### (.*)$/gm)].map(([, name]) => name),
      ['Sign-in', 'Inbound', 'Consult and transfer', 'Campaign preview', 'Failover in mid-call', 'Wrap-up'],
    );
  });

  it('hold commands as they are sent, and events that there are', () => {
    const lines = blocksOf(sequences, '').flatMap((block) => block.trim().split('\n'));
    assert.ok(lines.length > 60);
    for (const line of lines) {
      const [, arrow, name = '', rest = ''] = /^([→←…]) (\w*)(.*)$/.exec(line) ?? [];
      assert.ok(arrow, line);
      if (arrow === '←') assert.ok(Object.hasOwn(SHAPES, name), line);
      if (arrow !== '→') continue;
      assert.ok(Object.hasOwn(COMMANDS, name), line);
      const { params, subject, ...row } = COMMANDS[name as keyof typeof COMMANDS];
      const [, about, body = ''] = /^#(\w+)(?:: (\S+(?: \w+,\S+)?))?(?: … .*)?$/.exec(rest) ?? [];
      assert.equal(about, subject === 'destination' ? 'd' : '1001', line);
      const count = params.length + ('word' in row ? 1 : 0);
      assert.equal(body === '' ? 0 : body.split(',').length, count, line);
    }
  });
});

describe('the names in PROTOCOL.md', () => {
  const withoutComments = (code: string): string => code.replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');
  const sources = [
    ...filesBelow('src', '.ts').map((file) => withoutComments(readFileSync(file, 'utf8'))),
    ...filesBelow('test/protocol/expected', '.json').map((file) => readFileSync(file, 'utf8')),
  ];
  const known = new Set(sources.flatMap((source) => source.match(/[A-Za-z_]\w*/g) ?? []));

  it('are names that the code or its tables have', () => {
    const prose = text.replaceAll(/^```[^]*?^```/gm, '');
    const unknown = codesOf(prose).flatMap((code) => {
      if (/^[\w.-]+\/[\w./-]*$/.test(code)) return existsSync(code) ? [] : [code];
      // Frames and patterns are examples.
      if (/[#<{/]/.test(code)) return [];
      return (code.match(/[A-Za-z_]\w*/g) ?? []).filter((name) => !known.has(name));
    });
    assert.deepEqual([...new Set(unknown)], []);
  });

  it('lead somewhere, where they are links', () => {
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);
    assert.ok(links.length > 10);
    for (const link of links) {
      if (link.startsWith('#')) assert.ok(anchorsOf(text).includes(link.slice(1)), link);
      else assert.ok(existsSync(link), link);
    }
  });
});
