import type { Finesse } from '../../../simulator/finesse/api.ts';
import { writeXml } from '../../../simulator/finesse/xml.ts';
import { NodePhone } from '../../session/support/phone.ts';
import { expect, MARIA, test } from '../../support/gadget.ts';
import { Phone } from '../../support/phone.ts';

const MARGARET = { agentId: '1100', password: 'apollo11', extension: '2100' };

/** The supervisor listens in to Ada, by another gadget of the desktop. */
const listenIn = (finesse: Finesse): number =>
  finesse.request({
    method: 'POST',
    path: '/finesse/api/User/1100/Dialogs',
    authorization: `Basic ${btoa(`${MARGARET.agentId}:${MARGARET.password}`)}`,
    body: writeXml('Dialog', {
      requestedAction: 'SILENT_MONITOR',
      fromAddress: '2100',
      toAddress: '2001',
    }),
  }).status;

test('a call that a supervisor listens in by brings no tab forward, is announced to nobody, and is shown', async ({
  simulator,
  finesse,
  desktop,
  gc,
}) => {
  const ada = new NodePhone(simulator.url, 'uccx', '1001');
  await ada.signIn();
  ada.do({ type: 'makeReady' });
  await ada.until('ready', ({ agent }) => agent?.state === 'READY');
  const { dialog } = gc.offerCall({ agent: '1001', ...MARIA.offer });
  await ada.until('a ringing call', ({ calls }) => calls.some(({ phase }) => phase === 'ringing'));
  ada.do({ type: 'answer', call: ada.call('ringing').key });
  await ada.until('a call', ({ calls }) => calls.some(({ phase }) => phase === 'active'));

  await desktop.signIn(MARGARET);
  await desktop.openTab('Phone');
  const gadget = new Phone(desktop.gadget());
  await gadget.expectState('Not ready, Just signed in');
  await desktop.openTab('Home');
  expect(listenIn(finesse)).toBe(202);
  await gc.waitFor(({ dialogs }) => dialogs.some(({ kind }) => kind === 'monitoring'));
  const home = desktop.page.getByRole('tab', { name: 'Home' });
  await expect(home).toHaveAttribute('aria-selected', 'true');
  await desktop.openTab('Phone');
  const listening = desktop.gadget().getByRole('region', { name: /^Listening to/ });
  await expect(listening.getByRole('button', { name: /^End monitoring/ })).toBeEnabled();
  await expect(gadget.call).toHaveCount(0);
  await desktop.openTab('Home');

  gc.hangUp({ dialog: dialog ?? '' });
  await gc.waitFor(({ dialogs }) => !dialogs.some(({ kind }) => kind === 'monitoring'));
  await expect(listening).toHaveCount(0);
  await expect(home).toHaveAttribute('aria-selected', 'true');

  // What is told later shows that this one was heard, and no more made of it.
  gc.offerCall({ agent: '1100', from: '+4533550166', direct: true });
  await expect(desktop.toasts).toContainText('+4533550166');
  await expect(desktop.toasts.getByText('Incoming call')).toHaveCount(1);
  await expect(gadget.incoming).toContainText('+4533550166');
  await expect(gadget.call).toHaveCount(0);
  ada.session.dispose();
});
