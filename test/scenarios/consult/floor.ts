import type { SimulatorOptions } from '../../../simulator/api.ts';
import { NodePhone } from '../../session/support/phone.ts';
import { expect, ring, test as base, type Phone } from '../../support/desk.ts';

export { expect, ring } from '../../support/desk.ts';

type Platform = NonNullable<SimulatorOptions['platform']>;

/** What a softphone and its contact centre are told of the platform. */
export const on = (platform: Platform, simulation: SimulatorOptions = {}) => ({
  config: { gc: { platform } },
  simulation: { platform, ...simulation },
});

/** The desk of Ada, and Grace at a softphone of her own. */
export const test = base.extend<{ readonly grace: NodePhone }>({
  grace: async ({ simulator, simulation }, use) => {
    const grace = new NodePhone(simulator.url, simulation.platform ?? 'uccx', '1002');
    await grace.signIn();
    await use(grace);
    grace.session.dispose();
  },
});

export const consultCard = ({ root }: Phone) => root.getByRole('region', { name: /^Consult call with/ });

/** Ada talks to Maria. @returns the dialog */
export async function talk(phone: Phone, gc: Parameters<typeof ring>[0]): Promise<string> {
  await phone.signInReady();
  const dialog = ring(gc);
  await phone.take();
  return dialog;
}

/** Looks for somebody in the dialog "Consult", and calls who is found. */
export async function consult(phone: Phone, text: string): Promise<void> {
  await phone.call.getByRole('button', { name: 'Consult' }).click();
  const dialog = phone.root.getByRole('dialog', { name: 'Consult' });
  await dialog.getByRole('searchbox', { name: 'Search people or type a number' }).fill(text);
  if (/[a-z]/i.test(text))
    await expect(dialog.getByRole('option', { name: new RegExp(text) }).first()).toBeVisible();
  await dialog.getByRole('searchbox').press('Enter');
  await expect(dialog).toBeHidden();
}

/** And has Grace on the line about it. */
export async function consultGrace(phone: Phone, grace: NodePhone): Promise<void> {
  await consult(phone, 'Grace');
  await grace.until('a ringing call', ({ calls }) => calls.some(({ phase }) => phase === 'ringing'));
  grace.do({ type: 'answer', call: grace.call('ringing').key });
  await expect(consultCard(phone).getByRole('button', { name: 'Transfer' })).toBeEnabled();
  await expect(phone.call).toContainText('On hold');
}
