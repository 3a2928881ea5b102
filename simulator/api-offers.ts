/** Calls that a test or the demo may bring to an agent. */

export interface CallOffer {
  /** Login id; left out: the agent who has been ready longest, or the queue until one is. */
  readonly agent?: string;
  /** The caller's number, default +14155550123; '' is a withheld number. */
  readonly from?: string;
  /** A queue of the fixture, default its first. */
  readonly queue?: string;
  /** true: not through a queue but straight to the agent's extension. */
  readonly direct?: boolean;
  /** The number the caller dialled; shows as callVariable10. */
  readonly dnis?: string;
  /** Call variables by name; callVariable9 (queue) and callVariable10 (dialled number) are filled in where missing. */
  readonly variables?: Readonly<Record<string, string>>;
  /** The caller gives up when nobody has answered by then, in milliseconds. */
  readonly patienceMs?: number;
  /** The caller hangs up that long after the answer, in milliseconds. */
  readonly talkMs?: number;
}

/** A call of a progressive or predictive campaign: the customer is on the line when the agent hears of it. */
export interface CampaignOffer {
  /** Login id; left out: the agent who has been ready longest. */
  readonly agent?: string;
  /** BACustomerNumber, the number that was dialled, default +14155550123. */
  readonly customer?: string;
  /** BACampaign, default Renewals. */
  readonly campaign?: string;
  /** BAAccountNumber; left out: the campaign's list has none. */
  readonly account?: string;
  /** BAStatus, default OUTBOUND, as on UCCX. */
  readonly status?: string;
  /** The queue whose agents the dialler uses, default the fixture's first. */
  readonly queue?: string;
  /** Further variables, laid over those. */
  readonly variables?: Readonly<Record<string, string>>;
  /** The customer hangs up that long after the beginning, in milliseconds. */
  readonly talkMs?: number;
  /** false: no NewOutboundCall; an InboundCall alone carries the variables, as some GCs do. */
  readonly announced?: boolean;
}

/** A campaign asks an agent whether he wants to be put through to a customer. */
export interface PreviewOffer {
  /** Login id; left out: the agent who has been ready longest. */
  readonly agent?: string;
  /** BACustomerNumber, the number that will be dialled, default +14155550123. */
  readonly customer?: string;
  /** BACampaign, default Renewals. */
  readonly campaign?: string;
  /** BAAccountNumber; left out: the campaign's list has none. */
  readonly account?: string;
  /** BAStatus of the reservation; default DO on UCCX, PREVIEW_OUTBOUND_RESERVATION (direct: DIRECT_…) on UCCE. */
  readonly status?: string;
  /** The agent's own phone dials the customer, as always on UCCX; else the dialler does, and puts him through. */
  readonly direct?: boolean;
  /** The queue whose agents the dialler uses, default the fixture's first. */
  readonly queue?: string;
  /** Further variables, laid over those. */
  readonly variables?: Readonly<Record<string, string>>;
}
