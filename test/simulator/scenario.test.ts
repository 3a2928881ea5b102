import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, it } from 'node:test';
import { manualClock } from '../../simulator/clock.ts';
import { demoCallers } from '../../simulator/fixtures/demo-callers.ts';
import { readOptions } from '../../simulator/command-line.ts';
import { createSimulator } from '../../simulator/simulator.ts';
import { shorts } from './clients.ts';
import { stage } from './setup.ts';

describe('scripted callers', () => {
  it('ring within 3 s after an agent went ready, one after the other, with what they know of themselves', async (t) => {
    const { agent, clock } = await stage(t, { scenario: demoCallers });
    const one = await agent();
    const told: unknown[] = [];
    for (const _caller of [...demoCallers.callers, 'the first again']) {
      await one.ask('MakeReady#1001');
      clock.advance(3000);
      const announced = (await one.news()).find(({ type }) => type === 'NewInboundCall');
      told.push([
        announced?.['fromAddress'],
        Object.assign({}, ...(announced?.['callVariables'] as object[])),
      ]);
      await one.ask('AnswerCall#1001', String(announced?.['dialogID']));
      await one.ask('ReleaseCall#1001', String(announced?.['dialogID']));
    }
    const expected = demoCallers.callers.map(({ from, variables }) => [from, variables]);
    assert.deepEqual(told, [...expected, expected[0]]);
    assert.deepEqual(expected[0], [
      '+4533550123',
      {
        callVariable1: 'Gold',
        callVariable2: '500-0042',
        callVariable9: 'Billing',
        callVariable10: '+4533557200',
      },
    ]);
  });

  it('do not ring at an agent who has left, nor after they were stopped, and hang up in the end', async (t) => {
    const { readyAgent, clock, simulator } = await stage(t, { scenario: demoCallers });
    const one = await readyAgent();
    await one.ask('MakeNotReady#1001');
    clock.advance(10_000);
    assert.deepEqual(await one.news(), []);
    simulator.control.scenario({ on: false });
    await one.ask('MakeReady#1001');
    clock.advance(10_000);
    assert.deepEqual(await one.news(), []);
    simulator.control.scenario({ on: true });
    clock.advance(3000);
    const dialog = String((await one.news()).at(-1)?.['dialogID']);
    await one.ask('AnswerCall#1001', dialog);
    clock.advance(300_000);
    assert.deepEqual(shorts(await one.news()).slice(0, 2), [
      `1001 InboundCall DROPPED (${dialog})`,
      '1001 State WORK',
    ]);
  });

  it('a scenario that calls a queue which does not exist does not start', async () => {
    const callers = [{ ...demoCallers.callers[0]!, queue: 'Moon' }];
    await assert.rejects(
      createSimulator({ clock: manualClock(), scenario: { ...demoCallers, callers } }),
      /scenario, Maria Sørensen: expected a queue \(Sales, Support, Billing, Reception\), found "Moon"/,
    );
  });
});

describe('the command line', () => {
  const start = (...args: readonly string[]) =>
    spawn(process.execPath, ['--import', 'tsx', 'simulator/main.ts', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });

  it('says where it listens and what it is for, and ends when told to', async (t) => {
    const child = start('--port', '0', '--scenario', 'demo');
    t.after(() => child.kill('SIGKILL'));
    const lines: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      lines.push(line);
      if (line.includes('sign in as')) break;
    }
    assert.match(lines[0]!, /demo and tests only/);
    const url = /http:\/\/127\.0\.0\.1:\d+\/state/.exec(lines.join('\n'))![0];
    const state = (await (await fetch(url)).json()) as { agents: readonly unknown[] };
    assert.equal(state.agents.length, 6);
    child.kill('SIGTERM');
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  });

  it('says what was wrong and how it is used, and fails', async () => {
    const child = start('--port', 'x');
    const exit = once(child, 'exit');
    let said = '';
    for await (const piece of child.stderr) said += String(piece);
    assert.match(said, /--port: expected 0 to 65535, found "x"/);
    assert.match(said, /usage:/);
    assert.deepEqual(await exit, [1, null]);
  });

  it('reads every option', () => {
    const words =
      '--port 0 --scenario demo --format text --participants none --spelling mixed --gc absent --log';
    const { log, ...options } = readOptions([
      ...words.split(' '),
      ...['--time-zone', 'Asia/Tokyo', '--allow-origin', 'http://a', '--allow-origin', 'http://b'],
    ]);
    assert.equal(typeof log, 'function');
    assert.deepEqual(options, {
      port: 0,
      scenario: demoCallers,
      format: 'text',
      participants: 'none',
      spelling: 'mixed',
      gc: 'absent',
      timeZone: 'Asia/Tokyo',
      allowOrigins: ['http://a', 'http://b'],
    });
    assert.deepEqual(readOptions([]), { port: 61_614 });
  });

  for (const [words, message] of [
    ['--port 70000', '--port: expected 0 to 65535, found "70000"'],
    ['--scenario moon', '--scenario: expected demo or a file that ends in .play, found "moon"'],
    ['--scenario no.play', "ENOENT: no such file or directory, open 'no.play'"],
    ['--format xml', '--format: expected json or text, found "xml"'],
    ['--gc maybe', '--gc: expected present or absent, found "maybe"'],
    ['--moon', "Unknown option '--moon'"],
  ] as const) {
    it(`${words}: ${message}`, () => {
      assert.throws(
        () => readOptions(words.split(' ')),
        (error: Error) => error.message.startsWith(message),
      );
    });
  }
});
