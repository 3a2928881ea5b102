import { BA_VARIABLES } from '../../src/protocol/dialogs.ts';

interface CampaignFacts {
  readonly callType: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A campaign's call, preview or not. Source: Finesse developer guide, "Dialog": OUTBOUND, OUTBOUND_PREVIEW, and later kinds. */
export function isOffered({ callType }: CampaignFacts): boolean {
  return callType.startsWith('OUTBOUND');
}

/**
 * Finesse tells of a campaign's call before it knows whom it is about, at first even as of any other call (`OTHER_IN`). GC
 * holds that first word back, and so do we.
 */
export function isIncomplete(facts: CampaignFacts): boolean {
  const isCandidate = isOffered(facts) || facts.callType === 'OTHER_IN';
  return isCandidate && !isComplete(facts.variables);
}

/** These are of a campaign's call, and say whom it is about. */
export function isComplete(variables: CampaignFacts['variables']): boolean {
  return BA_VARIABLES.some((name) => variables[name]);
}
