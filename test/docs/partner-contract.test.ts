import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { REQUESTS } from '../../crm-adapter/contract/contract.ts';
import examples from '../../crm-adapter/contract/examples.json' with { type: 'json' };
import { blocksOf, readDocument, rowsOf } from './documents.ts';

const text = readDocument('partner-contract');
const cells = rowsOf(text).map(([first = '', ...rest]) => ({ first, all: [first, ...rest].join(' ') }));
const named = (word: string, where = cells): boolean => where.some(({ all }) => all.includes(`\`${word}\``));
const isFirst = (word: string): boolean => cells.some(({ first }) => first.includes(`\`${word}\``));

describe('docs/partner-contract.md', () => {
  it('tells of every request, and of the keys of its example', () => {
    assert.deepEqual(
      REQUESTS.filter((request) => !isFirst(request)),
      [],
    );
    const keys = Object.values(examples.requests).flatMap((one) =>
      Object.keys('body' in one ? one.body : {}),
    );
    assert.ok(keys.length > 15);
    assert.deepEqual(
      keys.filter((key) => !named(key)),
      [],
    );
  });

  it('tells of every event and kind of message', () => {
    const messages = [...Object.values(examples.events), ...Object.values(examples.responses)];
    for (const message of messages) {
      assert.ok(isFirst(message.kind) || message.kind === 'event', message.kind);
      if ('name' in message && typeof message.name === 'string')
        assert.ok(isFirst(message.name), message.name);
    }
  });

  it('tells of every key of the state and of a call', () => {
    const { body } = examples.events.held;
    const [call] = body.calls;
    const ended = examples.events.ended.body;
    const keys = [body, body.agent, body.wrapUp, call, ended, call?.match, call?.wrapUp].flatMap((one) =>
      Object.keys(one ?? {}),
    );
    assert.ok(keys.length > 40);
    assert.deepEqual(
      keys.filter((key) => !named(key)),
      [],
    );
  });

  it('tells of every code of a refusal', () => {
    for (const code of ['invalid', 'denied', 'unavailable', 'failed', 'unconfirmed'])
      assert.ok(isFirst(code), code);
  });

  it('names the channels as the components import them', () => {
    const [config] = blocksOf(text, 'json').map((one) => JSON.parse(one) as Record<string, unknown>);
    assert.deepEqual((config?.['crm'] as Record<string, unknown>)['channels'], {
      events: 'GcSoftphoneEvents__c',
      commands: 'GcSoftphoneCommands__c',
    });
  });
});
