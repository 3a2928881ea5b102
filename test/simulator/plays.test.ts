import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { manualClock } from '../../simulator/clock.ts';
import { readOptions } from '../../simulator/command-line.ts';
import { parsePlay, readPlay } from '../../simulator/plays/read-play.ts';
import { createSimulator } from '../../simulator/simulator.ts';
import { shorts } from './clients.ts';
import { stage } from './setup.ts';

const whole = `
# Somebody of each kind.
00:05  Maria Sørensen rings Billing from +4533550123, waits 40 s, talks 3 min
         callVariable1 = Gold
         user.list[0] = a, b = c
00:20  A neighbour rings extension 2001 from a withheld number   # he is shy
01:00  Renewals calls Lucía at +34915550178 through Support, talks 20 s
1:02:00  Renewals offers Noor at +97145550134
1:03:00  again
`;

describe('a play', () => {
  it('is read as it stands', () => {
    const play = parsePlay('x.play', whole);
    assert.equal(play.againAfterMs, 3_780_000);
    assert.deepEqual(play.acts, [
      {
        kind: 'ringsQueue',
        who: 'Maria Sørensen',
        from: '+4533550123',
        queue: 'Billing',
        variables: { callVariable1: 'Gold', 'user.list[0]': 'a, b = c' },
        patienceMs: 40_000,
        talkMs: 180_000,
        line: 3,
        atMs: 5000,
      },
      {
        kind: 'ringsExtension',
        who: 'A neighbour',
        from: '',
        extension: '2001',
        variables: {},
        line: 6,
        atMs: 20_000,
      },
      {
        kind: 'calls',
        who: 'Lucía',
        campaign: 'Renewals',
        customer: '+34915550178',
        queue: 'Support',
        variables: {},
        talkMs: 20_000,
        line: 7,
        atMs: 60_000,
      },
      {
        kind: 'offers',
        who: 'Noor',
        campaign: 'Renewals',
        customer: '+97145550134',
        variables: {},
        line: 8,
        atMs: 3_720_000,
      },
    ]);
  });

  for (const [text, message] of [
    ['', 'x.play: expected at least one call, found none'],
    ['5 Maria rings Sales from +1234', 'x.play:1: expected a time, as in 01:30 or 1:01:30, found "5"'],
    [
      '00:75 Maria rings Sales from +1234',
      'x.play:1: expected a time, as in 01:30 or 1:01:30, found "00:75"',
    ],
    ['00:05 Maria sings', 'x.play:1: expected "<who> rings <queue> from <number>", '],
    [
      '00:05 Maria rings Sales from home',
      'x.play:1: expected a number, or "a withheld number", found "home"',
    ],
    ['00:05 Renewals calls Noor at home', 'x.play:1: expected a number, found "home"'],
    [
      '00:05 Renewals offers Noor at +1234, waits 5 s',
      'x.play:1: expected "talks <time>", found "waits 5 s"',
    ],
    [
      '00:05 A rings Sales from 123, sings 5 s',
      'x.play:1: expected "waits <n> s", "talks <n> s" or "<n> min", found "sings 5 s"',
    ],
    [
      '\n  callVariable1 = Gold',
      'x.play:2: expected a call before its variables, found "callVariable1 = Gold"',
    ],
    [
      '00:05 A rings Sales from 123\n  Gold',
      'x.play:2: expected a variable, as in "callVariable1 = Gold", found "Gold"',
    ],
    [
      '00:05 A rings Sales from 123\n00:04 again',
      'x.play:2: expected a time that is not before the last one, found "00:04"',
    ],
    ['00:05 again', 'x.play:1: expected calls before they come again, found "00:05 again"'],
    [
      '00:05 A rings Sales from 123\n00:09 again\n00:10 again',
      'x.play:3: expected nothing after "again", found "00:10 again"',
    ],
  ] as const) {
    it(`says where it cannot be read: ${message}`, () => {
      assert.throws(
        () => parsePlay('x.play', text),
        (error: Error) => error.message.startsWith(message),
      );
    });
  }

  for (const [text, message] of [
    ['00:05 A rings Moon from 123', /x\.play:1: expected a queue \(Sales, .*\), found "Moon"/],
    ['00:05 A rings extension 77 from 123', /x\.play:1: expected an extension \(2001, .*\), found "77"/],
    ['00:05 R calls A at 123 through Moon', /x\.play:1: expected a queue \(Sales, .*\), found "Moon"/],
  ] as const) {
    it(`that calls what does not exist does not start: ${text}`, async () => {
      await assert.rejects(
        createSimulator({ clock: manualClock(), scenario: parsePlay('x.play', text) }),
        message,
      );
    });
  }

  it('is performed by the clock, from its beginning and again', async (t) => {
    const scenario = parsePlay(
      'x.play',
      '00:05 A rings Reception from +4533550123, waits 40 s, talks 10 s\n  callVariable1 = Gold\n01:00 again',
    );
    const { agent, clock, simulator } = await stage(t, { scenario });
    clock.advance(5000);
    assert.deepEqual(simulator.control.snapshot().waiting, [{ from: '+4533550123', queue: 'Reception' }]);
    clock.advance(40_000);
    assert.deepEqual(simulator.control.snapshot().waiting, []);
    const one = await agent();
    await one.ask('MakeReady#1001');
    clock.advance(20_000);
    const [, announced] = await one.news();
    assert.deepEqual(announced?.['callVariables'], [
      { callVariable1: 'Gold' },
      { callVariable9: 'Reception' },
      { callVariable10: '+4533557999' },
    ]);
    await one.ask('AnswerCall#1001', '16804377');
    clock.advance(10_000);
    assert.deepEqual(shorts(await one.news()), ['1001 InboundCall DROPPED (16804377)', '1001 State READY']);
    simulator.control.scenario({ on: false });
    clock.advance(120_000);
    assert.deepEqual(await one.news(), []);
  });

  it('campaigns call and offer whoever is ready, and an extension rings', async (t) => {
    const scenario = parsePlay(
      'x.play',
      '00:01 R calls A at +4533550100 through Reception, talks 2 s\n00:10 R offers B at +4533550101\n' +
        '00:40 C rings extension 2001 from a withheld number, waits 5 s',
    );
    const { readyAgent, clock } = await stage(t, { scenario });
    const one = await readyAgent();
    clock.advance(60_000);
    assert.deepEqual(
      shorts(await one.news()).map((line) => line.replace(/ \(.*/, '')),
      [
        ...[
          '1001 State RESERVED_OUTBOUND',
          '1001 NewOutboundCall',
          '1001 State TALKING',
          '1001 InboundCall ACTIVE',
        ],
        ...['1001 InboundCall DROPPED', '1001 State READY'],
        ...['1001 State RESERVED_OUTBOUND_PREVIEW', '1001 InboundCall ALERTING'],
        ...['1001 InboundCall DROPPED', '1001 State NOT_READY 32763'],
        ...['1001 NewInboundCall', '1001 InboundCall ALERTING', '1001 InboundCall DROPPED'],
      ],
    );
  });

  it('of the company’s own is in order, and is named on the command line', async (t) => {
    const files = readdirSync('simulator/plays').filter((name) => name.endsWith('.play'));
    assert.ok(files.length > 0);
    for (const name of files) {
      const { scenario } = readOptions(['--scenario', `simulator/plays/${name}`]);
      assert.deepEqual(scenario, readPlay(`simulator/plays/${name}`));
      await stage(t, { scenario: scenario! });
    }
  });
});
