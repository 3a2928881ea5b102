import assert from 'node:assert/strict';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { WebSocket } from 'ws';
import { startDesktop } from '../../demo/finesse/server.ts';
import type { Desktop } from '../../demo/finesse/server.ts';
import type { Simulator } from '../../simulator/api.ts';
import { createSimulator } from '../../simulator/simulator.ts';
import { ask } from './support.ts';

const authorization = `Basic ${Buffer.from('1001:secret').toString('base64')}`;
const sample = fileURLToPath(new URL('../support/sample-gadget', import.meta.url));

let simulator: Simulator;
let desktop: Desktop;

before(async () => {
  simulator = await createSimulator();
  desktop = await startDesktop({ finesse: simulator.finesse, folders: { sample } });
});

after(async () => {
  await desktop.close();
  await simulator.close();
});

describe('a Finesse server’s web side', () => {
  it('serves uploaded files, and nothing beside them', async () => {
    const path = '/3rdpartygadget/files/sample/';
    assert.equal(
      (await ask(desktop.origin, `${path}en.xml`)).headers['content-type'],
      'application/xml; charset=utf-8',
    );
    for (const other of ['../desk.ts', '%2e%2e/phone.ts', 'none.xml', ''])
      assert.equal((await ask(desktop.origin, path + other)).status, 404, other);
    assert.equal((await ask(desktop.origin, '/3rdpartygadget/files/constructor/x.xml')).status, 404);
    assert.equal((await ask(desktop.origin, '/', { headers: { host: 'finesse.example' } })).status, 421);
  });

  it('passes REST requests on', async () => {
    const path = '/finesse/api/User/1001';
    assert.equal((await ask(desktop.origin, path)).status, 401);
    const { status, body } = await ask(desktop.origin, path, { headers: { authorization } });
    assert.equal(status, 200);
    assert.match(body, /^<User>.*<state>LOGOUT<\/state>/);
    const bad = await ask(desktop.origin, path, {
      method: 'PUT',
      headers: { authorization },
      body: 'state=READY',
    });
    assert.equal(bad.status, 400);
    assert.match(bad.body, /<ErrorType>Invalid Input</);
  });

  it('shows in a gadget’s place what is wrong with it', async () => {
    const frame = (url: string): ReturnType<typeof ask> =>
      ask(desktop.origin, `/gadgets/ifr?url=${encodeURIComponent(url)}`);
    assert.match((await frame('https://elsewhere.example/gadget.xml')).body, /^Unable to retrieve https:/);
    assert.match((await frame(`${desktop.origin}/3rdpartygadget/files/sample/en.xml`)).body, /^No <Module>/);
  });

  it('sends a strict policy, and hides the library, when it is told to', async () => {
    const frame = `/gadgets/ifr?url=${encodeURIComponent(`${desktop.origin}/3rdpartygadget/files/sample/gadget.xml`)}`;
    assert.equal((await ask(desktop.origin, frame)).headers['content-security-policy'], undefined);
    desktop.set({ csp: 'strict', missing: ['finesse'] });
    const { status, headers } = await ask(desktop.origin, frame);
    assert.deepEqual([status, headers['content-security-policy']], [200, "default-src 'self'"]);
    const library = '/desktop/assets/js/';
    const scripts = await Promise.all(
      ['finesse.min.js', 'finesse.js', 'jquery.min.js'].map(
        async (name) => (await ask(desktop.origin, library + name)).status,
      ),
    );
    assert.deepEqual(scripts, [404, 404, 200]);
  });

  it('tells notifications to its own pages, and to those who say who they are', async () => {
    const url = `${desktop.origin.replace('http', 'ws')}/desktop/notifications`;
    const foreign = new WebSocket(url, { origin: 'https://elsewhere.example' });
    await assert.rejects(once(foreign, 'open'));
    const nobody = new WebSocket(url, { origin: desktop.origin });
    await once(nobody, 'open');
    nobody.send('{"authorization":"Basic nobody"}');
    const [code] = (await once(nobody, 'close')) as [number];
    assert.equal(code, 1008);
    const agent = new WebSocket(url, { origin: desktop.origin });
    await once(agent, 'open');
    const first = once(agent, 'message');
    agent.send(JSON.stringify({ authorization }));
    const [said] = (await first) as [Buffer];
    assert.deepEqual(JSON.parse(said.toString('utf8')), { kind: 'link', status: 'connected' });
    const gone = once(agent, 'close');
    desktop.dropConnections();
    await gone;
  });
});
