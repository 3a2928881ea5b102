import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { softphoneConfig, type JsonObject } from '../../demo/server/config.ts';
import { readConfig } from '../../src/read-config.ts';
import { blocksOf, readDocument } from '../docs/documents.ts';
import { AGENTS_OWN_LOGIN } from '../support/brokers/broker.ts';

const text = readDocument('brokers');
const fileOf = (name: string): string => readFileSync(`test/support/brokers/${name}`, 'utf8');
const withoutIndent = (block: string): string => block.replaceAll(/^ +/gm, '');

interface Definitions {
  readonly permissions: readonly Readonly<Record<string, string>>[];
  readonly topic_permissions: readonly Readonly<Record<string, string>>[];
}

describe('docs/brokers.md', () => {
  const blocks = blocksOf(text, 'xml');
  blocks.forEach((block, index) => {
    it(`quotes the tested ActiveMQ, block ${index + 1} of ${blocks.length}`, () => {
      assert.ok(withoutIndent(fileOf('activemq.xml')).includes(withoutIndent(block)));
    });
  });

  it('gives the rights of the tested RabbitMQ', () => {
    const definitions = JSON.parse(fileOf('rabbitmq-definitions.json')) as Definitions;
    const given = [...text.matchAll(/^rabbitmqctl (set_\w+) (.*)$/gm)].map(([, verb, words = '']) => [
      verb,
      ...words.split(' ').map((word) => word.replaceAll("'", '')),
    ]);
    const rights = ['gc', '1001'].flatMap((name) => [
      ...definitions.permissions
        .filter(({ user }) => user === name)
        .map(({ configure, write, read }) => ['set_permissions', name, configure, write, read]),
      ...definitions.topic_permissions
        .filter(({ user }) => user === name)
        .map(({ exchange, write, read }) => ['set_topic_permissions', name, exchange, write, read]),
    ]);
    assert.deepEqual(given.sort(), rights.sort());
    const [ada, grace] = ['1001', '1002'].map((name) =>
      [...definitions.permissions, ...definitions.topic_permissions]
        .filter(({ user }) => user === name)
        .map(({ user: _, ...right }) => right),
    );
    assert.deepEqual(ada, grace, 'the same for every agent');
  });

  it('configures the softphone as the tests do', () => {
    const [example = ''] = blocksOf(text, 'json');
    const document = JSON.parse(example) as JsonObject;
    assert.deepEqual(document, { gc: AGENTS_OWN_LOGIN });
    const result = readConfig(softphoneConfig({ urls: ['ws://localhost:61614'] }, '', document));
    assert.deepEqual({ ok: result.ok, unknown: result.unknown }, { ok: true, unknown: [] });
  });
});
