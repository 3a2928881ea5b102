import { expect, fileCall, idOf, LUCIA, MARIA, pops, ring, test } from './desk.ts';

test('the record that came along with a transfer opens before any rule', async ({ crm, phone, gc, demo }) => {
  await phone.signInReady();
  const noise = '500-0060 Noise on the line';
  ring(gc, { ...LUCIA, variables: { callVariable8: idOf(demo, noise), callVariable2: '500-0042' } });
  await expect(crm.title).toHaveText(noise);
  await expect(phone.incoming).toContainText(`Case · ${noise}`);
  await expect(phone.incoming).toContainText('Came with the transfer');
  expect(pops(demo)).toBe(1);
  await phone.take();
  expect((await fileCall(phone, demo))?.WhatId).toBe(idOf(demo, noise));
});

test('the record of a call is put into the variable, once, for whoever gets the call', async ({
  phone,
  gc,
  demo,
}) => {
  await phone.signInReady();
  const dialog = ring(gc);
  await phone.take();
  const isOurs = ({ command }: { readonly command: string }) => /^update_call_variable$/i.test(command);
  const { parameters } = await gc.waitForCommand(isOurs);
  expect(parameters).toEqual([dialog, 'callVariable8', idOf(demo, MARIA.record)]);
  await gc.waitFor(({ dialogs }) => dialogs[0]?.variables['callVariable8'] === idOf(demo, MARIA.record));
  await phone.hold.click();
  await phone.resume.click();
  await expect(phone.hold).toBeVisible();
  expect(gc.commands().filter(isOurs)).toHaveLength(1);
  await expect(phone.alerts).toHaveCount(0);
});
