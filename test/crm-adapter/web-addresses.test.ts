import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createWebPort } from '../../crm-adapter/web/port.ts';
import { popSteps } from '../../crm-adapter/screen-pop.ts';
import { parseConfig } from '../../src/config.ts';
import { ringing, talking } from '../support/make-state.ts';
import { isError } from './open-cti-bench.ts';
import { Bench } from './web-bench.ts';

const RULE = 'https://crm.example.com/find/{callVariable1}?phone={ani}';
const MADE = 'https://crm.example.com/find/Tier%201?phone=33550123';

function addresses(bench: Bench) {
  return createWebPort({
    rules: [{ url: RULE }],
    origins: [],
    url: '',
    window: 'crm',
    view: bench.gadget.view,
    clock: bench.clock,
  });
}

describe('an address of a rule', () => {
  it('opens in the window of the CRM, time after time', async () => {
    const bench = new Bench();
    const port = addresses(bench);
    await port.open();
    await port.openRecord({ id: MADE });
    await port.openRecord({ id: MADE });
    assert.deepEqual(bench.browser.visited, [
      ['crm', MADE],
      ['crm', MADE],
    ]);
    assert.equal(bench.browser.named.get('crm')?.focused, 2);
  });

  for (const id of [
    'https://evil.example/find/x?phone=1',
    'https://crm.example.com/find/x?phone=1&more=2',
    'https://crm.example.com/find/a/b?phone=1',
    'https://crm.example.com/logout',
    'https://crm.example.com.evil.example/find/x?phone=1',
    'javascript:alert(1)',
    '0035g00000LmNopAAA',
  ])
    it(`is the only thing that opens: not ${id}`, async () => {
      const bench = new Bench();
      await assert.rejects(addresses(bench).openRecord({ id }), isError('denied', /No page of a CRM/));
      assert.deepEqual(bench.browser.visited, []);
    });

  for (const value of ['..', '.', '%2e%2E'])
    it(`does not lead elsewhere by ${value}`, async () => {
      const bench = new Bench();
      const id = MADE.replace('Tier%201', value);
      await assert.rejects(addresses(bench).openRecord({ id }), isError('invalid', /another address/));
      assert.deepEqual(bench.browser.visited, []);
    });

  it('that the browser blocks is an error in words', async () => {
    const bench = new Bench();
    bench.browser.blocks = true;
    await assert.rejects(addresses(bench).openRecord({ id: MADE }), isError('denied', /blocked the window/));
  });

  it('holds the values of the call, each escaped', () => {
    const call = ringing({ number: '+4533550123', variables: { callVariable1: 'a/b?&#\ud800 é' } });
    const [, step] = popSteps(talking([call]), call, {
      rules: [{ open: '{nothing}' }, { url: RULE }],
      transferVariable: '',
    });
    assert.ok(step && 'kind' in step);
    assert.match(step.term, /^https:\/\/crm\.example\.com\/find\/a%2Fb%3F%26%23%20%C3%A9\?phone=\d+$/);
    assert.match(step.name ?? '', /^a\/b\?&#.* é \d+$/);
  });
});

describe('the configuration', () => {
  const gc = { transport: 'finesse' } as const;
  const problems = (document: object): readonly string[] => {
    const parsed = parseConfig({ gc, ...document });
    return parsed.ok ? [] : parsed.issues.map(({ message }) => message);
  };
  const rule = (url: string): readonly string[] => problems({ screenPop: { rules: [{ url }] } });

  it('takes addresses whose host is written out', () => {
    assert.deepEqual(rule(RULE), []);
    assert.deepEqual(rule('http://localhost:8080/find?{ani}'), []);
    for (const url of [
      'http://crm.example.com/find',
      'https://{callVariable1}/find',
      'https://crm.example.com{ani}/find',
      'https://user:secret@crm.example.com/find',
      'https://crm.example.com',
      'javascript:alert(1)//',
      'find?{ani}',
    ])
      assert.deepEqual(rule(url), ['address'], url);
  });

  it('takes one way for each rule', () => {
    const both = { rules: [{ url: RULE, search: '{ani}' }] };
    assert.deepEqual(problems({ screenPop: both }), ['rule']);
  });

  it('takes a page whose origin is allowed', () => {
    const url = 'https://crm.example.com/home';
    const crm = (origins: readonly string[]) => problems({ crm: { adapter: 'web', url, origins } });
    assert.deepEqual(crm(['https://crm.example.com']), []);
    assert.deepEqual(crm(['https://*.example.com']), []);
    assert.deepEqual(crm([]), ['crmUrl']);
    assert.deepEqual(crm(['https://other.example.com']), ['crmUrl']);
  });
});
