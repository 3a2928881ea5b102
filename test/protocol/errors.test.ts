import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ERROR_ALIASES, errorOf, ERRORS, splitErrorCode } from '../../src/protocol/errors.ts';
import { FORM, NOW, signedIn } from '../support/make-state.ts';
import { countRows } from './support/count.ts';
import { eventOf } from './support/decoded.ts';
import { expectedErrors } from './support/expected.ts';
import { hasWords, saidOf } from './support/said.ts';

/** In answer to a command and to a sign-in the agent is told, once, in three languages. */
function assertTold(spelled: string, code: string): void {
  const sent = { id: 1, subject: '1001', sentAt: NOW, blocks: true } as const;
  const atWork = signedIn({ waiting: [{ ...sent, command: 'AnswerCall' }] });
  const signingIn = signedIn({
    signIn: { phase: 'signingIn', form: FORM, known: false },
    waiting: [{ ...sent, command: 'Login' }],
  });
  for (const state of [atWork, signingIn]) {
    const said = saidOf(state, `1001#Error#${spelled}`);
    // How a session that is gone for good ends, the session tells.
    if (code === 'SESSION_INVALIDATED') assert.deepEqual(said, []);
    else assert.match(said.join(), new RegExp(`^error\\.${code}(_LOGIN)?$`));
    said.forEach(hasWords);
  }
  hasWords(`error.${code}`);
}

test('every error of the table has its behaviour, in both forms and under each spelling', () => {
  countRows(
    'errors',
    expectedErrors,
    ({ code }) => code,
    ({ code, aliases = [], behaviour }) => {
      for (const spelled of [code, ...aliases]) {
        assert.deepEqual(errorOf(spelled), { known: true, code, behaviour });
        assert.deepEqual(errorOf(spelled.toLowerCase()), { known: true, code, behaviour });
        for (const frame of [
          `1001#Error#${spelled}`,
          `1001#Error#${spelled} please`,
          `1001#Error#${spelled}#please`,
          { type: 'Error', error: spelled, agentId: '1001' },
          { type: 'Error', code: spelled, description: 'please', agentId: 1001 },
        ]) {
          const event = eventOf(frame);
          assert.ok(event.type === 'Error');
          assert.equal(event.code, spelled);
          assert.equal(event.agentId, '1001');
          assert.deepEqual(errorOf(event.code), { known: true, code, behaviour });
        }
        assertTold(spelled, code);
      }
    },
  );
});

test('no error and no alias is ours alone', () => {
  assert.deepEqual(Object.keys(ERRORS).sort(), expectedErrors.map(({ code }) => code).sort());
  const aliases = expectedErrors.flatMap(({ code, aliases = [] }) => aliases.map((alias) => [alias, code]));
  assert.deepEqual(ERROR_ALIASES, Object.fromEntries(aliases));
});

test('a busy resource means the extension in answer to a sign-in', () => {
  assert.equal(errorOf('CF_RESOURCE_BUSY', 'Login').behaviour, 'askExtension');
  assert.equal(errorOf('CF_RESOURCE_BUSY', 'MobileAgentLogin').behaviour, 'askExtension');
  assert.equal(errorOf('CF_RESOURCE_BUSY', 'MakeReady').behaviour, 'show');
});

test('a code that is not in the table is shown as it came', () => {
  for (const code of ['CF_BRAND_NEW', 'Something broke', 'constructor', '__proto__', '']) {
    assert.deepEqual(errorOf(code), { known: false, code, behaviour: 'show' });
  }
});

test('words after a code are parted from it, words without one stay whole', () => {
  assert.deepEqual(splitErrorCode('CF_RESOURCE_BUSY try later'), {
    code: 'CF_RESOURCE_BUSY',
    text: 'try later',
    isCode: true,
  });
  assert.deepEqual(splitErrorCode('NEW_CODE: words'), { code: 'NEW_CODE', text: 'words', isCode: true });
  assert.deepEqual(splitErrorCode('down'), { code: 'DOWN', text: '', isCode: true });
  assert.equal(splitErrorCode('Down the line, it broke').isCode, false);
  assert.deepEqual(splitErrorCode('It broke'), { code: 'It broke', text: '', isCode: false });
});
