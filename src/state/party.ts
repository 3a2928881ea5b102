import type { CallVariables, Participant } from '../protocol/events.ts';
import { isSameNumber } from './number.ts';
import type { CallDirection, SoftphoneState } from './model.ts';

/** What is known about who is on a call, from an event and from before. */
export interface PartyFacts {
  readonly dialled: boolean;
  readonly fromAddress?: string | undefined;
  readonly toAddress?: string | undefined;
  readonly variables: CallVariables;
  readonly participants: readonly Participant[];
}

/** Words that stand where a number was withheld. */
const WITHHELD = /^(|null|unknown|anonymous|private|restricted|withheld|unavailable)$/i;

/** True when the caller's number was kept back. */
export function isWithheld(number: string): boolean {
  return WITHHELD.test(number.trim());
}

/** BAStatus of a preview that is offered, and not dialled yet. Source: GC wire contract, section 4, "preview". */
export function isPreviewOffer(variables: CallVariables): boolean {
  const status = (variables['BAStatus'] ?? '').toUpperCase();
  return status === 'DO' || status.endsWith('PREVIEW_OUTBOUND_RESERVATION');
}

/** The address of this agent's phone: the extension, or a mobile agent's number. */
export function isOwnAddress(state: SoftphoneState, address: string | undefined): boolean {
  if (address === undefined || address === '' || !state.agent) return false;
  const { extension, phoneNumber = '' } = state.agent;
  // The switch may write a mobile agent's number in another way than the agent did.
  return address === extension || isSameNumber(address, phoneNumber);
}

/** A call that a campaign's dialler made, preview or not. */
export function isCampaign(variables: CallVariables): boolean {
  return Boolean(variables['BACampaign'] || variables['BAStatus']);
}

/**
 * Which way a call goes that is no consult call. Source: configuration contract, token `direction`.
 * @param number the other party's, '' while it is not known
 */
export function directionOf(
  state: SoftphoneState,
  dialled: boolean,
  variables: CallVariables,
  number: string,
): CallDirection {
  if (isPreviewOffer(variables)) return 'preview';
  if (isCampaign(variables)) return 'campaign';
  if (/^\d+$/.test(number) && number.length <= state.setup.dialing.internalDigits) return 'internal';
  return dialled ? 'outbound' : 'inbound';
}

/**
 * The other party's number: the caller; the number dialled; for campaign and preview calls the customer.
 * Source: configuration contract, token `ani`.
 * @returns undefined while nothing said it
 */
export function otherParty(state: SoftphoneState, facts: PartyFacts): string | undefined {
  const { variables, participants, dialled, fromAddress, toAddress } = facts;
  const others = participants.filter((one) => !isOwnAddress(state, one.mediaAddress));
  if (isCampaign(variables)) {
    const outside = others.find((one) => one.mediaAddressType !== 'AGENT_DEVICE');
    return variables['BACustomerNumber'] || variables['callbackNumber'] || outside?.mediaAddress;
  }
  const said = dialled ? toAddress : fromAddress;
  return said && !isOwnAddress(state, said) ? said : others[0]?.mediaAddress;
}
