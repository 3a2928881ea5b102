import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AgentStateName, WrapUpMode } from '../../src/protocol/events.ts';
import type { Input } from '../../src/state/inputs.ts';
import type { Agent, Setup, WrapUpDraft } from '../../src/state/model.ts';
import { agentMenu, isAgentWaiting, reasonText } from '../../src/state/select.ts';
import { offsetOfZone, readGcTime } from '../../src/state/time.ts';
import { NOW, REASONS, signedIn, wrapUp } from '../support/make-state.ts';
import { frames, gc, play } from './support/play.ts';

const MINUTE = 60_000;
/** GC's words for a moment, by a clock that is two hours ahead of ours read as UTC. */
const gcTime = (at: number, hours = 2): string =>
  new Date(at + hours * 60 * MINUTE).toISOString().slice(0, 19).replace('T', ' ');
const ask = (command: 'GetState' | 'Login'): Input => ({
  type: 'sent',
  id: 1,
  command,
  subject: '1001',
  blocks: false,
  at: NOW,
});

describe('the reason of a state', () => {
  const lunch = play(
    signedIn(),
    gc(frames.state({ state: 'NOT_READY', reasonCode: '1', stateChangeTime: '2026-11-21 16:00:00' })),
  );

  it('stays when the state is told again without it', () => {
    const again = play(
      lunch,
      gc(frames.state({ state: 'NOT_READY', stateChangeTime: '2026-11-21 16:00:00' }), NOW + MINUTE),
    );
    assert.equal(again.agent?.reason, '1');
    assert.equal(again.agent.since, lunch.agent?.since);
    const bare = play(lunch, gc(frames.state({ state: 'NOT_READY' }), NOW + MINUTE));
    assert.deepEqual(bare.agent, lunch.agent);
  });

  it('goes with the next change, also to the same state', () => {
    assert.equal(play(lunch, gc(frames.state({ state: 'READY' }))).agent?.reason, undefined);
    const changed = play(
      lunch,
      gc(frames.state({ state: 'NOT_READY', stateChangeTime: '2026-11-21 16:05:00' })),
    );
    assert.equal(changed.agent?.reason, undefined);
    const other = play(lunch, gc(frames.state({ state: 'NOT_READY', reasonCode: '2' }), NOW + MINUTE));
    assert.equal(other.agent?.reason, '2');
    assert.equal(other.agent.since, NOW + MINUTE);
  });

  it('is looked for in GC’s list, then among the system’s codes, and else shown as it is', () => {
    const state = signedIn({ reasons: REASONS });
    assert.deepEqual(reasonText(state, 'notReady', '1'), { label: 'Lunch' });
    assert.deepEqual(reasonText(state, 'notReady', '32763'), { systemKey: 'reasonCode.callNotAnswered' });
    assert.deepEqual(reasonText(state, 'logout', '1'), { unknown: '1' });
    assert.deepEqual(reasonText(state, 'wrapUp', '32763'), { unknown: '32763' });
  });
});

describe('time in state', () => {
  it('counts from the arrival until the clocks are compared', () => {
    const state = play(
      signedIn(),
      ask('Login'),
      gc(frames.state({ state: 'NOT_READY', stateChangeTime: gcTime(NOW - 30 * MINUTE) })),
    );
    assert.equal(state.agent?.since, NOW);
    assert.equal(state.timeOffset, undefined);
  });

  it('is learnt from changes seen live, the smallest gap of all', () => {
    const states = (['NOT_READY', 'READY', 'NOT_READY'] as const).map((state, index) => {
      const late = [3_000, 500, 9_000][index]!;
      return gc(
        frames.state({ state, stateChangeTime: gcTime(NOW + index * MINUTE) }),
        NOW + index * MINUTE + late,
      );
    });
    const state = play(signedIn({ agent: { state: 'WORK' } }), ...states);
    assert.equal(state.timeOffset, -120 * MINUTE + 500);
    assert.equal(state.agent?.since, NOW + 2 * MINUTE + 500);
  });

  it('is known after a gap then, and nothing is learnt from an answer', () => {
    const learnt = play(
      signedIn({ agent: { state: 'WORK' } }),
      gc(frames.state({ stateChangeTime: gcTime(NOW) })),
    );
    const asked = play(
      learnt,
      ask('GetState'),
      gc(frames.state({ state: 'NOT_READY', stateChangeTime: gcTime(NOW - 5 * MINUTE) }), NOW + MINUTE),
    );
    assert.equal(asked.timeOffset, learnt.timeOffset);
    assert.equal(asked.agent?.since, NOW - 5 * MINUTE);
  });

  it('is learnt anew when GC’s clock is set back, and is never in the future', () => {
    const learnt = play(
      signedIn({ agent: { state: 'WORK' } }),
      gc(frames.state({ stateChangeTime: gcTime(NOW, 2) })),
    );
    const winter = play(
      learnt,
      gc(frames.state({ state: 'NOT_READY', stateChangeTime: gcTime(NOW + MINUTE, 1) }), NOW + MINUTE),
    );
    assert.equal(winter.agent?.since, NOW + MINUTE);
    const summer = play(
      learnt,
      gc(frames.state({ state: 'NOT_READY', stateChangeTime: gcTime(NOW + MINUTE, 3) }), NOW + MINUTE),
    );
    assert.equal(summer.agent?.since, NOW + MINUTE);
    assert.equal(summer.timeOffset, -180 * MINUTE);
  });

  it('follows the configured zone, through its changes of the clock', () => {
    const zone = (at: string): number => offsetOfZone('Europe/Copenhagen', readGcTime(at)!) / 60 / MINUTE;
    assert.equal(zone('2026-11-21 15:00:00'), -1);
    assert.equal(zone('2026-07-01 15:00:00'), -2);
    assert.equal(zone('2026-03-29 01:59:59'), -1);
    assert.equal(zone('2026-03-29 03:00:00'), -2);
    assert.equal(zone('2026-10-25 01:59:59'), -2);
    assert.equal(zone('2026-10-25 03:00:00'), -1);
    assert.equal(offsetOfZone('Asia/Kolkata', NOW), -330 * MINUTE);
    const state = play(
      signedIn({ agent: { state: 'WORK' }, setup: { timeZone: 'Europe/Copenhagen' } }),
      gc(frames.state({ stateChangeTime: gcTime(NOW - 7 * MINUTE, 1) })),
    );
    assert.equal(state.agent?.since, NOW - 7 * MINUTE);
  });

  it('is counted from the arrival where GC’s words are no time', () => {
    for (const stateChangeTime of ['soon', '2026-02-30 10:00:00', '']) {
      assert.equal(readGcTime(stateChangeTime), undefined);
      assert.equal(
        play(signedIn(), gc(frames.state({ state: 'NOT_READY', stateChangeTime }))).agent?.since,
        NOW,
      );
    }
  });
});

describe('what the agent may become', () => {
  const menu = (platform: Setup['platform'], state: AgentStateName) =>
    agentMenu(
      signedIn({ setup: { platform }, agent: { state }, reasons: { notReady: [], logout: [], wrapUp: [] } }),
    )
      .filter((item) => item.enabled)
      .map((item) => (item.afterWrapUp ? `${item.action} after wrap-up` : item.action));

  for (const [platform, state, allowed] of [
    ['uccx', 'READY', ['notReady', 'signOut']],
    ['uccx', 'NOT_READY', ['ready', 'signOut']],
    ['uccx', 'RESERVED', []],
    ['uccx', 'TALKING', ['notReady']],
    ['uccx', 'WORK', ['ready', 'notReady']],
    ['uccx', 'UNKNOWN', []],
    ['ucce', 'READY', ['notReady']],
    ['ucce', 'NOT_READY', ['ready', 'signOut']],
    ['ucce', 'TALKING', ['ready', 'ready after wrap-up', 'notReady', 'notReady after wrap-up']],
    ['ucce', 'HOLD', ['ready', 'ready after wrap-up', 'notReady', 'notReady after wrap-up']],
    ['ucce', 'RESERVED', []],
    ['ucce', 'WORK_READY', ['ready', 'notReady']],
  ] as const) {
    it(`in ${state} on ${platform}: ${allowed.join(', ') || 'nothing'}`, () => {
      assert.deepEqual(menu(platform, state), allowed);
    });
  }

  it('is one entry per reason, the present one marked', () => {
    const items = agentMenu(signedIn({ agent: { state: 'NOT_READY', reason: '2' }, reasons: REASONS }));
    assert.deepEqual(
      items.map((item) => [item.action, item.reason?.label, item.current, item.enabled]),
      [
        ['ready', undefined, false, true],
        ['notReady', 'Lunch', false, true],
        ['notReady', 'Break', true, false],
        ['notReady', 'Training', false, true],
        ['signOut', 'End of shift', false, true],
      ],
    );
  });

  it('says why not', () => {
    const why = (change: Parameters<typeof signedIn>[0]) =>
      agentMenu(signedIn(change)).map((item) => item.why);
    assert.equal(why({ service: { phase: 'reconnecting', since: 0 } })[0], 'why.notInService');
    assert.equal(why({ signIn: { phase: 'resuming' } })[0], 'why.notInService');
    assert.equal(why({ agent: { state: 'TALKING' } })[0], 'why.duringCall');
    assert.equal(why({ agent: { state: 'WORK' } }).at(-1), 'why.notReadyFirst');
    assert.equal(why({ agent: { state: 'RE_LOGIN' } })[0], 'why.stateForbids');
    assert.equal(why({ agent: { state: 'READY' }, setup: { platform: 'ucce' } }).at(-1), 'why.notReadyFirst');
  });

  it('asks UCCX for not ready once per call, as often as wanted on UCCE', () => {
    const why = (platform: Setup['platform']) =>
      agentMenu(signedIn({ setup: { platform }, agent: { state: 'TALKING', pending: 'NOT_READY' } })).find(
        (item) => item.action === 'notReady',
      )?.why;
    assert.equal(why('uccx'), 'why.askedOnce');
    assert.equal(why('ucce'), undefined);
  });

  it('can be asked for after wrap-up only where that is optional, and what was asked for is marked', () => {
    const after = (change: Partial<Agent>) =>
      agentMenu(signedIn({ setup: { platform: 'ucce' }, agent: { state: 'TALKING', ...change } }))
        .filter((item) => item.afterWrapUp)
        .map((item) => [item.action, item.current]);
    assert.deepEqual(after({ pending: 'WORK' }), [
      ['ready', false],
      ['notReady', true],
    ]);
    assert.deepEqual(after({ pending: 'WORK_READY' }), [
      ['ready', true],
      ['notReady', false],
    ]);
    for (const wrapUpMode of ['REQUIRED', 'REQUIRED_WITH_WRAP_UP_DATA', 'NOT_ALLOWED'] as const) {
      assert.deepEqual(after({ wrapUpMode }), []);
    }
  });

  it('leaves no wrap-up without a reason that is required', () => {
    const whys = (state: AgentStateName, draft: WrapUpDraft, wrapUpMode: WrapUpMode = 'REQUIRED') => {
      const agent = { state, wrapUpMode };
      const menu = agentMenu(signedIn({ agent, reasons: REASONS, calls: [wrapUp({ draft })] }));
      return menu.filter((item) => item.action !== 'signOut' && item.why === 'why.wrapUpReason').length;
    };
    const all = 1 + REASONS.notReady.length;
    assert.equal(whys('WORK', { notes: '' }), all);
    assert.equal(whys('WORK_READY', { notes: '' }, 'REQUIRED_WITH_WRAP_UP_DATA'), all);
    assert.equal(whys('NOT_READY', { notes: '' }), 1, 'the reason of not ready may change');
    assert.equal(whys('WORK', { notes: '', reason: '22' }), 0);
    assert.equal(whys('WORK', { notes: '' }, 'OPTIONAL'), 0);
    assert.equal(whys('TALKING', { notes: '' }), 0, 'another call is up: nothing is left');
  });

  it('waits for GC, but not while it only dials', () => {
    const press = (command: 'MakeReady' | 'MakeCall' | 'logoutwithreason', blocks = true): Input => ({
      type: 'sent',
      id: 1,
      command,
      subject: '1001',
      blocks,
      at: NOW,
    });
    assert.equal(isAgentWaiting(play(signedIn(), press('MakeReady'))), true);
    assert.equal(isAgentWaiting(play(signedIn(), press('logoutwithreason'))), true);
    assert.equal(isAgentWaiting(play(signedIn(), press('MakeReady', false))), false);
    assert.equal(isAgentWaiting(play(signedIn(), press('MakeCall'))), false);
  });
});

describe('a pending state', () => {
  const notReady: Input = {
    type: 'sent',
    id: 1,
    command: 'MakeNotReady',
    subject: '1001',
    blocks: false,
    at: NOW,
  };

  it('on UCCX outlives a repetition of the state, and goes with the next', () => {
    const pending = play(signedIn({ agent: { state: 'TALKING' } }), notReady);
    assert.equal(pending.agent?.pending, 'NOT_READY');
    assert.equal(play(pending, gc(frames.state({ state: 'TALKING' }))).agent?.pending, 'NOT_READY');
    assert.equal(play(pending, gc(frames.state({ state: 'WORK' }))).agent?.pending, undefined);
  });

  it('on UCCE is what GC says', () => {
    const ucce = signedIn({ setup: { platform: 'ucce' }, agent: { state: 'TALKING' } });
    const pending = play(ucce, gc(frames.state({ state: 'TALKING', pendingState: 'NOT_READY' })));
    assert.equal(pending.agent?.pending, 'NOT_READY');
    assert.equal(play(pending, gc(frames.state({ state: 'TALKING' }))).agent?.pending, undefined);
  });
});

describe('what is announced', () => {
  it('is each change, once', () => {
    const ready = play(signedIn({ agent: { state: 'NOT_READY' } }), gc(frames.state()));
    assert.equal(ready.status?.key, 'message.State.READY');
    assert.equal(play(ready, gc(frames.state())).status, ready.status);
  });

  it('is a missed call, once, as an alert', () => {
    const missed = frames.state({ state: 'NOT_READY', reasonCode: '32763' });
    assert.deepEqual(
      play(signedIn(), gc(missed), gc(missed)).alerts.map((one) => one.key),
      ['notice.missedCall'],
    );
  });

  it('is a missed call on UCCE as well, which has a code of its own for it or none', () => {
    const heard = (state: AgentStateName, reasonCode: string | undefined, change: Partial<Agent> = {}) =>
      play(
        signedIn({ setup: { platform: 'ucce' }, agent: { state, ...change } }),
        gc(frames.state({ state: 'NOT_READY', ...(reasonCode === undefined ? {} : { reasonCode }) })),
      ).alerts.map((one) => one.key);
    assert.deepEqual(heard('RESERVED', undefined), ['notice.missedCall']);
    assert.deepEqual(heard('RESERVED', '32767'), ['notice.missedCall']);
    assert.deepEqual(heard('RESERVED', '999'), [], 'a supervisor did it');
    assert.deepEqual(heard('RESERVED', undefined, { pending: 'NOT_READY' }), [], 'the agent wished it');
    assert.deepEqual(heard('READY', undefined), []);
  });

  it('is GC’s own message as it came', () => {
    const { status } = play(signedIn(), gc({ type: 'StatusBar', message: 'Maintenance <b>soon</b>' }));
    assert.deepEqual(status?.values, { message: 'Maintenance <b>soon</b>' });
  });

  it('is nothing of other agents', () => {
    const before = signedIn();
    const other = play(before, gc({ type: 'State', agentId: '1002', state: 'TALKING' }));
    assert.equal(other, before);
  });
});
