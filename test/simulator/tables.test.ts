/** What GC's tables name, the simulator does, says or refuses. */
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { it } from 'node:test';
import { countRows } from '../protocol/support/count.ts';
import {
  expectedCommands,
  expectedErrors,
  expectedEvents,
  expectedOutputs,
} from '../protocol/support/expected.ts';
import type { Client } from './clients.ts';
import { companyDay } from './company-day.ts';
import type { Stage } from './setup.ts';
import { stage } from './setup.ts';

it('obeys every command, and writes every event as JSON', async (t) => {
  const { simulator, heard } = await companyDay(t);
  const obeyed = new Set(
    simulator.control
      .commands()
      .filter(({ outcome }) => outcome === 'obeyed')
      .map(({ command }) => command),
  );
  countRows(
    'simulator: commands',
    expectedCommands,
    ({ type }) => type,
    ({ type }) => assert.ok(obeyed.has(type), 'was never obeyed'),
  );
  const types = new Set(heard.map(({ type }) => type));
  countRows(
    'simulator: events',
    expectedEvents,
    ({ type }) => type,
    ({ type }) => assert.ok(types.has(type), 'was never written'),
  );
});

/** How a frame of each output begins; what follows is for the tests of the protocol. */
const outputs: Readonly<Record<string, RegExp>> = {
  'O-001': /^\d+#State#(?!RE_LOGIN)/,
  'O-002': /^1001#Error#GENERIC_ERROR$/,
  'O-003': /^1001#Control#PrintStatusBar#Maintenance at 20:00$/,
  'O-004': /^System#IN_SERVICE$/,
  'O-005': /^System#OUT_OF_SERVICE$/,
  'O-007': /^1001#State#RE_LOGIN$/,
  'O-008': /^\d+#InboundCall#\w+#DialogID:\d+#/,
  'O-009': /^\d+#NewInboundCall#.*#DialogID:\d+$/,
  'O-010': /^1001#ConsultCall#\w+#AssDialogID:\d+/,
  'O-011': /^\d+#AgentInfo#\w+#\w+#(?:true|false)#\w+#/,
  'O-012': /^1100#TeamInfoIDs#TeamID#1,2#/,
  'O-013': /^1100#TeamInfoNames#TeamName#Sales,Support#/,
  'O-014': /^1001#DialogState#\w+#\d+#/,
  'O-015': /^1001#\w+#DialogState#\w+#\d+#/,
  'O-016': /^1001#ReasonCodes#Category:\w+#Codes:.*#Labels:/,
  'O-017': /^1001#Control#1,\w+\|2,\w+$/,
  'O-019': /^1100#QueueList#QueueName:Sales,AgentsNotReady:\d+,/,
  'O-020': /^1100#TeamUsersList#FirstName:Ada,LastName:Lovelace,/,
  'O-021': /^1100#TeamMemberStateChanged#1#READY/,
  'O-022': /^1001#ConferenceParticipants#\+?\d+,/,
  'O-024': /^1001#DialogStatus#\d+#ACTIVE#/,
  'O-025': /^AgentState#1001#secret#2001#\d{4}-/,
  'O-026': /^DESTINATION#.+#RECONNECT$/,
  'O-028': /^1001#NewOutboundCall#\d+#ani=.*#DialogID:\d+$/,
  'O-29': /^1001#Phonebooks#name:Company,type:GLOBAL,id:5/,
  'O-30': /^1100#TeamPhoneBooks#name:Sales team,type:TEAM,id:6$/,
  'O-31': /^1001#PhonebookContacts#description:/,
};

it('writes every text output', async (t) => {
  const { heard } = await companyDay(t, { format: 'text' });
  const frames = heard.map(({ text }) => String(text));
  countRows(
    'simulator: text outputs',
    expectedOutputs,
    ({ id }) => id,
    ({ id }) => {
      const form = outputs[id];
      assert.ok(form, 'has no form here');
      assert.ok(
        frames.some((frame) => form.test(frame)),
        'was never written',
      );
    },
  );
});

interface Scene extends Stage {
  readonly one: Client;
}

/** A command of agent 1001, who is signed in on UCCE unless it is his sign-in. */
const command =
  (type: string, body = '', change?: (scene: Scene) => unknown) =>
  async (scene: Scene): Promise<void> => {
    await change?.(scene);
    scene.one.send(type.includes('#') ? type : `${type}#1001`, body);
  };
const connect = (agent: string, rest: string) => async (scene: Scene) =>
  scene.one.send(`Connect#${agent}`, `${scene.one.destination},${rest}`);
const login = (body: string, type = 'Login', change?: (scene: Scene) => unknown) =>
  command(type, body, async (scene) => {
    await change?.(scene);
    await scene.one.ask('Logout#1001');
    await connect('1001', 'secret')(scene);
  });
const finesse = (state: 'unavailable' | 'down' | 'notReachable') =>
  command('GetState', '', ({ simulator }) => simulator.control.finesse({ state }));

/** Errors that have a cause in the contact centre; every other one comes by `failNext`. */
const causes: Readonly<Record<string, (scene: Scene) => Promise<void>>> = {
  USER_NOT_FOUND: connect('4711', 'secret'),
  SUBSCRIPTION_FAILED: connect('1001', 'wrong'),
  UNABLE_TO_SUBSCRIBE_TO_FINESSE: connect('1001', 'wrong,SSO'),
  CF_INVALID_PASSWORD_SPECIFIED: login('wrong,2001'),
  MISSING_PASSWORD: login(',2001'),
  MISSING_EXTENSION: login('secret,'),
  WRONG_EXTENSION: login('secret,20a1'),
  CF_INVALID_LOGON_DEVICE_SPECIFIED: login('secret,2999'),
  CF_RESOURCE_BUSY: login('secret,2002', 'Login', ({ agent }) => agent('1002')),
  LICENSES_EXCEEDED: login('secret,2001', 'Login', async ({ agent, one }) => {
    await one.ask('Logout#1001');
    await agent('1002');
  }),
  CF_INVALID_CSTA_DEVICE_IDENTIFIER: login('secret,2001,home,true', 'MobileAgentLogin'),
  MISSING_NUMBER: command('MakeCall'),
  CF_INVALID_CALLED_DEVICE: command('MakeCall', 'abc'),
  MISSING_REASON_CODE: command('MakeNotReadyWithReason'),
  PLEASE_RETRY: command('MakeNotReadyWithReason', '99'),
  NO_DIALOG_ID: command('HoldCall', '5'),
  CF_INVALID_OBJECT_STATE: command('Logout', '', ({ one }) => one.ask('MakeReady#1001')),
  GENERAL_ERROR: command('getqueuelist'),
  FINESSE_UNAVAILABLE: finesse('unavailable'),
  DOWN: finesse('down'),
  NOT_REACHABLE: finesse('notReachable'),
  SESSION_INVALIDATED: async ({ simulator }) => simulator.control.invalidateSession({ agent: '1001' }),
};

async function provoke(t: TestContext, code: string): Promise<unknown> {
  const limit = code === 'LICENSES_EXCEEDED' ? { licences: 1 } : {};
  const scene = await stage(t, { platform: 'ucce', ...limit });
  const one = await scene.agent();
  const cause = causes[code];
  if (cause) await cause({ ...scene, one });
  else {
    scene.simulator.control.failNext({ agent: '1001', error: code });
    one.send('GetState#1001');
  }
  return (await one.next(({ type }) => type === 'Error'))['error'];
}

it('every error can be provoked', async (t) => {
  const heard = new Map<string, unknown>();
  for (const { code } of expectedErrors) heard.set(code, await provoke(t, code));
  countRows(
    'simulator: errors',
    expectedErrors,
    ({ code }) => code,
    ({ code }) => assert.equal(heard.get(code), code),
  );
});
