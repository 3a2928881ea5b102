/**
 * The records of the demo CRM: one small company's contacts, accounts, leads and cases, with calls of the last days.
 * The simulator's scripted callers call from the numbers of the first four contacts.
 */
import { CALLS } from './fixtures/calls.ts';
import type { CallRow } from './fixtures/calls.ts';
import { CASES } from './fixtures/cases.ts';
import { ACCOUNTS, CONTACTS, LEADS } from './fixtures/people.ts';
import { salesforceId } from './records.ts';
import type { Account, Case, Contact, Lead, Org, Task, User } from './records.ts';

/** Who is signed in to the CRM; the same person signs in to the softphone. */
export const AGENT = { agentId: '1001', password: 'secret', extension: '2001' };

const user: User = { Id: salesforceId('005', 1001), Name: 'Ada Lovelace', Title: 'Service agent' };

const HOUR = 3_600_000;

/** A fresh set of records. @param now milliseconds; the history is dated back from it */
export function createOrg(now: number): Org {
  const at = (hoursAgo: number): string => new Date(now - hoursAgo * HOUR).toISOString();
  const contacts = CONTACTS.map<Contact>(([FirstName, LastName, account, Title, Phone, Email], index) => ({
    Id: salesforceId('003', index + 1),
    FirstName,
    LastName,
    Name: `${FirstName} ${LastName}`,
    Title,
    Phone,
    Email,
    AccountId: salesforceId('001', account + 1),
    LastModifiedDate: at(24 + index),
  }));
  const accounts = ACCOUNTS.map<Account>((row, index) => {
    const Id = salesforceId('001', index + 1);
    const person = row.isPerson && contacts.find(({ AccountId }) => AccountId === Id);
    return {
      Id,
      Name: row.name,
      AccountNumber: row.number,
      Industry: row.industry,
      City: row.city,
      Country: row.country,
      Phone: row.phone,
      Tier: row.tier,
      ...(person ? { IsPersonAccount: true, PersonContactId: person.Id } : {}),
      LastModifiedDate: at(30 + index),
    };
  });
  const leads = LEADS.map<Lead>(([FirstName, LastName, Company, Title, Phone, Email, Status], index) => ({
    Id: salesforceId('00Q', index + 1),
    FirstName,
    LastName,
    Name: `${FirstName} ${LastName}`,
    Company,
    Title,
    Phone,
    Email,
    Status,
    LastModifiedDate: at(26 + index),
  }));
  const cases = CASES.map<Case>(
    ([CaseNumber, Subject, contact, Status, Priority, days, Description], index) => ({
      Id: salesforceId('500', index + 1),
      CaseNumber,
      Subject,
      Status,
      Priority,
      Description,
      ContactId: contacts[contact]?.Id ?? '',
      AccountId: contacts[contact]?.AccountId ?? '',
      CreatedDate: at(days * 24),
      LastModifiedDate: at(days * 24 - 1),
    }),
  );

  const call = (row: CallRow, index: number): Task => {
    const { type, hoursAgo, result, note, queue, campaign, case: number = '' } = row;
    const person = row.lead === undefined ? contacts[row.contact ?? 0] : leads[row.lead];
    const account = accounts.find(
      (found) => person && 'AccountId' in person && found.Id === person.AccountId,
    );
    const start = at(hoursAgo);
    return {
      Id: salesforceId('00T', index + 1),
      OwnerId: user.Id,
      CreatedDate: start,
      Subject: `${type} call ${person?.Phone ?? ''}`,
      Status: 'Completed',
      Priority: 'Normal',
      Type: 'Call',
      TaskSubtype: 'Call',
      ActivityDate: start.slice(0, 10),
      Description: note,
      CallType: type,
      CallDurationInSeconds: row.seconds,
      CallDisposition: result,
      CallObject: `${16_804_200 + index}-${AGENT.agentId}-${start.slice(0, 10)}`,
      WhoId: person?.Id ?? '',
      WhatId: cases.find(({ CaseNumber }) => CaseNumber === number)?.Id ?? '',
      Phone_Number__c: person?.Phone ?? '',
      Call_Start__c: start,
      ...(account ? { Tier__c: account.Tier } : {}),
      ...(number ? { Case_Number__c: number } : {}),
      ...(queue ? { Queue__c: queue } : {}),
      ...(campaign ? { Campaign__c: campaign } : {}),
    };
  };
  return { user, accounts, contacts, leads, cases, tasks: CALLS.map(call) };
}
