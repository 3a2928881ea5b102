import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { command, COMMANDS } from '../../src/protocol/commands.ts';
import type { CommandType, GcCommand } from '../../src/protocol/commands.ts';
import { encode, EncodeError, forbiddenCharacter } from '../../src/protocol/encode.ts';
import { runs } from './support/runs.ts';

const types = Object.keys(COMMANDS) as CommandType[];
const plain = fc.stringMatching(/^[^,#|\u0000-\u001f\u007f-\u009f]*$/u);
const subject = plain.filter((value) => value.trim() !== '');

/** Any command with a value for each of its parameters. */
const anyCommand = fc.constantFrom(...types).chain((type) => {
  const names: readonly string[] = COMMANDS[type].params;
  return fc
    .record({ subject, values: fc.array(plain, { minLength: names.length, maxLength: names.length }) })
    .map((given) => {
      const params = Object.fromEntries(names.map((name, index) => [name, given.values[index]]));
      return {
        names,
        values: given.values,
        command: { type, subject: given.subject, params } as unknown as GcCommand,
      };
    });
});

/** What GC reads: split at the characters that no value holds. */
function readBack({ type, body }: { type: string; body: string }): {
  type: string;
  subject: string;
  values: string[];
} {
  const [name = '', about = ''] = type.split('#');
  return { type: name, subject: about, values: body.split(',') };
}

test('what is encoded reads back as it was', () => {
  fc.assert(
    fc.property(anyCommand, ({ command: sent, values }) => {
      const row = COMMANDS[sent.type];
      const read = readBack(encode(sent));
      const expected = 'word' in row ? [...values, row.word] : values;
      assert.deepEqual(read, {
        type: sent.type,
        subject: sent.subject,
        values: expected.length === 0 ? [''] : expected,
      });
    }),
    runs(300),
  );
});

test('a value that GC would split or spoil is refused, by name and without being told', () => {
  const bad = fc.constantFrom(',', '#', '|', '\n', '\r', '\0', '\t', '\u007f', '\u0085');
  fc.assert(
    fc.property(anyCommand, bad, fc.nat(), plain, (any, character, at, secret) => {
      const { names, values, command: sent } = any;
      const where = at % (names.length + 1);
      const spoilt = `${secret}${character}s3cret`;
      const name = names[where];
      const params = { ...sent.params, ...(name !== undefined && { [name]: spoilt }) };
      const spoiltCommand = {
        ...sent,
        params,
        subject: name === undefined ? spoilt : sent.subject,
      } as GcCommand;
      assert.throws(
        () => encode(spoiltCommand),
        (error: unknown) => {
          assert.ok(error instanceof EncodeError);
          assert.equal(error.command, sent.type);
          assert.equal(error.param, name ?? 'subject');
          assert.equal(error.character, /[,#|]/.test(character) ? character : 'control');
          assert.ok(!error.message.includes('s3cret'));
          return true;
        },
      );
      assert.equal(values.length, names.length);
    }),
    runs(300),
  );
});

test('the message says what, where, and what to do', () => {
  assert.throws(() => encode(command('Login', '1001', { agentPassword: 'a,b', agentExtension: '2001' })), {
    name: 'EncodeError',
    message: 'Login was not sent: its agentPassword holds ",", which GC cannot carry. Remove it.',
  });
  assert.throws(() => encode(command('MakeReady', ' ')), {
    name: 'EncodeError',
    param: 'subject',
    message: 'MakeReady was not sent: its subject is empty. Give one.',
  });
});

test('a form finds the character before anything is sent', () => {
  assert.equal(forbiddenCharacter('Complaint, general'), ',');
  assert.equal(forbiddenCharacter('a#b,c'), '#');
  assert.equal(forbiddenCharacter('a|b'), '|');
  assert.equal(forbiddenCharacter('+45 20 (30)'), undefined);
});
