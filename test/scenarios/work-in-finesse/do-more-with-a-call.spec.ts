import type { Finesse } from '../../../simulator/finesse/api.ts';
import { expect, test, talk } from '../../support/gadget.ts';

const LUCIA = '+34915550178';

/** What was asked of Finesse by these actions, as `<action> <values>`. */
const asked = (finesse: Finesse, ...actions: readonly string[]): string[] =>
  finesse
    .requests()
    .filter(({ action }) => actions.includes(action))
    .map(({ action, values, late }) => [action, values['value'], late].filter(Boolean).join(' '));

test.use({ simulation: { finesse: { recording: true } } });

test('digits go out one by one, shown while the keypad is open and in no log', async ({
  signedIn,
  gadget,
  gc,
  finesse,
}) => {
  await talk({ signedIn, gadget }, gc);
  const keypad = gadget.call.getByRole('button', { name: 'Keypad' });
  await keypad.click();
  const sent = gadget.call.getByRole('textbox', { name: 'Digits sent' });
  await expect(sent).toBeFocused();
  await sent.pressSequentially('47');
  await gadget.call.getByRole('button', { name: '#', exact: true }).click();
  await expect(sent).toHaveValue('47#');
  await expect.poll(() => asked(finesse, 'SEND_DTMF')).toEqual(['SEND_DTMF 4', 'SEND_DTMF 7', 'SEND_DTMF #']);
  await sent.press('Escape');
  await expect(keypad).toBeFocused();
  await keypad.click();
  await expect(sent).toHaveValue('');
});

test('a recording is requested; when Finesse refuses it late, that is said and taken back', async ({
  signedIn,
  gadget,
  gc,
  finesse,
}) => {
  await talk({ signedIn, gadget }, gc);
  const record = gadget.call.getByRole('button', { name: 'Start recording' });
  await record.click();
  await expect(gadget.call).toContainText('Recording requested');
  await expect.poll(() => asked(finesse, 'START_RECORDING')).toEqual(['START_RECORDING']);
  finesse.failNext({ agent: '1001', action: 'START_RECORDING', error: 'CF_INVALID_OBJECT_STATE' });
  await record.click();
  await expect(gadget.alerts).toContainText('in another state than this needs');
  await expect(gadget.call).not.toContainText('Recording requested');
});

test('a campaign’s customer is called back, not called back, and classified', async ({
  signedIn,
  gadget,
  gc,
  finesse,
}) => {
  await signedIn.openTab('Phone');
  await gadget.goReady();
  gc.offerPreview({ agent: '1001', customer: LUCIA, account: 'AC111', campaign: 'Renewals', direct: true });
  const preview = gadget.root.getByRole('region', { name: 'Preview call' });
  await preview.getByRole('button', { name: 'Accept' }).click();
  await gadget.hold.waitFor({ timeout: 20_000 });

  await gadget.call.getByRole('button', { name: 'Schedule callback' }).click();
  const form = gadget.call.getByRole('form', { name: 'Schedule callback' });
  await form.getByLabel('When').fill('2020-01-01T10:30');
  await form.getByRole('button', { name: 'Schedule' }).click();
  await expect(form.getByRole('alert')).toHaveText('This time is over.');
  await form.getByLabel('When').fill('2099-01-02T10:30');
  await form.getByRole('textbox', { name: 'Number' }).fill('+34 915 550 179');
  await form.getByRole('button', { name: 'Schedule' }).click();
  await expect(gadget.call).toContainText(/Callback Jan 2, 10:30\sAM · to \+34915550179/);

  await gadget.call.getByRole('button', { name: 'Cancel callback' }).click();
  await expect(gadget.call).not.toContainText(/Callback Jan/);

  await gadget.call.getByRole('button', { name: 'Reclassify' }).click();
  await gadget.call.getByRole('button', { name: 'Answering machine' }).click();
  await expect(gadget.call).toContainText('Answered by: Answering machine');
  expect(asked(finesse, 'UPDATE_SCHEDULED_CALLBACK', 'CANCEL_SCHEDULED_CALLBACK', 'RECLASSIFY')).toHaveLength(
    4,
  );
});
