import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertSeen, type Mutant } from './mutants.ts';
import { readProject } from './project.ts';
import { misshapen } from './shapes.ts';

const project = readProject();

describe('the metadata', () => {
  it('has the elements that the Metadata API knows, and all that it wants', () =>
    assert.deepEqual(misshapen(project), []));
});

const WRONG: readonly Mutant[] = [
  [
    'an element that is misspelt',
    'GcSoftphone.cspTrustedSite-meta.xml',
    /isApplicableToFrameSrc/g,
    'isApplicableToFramesSrc',
    /CspTrustedSite has no isApplicableToFramesSrc/,
  ],
  [
    'an element that is missing',
    'GcSoftphone.callCenter-meta.xml',
    /<displayNameLabel>.*<\/displayNameLabel>/,
    '',
    /CallCenter lacks displayNameLabel/,
  ],
  [
    'an item without a value',
    'GcSoftphone.callCenter-meta.xml',
    '<value>560</value>',
    '',
    /items lacks value/,
  ],
  [
    'an element that stands there twice',
    'GcQueue__c.field-meta.xml',
    '<unique>false</unique>',
    '<unique>false</unique><unique>false</unique>',
    /CustomField has unique twice/,
  ],
  [
    'an element of another kind',
    'GcSoftphoneEvents.messageChannel-meta.xml',
    '<isExposed>',
    '<label>x</label><isExposed>',
    /LightningMessageChannel has no label/,
  ],
  [
    'a yes that is no yes',
    'GcQueue__c.field-meta.xml',
    '<required>false',
    '<required>no',
    /"no" in required is no boolean/,
  ],
  ['a number that is none', 'GcQueue__c.field-meta.xml', '>255<', '>long<', /"long" in length is no number/],
  ['a context that is not there', 'GcSoftphone.cspTrustedSite-meta.xml', '>LEX<', '>Lightning<', /context/],
  ['a kind of app that is not there', 'GcSoftphone.app-meta.xml', '>Console<', '>Consol<', /navType/],
  ['a visibility that is not there', 'GcLookup__mdt.object-meta.xml', '>Public<', '>Open<', /visibility/],
  [
    'a manageability that is not there',
    'SortOrder__c.field-meta.xml',
    'SubscriberControlled',
    'Subscriber',
    /fieldManageability/,
  ],
  [
    'a label that is empty',
    'CustomLabels.labels-meta.xml',
    '<value>Answer<',
    '<value><',
    /"" in value is no text/,
  ],
  [
    'a permission that is half said',
    'GcSoftphoneAgent.permissionset-meta.xml',
    /<enabled>true<\/enabled>/,
    '',
    /classAccesses lacks enabled/,
  ],
];

describe('the shapes of metadata', () => {
  for (const mutant of WRONG) it(`see ${mutant[0]}`, () => assertSeen(project, mutant, misshapen));
});
