/** Previews: a campaign offers a customer to an agent, who looks and accepts, rejects or closes (GC wire contract, section 4). */
import { goOut, failureOf, outsideNumbers } from './dialling.ts';
import { putThrough } from './campaign.ts';
import type { Centre } from './centre.ts';
import { lineOf, ownPart } from './centre.ts';
import { close, endCall, show } from './ending.ts';
import type { Agent, Dialog, Preview, Queue } from './model.ts';
import type { Platform } from './platform.ts';
import type { Refusal } from './refusal.ts';
import { routeWaiting, takeBack } from './routing.ts';

/** The dialler's port, from which a reservation seems to come. */
export const diallerPort = '9001';

export interface PreviewCall extends Preview {
  /** The queue whose agents the dialler uses; its wrap-up applies. */
  readonly queue: Queue;
  /** The BA variables among them. */
  readonly variables: ReadonlyMap<string, string>;
}

export interface PreviewStatus extends Pick<Preview, 'then' | 'direct'> {
  /** BAStatus of the reservation. */
  readonly status: string;
}

/** BAStatus as Finesse writes it, of the reservation and then of the customer's call. On UCCX every preview is direct. */
export function previewStatus(platform: Platform, direct = false): PreviewStatus {
  if (platform.name === 'uccx') return { status: 'DO', then: 'OUTBOUND', direct: true };
  const then = direct ? 'DIRECT_PREVIEW_OUTBOUND' : 'PREVIEW_OUTBOUND';
  return { status: `${then}_RESERVATION`, then, direct };
}

/** Reserves an agent, who must be ready. Unanswered, the reservation is taken back as a call would be. */
export function offerPreview(centre: Centre, agent: Agent, offer: PreviewCall): Dialog {
  const { customer, then, direct, queue, variables } = offer;
  const dialog = centre.openDialog({
    from: diallerPort,
    to: lineOf(agent),
    variables,
    campaignOf: queue,
    preview: { customer, then, direct },
  });
  centre.addParticipant(dialog, lineOf(agent), 'ALERTING', { routed: true });
  dialog.cancels.push(
    centre.setup.clock.after(queue.ringSeconds * 1000, () =>
      takeBack(centre, dialog, agent, centre.setup.platform.notAnswered),
    ),
  );
  centre.setState(agent, 'RESERVED_OUTBOUND_PREVIEW');
  show(centre, dialog);
  return dialog;
}

/** ACCEPTED; the reservation goes, and the customer's call comes under an id of its own. */
export function accept(centre: Centre, agent: Agent, dialog: Dialog): Refusal | undefined {
  const { preview } = dialog;
  const own = ownPart(dialog, agent);
  if (!preview || own?.state !== 'ALERTING') return 'CF_INVALID_OBJECT_STATE';
  const { clock, timings } = centre.setup;
  for (const cancel of dialog.cancels.splice(0)) cancel();
  own.state = 'ACCEPTED';
  dialog.variables.set('BAResponse', 'Accept');
  show(centre, dialog);
  const callCustomer = preview.direct ? dialFromPhone : putCustomerThrough;
  const ms = preview.direct ? timings.connecting : timings.connecting + timings.answering;
  dialog.cancels.push(clock.after(ms, () => callCustomer(centre, agent, dialog, preview)));
  return undefined;
}

/** The customer is left alone: `REJECT` for now, `CLOSE` for good. */
export function decline(
  centre: Centre,
  agent: Agent,
  dialog: Dialog,
  how: 'REJECT' | 'CLOSE',
): Refusal | undefined {
  if (!dialog.preview || ownPart(dialog, agent)?.state !== 'ALERTING') return 'CF_INVALID_OBJECT_STATE';
  dialog.variables.set('BAResponse', how === 'REJECT' ? 'Reject' : 'Reject-Close');
  takeBack(centre, dialog, agent, { state: 'READY', reasonCode: centre.setup.platform.previewSkipped });
  routeWaiting(centre);
  return undefined;
}

/** Direct preview: the agent's own phone dials. */
function dialFromPhone(centre: Centre, agent: Agent, reservation: Dialog, preview: Preview): void {
  const { queue } = reservation;
  if (!queue || agent.state === 'LOGOUT') {
    endCall(centre, reservation);
    return;
  }
  close(centre, reservation);
  show(centre, reservation);
  const dialog = centre.openDialog({
    from: lineOf(agent),
    to: preview.customer,
    variables: customerVariables(reservation, preview),
    campaignOf: queue,
  });
  const own = centre.addParticipant(dialog, lineOf(agent), 'INITIATING', { routed: true });
  centre.tell((observer) => observer.callOffered?.(agent, dialog));
  show(centre, dialog);
  goOut(centre, dialog, own);
}

/** Preview (UCCE): the dialler calls, and only a customer who answers comes to the agent. */
function putCustomerThrough(centre: Centre, agent: Agent, reservation: Dialog, preview: Preview): void {
  const { queue } = reservation;
  const outcome = outsideNumbers[preview.customer.slice(-4)];
  const answers = failureOf(centre, preview.customer) === undefined && outcome?.answers !== false;
  if (!answers || !queue || agent.state === 'LOGOUT') {
    endCall(centre, reservation);
    return;
  }
  close(centre, reservation);
  show(centre, reservation);
  putThrough(centre, agent, {
    to: preview.customer,
    queue,
    variables: customerVariables(reservation, preview),
    talkMs: outcome?.talkMs,
    announced: true,
  });
}

const customerVariables = (reservation: Dialog, { then }: Preview): ReadonlyMap<string, string> =>
  new Map([...reservation.variables, ['BAStatus', then]]);
