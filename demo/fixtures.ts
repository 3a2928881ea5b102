/**
 * The records of the demo CRM: one small company's contacts, accounts and cases, with calls of the last days.
 * The simulator's scripted callers call from the numbers of the first four contacts.
 */
import { salesforceId } from './records.ts';
import type { Account, Case, Contact, Org, Task, User } from './records.ts';

/** Who is signed in to the CRM; the same person signs in to the softphone. */
export const AGENT = { agentId: '1001', password: 'secret', extension: '2001' };

const user: User = { Id: salesforceId('005', 1001), Name: 'Ada Lovelace', Title: 'Service agent' };

type AccountRow = readonly [
  name: string,
  industry: string,
  city: string,
  country: string,
  tier: Account['Tier'],
];

const ACCOUNTS: readonly AccountRow[] = [
  ['Sørensen A/S', 'Manufacturing', 'Aarhus', 'Denmark', 'Gold'],
  ['Okafor Logistics', 'Transportation', 'Oakland', 'United States', 'Silver'],
  ['Fernández e Hijos', 'Food & beverage', 'Madrid', 'Spain', 'Gold'],
  ['Haddad Trading', 'Wholesale', 'Dubai', 'United Arab Emirates', 'Bronze'],
  ['Brightwater Clinics', 'Healthcare', 'Bristol', 'United Kingdom', 'Gold'],
  ['Tanaka Precision', 'Engineering', 'Nagoya', 'Japan', 'Silver'],
  ['Lindqvist Media', 'Media', 'Stockholm', 'Sweden', 'Bronze'],
  ['Moreau & Fils', 'Construction', 'Lyon', 'France', 'Silver'],
];

type ContactRow = readonly [
  first: string,
  last: string,
  account: number,
  title: string,
  phone: string,
  email: string,
];

const CONTACTS: readonly ContactRow[] = [
  ['Maria', 'Sørensen', 0, 'Head of finance', '+45 33 55 01 23', 'maria@sorensen.example'],
  ['James', 'Okafor', 1, 'Operations manager', '+1 415 555 0123', 'james.okafor@okafor.example'],
  ['Lucía', 'Fernández', 2, 'Managing director', '+34 915 550 178', 'lucia@fernandez.example'],
  ['Noor', 'Haddad', 3, 'Office manager', '+971 4 555 0134', 'noor@haddad.example'],
  ['Henrik', 'Dahl', 0, 'Plant manager', '+45 33 55 01 41', 'henrik.dahl@sorensen.example'],
  ['Grace', 'Adeyemi', 1, 'Fleet coordinator', '+1 415 555 0164', 'grace.adeyemi@okafor.example'],
  ['Tom', 'Whitfield', 4, 'IT lead', '+44 117 496 0112', 'tom.whitfield@brightwater.example'],
  ['Priya', 'Nair', 4, 'Practice manager', '+44 117 496 0187', 'priya.nair@brightwater.example'],
  ['Kenji', 'Tanaka', 5, 'President', '+81 52 555 0119', 'kenji@tanaka.example'],
  ['Aiko', 'Mori', 5, 'Purchasing', '+81 52 555 0152', 'aiko.mori@tanaka.example'],
  ['Elsa', 'Lindqvist', 6, 'Editor', '+46 8 555 012 40', 'elsa@lindqvist.example'],
  ['Oskar', 'Berg', 6, 'Producer', '+46 8 555 012 77', 'oskar.berg@lindqvist.example'],
  ['Camille', 'Moreau', 7, 'Site director', '+33 4 65 71 01 18', 'camille@moreau.example'],
  ['Luc', 'Girard', 7, 'Accountant', '+33 4 65 71 01 63', 'luc.girard@moreau.example'],
  ['Pablo', 'Ruiz', 2, 'Warehouse lead', '+34 915 550 193', 'pablo.ruiz@fernandez.example'],
  ['Samir', 'Haddad', 3, 'Partner', '+971 4 555 0177', 'samir@haddad.example'],
];

type CaseRow = readonly [
  number: string,
  subject: string,
  contact: number,
  status: Case['Status'],
  priority: Case['Priority'],
  days: number,
  description: string,
];

const CASES: readonly CaseRow[] = [
  [
    '500-0042',
    'Invoice disputed',
    0,
    'Working',
    'High',
    3,
    'Invoice 2231 lists twelve units; eight were delivered. The customer asks for a credit note.',
  ],
  [
    '500-0051',
    'Router keeps restarting',
    1,
    'Working',
    'Medium',
    2,
    'The depot’s router restarts every few hours since the update of last week.',
  ],
  [
    '500-0063',
    'Change of address',
    3,
    'New',
    'Low',
    1,
    'The office moves to Business Bay at the end of the month; invoices go to the new address.',
  ],
  [
    '500-0038',
    'Missing delivery note',
    4,
    'Closed',
    'Low',
    12,
    'The note of delivery 8814 was not in the box. A copy was sent by mail.',
  ],
  [
    '500-0047',
    'Second site for the contract',
    6,
    'Working',
    'Medium',
    5,
    'The new clinic in Bath should be part of the service contract from next quarter.',
  ],
  [
    '500-0055',
    'Spare part out of stock',
    9,
    'New',
    'High',
    1,
    'Part TP-118 is not available until next month; an alternative is needed.',
  ],
  [
    '500-0058',
    'Wrong name on the account',
    10,
    'New',
    'Low',
    2,
    'The account still bears the former company name.',
  ],
  [
    '500-0060',
    'Noise on the line',
    12,
    'Working',
    'Medium',
    4,
    'Calls from the site office are noisy in the morning.',
  ],
];

type CallRow = readonly [
  contact: number,
  caseNumber: string,
  callType: 'Inbound' | 'Outbound',
  hoursAgo: number,
  seconds: number,
  disposition: string,
  note: string,
];

const CALLS: readonly CallRow[] = [
  [
    0,
    '500-0042',
    'Inbound',
    51,
    318,
    'Invoice disputed',
    'Sent the delivery note; four units are missing. Finance checks.',
  ],
  [0, '', 'Outbound', 27, 44, 'Callback', 'No answer in the office, left a message.'],
  [
    1,
    '500-0051',
    'Inbound',
    46,
    612,
    'Technical question',
    'Restarts even after the cable was changed. Log file is on its way.',
  ],
  [2, '', 'Inbound', 122, 204, 'New enquiry', 'Asked for prices of the larger contract.'],
  [
    3,
    '500-0063',
    'Inbound',
    22,
    133,
    'Change of data',
    'New address from the first of the month; wants written confirmation.',
  ],
  [4, '500-0038', 'Outbound', 190, 95, 'Solved', 'Copy of the delivery note arrived.'],
  [6, '500-0047', 'Inbound', 74, 421, 'Contract', 'Needs an offer that covers both clinics.'],
  [9, '500-0055', 'Outbound', 20, 167, 'Callback', 'Offered TP-121 instead; she asks their engineers.'],
  [12, '500-0060', 'Inbound', 69, 256, 'Technical question', 'Only before nine o’clock. Line test ordered.'],
];

const HOUR = 3_600_000;

/** A fresh set of records. @param now milliseconds; the history is dated back from it */
export function createOrg(now: number): Org {
  const at = (hoursAgo: number): string => new Date(now - hoursAgo * HOUR).toISOString();
  const accounts = ACCOUNTS.map<Account>(([Name, Industry, City, Country, Tier], index) => ({
    Id: salesforceId('001', index + 1),
    Name,
    Industry,
    City,
    Country,
    Tier,
  }));
  const contacts = CONTACTS.map<Contact>(([FirstName, LastName, account, Title, Phone, Email], index) => ({
    Id: salesforceId('003', index + 1),
    FirstName,
    LastName,
    Name: `${FirstName} ${LastName}`,
    Title,
    Phone,
    Email,
    AccountId: accounts[account]?.Id ?? '',
    LastModifiedDate: at(24 + index),
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
  const tasks = CALLS.map<Task>(
    ([contact, caseNumber, CallType, hoursAgo, seconds, CallDisposition, note], index) => {
      const person = contacts[contact];
      return {
        Id: salesforceId('00T', index + 1),
        OwnerId: user.Id,
        CreatedDate: at(hoursAgo),
        Subject: `${CallType} call ${person?.Phone ?? ''}`,
        Status: 'Completed',
        Priority: 'Normal',
        Type: 'Call',
        TaskSubtype: 'Call',
        ActivityDate: at(hoursAgo).slice(0, 10),
        Description: note,
        CallType,
        CallDurationInSeconds: seconds,
        CallDisposition,
        CallObject: `history-${index + 1}`,
        WhoId: person?.Id ?? '',
        WhatId: cases.find((found) => found.CaseNumber === caseNumber)?.Id ?? '',
        Phone_Number__c: person?.Phone ?? '',
        Call_Start__c: at(hoursAgo),
      };
    },
  );
  return { user, accounts, contacts, cases, tasks };
}
