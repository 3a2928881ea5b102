import type { Control } from '../../../simulator/api.ts';
import { expect, ring, test } from '../../support/desk.ts';

/** GC tells a state that the contact centre does not have. */
const say = (gc: Control, state: object): void =>
  gc.raw({ agent: '1001', text: JSON.stringify({ type: 'State', agentId: '1001', ...state }) });

test('a supervisor makes the agent not ready: said with its reason, and nothing is sent', async ({
  phone,
  gc,
}) => {
  await phone.signInReady();
  const last = gc.commands().at(-1)?.number ?? 0;
  gc.forceState({ agent: '1001', state: 'NOT_READY' });
  await phone.expectState('Not ready, Set by supervisor');
  await expect(phone.status).toContainText('You are not ready');
  expect(gc.commands({ after: last }).map(({ command }) => command)).not.toContain('MakeReady');
  await phone.goReady();
  gc.forceState({ agent: '1001', state: 'NOT_READY' });
  await phone.expectState('Not ready, Set by supervisor');
  gc.forceState({ agent: '1001', state: 'READY' });
  await phone.expectState('Ready');
});

test('a call is missed: why the agent is not ready is said, with the way back', async ({ phone, gc }) => {
  await phone.signInReady();
  const dialog = ring(gc);
  await expect(phone.incoming).toBeVisible();
  gc.noAnswer({ dialog });
  await phone.expectState('Not ready, Call not answered');
  await expect(phone.alerts).toHaveText('You missed a call and are not ready');
  await phone.root.getByRole('button', { name: 'Ready', exact: true }).click();
  await phone.expectState('Ready');
  await expect(phone.alerts).toHaveCount(0);
});

test('a reason goes back as GC gave it, and its label is GC’s before the system’s', async ({ phone, gc }) => {
  await phone.signInReady();
  await phone.chooseState('Lunch');
  await phone.expectState('Not ready, Lunch');
  const sent = await gc.waitForCommand('MakeNotReadyWithReason');
  expect(sent.parameters).toEqual(['7']);

  const stateChangeTime = '2026-11-21 10:00:00';
  say(gc, { state: 'NOT_READY', reasonCode: '4711', stateChangeTime });
  await phone.expectState('Not ready, 4711');
  // Asked again, GC may have forgotten it: it belongs to the change.
  say(gc, { state: 'NOT_READY', reasonCode: '', stateChangeTime });
  say(gc, { state: 'NOT_READY', reasonCode: '-1', stateChangeTime });
  await gc.waitFor(() => true);
  await phone.expectState('Not ready, 4711');
  say(gc, { state: 'NOT_READY', reasonCode: '-1', stateChangeTime: '2026-11-21 10:01:00' });
  await phone.expectState('Not ready');
});

test.describe('a key that is GC’s own and the system’s', () => {
  test.use({ simulation: { fixture: { notReadyReasons: [{ key: '33', label: 'Fire drill' }] } } });
  test('is called what GC calls it', async ({ phone, gc }) => {
    await phone.signInReady();
    gc.forceState({ agent: '1001', state: 'NOT_READY' });
    await phone.expectState('Not ready, Fire drill');
  });
});
