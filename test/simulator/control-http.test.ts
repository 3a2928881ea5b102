import assert from 'node:assert/strict';
import { get } from 'node:http';
import { describe, it } from 'node:test';
import { WebSocket } from 'ws';
import type { Control, Simulator } from '../../simulator/api.ts';
import { verbs } from '../../simulator/control/verbs.ts';
import { shorts } from './clients.ts';
import { stage } from './setup.ts';

describe('control over HTTP', () => {
  const post = async (
    { httpUrl }: Simulator,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<[number, Record<string, unknown>]> => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(`${httpUrl}/control`, { method: 'POST', body: text, headers });
    return [response.status, (await response.json()) as Record<string, unknown>];
  };

  it('does what the control does', async (t) => {
    const { readyAgent, simulator } = await stage(t);
    const one = await readyAgent();
    const offer = {
      do: 'offerCall',
      agent: '1001',
      from: '+442079460018',
      variables: { callVariable1: 'Gold' },
    };
    assert.deepEqual(await post(simulator, offer), [200, { dialog: '16804377' }]);
    assert.deepEqual(shorts(await one.news()).at(-1), '1001 InboundCall ALERTING (16804377)');
    const waiting = post(simulator, { do: 'waitForAgent', agent: '1001', state: 'TALKING' });
    const answered = post(simulator, {
      do: 'waitForCommand',
      command: 'answercall',
      subject: '1001',
      after: 1,
    });
    await one.ask('AnswerCall#1001', '16804377');
    assert.equal((await waiting)[0], 200);
    assert.deepEqual((await answered)[1]['parameters'], ['16804377']);
    assert.deepEqual(await post(simulator, { do: 'hangUp', dialog: '16804377' }), [200, { done: true }]);
    assert.deepEqual(await post(simulator, { do: 'advance', ms: 120_000 }), [200, { done: true }]);
    assert.equal(shorts(await one.news()).at(-1), '1001 State NOT_READY 32758');
  });

  it('has a verb for every method of the control', async (t) => {
    const { simulator } = await stage(t);
    // A snapshot is GET /state; waiting for a test needs a function, waitForAgent stands for it.
    const methods = Object.keys(simulator.control).filter(
      (name) => name !== 'snapshot' && name !== 'waitFor',
    );
    assert.deepEqual(new Set(Object.keys(verbs)), new Set([...methods, 'waitForAgent']));
    for (const name of methods) assert.equal(typeof simulator.control[name as keyof Control], 'function');
  });

  it('describes itself, and shows the state without passwords', async (t) => {
    const { simulator } = await stage(t);
    const description = (await (await fetch(`${simulator.httpUrl}/control`)).json()) as Record<
      string,
      Record<string, unknown>
    >;
    assert.deepEqual(description['verbs']?.['hangUp'], {
      about: 'The other party hangs up.',
      takes: {
        dialog: { expected: 'a text', required: true, about: 'the dialog id of a call that is up' },
        party: { expected: 'a text', required: false, about: 'of a conference: who, by number or extension' },
      },
    });
    const state = await (await fetch(`${simulator.httpUrl}/state`)).text();
    assert.match(state, /"Ada Lovelace"/);
    assert.equal(state.includes('secret'), false);
  });

  for (const [body, where, expected, found] of [
    ['{', '', 'a JSON object', '"{"'],
    [[], '', 'a JSON object', '[]'],
    [{}, 'do', Object.keys(verbs).join(', '), 'nothing'],
    [{ do: 'toString' }, 'do', 'one of', '"toString"'],
    [{ do: 'hangUp' }, 'dialog', 'a text', 'nothing'],
    [{ do: 'hangUp', dialog: 5 }, 'dialog', 'a text', '5'],
    [{ do: 'hangUp', dialog: '5', why: 'x' }, 'why', 'one of dialog, party', '"x"'],
    [{ do: 'inService', now: true }, 'now', 'one of no parameters', 'true'],
    [{ do: 'latency', ms: -1 }, 'ms', 'a number, 0 or more', '-1'],
    [{ do: 'silence', on: 'yes' }, 'on', 'true or false', '"yes"'],
    [{ do: 'offerCall', variables: { a: 1 } }, 'variables', 'an object of texts', '{"a":1}'],
    [{ do: 'failCall', dialog: '5', cause: 'RAIN' }, 'cause', 'BUSY | BAD_DESTINATION', '"RAIN"'],
    [{ do: 'hangUp', dialog: '5' }, 'dialog', 'a call that is up (none is)', '"5"'],
  ] as const) {
    it(`refuses ${JSON.stringify(body)}, naming ${where || 'the request'}`, async (t) => {
      const [status, error] = await post((await stage(t)).simulator, body);
      assert.equal(status, 400);
      assert.equal(error['where'], where);
      assert.ok(String(error['expected']).includes(expected), String(error['expected']));
      assert.equal(error['found'], found);
    });
  }

  it('a wait that is not kept is an error, not a hang', async (t) => {
    const [status, error] = await post((await stage(t)).simulator, {
      do: 'waitForCommand',
      command: 'Logout',
      timeoutMs: 1,
    });
    assert.equal(status, 500);
    assert.match(String(error['error']), /not within 1 ms/);
  });

  it('lets pages of named origins in, and no others', async (t) => {
    const { simulator } = await stage(t, { allowOrigins: ['http://localhost:8080'] });
    const mine = await fetch(`${simulator.httpUrl}/control`, {
      method: 'OPTIONS',
      headers: { origin: 'http://localhost:8080' },
    });
    assert.equal(mine.status, 204);
    assert.equal(mine.headers.get('access-control-allow-origin'), 'http://localhost:8080');
    assert.equal(mine.headers.get('access-control-allow-headers'), 'content-type');
    const [status, error] = await post(simulator, { do: 'outOfService' }, { origin: 'http://evil.example' });
    assert.equal(status, 403);
    assert.equal(error['expected'], 'one of http://localhost:8080');
    assert.equal(simulator.control.snapshot().service, 'IN_SERVICE');
  });

  it('lets in a page that is named later', async (t) => {
    const { simulator } = await stage(t);
    const origin = 'http://localhost:8080';
    assert.equal((await post(simulator, { do: 'outOfService' }, { origin }))[0], 403);
    simulator.allowOrigin(origin);
    assert.equal((await post(simulator, { do: 'outOfService' }, { origin }))[0], 200);
  });

  it('answers under the names of this machine only', async (t) => {
    const { simulator } = await stage(t);
    const ask = (host: string): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const { port } = simulator;
        get({ host: '127.0.0.1', port, path: '/state', headers: { host } }, (response) => {
          response.resume();
          resolve(response.statusCode);
        }).on('error', reject);
      });
    assert.equal(await ask(`rebound.example:${simulator.port}`), 421);
    assert.equal(await ask(`localhost:${simulator.port}`), 200);
    assert.equal(await ask('[::1]:1'), 200);
  });

  it('any other path is unknown', async (t) => {
    const { simulator } = await stage(t);
    assert.equal((await fetch(`${simulator.httpUrl}/elsewhere`)).status, 404);
  });

  it('websockets are taken on any path', async (t) => {
    const { simulator } = await stage(t);
    const socket = new WebSocket(`${simulator.url}/stomp/websocket`, ['v12.stomp']);
    await new Promise((resolve) => socket.once('open', resolve));
    socket.terminate();
  });
});
