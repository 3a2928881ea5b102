import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SYSTEM_REASONS, systemReason } from '../../src/protocol/reason-codes.ts';
import { reasonText } from '../../src/state/select.ts';
import { signedIn } from '../support/make-state.ts';
import { countRows } from './support/count.ts';
import { eventOf } from './support/decoded.ts';
import { expectedReasons } from './support/expected.ts';
import { hasWords } from './support/said.ts';

test('every reason code of UCCX is known as State events carry it, and has its label in three languages', () => {
  countRows(
    'reason codes',
    expectedReasons,
    ({ code }) => String(code),
    ({ code, key, state }) => {
      for (const frame of [
        { type: 'State', agentId: '1001', state: 'NOT_READY', reasonCode: code },
        { type: 'State', agentId: '1001', state: 'NOT_READY', reasonCode: String(code) },
        `1001#State#NOT_READY#${code}#Ada Lovelace`,
      ]) {
        const event = eventOf(frame);
        assert.ok(event.type === 'State' && event.reasonCode !== undefined);
        assert.deepEqual(systemReason(event.reasonCode), { key, state });
        for (const kind of ['notReady', 'logout'] as const)
          assert.deepEqual(reasonText(signedIn(), kind, event.reasonCode), {
            systemKey: `reasonCode.${key}`,
          });
      }
      hasWords(`reasonCode.${key}`);
    },
  );
});

test('no reason code is ours alone, and an administrator’s own is none of them', () => {
  assert.deepEqual(
    Object.keys(SYSTEM_REASONS),
    expectedReasons.map(({ code }) => String(code)),
  );
  for (const code of ['8', '', '-1', 'toString', '__proto__']) assert.equal(systemReason(code), undefined);
});
