import { expect, GRACE, ring, softphoneFrame, test } from '../../support/desk.ts';

test('the password is in no storage, address, log or message', async ({
  crm,
  phone,
  gc,
  gcLog,
  problems,
  context,
}) => {
  const { password } = GRACE;
  const sent: string[] = [];
  context.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  await crm.page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)));
  });
  await phone.signInReady(GRACE);
  const dialog = ring(gc, { agent: '1002' });
  await phone.take();
  gc.dropSockets();
  await gc.waitForCommand('GetState', { after: 5 });
  gc.hangUp({ dialog });
  await phone.chooseReason('Complaint');
  await phone.wrapUp.getByRole('button', { name: 'Save and ready' }).click();
  await expect(phone.status).toContainText('Call saved in the CRM');

  const frame = softphoneFrame(crm.page);
  const stored = await frame.evaluate(async () =>
    JSON.stringify([
      Object.entries(sessionStorage),
      Object.entries(localStorage),
      document.cookie,
      history.state,
      await indexedDB.databases(),
      await caches.keys(),
    ]),
  );
  expect(stored, 'what a reload needs is there').toContain('1002');
  const heard = await crm.page.evaluate(() =>
    JSON.stringify((window as unknown as { heard: string[] }).heard),
  );
  expect(heard, 'the CRM heard of the call').toContain('Complaint');
  const commands = JSON.stringify(gc.commands());
  expect(commands, 'the password is shown as dots').toContain('•••');

  const places = {
    stored,
    heard,
    commands,
    'addresses and requests': sent.join('\n'),
    addresses: `${crm.page.url()} ${frame.url()}`,
    console: problems.log.join('\n'),
    'log of the simulator': gcLog.join('\n'),
    page: await frame.content(),
  };
  for (const [place, text] of Object.entries(places)) expect(text, place).not.toContain(password);

  await phone.chooseState('End of shift');
  await expect(phone.signInForm).toBeVisible();
  const left = await frame.evaluate(() =>
    JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)]),
  );
  expect(left).not.toContain(password);
});
