import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createOrg } from '../../demo/fixtures.ts';
import { search } from '../../demo/open-cti/search.ts';
import { checkTask } from '../../demo/server/rules.ts';
import { salesforceId } from '../../demo/records.ts';
import { NOW } from './support.ts';

const org = createOrg(NOW);

describe('the records', () => {
  it('have ids as Salesforce makes them', () => {
    assert.equal(salesforceId('003', 1), '003Nw0000000001IAA');
    const ids = [...org.contacts, ...org.accounts, ...org.leads, ...org.cases, ...org.tasks].map(
      ({ Id }) => Id,
    );
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids) assert.match(id, /^(001|003|00Q|500|00T)[A-Za-z0-9]{12}[A-Z0-5]{3}$/);
  });

  it('hold the demo’s callers', () => {
    const callers = [
      ['+4533550123', 'Maria Sørensen', 'Sørensen A/S', 'Gold', ['500-0042 Invoice disputed']],
      ['+14155550123', 'James Okafor', 'Okafor Logistics', 'Silver', ['500-0051 Router keeps restarting']],
      ['+34915550178', 'Lucía Fernández', 'Fernández e Hijos', 'Gold', []],
      ['+97145550134', 'Noor Haddad', 'Haddad Trading', 'Bronze', ['500-0063 Change of address']],
    ] as const;
    for (const [number, name, account, tier, cases] of callers) {
      const [found, ...more] = search(org, number);
      assert.deepEqual(more, []);
      const person = org.contacts.find(({ Id }) => Id === found?.Id);
      const company = org.accounts.find(({ Id }) => Id === person?.AccountId);
      const own = org.cases.filter(({ ContactId }) => ContactId === person?.Id);
      assert.deepEqual([person?.Name, company?.Name, company?.Tier], [name, account, tier]);
      assert.deepEqual(
        own.map(({ CaseNumber, Subject }) => `${CaseNumber} ${Subject}`),
        cases,
      );
    }
  });

  it('belong together', () => {
    for (const { AccountId } of org.contacts) assert.ok(org.accounts.some(({ Id }) => Id === AccountId));
    for (const { ContactId } of org.cases) assert.ok(org.contacts.some(({ Id }) => Id === ContactId));
    const people = [...org.contacts, ...org.leads];
    for (const { WhoId } of org.tasks) assert.ok(people.some(({ Id }) => Id === WhoId));
    const persons = org.accounts.filter(({ IsPersonAccount }) => IsPersonAccount);
    assert.deepEqual(
      persons.map(({ Id, PersonContactId }) => [Id, PersonContactId]),
      persons.map(({ Id }) => [Id, org.contacts.find(({ AccountId }) => AccountId === Id)?.Id]),
    );
    assert.equal(persons.length, 1);
  });

  it('are such as the org itself would take', () => {
    const isPerson = (id: string): boolean => [...org.contacts, ...org.leads].some(({ Id }) => Id === id);
    const isOther = (id: string): boolean => [...org.accounts, ...org.cases].some(({ Id }) => Id === id);
    for (const { Id, OwnerId, CreatedDate, WhatId, ...fields } of org.tasks) {
      const related = WhatId ? { WhatId } : {};
      assert.deepEqual(checkTask({ ...fields, ...related }, { isPerson, isOther }), [], `${Id} ${OwnerId}`);
      assert.equal(fields.Call_Start__c, CreatedDate);
    }
  });

  it('hold a number that several share', () => {
    assert.equal(search(org, '+4570102030').length, 2);
  });
});
