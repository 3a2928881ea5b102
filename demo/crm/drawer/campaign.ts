import type { Org } from '../../records.ts';
import { h } from '../dom.ts';
import type { SimulatorControl } from './control.ts';
import { field, group, input } from './fields.ts';

/** The form of a campaign's call: its customer is on the line as soon as the agent hears of it. */
export function campaignCall(
  org: () => Org,
  control: SimulatorControl,
  act: (what: () => Promise<string>) => void,
): HTMLElement {
  const [contact] = org().contacts.slice(2);
  const account = org().accounts.find(({ Id }) => Id === contact?.AccountId);
  const campaign = input('BACampaign', 'Renewals');
  const status = input('BAStatus', 'OUTBOUND');
  const accountNumber = input('BAAccountNumber', account?.AccountNumber ?? '');
  const customer = input('BACustomerNumber', contact?.Phone.replaceAll(/[^+\d]/g, '') ?? '');

  async function reach(): Promise<string> {
    await control.campaign({
      campaign: campaign.value,
      status: status.value,
      customer: customer.value,
      ...(accountNumber.value ? { account: accountNumber.value } : {}),
      queue: 'Sales',
    });
    return `The campaign ${campaign.value} has reached ${customer.value}.`;
  }

  return h(
    'form',
    {
      onsubmit: (event) => {
        event.preventDefault();
        act(reach);
      },
    },
    group(
      'Campaign',
      h(
        'div',
        { class: 'variables' },
        [campaign, status, accountNumber, customer].map((one) => field(one.name, one)),
      ),
      h('button', {}, 'Campaign call'),
    ),
  );
}
