import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertSeen, type Mutant } from './mutants.ts';
import { readProject } from './project.ts';
import { brokenReferences } from './reference-rules.ts';

const project = readProject();

describe('the SFDX project', () => {
  it('refers to nothing that is not there', () => assert.deepEqual(brokenReferences(project), []));
});

const BROKEN: readonly Mutant[] = [
  [
    'a permission for no field',
    'GcSoftphoneAgent.permissionset-meta.xml',
    'Task.GcQueue__c',
    'Task.GcLine__c',
    /permission for a field Task\.GcLine__c/,
  ],
  [
    'a field of Event that is forgotten',
    'GcSoftphoneAgent.permissionset-meta.xml',
    'Event.GcQueue__c',
    'Event.GcCampaign__c',
    /no permission to edit Event\.GcQueue__c/,
  ],
  [
    'a standard field that a profile may hide',
    'GcSoftphoneAgent.permissionset-meta.xml',
    'Task.WhoId',
    'Task.WhatId',
    /no permission to edit Task\.WhoId/,
  ],
  [
    'a field that may only be read',
    'GcSoftphoneAgent.permissionset-meta.xml',
    '<editable>true',
    '<editable>false',
    /no permission to edit/,
  ],
  [
    'a permission for no class',
    'GcSoftphoneAgent.permissionset-meta.xml',
    '>GcCallLookup<',
    '>GcLookup<',
    /permission for a class GcLookup/,
  ],
  [
    'a class without a permission',
    'GcSoftphoneAgent.permissionset-meta.xml',
    '>GcCallLookup<',
    '>GcCallHistory<',
    /no permission for the class GcCallLookup/,
  ],
  [
    'a permission for no type',
    'GcSoftphoneAgent.permissionset-meta.xml',
    'GcLookup__mdt',
    'GcLookups__mdt',
    /permission for a type/,
  ],
  [
    'a permission for no app',
    'GcSoftphoneSampleApp.permissionset-meta.xml',
    '>GcSoftphone<',
    '>Softphone<',
    /permission for an app/,
  ],
  ['a record of no field', 'GcLookup.Case_Number.md-meta.xml', 'FieldName__c', 'Field__c', /field Field__c/],
  [
    'a record without what it needs',
    'GcLookup.Case_Number.md-meta.xml',
    '>CaseNumber<',
    '><',
    /nothing in FieldName__c/,
  ],
  [
    'a number that is a text',
    'GcLookup.Case_Number.md-meta.xml',
    'xsd:double',
    'xsd:string',
    /SortOrder__c is a xsd:string/,
  ],
  [
    'a number that is none',
    'GcLookup.Case_Number.md-meta.xml',
    '>10<',
    '>ten<',
    /SortOrder__c is no number: ten/,
  ],
  [
    'a page with no such component',
    'GcSoftphone_Case.flexipage-meta.xml',
    '>gcWrapUp<',
    '>gcWrap<',
    /no component gcWrap/,
  ],
  [
    'a component that is not for the page',
    'gcWrapUp.js-meta.xml',
    'lightning__RecordPage',
    'lightning__HomePage',
    /gcWrapUp is not for lightning__RecordPage/,
  ],
  [
    'a component that is not exposed',
    'gcLinkCall.js-meta.xml',
    '<isExposed>true',
    '<isExposed>false',
    /gcLinkCall is not for/,
  ],
  [
    'a property that a component lacks',
    'GcSoftphone_Case.flexipage-meta.xml',
    '<name>size</name>',
    '<name>count</name>',
    /property of gcCallHistory count/,
  ],
  [
    'a tab that leads nowhere',
    'GcSoftphone_Case.flexipage-meta.xml',
    '<value>detailTabContent',
    '<value>details',
    /region details/,
  ],
  [
    'two components of one name',
    'GcSoftphone_Case.flexipage-meta.xml',
    '<identifier>gcWrapUp',
    '<identifier>gcLinkCall',
    /two components are called "gcLinkCall"/,
  ],
  [
    'no such utility bar',
    'GcSoftphone.app-meta.xml',
    'GcSoftphone_UtilityBar',
    'GcSoftphone_Bar',
    /utility bar GcSoftphone_Bar/,
  ],
  [
    'a page for another object',
    'GcSoftphone.app-meta.xml',
    '<content>GcSoftphone_Case',
    '<content>GcSoftphone_Contact',
    /not a page of Case/,
  ],
  [
    'no such page',
    'GcSoftphone.app-meta.xml',
    '<content>GcSoftphone_Case',
    '<content>GcSoftphone_Lead',
    /no record page GcSoftphone_Lead/,
  ],
  ['a label that is not there', 'gcWrapUp.js', /c\.GcWrapUpSave\b/, 'c.GcWrapUpStore', /label GcWrapUpStore/],
  [
    'a channel that is not there',
    'gcSoftphone.js',
    'GcSoftphoneEvents__c',
    'GcSoftphoneNews__c',
    /channel GcSoftphoneNews__c/,
  ],
  [
    'a method that is not there',
    'gcCallHistory.js',
    'GcCallHistory.forRecord',
    'GcCallHistory.of',
    /method GcCallHistory\.of/,
  ],
  [
    'a method that components may not call',
    'GcCallHistory.cls',
    '@AuraEnabled(cacheable=true)',
    '',
    /method GcCallHistory\.forRecord/,
  ],
  ['a module that is not there', 'gcWrapUp.js', "'c/gcSoftphone'", "'c/gcPhone'", /component gcPhone/],
  [
    'a label that nobody reads any more',
    'gcWrapUp.js',
    /import .*c\.GcWrapUpNotes\b.*/,
    '',
    /nobody uses GcWrapUpNotes/,
  ],
  [
    'a translation that is missing',
    'de.translation-meta.xml',
    '<name>GcCallAnswer</name>',
    '<name>GcCallReply</name>',
    /de: no translation of GcCallAnswer/,
  ],
  [
    'a translation that is empty',
    'ar.translation-meta.xml',
    /<label>[^<]+</,
    '<label><',
    /ar: no translation of/,
  ],
];

describe('the rules for references', () => {
  for (const mutant of BROKEN) it(`see ${mutant[0]}`, () => assertSeen(project, mutant, brokenReferences));
});
