import { expect, ring, test } from '../../support/desk.ts';

test('not ready in mid-call: it waits for the end of the call, and says so', async ({ phone, gc }) => {
  await phone.signInReady();
  const dialog = ring(gc, { from: '+34915550178', queue: 'Reception' });
  await phone.take();
  await phone.chooseState('Lunch');
  await expect(phone.region).toContainText('Not ready after this call');
  await gc.waitFor(({ agents }) => agents.some(({ pendingNotReady }) => pendingNotReady === '7'));
  await phone.expectState('Talking');
  gc.hangUp({ dialog });
  await phone.expectState('Not ready, Lunch');
  await expect(phone.region).not.toContainText('Not ready after this call');
});

test('a call to the extension leaves the agent not ready; its reason goes to the CRM alone', async ({
  phone,
  gc,
  demo,
}) => {
  await phone.signInReady();
  ring(gc, { direct: true, from: '+34915550178' });
  await phone.expectState('Not ready, On a direct call');
  await phone.take();
  await phone.end.click();
  await phone.chooseReason('Order placed');
  await phone.save();
  await expect(phone.status).toContainText('Call saved in the CRM');
  expect(demo.store.org().tasks.at(-1)?.CallDisposition).toBe('Order placed');
  expect(gc.commands().map(({ command }) => command.toLowerCase())).not.toContain('wrapup');
  await phone.goReady();
});

test.describe('the CRM is slow to start', () => {
  test.use({ openCti: { containerDelayMs: 4000, latencyMs: 200 } });
  test('the phone works meanwhile; a record that comes late is named, and opens when the agent wants it', async ({
    crm,
    phone,
    gc,
  }) => {
    await phone.signInReady();
    ring(gc);
    await expect(phone.incoming).toContainText('Looking in the CRM…');
    await phone.take();
    const title = await crm.title.innerText();
    await expect(phone.region).toContainText('Case · 500-0042 Invoice disputed');
    // Nothing is put before an agent who talks by now.
    await expect(crm.title).toHaveText(title);
    await phone.region.getByRole('button', { name: 'Open', exact: true }).click();
    await expect(crm.title).toHaveText('500-0042 Invoice disputed');
  });
});
