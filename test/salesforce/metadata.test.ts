import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { wrongMetadata } from './metadata-rules.ts';
import { assertSeen, type Mutant } from './mutants.ts';
import { filesOf, readProject, settingsOf, type Project } from './project.ts';

const project = readProject();

describe('the SFDX project', () => {
  it('has everything that it brings', () => {
    const count = (ending: string): number => filesOf(project, ending).length;
    assert.ok(count('.field-meta.xml') >= 8 && count('.cls') >= 10);
    assert.equal(count('.callCenter-meta.xml'), 1);
    assert.equal(count('.messageChannel-meta.xml'), 2);
    assert.equal(count('.flexipage-meta.xml'), 3);
    assert.deepEqual([...new Set(filesOf(project, '.js-meta.xml').map(({ name }) => name))].sort(), [
      'gcCallBanner',
      'gcCallHistory',
      'gcLinkCall',
      'gcSoftphone',
      'gcWrapUp',
    ]);
  });

  it('is well-formed, in its place, of one version, and filled in at one place', () =>
    assert.deepEqual(wrongMetadata(project), []));

  it('is of the API version whose Open CTI the softphone loads, and of the softphone’s own', () => {
    const script = readFileSync('crm-adapter/salesforce/open-cti-script.ts', 'utf8');
    assert.equal(/support\/api\/([\d.]+)\//.exec(script)?.[1], settingsOf(project).sourceApiVersion);
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    assert.equal((JSON.parse(project.get('package.json') ?? '{}') as { version?: string }).version, version);
  });

  it('tells every test that covers the classes, and the one thing that is filled in', () => {
    const readme = readFileSync('crm-adapter/salesforce/README.md', 'utf8');
    const tests = filesOf(project, '.cls').flatMap(({ name }) => (name.endsWith('Test') ? [name] : []));
    assert.deepEqual([...readme.matchAll(/--tests (\w+)/g)].map(([, name]) => name).sort(), tests.sort());
    const [named] = settingsOf(project).replacements;
    assert.ok(readme.includes(`export ${named?.replaceWithEnv}=https://`));
  });

  it('names the same classes, methods and parameters as the adapter', () => {
    const adapter = readFileSync('crm-adapter/salesforce/open-cti-apex.ts', 'utf8');
    const runs = [...adapter.matchAll(/run\('(\w+)', '(\w+)', \{ (\w+)/g)].map(([, ...names]) =>
      names.join(' '),
    );
    assert.deepEqual([...new Set(runs)].sort(), [
      'GcActivityWriter write calls',
      'GcCallLookup lookUp value',
    ]);
    for (const one of runs) {
      const [name, method, parameter] = one.split(' ');
      const source = project.get(`force-app/main/default/classes/${name}.cls`) ?? '';
      assert.match(source, new RegExp(`webservice static String ${method}\\(String ${parameter}\\)`), one);
    }
  });
});

const WRONG: readonly Mutant[] = [
  ['XML that is cut off', 'GcQueue__c.field-meta.xml', '</CustomField>', '', /not well-formed/],
  ['an ampersand that is none', 'GcQueue__c.field-meta.xml', 'GC Queue', 'Q & A', /not well-formed/],
  [
    'another kind of root',
    'GcSoftphone.app-meta.xml',
    /CustomApplication/g,
    'Application',
    /begins with Application/,
  ],
  ['no namespace', 'GcQueue__c.field-meta.xml', / xmlns="[^"]+"/, '', /namespace/],
  ['another API version', 'GcCallLookup.cls-meta.xml', '66.0', '58.0', /API 58\.0/],
  ['another API version of a component', 'gcWrapUp.js-meta.xml', '66.0', '60.0', /gcWrapUp.*API 60\.0/],
  ['a folder that is not there', 'sfdx-project.json', '"sample-app"', '"sample"', /no folder sample/],
  ['no default folder', 'sfdx-project.json', ', "default": true', '', /default package/],
  ['another name of the workspace', 'sfdx-project.json', 'gc-softphone-salesforce', 'other', /workspace/],
  [
    'an address that nobody fills in',
    'GcSoftphone.app-meta.xml',
    '<label>',
    '<logo>https://logo.example.com</logo><label>',
    /fills in https:\/\/logo/,
  ],
  [
    'a file whose address is forgotten',
    'sfdx-project.json',
    /,\s*\{[^{}]*cspTrustedSites[^{}]*\}/,
    '',
    /fills in https:\/\/phone/,
  ],
  [
    'an address that is written otherwise',
    'GcSoftphone.callCenter-meta.xml',
    /phone\.example\.com/g,
    'softphone.example.com',
    /not in force-app/,
  ],
  [
    'a field called otherwise than its file',
    'GcQueue__c.field-meta.xml',
    '<fullName>GcQueue__c',
    '<fullName>Queue__c',
    /called Queue__c/,
  ],
  ['a text that is too long', 'GcQueue__c.field-meta.xml', '>255<', '>300<', /300 characters/],
  [
    'a long text on an activity',
    'GcCallVariables__c.field-meta.xml',
    '>TextArea<',
    '>LongTextArea<',
    /takes no LongTextArea/,
  ],
  [
    'a field without a word',
    'GcQueue__c.field-meta.xml',
    /<description>.*<\/description>/,
    '',
    /nobody knows/,
  ],
  ['a key that is not unique', 'GcCallKey__c.field-meta.xml', '<unique>true', '<unique>false', /not unique/],
  [
    'a key that is no external id',
    'GcCallKey__c.field-meta.xml',
    '<externalId>true',
    '<externalId>false',
    /not externalId/,
  ],
  [
    'a key for which a is A',
    'GcCallKey__c.field-meta.xml',
    '<caseSensitive>true',
    '<caseSensitive>false',
    /not caseSensitive/,
  ],
  [
    'a channel that is closed',
    'GcSoftphoneEvents.messageChannel-meta.xml',
    '<isExposed>true',
    '<isExposed>false',
    /not exposed/,
  ],
  [
    'a field of a channel without a word',
    'GcSoftphoneEvents.messageChannel-meta.xml',
    /<description>Text: which[^<]*</,
    '<description> <',
    /what name holds/,
  ],
  [
    'a key that every task needs',
    'GcCallKey__c.field-meta.xml',
    '<required>false',
    '<required>true',
    /no task without a call key/,
  ],
  [
    'a site that may not be framed',
    'GcSoftphone.cspTrustedSite-meta.xml',
    '<isApplicableToFrameSrc>true',
    '<isApplicableToFrameSrc>false',
    /trusts for isActive$/m,
  ],
  [
    'a site that may be connected to',
    'GcSoftphone.cspTrustedSite-meta.xml',
    '<isApplicableToConnectSrc>false',
    '<isApplicableToConnectSrc>true',
    /trusts for .*ConnectSrc/,
  ],
  [
    'a site of Visualforce',
    'GcSoftphone.cspTrustedSite-meta.xml',
    '>LEX<',
    '>VisualForce<',
    /not trusted in Lightning/,
  ],
  ['a namespace', 'sfdx-project.json', '"namespace": ""', '"namespace": "gc"', /the namespace is gc/],
  [
    'a second thing to fill in',
    'sfdx-project.json',
    'GC_SOFTPHONE_ORIGIN',
    'GC_SOFTPHONE_HOST',
    /fill in: GC_SOFTPHONE_HOST/,
  ],
  ['tests in the org', '.forceignore', '**/__tests__/**', '', /__tests__/],
];

describe('the rules for metadata', () => {
  for (const mutant of WRONG) it(`see ${mutant[0]}`, () => assertSeen(project, mutant, wrongMetadata));

  it('see a class without its metadata, a component without its source, and a file of no kind', () => {
    const without = (ending: string): Project =>
      new Map([...project].filter(([path]) => !path.endsWith(ending)));
    assert.match(
      wrongMetadata(without('GcCallLookup.cls-meta.xml')).join(),
      /GcCallLookup\.cls-meta\.xml is not there/,
    );
    assert.match(wrongMetadata(without('/gcWrapUp.js')).join(), /gcWrapUp\.js is not there/);
    const stray = new Map([...project, ['force-app/main/default/things/A.thing-meta.xml', '<a/>']]);
    assert.match(wrongMetadata(stray).join(), /no kind of metadata/);
    const moved = new Map([...project, ['force-app/main/default/fields/A.field-meta.xml', '<a/>']]);
    assert.match(wrongMetadata(moved).join(), /not its folder/);
  });
});
