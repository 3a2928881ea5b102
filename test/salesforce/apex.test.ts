import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { complaintsOf } from './apex-rules.ts';
import { filesOf, readProject } from './project.ts';

const classes = filesOf(readProject(), '.cls');
const sourceOf = (name: string): string => classes.find((one) => one.name === name)?.content ?? '';

describe('the Apex', () => {
  it('is there', () => assert.ok(classes.length >= 10));

  for (const { name, content } of classes) {
    it(`${name} keeps every rule`, () => assert.deepEqual(complaintsOf(name, content), []));
  }

  for (const { name } of classes.filter(({ name: one }) => !/Test(Users)?$|Exception$/.test(one))) {
    it(`${name} has a test of its own`, () => assert.match(sourceOf(`${name}Test`), /@IsTest/));
  }
});

/** What each rule is there for: a change that breaks it, and what it says. */
const MUTANTS: readonly (readonly [
  name: string,
  file: string,
  from: string | RegExp,
  to: string,
  said: RegExp,
])[] = [
  ['no Apex', 'GcCallHistory', 'LIMIT :wanted', 'LIMIT LIMIT', /LIMIT/],
  ['an unfinished class', 'GcTaskFields', /\}\s*$/, '', /EOF/],
  ['another name', 'GcCallHistory', 'class GcCallHistory', 'class GcHistory', /not called as its file/],
  ['no sharing', 'GcCallLookup', 'global with sharing', 'global', /with sharing/],
  [
    'sharing switched off',
    'GcCallLookup',
    'public class Found',
    'public without sharing class Found',
    /withoutsharing/,
  ],
  ['a query of the system', 'GcCallHistory', 'WITH USER_MODE', '', /without WITH USER_MODE/],
  [
    'a query of the system, said so',
    'GcActivityWriter',
    'IN :keys WITH USER_MODE',
    'IN :keys WITH SYSTEM_MODE',
    /USER_MODE/,
  ],
  ['a statement of the system', 'GcTestUsers', 'insert as user made', 'insert made', /as user/],
  [
    'a write of the system',
    'GcActivityWriter',
    'insert(fresh, false, AccessLevel.USER_MODE)',
    'insert(fresh, false)',
    /insert without/,
  ],
  [
    'an update of the system',
    'GcActivityWriter',
    'update(changed, false, AccessLevel.USER_MODE)',
    'update(changed, false, AccessLevel.SYSTEM_MODE)',
    /update without/,
  ],
  [
    'a lookup of the system',
    'GcCallLookup',
    'binds, AccessLevel.USER_MODE',
    'binds, AccessLevel.SYSTEM_MODE',
    /querywithbinds without/,
  ],
  [
    'a value put into a query',
    'GcCallLookup',
    'queryOf(kind, field, nameField), binds',
    "'SELECT Id FROM Case WHERE CaseNumber = ' + wanted, binds",
    /put together/,
  ],
  [
    'a value escaped into a query',
    'GcCallLookup',
    'queryOf(kind, field, nameField), binds',
    'String.escapeSingleQuotes(wanted), binds',
    /put together/,
  ],
  [
    'a value handed to the query',
    'GcCallLookup',
    'Schema.SObjectField nameField) {\n        return',
    'String nameField) {\n        return',
    /takes StringnameField/,
  ],
  [
    'a value in the text of a query',
    'GcCallLookup',
    "' = :wanted ORDER BY",
    "' = ' + label + ' ORDER BY",
    /in the text of a query: label/,
  ],
  [
    'a search put together',
    'GcCallLookup',
    'Database.queryWithBinds(queryOf(kind, field, nameField), binds,',
    "Search.query('FIND {' + wanted + '}',",
    /put together/,
  ],
  [
    'a query for each call',
    'GcActivityWriter',
    'results.put(key, new Result(saved[index].getId()));',
    'Task one = [SELECT Id FROM Task WITH USER_MODE LIMIT 1];',
    /in a loop/,
  ],
  [
    'a statement for each call',
    'GcActivityWriter',
    'fresh.add(made);',
    'Database.insert(made, false, AccessLevel.USER_MODE);',
    /in a loop/,
  ],
  ['a reserved word', 'GcCallHistory', /\bwanted\b/g, 'end', /end is a reserved word/],
  [
    'a reserved parameter',
    'GcTaskFields',
    'String cut(String text',
    'String cut(String number',
    /number is a reserved word/,
  ],
  [
    'a debug line',
    'GcCallHistory',
    'return entries;',
    'System.debug(entries); return entries;',
    /System\.debug/,
  ],
  [
    'an id of somebody’s org',
    'GcCallHistory',
    'return entries;',
    "Id one = '0015g00000QrStuAAB'; return entries;",
    /an id of one org/,
  ],
  [
    'a test on somebody’s data',
    'GcCallHistoryTest',
    '@IsTest\nprivate',
    '@IsTest(SeeAllData=true)\nprivate',
    /SeeAllData/i,
  ],
  ['a class that the softphone cannot call', 'GcActivityWriter', 'global with', 'public with', /not global/],
  ['a parameter that is no text', 'GcCallLookup', 'lookUp(String value)', 'lookUp(Id value)', /not Id/],
  [
    'a test that cannot fail',
    'GcTaskFieldsTest',
    /Assert\.areEqual\('a…'[^;]*;\s*Assert[^;]*;/,
    '',
    /asserts nothing/,
  ],
];

describe('the rules for Apex', () => {
  for (const [name, file, from, to, said] of MUTANTS) {
    it(`see ${name}`, () => {
      const source = sourceOf(file);
      const mutant = source.replace(from, to);
      assert.notEqual(mutant, source, 'the mutant is another class');
      assert.match(complaintsOf(file, mutant).join('\n'), said);
    });
  }
});
