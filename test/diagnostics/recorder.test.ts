import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { condense } from '../../src/diagnostics/condense.ts';
import { makeDiagnostics, type Diagnostics } from '../../src/diagnostics/file.ts';
import { diagnosticsFile } from '../../src/diagnostics/download.ts';
import { createRecorder, KEPT, type Recorder } from '../../src/diagnostics/recorder.ts';
import { command } from '../../src/protocol/commands.ts';
import { replay, ReplayError } from '../../src/replay/replay.ts';
import type { Input } from '../../src/state/inputs.ts';
import type { CallLog, SoftphoneState } from '../../src/state/model.ts';
import { createStore } from '../../src/state/store.ts';
import type { ConnectionReport } from '../../src/transport/connection.ts';
import { gcCapabilities } from '../../src/transport/gc-capabilities.ts';
import { wireConnection, type WireHandlers } from '../../src/transport/wire.ts';
import { runs } from '../protocol/support/runs.ts';
import { NOW, signedIn } from '../support/make-state.ts';
import { pending } from '../support/make-log.ts';

/** A softphone's wire, store and recorder, as they are put together. */
function desk(start: SoftphoneState = signedIn()) {
  let now = NOW;
  const recorder = createRecorder(() => (now += 1));
  const store = createStore(start);
  store.subscribe((_, before, input) => recorder.add(input, before));
  let handlers: WireHandlers | undefined;
  let refusal: Error | undefined;
  const connection = wireConnection(
    {
      endpoints: 1,
      open: (_, given) => {
        handlers = given;
        return refusal ? Promise.reject(refusal) : Promise.resolve();
      },
      send: () => undefined,
      close: () => undefined,
    },
    gcCapabilities('none'),
    recorder.add,
  );
  connection.onReport((report) => {
    if (report.kind === 'event') store.apply({ type: 'gc', event: report.event, at: now });
    if (report.kind === 'unknown' || report.kind === 'malformed')
      store.apply({ type: 'undecoded', kind: report.kind });
  });
  const open = () => connection.open({ endpoint: 0, destination: 'a-destination' });
  return {
    store,
    recorder,
    connection,
    open,
    refuse: (error: Error) => (refusal = error),
    say: (text: string, hint?: string) => handlers?.onText(text, hint),
    lose: (why: string) => handlers?.onLost(why),
    file: (): Diagnostics => makeDiagnostics(recorder.entries, store.state, now),
    text: (): string => diagnosticsFile(recorder.entries, store.state, now).text,
  };
}

const beat = (recorder: Recorder): void => {
  recorder.add(command('Beat', 'a-destination'));
  recorder.add({ kind: 'event', event: { type: 'System', status: 'IN_SERVICE' } }, '{}', undefined);
};
const nothing = (recorder: Recorder): void => recorder.add({ kind: 'lost', why: '' }, '', undefined);

describe('what is kept', () => {
  it('has a bound, and of it the last 500 are shown', () => {
    const recorder = createRecorder(() => 0);
    for (let count = 0; count < 2 * KEPT; count += 1) nothing(recorder);
    assert.equal(recorder.entries.length, KEPT);
    recorder.add(command('MakeReady', '1001'));
    assert.equal(recorder.entries.length, KEPT);
    const shown = condense(recorder.entries);
    assert.equal(shown.length, 500);
    assert.equal(shown.at(-1), recorder.entries.at(-1));
  });

  it('is not pushed out by heartbeats: of those in a row the last is shown', () => {
    const recorder = createRecorder(() => 0);
    nothing(recorder);
    for (let count = 0; count < 900; count += 1) beat(recorder);
    assert.equal(condense(recorder.entries).length, 3);
    recorder.add(command('Beat', 'a-destination'));
    recorder.add(command('Beat', 'a-destination'));
    assert.equal(condense(recorder.entries).length, 3, 'those without an answer stay');
  });

  it('is not pushed out by typing either, and the text is there as a whole', () => {
    const { store, file } = desk(
      signedIn({ calls: [{ ...pending(), phase: 'wrapUp', answeredAt: NOW, endedAt: NOW } as never] }),
    );
    const [call] = store.state.calls;
    for (const notes of ['a', 'ab', 'abc']) store.apply({ type: 'draft', call: call!.key, notes });
    const { steps, isFaithful } = replay(JSON.stringify(file()));
    assert.equal(steps.length, 1);
    assert.ok(isFaithful);
    assert.equal(steps[0]?.state.calls[0]?.draft.notes, '•••');
  });
});

const CALL = { agentId: '1001', dialogId: '7', fromAddress: '+4533550123', state: 'ALERTING' };

interface Secrets {
  readonly password: string;
  readonly name: string;
  readonly number: string;
  readonly value: string;
  readonly note: string;
  readonly label: string;
}

/** Words that stand nowhere else, and a number of which the last two digits may be seen. */
const word = (start: string) => fc.stringMatching(/^[a-z]{5}[A-Z]{2}$/).map((rest) => `Zz${start}${rest}`);
const secrets: fc.Arbitrary<Secrets> = fc.record({
  password: word('p'),
  name: word('n'),
  number: fc.stringMatching(/^49[1-9]{9}[0-9]{2}$/),
  value: word('v'),
  note: word('t'),
  label: word('d'),
});

/** Secrets wherever GC or the CRM may put them, where they belong and where not. */
function sayings(s: Secrets) {
  const call = { ...CALL, fromAddress: s.number };
  const variables = `callVariable1=${s.value}|user.x=${s.value}|BACustomerNumber=${s.number}`;

  const frames = [
    { type: 'InboundCall', ...call, callVariables: variables },
    { type: 'InboundCall', ...call, state: `${s.name} x` },
    { type: 'InboundCall', ...call, [s.value + ' x']: 1, callVariables: { [s.name + ' y']: 'x' } },
    {
      type: 'InboundCall',
      ...call,
      fromAddress: Number(s.number),
      participants: `${s.number},ACTIVE`,
    },
    { type: 'NewInboundCall', ...call, callVariables: `${s.number},${s.value}` },
    { type: 'DialogState', ...call, associated: { ...call, callVariables: { a: s.value } } },
    { type: 'AgentInfo', agentId: '1001', firstName: s.name, teams: [{ id: '1', name: s.name }] },
    { type: 'Agents', users: [{ loginId: s.number, firstName: s.name, x: [s.name] }] },
    { type: 'PhonebookContacts', contacts: [{ phoneNumber: s.number, description: s.note }] },
    { type: 'Error', agentId: '1001', error: `CF_RESOURCE_BUSY ${s.password}` },
    { type: 'Error', agentId: '1001', error: s.password },
    { type: 'StatusBar', agentId: '1001', message: s.note },
    { type: 'Reconnect', destination: s.label },
    { type: 'AgentState', password: s.password },
    { type: s.name + ' z', deep: { [`${s.value} x`]: [s.number, { a: s.name }] } },
    { agentId: s.number, type: 'State' },
  ].map((frame) => JSON.stringify(frame));

  const texts = [
    `1001#InboundCall#ALERTING#DialogID:7#${s.number}#${variables}#2026-11-21 10:00:00#CallType:#x#Participants:`,
    `AgentState#1001#${s.password}#${s.label}`,
    `1001#AgentState#${s.password}`,
    `1001#Error#${s.name} ${s.password}`,
    `1001#AgentInfo#${s.name}#${s.name}#false#OPTIONAL#${s.name}`,
    `${s.name}#${s.value} ${s.number}#${s.password}`,
    `DESTINATION#${s.label}#RECONNECT`,
    `{"type":"State","agentId":"${s.name}`,
    s.password,
  ];

  const record = { id: `${s.value}7`, type: 'Contact', name: s.name };
  const log: CallLog = {
    ...pending().log,
    problem: s.note,
    fields: { Description: s.note },
    activity: {
      ...pending().log.activity,
      callKey: '7-1001-2026-11-21',
      subject: s.name,
      number: s.number,
      notes: s.note,
      records: [record],
      fields: { Other__c: s.value },
    },
  };

  const inputs = (key: string): readonly Input[] => [
    { type: 'draft', call: key, notes: s.note },
    { type: 'match', call: key, match: { phase: 'found', records: [record], related: record.id, tried: [] } },
    { type: 'log', call: key, log },
    { type: 'notice', level: 'alert', key: 'notice.crmUnavailable', values: { problem: s.note } },
  ];
  return { frames, texts, inputs };
}

describe('the file', () => {
  it('holds no password, name, number, note, value or destination, wherever they stood', async () => {
    await fc.assert(fc.asyncProperty(secrets, hide), runs(30));
  });

  async function hide(s: Secrets): Promise<void> {
    const { open, say, store, connection, recorder, text, lose, refuse } = desk();
    const { frames, texts, inputs } = sayings(s);
    await open();
    for (const frame of frames) say(frame);
    for (const frame of texts) {
      say(frame);
      // The text form's reader is fetched with the first of them.
      await import('../../src/protocol/decode-text.ts');
    }
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(store.state.calls.length, 1);
    for (const input of inputs(store.state.calls[0]?.key ?? '')) store.apply(input);
    connection.send(command('Login', '1001', { agentPassword: s.password, agentExtension: '2001' }));
    connection.send(command('Connect', '1001', { clientDestination: s.label, agentPassword: s.password }));
    connection.send(command('Hello', s.label));
    connection.send(command('MakeCall', '1001', { otherPartyNumber: s.number }));
    connection.send(
      command('update_call_variable', '1001', {
        dialogId: '7',
        variableName: 'callVariable1',
        variableValue: s.value,
      }),
    );
    lose(`the broker says ${s.label}`);
    refuse(new Error(`Broker address 1 cannot be used: ${s.password}`));
    await assert.rejects(open());
    const written = text();
    for (const hidden of Object.values({ ...s, number: s.number.slice(0, -2) }))
      assert.ok(!written.includes(hidden), hidden);
    const held = JSON.stringify(recorder.entries.map(([, what, frame]) => [what, frame]));
    assert.ok(!held.includes(`agentPassword":"`), 'a password is not even held');
    assert.ok(!/agentstate/i.test(held), 'O-025 is not even held');
    // It is a file nevertheless, and replays.
    const { steps, isFaithful } = replay(written);
    assert.ok(isFaithful);
    assert.ok(steps.some(({ state }) => state.calls[0]?.number.endsWith(s.number.slice(-2))));
    assert.match(written, /"failed":"Broker address 1 cannot be used: •+"/);
  }

  it('says what was not understood, and how often', async () => {
    const { open, say, file } = desk();
    await open();
    for (const frame of ['{"type":"Weather"}', '{"type":"Weather"}', '{"type":"State"}', '{"']) say(frame);
    const { counters, notUnderstood, moments } = file();
    assert.deepEqual(counters, { unknown: 2, malformed: 2, unexpected: 0 });
    assert.deepEqual(notUnderstood, { 'unknown Weather': 2, 'malformed State': 1, malformed: 1 });
    assert.equal(moments.filter((one) => 'frame' in one).length, 4);
  });

  it('holds the state before the oldest moment, so that also half a call can be replayed', async () => {
    const { open, say, recorder, file } = desk();
    await open();
    say(JSON.stringify({ type: 'InboundCall', ...CALL }));
    for (let count = 1; count < 500; count += 1) nothing(recorder);
    say(JSON.stringify({ type: 'InboundCall', ...CALL, state: 'ACTIVE' }));
    const { steps, isFaithful } = replay(JSON.stringify(file()));
    assert.equal(file().start.calls[0]?.phase, 'ringing');
    assert.equal(steps.at(-1)?.state.calls[0]?.phase, 'active');
    assert.ok(isFaithful);
  });

  it('that is none, is of another kind or damaged, is refused with the reason', async () => {
    const good = JSON.parse(desk().text()) as Record<string, unknown>;
    const texts = {
      'not JSON': '{',
      'does not say so': '[]',
      'of another kind': JSON.stringify({ ...good, format: 'gc-softphone diagnostics 2' }),
      incomplete: JSON.stringify({ ...good, start: { calls: [] } }),
      damaged: JSON.stringify({ ...good, moments: [{ at: 'never' }] }),
    };
    for (const [reason, text] of Object.entries(texts)) {
      assert.throws(
        () => replay(text),
        (error) => error instanceof ReplayError && error.message.includes(reason),
      );
    }
    assert.equal(replay(JSON.stringify(good)).steps.length, 0);
  });
});

describe('a team that a supervisor watches', () => {
  const supervision = (state: 'READY' | 'TALKING') =>
    ({ phase: 'there', members: [{ agentId: '1002', state }], queues: [] }) as const;
  const member = (agentId: string): ConnectionReport => ({
    kind: 'event',
    event: { type: 'State', agentId, state: 'READY' },
  });

  it('does not drive out what else is kept, however often it changes', () => {
    const recorder = createRecorder(() => NOW);
    const store = createStore(signedIn());
    store.subscribe((_, before, input) => recorder.add(input, before));
    store.apply({ type: 'undecoded', kind: 'unknown' });
    for (let turn = 0; turn < KEPT + 10; turn += 1) {
      recorder.add(member('1002'), '', undefined);
      recorder.add(
        { kind: 'event', event: { type: 'TeamMemberState', agentId: '1003', state: 'READY' } },
        '',
        undefined,
      );
      store.apply({ type: 'people', supervision: supervision(turn % 2 ? 'READY' : 'TALKING') });
    }
    recorder.add(member('1001'), '', undefined);
    store.apply({ type: 'undecoded', kind: 'unknown' });
    assert.equal(recorder.entries.length, 3);
    for (const [, , before] of recorder.entries)
      assert.ok(typeof before !== 'object' || !('supervision' in before), 'nor is it held in the memory');
    const file = makeDiagnostics(recorder.entries, store.state, NOW);
    assert.ok(!JSON.stringify(file).includes('supervision'));
    assert.equal(replay(JSON.stringify(file)).isFaithful, true);
  });

  it('is left out of what a mirroring tab keeps, where nothing else has changed', () => {
    const recorder = createRecorder(() => NOW);
    const store = createStore(signedIn());
    store.subscribe((_, before, input) => recorder.add(input, before));
    const mirror = (change: Partial<SoftphoneState>): void =>
      store.apply({ type: 'mirrored', state: { ...store.state, ...change } });
    mirror({ supervision: supervision('READY') });
    mirror({ supervision: supervision('TALKING') });
    assert.equal(recorder.entries.length, 0);
    mirror({ supervision: supervision('READY'), timeOffset: 5 });
    assert.equal(recorder.entries.length, 1);
    assert.ok(!JSON.stringify(recorder.entries).includes('supervision'));
  });
});
