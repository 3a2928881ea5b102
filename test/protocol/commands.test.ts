import assert from 'node:assert/strict';
import { test } from 'node:test';
import { command, COMMANDS } from '../../src/protocol/commands.ts';
import type { CommandType, GcCommand } from '../../src/protocol/commands.ts';
import { encode } from '../../src/protocol/encode.ts';
import { countRows } from './support/count.ts';
import { expectedCommands } from './support/expected.ts';
import type { ExpectedCommand } from './support/expected.ts';

const camelCase = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const isWord = (param: string): boolean => /^[A-Z]+$/.test(param);

/** A command as GC must read it, from the expected table alone: every parameter is its own name, words are themselves. */
function expectedBody({ params }: ExpectedCommand): string {
  return params
    .map((param) => (param === 'subscribe' ? 'true' : isWord(param) ? param : camelCase(param)))
    .join(',');
}

function paramsOf({ params }: ExpectedCommand): Record<string, string | true> {
  const named = params.filter((param) => !isWord(param)).map(camelCase);
  return Object.fromEntries(named.map((param) => [param, param === 'subscribe' ? true : param]));
}

test('every command of the table is sent as the table says', () => {
  countRows(
    'commands',
    expectedCommands,
    ({ type }) => type,
    (expected) => {
      const row = COMMANDS[expected.type as CommandType];
      assert.ok(row, 'not in COMMANDS');
      assert.deepEqual(
        { subject: row.subject, answers: row.answers, role: row.role },
        { subject: expected.subject, answers: expected.answers, role: expected.role },
      );
      const sent = encode({
        type: expected.type,
        subject: '1001',
        params: paramsOf(expected),
      } as unknown as GcCommand);
      assert.deepEqual(sent, { type: `${expected.type}#1001`, body: expectedBody(expected) });
    },
  );
});

test('no command is ours alone', () => {
  assert.deepEqual(Object.keys(COMMANDS).sort(), expectedCommands.map(({ type }) => type).sort());
});

test('Connect goes without a password after a reload, and says SSO last with single sign-on', () => {
  const body = (params: { clientDestination: string; agentPassword?: string; sso?: boolean }): string =>
    encode(command('Connect', '1001', params)).body;
  assert.equal(body({ clientDestination: 'd' }), 'd');
  assert.equal(body({ clientDestination: 'd', agentPassword: 'p' }), 'd,p');
  assert.equal(body({ clientDestination: 'd', agentPassword: 'p', sso: true }), 'd,p,SSO');
  assert.equal(body({ clientDestination: 'd', agentPassword: 'p', sso: false }), 'd,p');
  assert.equal(body({ clientDestination: 'd', sso: true }), 'd,,SSO');
});

test('getteamusers subscribes only when asked to', () => {
  assert.equal(encode(command('getteamusers', '1001', { teamId: '5' })).body, '5');
  assert.equal(encode(command('getteamusers', '1001', { teamId: '5', subscribe: true })).body, '5,true');
});

test('fixed words are not the caller’s to give', () => {
  assert.deepEqual(encode(command('RejectOutboundPreview', '1001', { dialogId: '7' })), {
    type: 'RejectOutboundPreview#1001',
    body: '7,REJECT',
  });
});

test('a command without parameters has an empty body', () => {
  assert.deepEqual(encode(command('Hello', 'dest')), { type: 'Hello#dest', body: '' });
});

test('commands are plain data', () => {
  const made = command('Login', '1001', { agentPassword: 'p', agentExtension: '2001' });
  assert.deepEqual(structuredClone(made), made);
});

test('the types know every parameter', () => {
  const mobile = { agentPassword: 'p', agentExtension: '2001', agentPhone: '+4520' };
  const any: readonly GcCommand[] = [
    command('MakeReady', '1001'),
    command('wrapup', '1001', { wrapupReason: 'Sale', dialogId: '7' }),
    command('MobileAgentLogin', '1001', { ...mobile, connectionMode: 'true' }),
  ];
  assert.equal(any.length, 3);
  // @ts-expect-error a parameter is missing
  command('Login', '1001', { agentPassword: 'p' });
  // @ts-expect-error all parameters are missing
  command('AnswerCall', '1001');
  // @ts-expect-error no such parameter
  command('AnswerCall', '1001', { dialogId: '7', word: 'ACCEPT' });
  // @ts-expect-error no such command
  command('answercall', '1001', { dialogId: '7' });
  // @ts-expect-error a flag is no text
  command('getteamusers', '1001', { teamId: '5', subscribe: 'true' });
  // @ts-expect-error neither call by call nor nailed
  command('MobileAgentLogin', '1001', { ...mobile, connectionMode: 'x' });
});
