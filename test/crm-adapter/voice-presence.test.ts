import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Agent, SoftphoneState } from '../../src/state/model.ts';
import { AGENT, REASONS } from '../support/make-state.ts';
import { settle } from './fake-crm.ts';
import { phoneState } from './partner-bench.ts';
import { OUT, STATUSES, voice } from './voice-bench.ts';

const at = (state: Agent['state'], change: Partial<Agent> = {}): SoftphoneState =>
  phoneState({ agent: { ...AGENT, state, ...change }, reasons: REASONS });
const info = (id: keyof typeof STATUSES): object => STATUSES[id];
const told = (stand: { published: readonly (readonly [string, unknown])[] }): unknown =>
  stand.published.map(([name, payload]) => [name, (payload as { statusId?: string }).statusId]);

describe('the agent’s state and Salesforce’s presence status', () => {
  it('a status with channels is ready, any other is not, with the reason of its name', async () => {
    const { wanted, done, stand } = await voice(at('NOT_READY'));
    await done(at('READY'), 'setAgentStatus', 'Online', info('0N5A'), false);
    await done(at('NOT_READY'), 'setAgentStatus', 'Offline', info('0N5B'), false);
    await done(at('NOT_READY', { reason: '1' }), 'setAgentStatus', 'Offline', info('0N5L'), false);
    assert.deepEqual(wanted, [
      { type: 'makeReady' },
      { type: 'makeNotReady' },
      { type: 'makeNotReady', reason: '1' },
    ]);
    assert.deepEqual(stand.news(), []);
  });

  it('is answered when it is so, and not before', async () => {
    const { stand, becomes } = await voice(at('NOT_READY'));
    let answer = 'none yet';
    void stand.call('setAgentStatus', 'online', {}, false).then(() => (answer = 'done'));
    await settle();
    assert.equal(answer, 'none yet');
    // Something else changes meanwhile: the state is on its way, and Salesforce is not told another one.
    becomes(at('NOT_READY'));
    assert.deepEqual(stand.news(), []);
    becomes(at('READY'));
    await settle();
    assert.equal(answer, 'done');
  });

  it('is answered too where a caller is quicker', async () => {
    const { done } = await voice(at('NOT_READY'));
    assert.equal((await done(at('RESERVED'), 'setAgentStatus', 'Online', {}, false))['success'], true);
  });

  it('what is so already, and work after a call, ask for nothing', async () => {
    const { stand, wanted } = await voice(at('READY'));
    await stand.call('setAgentStatus', 'Online', info('0N5A'), false);
    await stand.call('setAgentStatus', 'AfterCallWork', {}, false);
    assert.deepEqual(wanted, []);
  });

  it('a state that does not come about is a failure, and a status that nobody knows is one', async () => {
    const { stand, clock, becomes } = await voice(at('NOT_READY'));
    await stand.call('setAgentStatus', 'Offline', info('0N5B'), false);
    const asked = stand.fault('setAgentStatus', 'Online', info('0N5A'), false);
    await settle();
    await clock.advance(10_000);
    assert.equal(await asked, 'setAgentStatus failed');
    becomes(at('NOT_READY'));
    assert.deepEqual(stand.news(), []);
    assert.equal(await stand.fault('setAgentStatus', 'Dreaming', {}, false), 'INVALID_AGENT_STATUS');
  });

  it('waits for the end of the call where the platform can, and fails where GC is away', async () => {
    const base = at('TALKING');
    const ucce = { ...base, setup: { ...base.setup, platform: 'ucce' as const } };
    const { wanted, done, becomes, stand } = await voice(ucce);
    await done(ucce, 'setAgentStatus', 'Offline', info('0N5B'), true);
    assert.deepEqual(wanted, [{ type: 'makeNotReady', afterWrapUp: true }]);
    becomes({ ...ucce, service: { phase: 'outOfService' } });
    await assert.rejects(stand.call('setAgentStatus', 'Online', {}, false), /connection/);
  });

  it('in a call it is asked for, and not waited for', async () => {
    const { stand, wanted } = await voice(at('TALKING'));
    await stand.call('setAgentStatus', 'Offline', info('0N5B'), true);
    assert.deepEqual(wanted, [{ type: 'makeNotReady' }]);
  });

  it('tells Salesforce of a state that came from elsewhere, by the status that stands for it', async () => {
    const { stand, done, becomes } = await voice(at('NOT_READY'));
    await done(at('READY'), 'setAgentStatus', 'Online', info('0N5A'), false);
    becomes(at('NOT_READY'));
    becomes(at('NOT_READY'));
    becomes(at('READY'));
    becomes(at('NOT_READY', { reason: '1' }));
    assert.deepEqual(told(stand), [
      ['SET_AGENT_STATUS', '0N5B'],
      ['SET_AGENT_STATUS', '0N5A'],
      ['SET_AGENT_STATUS', '0N5L'],
    ]);
  });

  it('a call changes no status, and neither does what Salesforce has not set yet', async () => {
    const { stand, done, becomes } = await voice(at('NOT_READY'));
    becomes(at('READY'));
    assert.deepEqual(stand.news(), []);
    await done(at('READY'), 'setAgentStatus', 'Online', info('0N5A'), false);
    for (const state of ['RESERVED', 'TALKING', 'WORK', 'READY'] as const) becomes(at(state));
    assert.deepEqual(stand.news(), []);
  });

  it('reads the statuses as text as well, and does without any', async () => {
    const { stand, done, becomes } = await voice(at('NOT_READY'));
    await stand.call('init', { userPresenceStatuses: JSON.stringify(STATUSES) });
    await done(at('READY'), 'setAgentStatus', 'Online', info('0N5A'), false);
    becomes(at('NOT_READY'));
    assert.deepEqual(told(stand), [['SET_AGENT_STATUS', '0N5B']]);
    await stand.call('init', { userPresenceStatuses: '{' });
    stand.news();
    becomes(at('READY'));
    assert.deepEqual(stand.news(), []);
  });

  it('getAgentStatus: the state in Cisco’s word and in the agent’s', async () => {
    const { stand } = await voice(at('READY'));
    assert.deepEqual(
      { ...(await stand.call('getAgentStatus')) },
      { statusId: 'READY', statusType: 'READY', statusName: 'Ready' },
    );
  });

  it('logout: is answered when the agent is out, and told once; it fails where the agent stays in', async () => {
    const { stand, wanted, done } = await voice();
    await done(OUT, 'logout');
    assert.deepEqual([wanted, stand.news()], [[{ type: 'signOut' }], []]);
    await stand.call('logout');
    const second = await voice();
    const asked = second.stand.fault('logout');
    await settle();
    await second.clock.advance(10_000);
    assert.equal(await asked, 'logout failed');
    second.becomes(OUT);
    assert.deepEqual(second.stand.news(), ['LOGOUT_RESULT']);
  });

  it('says so when the phone system goes away', async () => {
    const { stand, becomes } = await voice();
    becomes(phoneState({ service: { phase: 'outOfService' } }));
    becomes(phoneState({ service: { phase: 'outOfService' } }));
    assert.equal(stand.errors.length, 1);
    assert.equal(stand.errors[0]?.[0], 'AGENT_ERROR');
  });
});
