import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unknownNames } from './apex-names.ts';
import { assertSeen, type Mutant } from './mutants.ts';
import { readProject } from './project.ts';

const project = readProject();

describe('the Apex', () => {
  it('uses no name that is not there', () => assert.deepEqual(unknownNames(project), []));
});

const WRONG: readonly Mutant[] = [
  ['a field that is not selected', 'GcCallHistory.cls', 'GcQueue__c,', 'GcQueu__c,', /no GcQueu__c/],
  [
    'a standard field that is not there',
    'GcActivityWriter.cls',
    'SELECT Id, CallObject',
    'SELECT Id, CallObjekt',
    /Task has no field CallObjekt/,
  ],
  [
    'a standard field of another object',
    'GcTestUsers.cls',
    'SELECT ParentId FROM',
    'SELECT ProfileId FROM',
    /ObjectPermissions has no field ProfileId/,
  ],
  [
    'a field that is not set',
    'GcTaskFields.cls',
    'one.GcCallKey__c = callKey',
    'one.GcCallKay__c = callKey',
    /no GcCallKay__c/,
  ],
  [
    'a type that is not there',
    'GcCallLookup.cls',
    'GcLookup__mdt one',
    'GcLookups__mdt one',
    /GcLookups__mdt/,
  ],
  [
    'a method of a class that has no such',
    'GcActivityWriter.cls',
    'GcTaskFields.taskOf(',
    'GcTaskFields.tasksOf(',
    /no method gctaskfields\.tasksof/,
  ],
  [
    'a method that wants more',
    'GcActivityWriter.cls',
    'taskOf(one.callKey, one.fields, known)',
    'taskOf(one.callKey, one.fields)',
    /gctaskfields\.taskof with 2/,
  ],
  [
    'a method of its own that is not there',
    'GcTaskFields.cls',
    'fitted(described, read',
    'fit(described, read',
    /fit$/m,
  ],
  [
    'a class that is not there',
    'GcActivityWriterTest.cls',
    'GcTestUsers.agent()',
    'GcTestUser.agent()',
    /gctestuser\.agent/,
  ],
  [
    'a method of the platform, misspelt',
    'GcActivityWriter.cls',
    'String.isBlank',
    'String.isBlnk',
    /string\.isblnk/,
  ],
  [
    'a method of a value, misspelt',
    'GcActivityWriter.cls',
    'saved[index].isSuccess',
    'saved[index].succeeded',
    /succeeded/,
  ],
  [
    'a type of the platform, misspelt',
    'GcActivityWriter.cls',
    'for (Database.Error one',
    'for (Database.Errors one',
    /no type Database\.Errors/,
  ],
  ['a constant that is hidden', 'GcCallHistory.cls', /\bwanted\b/g, 'most', /most hides MOST/],
  [
    'an exception that is not there',
    'GcCallHistory.cls',
    'catch (System.QueryException',
    'catch (System.SoqlException',
    /no type System\.SoqlException/,
  ],
];

describe('the rules for names in Apex', () => {
  for (const mutant of WRONG) it(`see ${mutant[0]}`, () => assertSeen(project, mutant, unknownNames));
});
