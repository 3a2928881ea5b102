import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { taskOf } from '../../crm-adapter/salesforce/open-cti-task.ts';
import { CALL, CASE, CONTACT, LEAD } from './open-cti-bench.ts';

const ACCOUNT = { id: '0015g00000QrStuAAB', type: 'Account', name: 'Sørensen A/S' };

describe('the relations of a Task', () => {
  const relations = [
    ['person and case', [CASE, CONTACT], CONTACT.id, CASE.id],
    ['the first of each', [CONTACT, { ...CONTACT, id: '003B' }, CASE, ACCOUNT], CONTACT.id, CASE.id],
    ['a lead, which takes no other record', [CASE, LEAD], LEAD.id, undefined],
    ['an account alone', [ACCOUNT], undefined, ACCOUNT.id],
    ['nobody', [], undefined, undefined],
  ] as const;
  for (const [name, records, who, what] of relations) {
    it(`are ${name}`, () => {
      const { WhoId, WhatId } = taskOf({ ...CALL, records });
      assert.deepEqual([WhoId, WhatId], [who, what]);
    });
  }

  /** The key prefixes of standard objects, and what stands for a custom one. */
  const kinds = [
    ['003', '', 'who'],
    ['00Q', '', 'who'],
    ['003', 'Account', 'who'],
    ['001', '', 'what'],
    ['500', '', 'what'],
    ['006', '', 'what'],
    ['701', '', 'what'],
    ['a0B', 'Invoice__c', 'what'],
    ['xyz', 'Contact', 'who'],
    ['xyz', 'Lead', 'who'],
    ['', '', 'nothing'],
  ] as const;
  for (const [prefix, type, expected] of kinds) {
    it(`take an id that begins with ${prefix || 'nothing'}, of type ${type || 'unknown'}, as ${expected}`, () => {
      const id = prefix && `${prefix}5g00000LmNop`;
      const { WhoId, WhatId } = taskOf({ ...CALL, records: [{ id, type, name: '' }] });
      assert.deepEqual(
        [WhoId, WhatId],
        [expected === 'who' ? id : undefined, expected === 'what' ? id : undefined],
      );
    });
  }
});

describe('the fields of a Task', () => {
  it('name the call’s type as Salesforce’s list does', () => {
    const types = (['inbound', 'outbound', 'internal'] as const).map(
      (callType) => taskOf({ ...CALL, callType })['CallType'],
    );
    assert.deepEqual(types, ['Inbound', 'Outbound', 'Internal']);
  });

  it('count whole seconds, none below zero', () => {
    const seconds = [0, 251.6, -3].map(
      (durationSeconds) => taskOf({ ...CALL, durationSeconds })['CallDurationInSeconds'],
    );
    assert.deepEqual(seconds, [0, 252, 0]);
  });

  it('leave out what is empty', () => {
    const task = taskOf({ ...CALL, notes: '', disposition: '', records: [], fields: { Tier__c: '' } });
    for (const field of ['Description', 'CallDisposition', 'WhoId', 'WhatId', 'Tier__c'])
      assert.ok(!(field in task), field);
  });

  it('let the configuration decide, but not about what is written for which call', () => {
    const fields = {
      Status: 'In Progress',
      Id: '00TX',
      id: '00TX',
      entityApiName: 'Case',
      CallObject: 'other',
    };
    const task = taskOf({ ...CALL, fields });
    assert.equal(task['Status'], 'In Progress');
    for (const field of ['Id', 'id', 'entityApiName']) assert.ok(!(field in task), field);
    assert.equal(task['CallObject'], CALL.callKey);
  });

  it('date the call by the agent’s own day', () => {
    const before = process.env['TZ'];
    const dayIn = (zone: string, startedAt: string): unknown => {
      process.env['TZ'] = zone;
      return taskOf({ ...CALL, startedAt })['ActivityDate'];
    };
    const days = [
      dayIn('Pacific/Auckland', '2026-11-20T11:30:00Z'),
      dayIn('America/Los_Angeles', '2026-11-21T05:30:00Z'),
      dayIn('Europe/Copenhagen', '2026-03-28T23:30:00Z'),
      dayIn('UTC', '2026-01-02T00:00:00Z'),
    ];
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
    assert.deepEqual(days, ['2026-11-21', '2026-11-20', '2026-03-29', '2026-01-02']);
  });

  it('are as long as Salesforce takes them, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 300, maxLength: 400 }), (text) => {
        const task = taskOf({ ...CALL, subject: text, disposition: text, notes: text.repeat(120) });
        for (const [field, length] of [
          ['Subject', 255],
          ['CallDisposition', 255],
          ['Description', 32_000],
        ] as const) {
          const value = String(task[field]);
          assert.ok(value.length <= length, `${field}: ${value.length}`);
          assert.ok(value.endsWith('…'));
          assert.doesNotThrow(() => encodeURIComponent(value), 'half a character');
        }
      }),
    );
  });

  it('lose nothing: what a short one cannot hold stands whole in the Description', () => {
    const subject = 's'.repeat(256);
    const disposition = 'd'.repeat(300);
    const { Subject, CallDisposition, Description } = taskOf({ ...CALL, subject, disposition });
    assert.equal(Subject, `${'s'.repeat(254)}…`);
    assert.equal(CallDisposition, `${'d'.repeat(254)}…`);
    assert.equal(Description, `${CALL.notes}\n\nSubject: ${subject}\n\nCallDisposition: ${disposition}`);
    const bare = taskOf({ ...CALL, subject, notes: '' });
    assert.equal(bare['Description'], `Subject: ${subject}`);
    const whole = taskOf({ ...CALL, subject: 's'.repeat(255) });
    assert.equal(whole['Description'], CALL.notes);
  });

  for (const hostile of [
    "<img src=x onerror=alert(1)>{callVariable1}=cmd|' /C calc'!A0",
    '\u202egnp.exe',
    'javascript:alert(1)',
    'true',
    '0012',
  ]) {
    it(`carry ${JSON.stringify(hostile)} as text`, () => {
      const task = taskOf({ ...CALL, subject: hostile, notes: hostile, fields: { Tier__c: hostile } });
      assert.deepEqual([task['Subject'], task['Description'], task['Tier__c']], [hostile, hostile, hostile]);
    });
  }

  it('carry a field named as a prototype’s without touching one', () => {
    const fields = JSON.parse('{"__proto__":"x","constructor":"y"}') as Record<string, string>;
    const task = taskOf({ ...CALL, fields });
    assert.equal(Object.getPrototypeOf(task), Object.prototype);
    assert.equal(({} as Record<string, unknown>)['x'], undefined);
  });
});
