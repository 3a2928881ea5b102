import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createHandlers } from '../../demo/open-cti/handlers.ts';
import type { Desk } from '../../demo/open-cti/handlers.ts';
import { Fault, bad, good } from '../../demo/open-cti/messages.ts';
import { METHODS, checkArguments } from '../../demo/open-cti/methods.ts';
import { samePhone, search } from '../../demo/open-cti/search.ts';
import { createOrg } from '../../demo/fixtures.ts';
import { NOW } from './support.ts';

const org = createOrg(NOW);
const [maria, , , noor] = org.contacts;
const [invoice] = org.cases;

/** A CRM page that notes what it was asked to show. */
function desk(): { readonly desk: Desk; readonly shown: unknown[]; readonly panel: unknown[] } {
  const shown: unknown[] = [];
  const panel: unknown[] = [];
  return {
    shown,
    panel,
    desk: {
      org: () => org,
      view: () => ({ recordId: '' }),
      openRecord: (id) => id.startsWith('00') && shown.push(id) > 0,
      openPath: (path) => void shown.push(path),
      newContact: (defaults) => void shown.push(defaults),
      writeTask: async (id, fields) => {
        shown.push([id, fields]);
        return 'Nope__c' in fields ? { errors: [{ message: 'no such column' }] } : { id: id || '00TNEW' };
      },
      refresh: async () => void shown.push('refreshed'),
      setClickToDial: (enabled) => void shown.push(enabled),
      panel: {
        visible: () => true,
        show: (visible) => void panel.push(visible),
        size: (size) => void panel.push(size),
        label: (where, text) => void panel.push([where, text]),
        icon: (where, key) => void panel.push([where, key]),
        standby: (waiting) => void panel.push(waiting),
      },
    },
  };
}

const fault =
  (code: string) =>
  (error: unknown): boolean =>
    error instanceof Fault && error.code === code;

describe('arguments', () => {
  const refused: readonly (readonly [method: string, args: Record<string, unknown>])[] = [
    ['noSuchMethod', {}],
    ['toString', {}],
    ['getAppViewInfo', { recordId: '1' }],
    ['setSoftphonePanelVisibility', {}],
    ['setSoftphonePanelVisibility', { visible: 'true' }],
    ['setSoftphonePanelHeight', { heightPX: 239 }],
    ['setSoftphonePanelHeight', { heightPX: 480.5 }],
    ['setSoftphonePanelWidth', { widthPX: 1921 }],
    ['setSoftphoneItemLabel', { label: 1 }],
    ['saveLog', { value: 'Subject=x' }],
    ['saveLog', { value: [] }],
    ['screenPop', { type: 'record', params: {} }],
    ['screenPop', { type: 'sobject' }],
    ['searchAndScreenPop', { searchParams: 'x' }],
    ['searchAndScreenPop', { searchParams: 'x', callType: 'Inbound' }],
    ['searchAndScreenPop', { searchParams: 'x', callType: 'inbound', deferred: 'yes' }],
    ['searchAndScreenPop', { searchParams: 'x', callType: 'inbound', defaultFieldsValue: {} }],
  ];
  for (const [method, args] of refused) {
    it(`refuses ${method} with ${JSON.stringify(args)}`, () => {
      assert.throws(() => checkArguments(method, args), fault('INVALID_PARAM'));
    });
  }

  it('takes what the guide documents', () => {
    checkArguments('searchAndScreenPop', {
      searchParams: 'x',
      queryParams: 'a=b',
      callType: 'inbound',
      deferred: true,
    });
    checkArguments('setSoftphonePanelHeight', { heightPX: 240 });
    checkArguments('saveLog', { value: { entityApiName: 'Task' } });
    checkArguments('enableClickToDial', {});
  });

  it('has a handler for every method but those with a listener', () => {
    const { desk: page } = desk();
    const plain = Object.entries(METHODS).filter(([, { listener }]) => !listener);
    assert.deepEqual(Object.keys(createHandlers(page)).sort(), plain.map(([name]) => name).sort());
  });
});

describe('the envelope', () => {
  it('has a value or errors', () => {
    assert.deepEqual(good(undefined), { success: true, returnValue: null, errors: null });
    assert.deepEqual(bad(new Fault('SERVER_ERROR', 'no', [1])), {
      success: false,
      returnValue: null,
      errors: [{ code: 'SERVER_ERROR', description: 'no', details: [1] }],
    });
    assert.equal(bad(new Error('x')).errors?.[0]?.code, 'GENERIC_ERROR');
  });
});

describe('searching', () => {
  const ways = [
    '+4533550123',
    '004533550123',
    '33 55 01 23',
    '+45 (33) 55-01-23',
    '33550123',
    '500-0042',
    'maría sorensen',
  ];
  const expected = [maria, maria, maria, maria, maria, invoice, maria];
  ways.forEach((term, index) => {
    it(`finds the record by ${term}`, () => {
      const found = search(org, term).map(({ Id }) => Id);
      assert.deepEqual(found, [expected[index]?.Id]);
    });
  });

  it('finds by a part of a name, whatever its accents', () => {
    assert.deepEqual(
      search(org, 'fernandez').map(({ Name }) => Name),
      ['Lucía Fernández', 'Fernández e Hijos'],
    );
    assert.deepEqual(
      search(org, 'router').map(({ Name }) => Name),
      ['500-0051'],
    );
  });

  it('finds nothing for nothing, a stranger or an extension', () => {
    for (const term of ['', ' ', '+442079460018', '2001', '23'])
      assert.deepEqual(search(org, term), [], term);
  });

  it('compares numbers without their prefixes, short ones whole', () => {
    assert.ok(samePhone('0033 1 23 45 67 89', '+33 1 23 45 67 89'));
    assert.ok(samePhone('2001', '2001'));
    assert.ok(!samePhone('2001', '+1 415 555 2001'));
    assert.ok(!samePhone('', ''));
  });
});

describe('searchAndScreenPop', () => {
  const run = (args: Record<string, unknown>): { answer: unknown; shown: unknown[] } => {
    const { desk: page, shown } = desk();
    return { answer: createHandlers(page)['searchAndScreenPop']?.(args), shown };
  };
  const hit = {
    Id: maria?.Id,
    Name: 'Maria Sørensen',
    RecordType: 'Contact',
    LastModifiedDate: maria?.LastModifiedDate,
    Phone: '+45 33 55 01 23',
    Title: 'Head of finance',
  };

  it('opens the only match and answers a map by id', () => {
    const { answer, shown } = run({ searchParams: '+4533550123', callType: 'inbound' });
    assert.deepEqual(answer, { [maria?.Id ?? '']: hit });
    assert.deepEqual(shown, [maria?.Id]);
  });

  it('deferred, opens nothing and puts what to open into the same map', () => {
    const { answer, shown } = run({ searchParams: '+4533550123', callType: 'inbound', deferred: true });
    assert.deepEqual(answer, {
      [maria?.Id ?? '']: hit,
      SCREEN_POP_DATA: { type: 'sobject', params: { recordId: maria?.Id } },
    });
    assert.deepEqual(shown, []);
  });

  it('lists several, and for none changes nothing', () => {
    assert.deepEqual(run({ searchParams: 'Haddad', callType: 'inbound' }).shown, ['/search?q=Haddad']);
    assert.deepEqual(run({ searchParams: 'nobody', callType: 'inbound' }), { answer: {}, shown: [] });
    assert.deepEqual(run({ searchParams: 'nobody', callType: 'inbound', deferred: true }).answer, {});
  });

  it('searches nothing for internal calls', () => {
    assert.deepEqual(run({ searchParams: '500-0042', callType: 'internal', deferred: true }).answer, {});
  });
});

describe('screenPop', () => {
  const run = (type: string, params: Record<string, unknown>): unknown[] => {
    const { desk: page, shown } = desk();
    createHandlers(page)['screenPop']?.({ type, params });
    return shown;
  };

  it('goes where it is told', () => {
    assert.deepEqual(run('sobject', { recordId: noor?.Id }), [noor?.Id]);
    assert.deepEqual(run('url', { url: '/cases' }), ['/cases']);
    assert.deepEqual(run('objecthome', { scope: 'Contact' }), ['/contacts']);
    assert.deepEqual(run('search', { searchString: 'a&b=c' }), ['/search?q=a%26b%3Dc']);
    assert.deepEqual(run('newRecord', { entityName: 'Contact', defaultFieldValues: { Phone: '1' } }), [
      { Phone: '1' },
    ]);
  });

  it('refuses what leads elsewhere or nowhere', () => {
    for (const url of [
      'https://evil.example/',
      '//evil.example/',
      '/\\evil.example',
      'javascript:alert(1)',
      '',
    ]) {
      assert.throws(() => run('url', { url }), fault('INVALID_PARAM'), url);
    }
    assert.throws(() => run('search', { searchString: 'ab' }), fault('INVALID_PARAM'));
    assert.throws(() => run('sobject', {}), fault('INVALID_PARAM'));
    assert.throws(() => run('sobject', { recordId: '999' }), fault('GENERIC_ERROR'));
    assert.throws(() => run('flow', { flowDevName: 'Verify' }), fault('GENERIC_ERROR'));
  });
});

describe('saveLog', () => {
  const save = async (value: unknown): Promise<{ answer: unknown; shown: unknown[] }> => {
    const { desk: page, shown } = desk();
    return { answer: await createHandlers(page)['saveLog']?.({ value }), shown };
  };

  it('writes a Task and answers its id', async () => {
    assert.deepEqual(await save({ entityApiName: 'Task', Subject: 'x' }), {
      answer: { recordId: '00TNEW' },
      shown: [['', { Subject: 'x' }]],
    });
  });

  it('changes one by its id, then without the entity', async () => {
    assert.deepEqual(await save({ Id: '00T1', Subject: 'x' }), {
      answer: { recordId: '00T1' },
      shown: [['00T1', { Subject: 'x' }]],
    });
    await assert.rejects(save({ Id: '00T1', entityApiName: 'Task' }), fault('INVALID_PARAM'));
  });

  it('hands out the server’s errors of single fields', async () => {
    await assert.rejects(save({ entityApiName: 'Task', Nope__c: 1 }), (error: unknown) => {
      assert.ok(error instanceof Fault);
      assert.deepEqual(
        [error.code, error.message, error.details],
        ['SERVER_ERROR', 'no such column', [{ message: 'no such column' }]],
      );
      return true;
    });
    await assert.rejects(save({ Subject: 'x' }), fault('SERVER_ERROR'));
  });
});

describe('the panel', () => {
  it('does as it is told', () => {
    const { desk: page, panel, shown } = desk();
    const handlers = createHandlers(page);
    handlers['setSoftphonePanelVisibility']?.({ visible: false });
    handlers['setSoftphonePanelHeight']?.({ heightPX: 500 });
    handlers['setSoftphonePanelWidth']?.({ widthPX: 400 });
    handlers['setSoftphonePanelLabel']?.({ label: 'A' });
    handlers['setSoftphoneItemLabel']?.({ label: 'B' });
    handlers['setSoftphonePanelIcon']?.({ key: 'call' });
    handlers['setSoftphoneItemIcon']?.({ key: 'away' });
    handlers['notifyInitializationComplete']?.({});
    assert.deepEqual(panel, [
      false,
      { height: 500 },
      { width: 400 },
      ['panel', 'A'],
      ['item', 'B'],
      ['panel', 'call'],
      ['item', 'away'],
      false,
    ]);
    handlers['enableClickToDial']?.({});
    handlers['disableClickToDial']?.({});
    assert.deepEqual(shown, [true, false]);
    assert.deepEqual(handlers['isSoftphonePanelVisible']?.({}), { visible: true });
  });
});
