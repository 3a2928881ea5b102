/** The records of the demo CRM, named as Salesforce's. Used by its server and by its pages. */

export interface User {
  readonly Id: string;
  readonly Name: string;
  readonly Title: string;
}

export interface Account {
  readonly Id: string;
  readonly Name: string;
  readonly AccountNumber: string;
  readonly Industry: string;
  readonly City: string;
  readonly Country: string;
  readonly Phone: string;
  readonly Tier: 'Gold' | 'Silver' | 'Bronze';
  /** Of a person account, which is a consumer: the contact that is the same person. */
  readonly IsPersonAccount?: true;
  readonly PersonContactId?: string;
  readonly LastModifiedDate: string;
}

export interface Contact {
  readonly Id: string;
  readonly FirstName: string;
  readonly LastName: string;
  readonly Name: string;
  readonly Title: string;
  readonly Phone: string;
  readonly Email: string;
  readonly AccountId: string;
  /** ISO 8601, UTC, as all times here. */
  readonly LastModifiedDate: string;
}

/** Somebody who is no customer yet. */
export interface Lead {
  readonly Id: string;
  readonly FirstName: string;
  readonly LastName: string;
  readonly Name: string;
  readonly Company: string;
  readonly Title: string;
  readonly Phone: string;
  readonly Email: string;
  readonly Status: 'New' | 'Contacted' | 'Qualified';
  readonly LastModifiedDate: string;
}

export interface Case {
  readonly Id: string;
  readonly CaseNumber: string;
  readonly Subject: string;
  readonly Status: 'New' | 'Working' | 'Closed';
  readonly Priority: 'High' | 'Medium' | 'Low';
  readonly Description: string;
  readonly ContactId: string;
  readonly AccountId: string;
  readonly CreatedDate: string;
  readonly LastModifiedDate: string;
}

/** A logged call. The fields are those of Salesforce's Task; the ones that end in `__c` are this org's own. */
export interface Task {
  readonly Id: string;
  readonly OwnerId: string;
  readonly CreatedDate: string;
  readonly Subject?: string;
  readonly Status?: string;
  readonly Priority?: string;
  readonly Type?: string;
  readonly TaskSubtype?: string;
  readonly ActivityDate?: string;
  readonly Description?: string;
  readonly CallType?: string;
  readonly CallDurationInSeconds?: number;
  readonly CallDisposition?: string;
  readonly CallObject?: string;
  readonly WhoId?: string;
  readonly WhatId?: string;
  readonly Phone_Number__c?: string;
  readonly Call_Start__c?: string;
  readonly Tier__c?: string;
  readonly Case_Number__c?: string;
  readonly Queue__c?: string;
  readonly Campaign__c?: string;
  /** The softphone's own fields (crm-adapter/salesforce/force-app). The key is unique. */
  readonly GcCallKey__c?: string;
  readonly GcCampaign__c?: string;
  readonly GcQueue__c?: string;
  readonly GcWrapUpCode__c?: string;
  readonly GcCallVariables__c?: string;
}

export interface Org {
  readonly user: User;
  readonly accounts: readonly Account[];
  readonly contacts: readonly Contact[];
  readonly leads: readonly Lead[];
  readonly cases: readonly Case[];
  readonly tasks: readonly Task[];
}

export type RecordKind = 'contact' | 'account' | 'lead' | 'case';

/** What a kind of record is called: by Salesforce's API, and by people. Its list is at `/<kind>s`. */
export const KINDS: Readonly<Record<RecordKind, { readonly api: string; readonly prefix: string }>> = {
  contact: { api: 'Contact', prefix: '003' },
  account: { api: 'Account', prefix: '001' },
  lead: { api: 'Lead', prefix: '00Q' },
  case: { api: 'Case', prefix: '500' },
};

const CHECKSUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * An id of 18 characters as Salesforce makes them: the kind's prefix, the number, and three characters that tell
 * which of the first fifteen are capitals.
 */
export function salesforceId(prefix: string, count: number): string {
  const id = `${prefix}Nw00000${count.toString(36).toUpperCase().padStart(5, '0')}`;
  const suffix = [0, 5, 10].map((start) => {
    const bits = Array.from(id.slice(start, start + 5), (letter, bit) =>
      /[A-Z]/.test(letter) ? 1 << bit : 0,
    );
    return CHECKSUM[bits.reduce((sum, bit) => sum + bit, 0)];
  });
  return id + suffix.join('');
}

/** The label of a case, as people call it. */
export function caseName({ CaseNumber, Subject }: Case): string {
  return `${CaseNumber} ${Subject}`;
}
