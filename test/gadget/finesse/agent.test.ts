import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gcTime } from '../../../gadget/finesse/time.ts';
import { command } from '../../../src/protocol/commands.ts';
import { bench } from './support/bench.ts';
import { CONFIG, FakeDesktop, USER } from './support/library.ts';

const STATE = {
  type: 'State',
  agentId: '1001',
  state: 'NOT_READY',
  stateChangeTime: '2026-11-21 14:00:00',
  extension: '2001',
};
const LUNCH = { id: '8', code: '2', label: 'Lunch', category: 'NOT_READY', systemCode: 'false' };

describe('a time of Finesse’s', () => {
  it('is GC’s, less what the server’s clock is ahead', () => {
    assert.equal(gcTime('2026-11-21T14:00:01.999Z', 0), '2026-11-21 14:00:01');
    assert.equal(gcTime('2026-11-21T14:00:01Z', 1500), '2026-11-21 13:59:59');
    assert.equal(gcTime('2026-12-31T23:59:59Z', -1000), '2027-01-01 00:00:00');
  });

  for (const bad of ['', 'soon', undefined, null, 5, {}]) {
    it(`is none: ${JSON.stringify(bad) ?? 'undefined'}`, () => assert.equal(gcTime(bad, 0), undefined));
  }
});

describe('the agent', () => {
  it('is told with state, name, role and team', async () => {
    const one = await bench().open();
    assert.deepEqual(one.news(), [
      { type: 'System', status: 'IN_SERVICE' },
      STATE,
      {
        type: 'AgentInfo',
        agentId: '1001',
        firstName: 'Ada',
        lastName: 'Lovelace',
        supervisor: false,
        wrapUpMode: 'OPTIONAL',
        team: { id: '1', name: 'Sales' },
        teams: [],
      },
    ]);
  });

  it('is a supervisor of one team, or of several', async () => {
    for (const [Team, teams] of [
      [{ id: '2', name: 'Service' }, [{ id: '2', name: 'Service' }]],
      [
        [{ id: '2' }, { id: '3' }],
        [{ id: '2' }, { id: '3' }],
      ],
    ]) {
      const fake = new FakeDesktop();
      fake.users.set('1001', { ...USER, roles: { role: ['Agent', 'Supervisor'] }, teams: { Team } });
      const info = (await bench({ fake }).open()).news().at(-1);
      assert.ok(info?.type === 'AgentInfo' && info.supervisor);
      assert.deepEqual(info.teams, teams);
    }
  });

  it('is told of when the state changes, once', async () => {
    const one = await bench({ config: { ...CONFIG, clientDriftInMillis: '2000' } }).open();
    one.news();
    const ready = { state: 'READY', stateChangeTime: '2026-11-21T14:03:00Z' };
    one.fake.user(ready);
    one.fake.user(ready);
    one.fake.user({ firstName: 'Ada' });
    assert.deepEqual(one.news(), [{ ...STATE, state: 'READY', stateChangeTime: '2026-11-21 14:02:58' }]);
  });

  it('has a pending state on Unified CCE', async () => {
    const one = await bench().open();
    one.news();
    one.fake.user({ state: 'TALKING', pendingState: 'NOT_READY' });
    assert.deepEqual(one.news(), [{ ...STATE, state: 'TALKING', pendingState: 'NOT_READY' }]);
  });

  it('is told of anew when the wrap-up mode changes', async () => {
    const one = await bench().open();
    one.news();
    one.fake.user({ settings: { wrapUpOnIncoming: 'REQUIRED' } });
    const [info, ...more] = one.news();
    assert.ok(info?.type === 'AgentInfo' && info.wrapUpMode === 'REQUIRED');
    assert.deepEqual(more, []);
  });

  it('is told of when asked, though nothing has changed', async () => {
    const one = await bench().open();
    one.news();
    assert.deepEqual(await one.send(command('GetState', '1001')), [STATE]);
    assert.deepEqual(await one.send(command('refresh', '1001')), [STATE]);
  });

  it('is told of when asked, also where the library does not say that it has read', async () => {
    const one = await bench().open();
    one.news();
    one.connection.send(command('GetState', '1001'));
    await one.clock.advance(1999);
    assert.deepEqual(one.news(), []);
    await one.clock.advance(1);
    assert.deepEqual(one.news(), [STATE]);
    assert.equal(one.clock.pending, 0);
  });
});

describe('a reason', () => {
  it('goes by the id that Finesse wants back', async () => {
    const one = bench();
    one.fake.notReady = [{ id: '8', label: 'Lunch' }];
    await one.open();
    assert.deepEqual(
      (await one.send(command('reasoncodenotready', '1001'))).filter(({ type }) => type === 'ReasonCodes'),
      [
        {
          type: 'ReasonCodes',
          agentId: '1001',
          category: 'NOT_READY',
          reasons: [{ key: '8', label: 'Lunch' }],
        },
      ],
    );
    one.fake.user({ reasonCodeId: '8', reasonCode: LUNCH });
    assert.deepEqual(one.news(), [{ ...STATE, reasonCode: '8' }]);
  });

  it('that is in no list brings the list again, with Finesse’s own words', async () => {
    const one = bench();
    one.fake.notReady = [{ id: '8', label: 'Lunch' }];
    await one.open();
    await one.send(command('reasoncodenotready', '1001'));
    const change = { reasonCodeId: '9', ReasonCode: { ...LUNCH, id: '9', label: 'Project' } };
    one.fake.user(change);
    one.fake.user({ ...change, stateChangeTime: '2026-11-21T14:09:00Z' });
    const reasons = [
      { key: '8', label: 'Lunch' },
      { key: '9', label: 'Project' },
    ];
    assert.deepEqual(one.news(), [
      { type: 'ReasonCodes', agentId: '1001', category: 'NOT_READY', reasons },
      { ...STATE, reasonCode: '9' },
      { ...STATE, reasonCode: '9', stateChangeTime: '2026-11-21 14:09:00' },
    ]);
    // The list comes later than the state, as well.
    assert.deepEqual(await one.send(command('reasoncodenotready', '1001')), [
      { type: 'ReasonCodes', agentId: '1001', category: 'NOT_READY', reasons },
    ]);
  });

  it('of the system goes by its code, which has words here', async () => {
    const one = await bench().open();
    one.news();
    one.fake.user({
      reasonCodeId: '31',
      reasonCode: { id: '31', code: '32763', label: 'Call Not Answered', systemCode: 'true' },
    });
    assert.deepEqual(one.news(), [{ ...STATE, reasonCode: '32763' }]);
    // An administrator's with the number of one of the system's is not the system's.
    one.fake.user({ reasonCodeId: '8', reasonCode: { ...LUNCH, code: '22' } });
    assert.deepEqual(one.news(), [{ ...STATE, reasonCode: '8' }]);
  });

  it('is none where Finesse has none', async () => {
    const one = await bench().open();
    one.news();
    assert.deepEqual(await one.send(command('reasoncodelogout', '1001')), [
      { type: 'ReasonCodes', agentId: '1001', category: 'LOGOUT', reasons: [] },
    ]);
  });

  it('for wrap-up is read once, and told as often as it is asked for', async () => {
    const one = bench();
    one.fake.wrapUp = [{ id: '205', label: 'Sale, new' }];
    await one.open();
    one.news();
    const list = {
      type: 'ReasonCodes',
      agentId: '1001',
      category: 'WrapUp',
      reasons: [{ key: '205', label: 'Sale, new' }],
    };
    one.connection.send(command('wrapupreasoncode', '1001'));
    assert.deepEqual(await one.send(command('wrapupreasoncode', '1001')), [list]);
    assert.deepEqual(await one.send(command('wrapupreasoncode', '1001')), [list]);
  });
});
