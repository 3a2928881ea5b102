import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { layOverCallCenter } from '../../crm-adapter/salesforce/call-center.ts';
import { FakeOpenCti, ManualClock, fakePage, ok } from '../crm-adapter/open-cti-fake.ts';
import { itemsOf, wrongCallCenters } from './call-center-rules.ts';
import { assertSeen, type Mutant } from './mutants.ts';
import { filesOf, readProject } from './project.ts';
import { parseXml, textAt } from './xml.ts';

const project = readProject();

/** As Open CTI's `getCallCenterSettings` tells it: `/section/item`. */
const settings = Object.fromEntries(
  filesOf(project, '.callCenter-meta.xml').flatMap(({ content }) =>
    itemsOf(parseXml(content)).map(([name, item]) => [`/${name}`, textAt(item, 'value')]),
  ),
);

/** What the softphone makes of a configuration in this call centre. */
function laidOver(document: object, changes: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const api = new FakeOpenCti();
  api.answer('getCallCenterSettings', ok({ ...settings, ...changes }));
  return layOverCallCenter(document, { page: fakePage(api), clock: new ManualClock() });
}

describe('the call centre', () => {
  it('leaves everything to the configuration until something is filled in', async () => {
    const document = { gc: { urls: ['wss://a.example'] }, crm: { callCenterSection: 'gcSoftphone' } };
    assert.deepEqual(await laidOver(document), document);
  });

  it('sets what is filled in', async () => {
    const filled = {
      '/gcSoftphone/gcUrls': '["wss://b.example"]',
      '/gcSoftphone/dialingInternalDigits': '4',
    };
    assert.deepEqual(await laidOver({ crm: { callCenterSection: 'gcSoftphone' } }, filled), {
      crm: { callCenterSection: 'gcSoftphone' },
      gc: { urls: ['wss://b.example'] },
      dialing: { internalDigits: 4 },
    });
    for (const item of Object.keys(filled)) assert.ok(item in settings, item);
  });

  it('is one that Salesforce takes, and the softphone reads', () =>
    assert.deepEqual(wrongCallCenters(project), []));
});

const WRONG: readonly Mutant[] = [
  [
    'a call centre for Classic',
    'GcSoftphone.callCenter-meta.xml',
    '<value>Lightning</value>',
    '<value>Classic</value>',
    /not shown in Lightning/,
  ],
  [
    'an adapter without https',
    'GcSoftphone.callCenter-meta.xml',
    /<value>https:/,
    '<value>http:',
    /no https address/,
  ],
  [
    'two addresses',
    'GcSoftphone.callCenter-meta.xml',
    '<adapterUrl>https://phone.example.com/softphone.html',
    '<adapterUrl>https://phone.example.com/',
    /two addresses/,
  ],
  [
    'a softphone of no size',
    'GcSoftphone.callCenter-meta.xml',
    '<value>340</value>',
    '<value>34</value>',
    /no size/,
  ],
  [
    'a size that is said twice',
    'GcSoftphone.callCenter-meta.xml',
    '&quot;560&quot;',
    '&quot;480&quot;',
    /customSettings.*reqSoftphoneHeight/,
  ],
  [
    'an item that nobody reads',
    'GcSoftphone.callCenter-meta.xml',
    '<name>gcUrls</name>',
    '<name>gcUrl</name>',
    /nobody reads gcSoftphone\/gcUrl/,
  ],
  [
    'an item that may not be set there',
    'GcSoftphone.callCenter-meta.xml',
    '<name>gcUrls</name>',
    '<name>crmApex</name>',
    /nobody reads gcSoftphone\/crmApex/,
  ],
  [
    'a dialling option that nobody reads',
    'GcSoftphone.callCenter-meta.xml',
    'reqOutsidePrefix',
    'reqOutPrefix',
    /nobody reads reqDialingOptions/,
  ],
  [
    'a name with a dot',
    'GcSoftphone.callCenter-meta.xml',
    '<name>gcUrls</name>',
    '<name>gc.urls</name>',
    /takes no such name: gcSoftphone\/gc\.urls/,
  ],
  [
    'a name that is too long',
    'GcSoftphone.callCenter-meta.xml',
    '<name>gcSoftphone</name>',
    `<name>${'x'.repeat(41)}</name>`,
    /takes no such name: x/,
  ],
  [
    'an item that stands there twice',
    'GcSoftphone.callCenter-meta.xml',
    '<name>reqLongDistPrefix</name>',
    '<name>reqOutsidePrefix</name>',
    /reqDialingOptions\/reqOutsidePrefix twice/,
  ],
  [
    'a call centre without a dialling option',
    'GcSoftphone.callCenter-meta.xml',
    /<items>\s*<label>International[^]*?<\/items>/,
    '',
    /reqInternationalPrefix is missing/,
  ],
];

describe('the rules for call centres', () => {
  for (const mutant of WRONG) it(`see ${mutant[0]}`, () => assertSeen(project, mutant, wrongCallCenters));
});
