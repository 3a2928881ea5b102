import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertSeen, type Mutant } from './mutants.ts';
import { wrongPages } from './page-rules.ts';
import { readProject } from './project.ts';

const project = readProject();

describe('the sample', () => {
  it('places what Salesforce has, where it has a place', () => assert.deepEqual(wrongPages(project), []));
});

const WRONG: readonly Mutant[] = [
  [
    'a component that Salesforce has not',
    'GcSoftphone_UtilityBar.flexipage-meta.xml',
    'opencti:softPhone',
    'opencti:softphone',
    /Salesforce has no opencti:softphone/,
  ],
  [
    'a softphone that waits to be opened',
    'GcSoftphone_UtilityBar.flexipage-meta.xml',
    '<value>true</value>',
    '<value>false</value>',
    /not started with the app/,
  ],
  [
    'a region that the template has not',
    'GcSoftphone_Case.flexipage-meta.xml',
    '<name>sidebar</name>',
    '<name>side</name>',
    /has no region side\n.*nothing in the region sidebar/,
  ],
  [
    'a template that is not there',
    'GcSoftphone_Contact.flexipage-meta.xml',
    'recordHomeTemplateDesktop',
    'recordHomeTemplate',
    /no template flexipage:recordHomeTemplate$/m,
  ],
  [
    'a property that a component has not',
    'GcSoftphone_Case.flexipage-meta.xml',
    '>rowsToDisplay<',
    '>rows<',
    /force:relatedListContainer has no rows/,
  ],
  [
    'a tab that is not there',
    'GcSoftphone.app-meta.xml',
    /standard-Contact</g,
    'standard-Contacts<',
    /no tab standard-Contacts/,
  ],
  [
    'a tab without a place',
    'GcSoftphone.app-meta.xml',
    /<mappings>\s*<tab>standard-Lead<\/tab>\s*<\/mappings>/,
    '',
    /standard-Lead has no place/,
  ],
];

describe('the rules for pages', () => {
  for (const mutant of WRONG) it(`see ${mutant[0]}`, () => assertSeen(project, mutant, wrongPages));
});
