import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { finesseConnection } from '../../../gadget/finesse/connection.ts';
import { finesseHost } from '../../../gadget/finesse/host.ts';
import { parseConfig, type ConfigDocument } from '../../../src/config.ts';
import { unsupported } from '../../../src/softphone/load-config.ts';
import { createAnteroom } from '../../../src/softphone/anteroom.ts';
import { createSoftphone } from '../../../src/softphone/softphone.ts';
import { TestClock, TextMap, settle } from '../../session/support/stage.ts';
import { surroundings } from '../../session/support/surroundings.ts';
import { dialogData } from './support/data.ts';
import { CONFIG, FakeDesktop, USER } from './support/library.ts';

const configOf = (document: ConfigDocument) => {
  const result = parseConfig(document);
  assert.ok(result.ok);
  return result.config;
};

async function softphone(fake = new FakeDesktop(), tab = new TextMap(), gadget = CONFIG) {
  const config = configOf({ gc: { transport: 'finesse', timeZone: 'America/New_York', wrapUpBy: 'label' } });
  const clock = new TestClock();
  const host = {
    ...finesseHost(config, fake, gadget),
    connection: () => finesseConnection({ desktop: fake, config: gadget, clock }),
  };
  const one = createSoftphone(config, surroundings({ tab, clock }), undefined, [], host);
  for (let round = 0; round < 5; round += 1) {
    await settle();
    fake.answer();
  }
  await one.complete;
  return one;
}

describe('a softphone with a host', () => {
  it('is signed in by the desktop, with its capabilities and the times of its library', async () => {
    const one = await softphone();
    const { state } = one;
    assert.deepEqual([state.signIn.phase, state.service.phase], ['signedIn', 'inService']);
    assert.deepEqual([state.setup.capabilities.dtmf, state.setup.timeZone], [true, 'UTC']);
    assert.equal(state.agent?.since, Date.parse('2026-11-21T14:00:00Z'));
    one.dispose();
  });

  it('sends a wrap-up reason by its words, whatever is configured for GC', async () => {
    const fake = new FakeDesktop();
    fake.wrapUp = [{ id: '205', label: 'Sale, new' }];
    const one = await softphone(fake);
    fake.dialog('7', dialogData({ state: 'ACTIVE' }));
    one.dispatch({ type: 'editWrapUp', call: one.state.calls[0]!.key, reason: '205' });
    assert.deepEqual(fake.asked, ['7 updateWrapUpReason Sale, new']);
    one.dispose();
  });

  it('leaves nothing on the desktop', async () => {
    const fake = new FakeDesktop();
    const one = await softphone(fake);
    assert.ok(fake.handlerCount > 0);
    one.dispose();
    assert.deepEqual([fake.handlerCount, fake.subscriptions], [0, 0]);
  });

  it('takes up no calls of the agent before', async () => {
    const tab = new TextMap();
    const fake = new FakeDesktop();
    const first = await softphone(fake, tab);
    fake.dialog('7', dialogData({ state: 'ACTIVE' }));
    first.dispose();
    fake.dialogs.clear();
    fake.users.set('1002', { ...USER, loginId: '1002', extension: '2002' });
    const second = await softphone(fake, tab, { ...CONFIG, id: '1002', extension: '2002' });
    assert.deepEqual([second.state.agent?.agentId, second.state.calls], ['1002', []]);
    second.dispose();
    fake.users.set('1001', USER);
    const third = await softphone(fake, new TextMap());
    assert.equal(third.state.agent?.agentId, '1001');
    third.dispose();
  });

  it('shows no form while it is being fetched', () => {
    const config = configOf({ gc: { transport: 'finesse' } });
    const host = finesseHost(config, new FakeDesktop(), CONFIG);
    assert.equal(createAnteroom(config, host).state.signIn.phase, 'atHost');
    assert.equal(createAnteroom(config).state.signIn.phase, 'signedOut');
  });

  it('may use the desktop’s library; without a desktop that is a mistake in the configuration', () => {
    const config = configOf({ gc: { transport: 'finesse' } });
    const host = finesseHost(config, new FakeDesktop(), CONFIG);
    assert.deepEqual(unsupported(config, host), []);
    assert.deepEqual(
      unsupported(config).map(({ path, found }) => [path, found]),
      [['gc.transport', 'finesse']],
    );
  });
});
