import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseConfig } from '../../src/config.ts';
import { createAnteroom } from '../../src/softphone/anteroom.ts';
import { createSoftphone } from '../../src/softphone/softphone.ts';
import { TextMap } from './support/stage.ts';
import { surroundings } from './support/surroundings.ts';

describe('a softphone that has just been made', () => {
  it('has the remembered agent in its form before anything else is fetched', () => {
    const browser = new TextMap();
    browser.setItem('gc-softphone.form', JSON.stringify({ agentId: '1001', extension: '2001' }));
    const agents = (signIn: object): unknown => {
      const parsed = parseConfig({ gc: { transport: 'socket', urls: ['wss://gc.example/'] }, signIn });
      assert.ok(parsed.ok);
      const { state } = createAnteroom(parsed.config, undefined, () => browser);
      return state.signIn.phase === 'signedOut' && [state.signIn.form.agentId, state.signIn.form.extension];
    };
    assert.deepEqual(agents({}), ['1001', '2001']);
    assert.deepEqual(agents({ rememberAgent: false }), ['', '']);
  });

  it('has the remembered agent in its form before it is known which tab leads', () => {
    const browser = new TextMap();
    browser.setItem('gc-softphone.form', JSON.stringify({ agentId: '1001', extension: '2001' }));
    const parsed = parseConfig({ gc: { transport: 'socket', urls: ['wss://gc.example/'] } });
    assert.ok(parsed.ok);
    const locks = {
      request: () => new Promise<never>(() => undefined),
      query: () => new Promise<never>(() => undefined),
    };
    const softphone = createSoftphone(parsed.config, surroundings({ browser, locks }));
    const { signIn } = softphone.state;
    assert.ok(signIn.phase === 'signedOut');
    assert.deepEqual([signIn.form.agentId, signIn.form.extension], ['1001', '2001']);
    softphone.dispose();
  });
});
