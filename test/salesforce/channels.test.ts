import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import examples from '../../crm-adapter/contract/examples.json' with { type: 'json' };
import { filesOf, readProject } from './project.ts';
import { parseXml, tagsOf, textAt } from './xml.ts';

const channels = new Map(
  filesOf(readProject(), '.messageChannel-meta.xml').map(({ name, content }) => [
    `${name}__c`,
    tagsOf(parseXml(content), 'lightningMessageFields').map((one) => textAt(one, 'fieldName')),
  ]),
);

/** The fields of a channel that none of its messages could do without, and what these messages have. */
const used = (messages: object): readonly string[] => [
  ...new Set(Object.values(messages).flatMap((message) => Object.keys(message as object))),
];

describe('the message channels', () => {
  const spoken = {
    GcSoftphoneEvents__c: [...used(examples.events), ...used(examples.responses)],
    GcSoftphoneCommands__c: used(examples.requests),
  };
  for (const [channel, fields] of Object.entries(spoken)) {
    it(`${channel} declares every field of the partner contract`, () => {
      const declared = channels.get(channel);
      assert.ok(declared && fields.length > 5);
      assert.deepEqual(
        fields.filter((one) => !declared.includes(one)),
        [],
      );
    });
  }

  for (const file of ['docs/configuration.md', 'demo/server/config.ts']) {
    it(`are called in ${file} as they are deployed`, () => {
      const text = readFileSync(file, 'utf8');
      const named = [...text.matchAll(/\b(?:events"?|commands"?): ["'](\w+__c)/g)].map(([, name]) => name);
      assert.deepEqual(
        named,
        ['GcSoftphoneEvents__c', 'GcSoftphoneCommands__c'],
        'as the configuration names them',
      );
      for (const name of named) assert.ok(channels.has(name ?? ''), name);
    });
  }
});
