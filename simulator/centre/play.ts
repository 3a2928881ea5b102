/** Plays: who calls when, by the clock (files of `simulator/plays`). */
import { connectCustomer } from './campaign.ts';
import type { Centre } from './centre.ts';
import { lineOf } from './centre.ts';
import { callExtension } from './dialling.ts';
import type { Queue } from './model.ts';
import { offerPreview, previewStatus } from './preview.ts';
import { firstReady, route } from './routing.ts';
import type { ScriptedCallers } from './scripted-callers.ts';
import { callVariables } from './scripted-callers.ts';

export interface Play {
  /** The file it was read from. */
  readonly name: string;
  readonly acts: readonly Act[];
  /** It begins again so long after its beginning, ms. */
  readonly againAfterMs?: number;
}

/** One call of a play. */
export type Act = RingsQueue | RingsExtension | Campaign;

interface Happens {
  /** Where it stands in the file, from 1. */
  readonly line: number;
  /** After the beginning, ms. */
  readonly atMs: number;
  /** The person outside, in words. */
  readonly who: string;
  readonly variables: Readonly<Record<string, string>>;
  /** Left out: until the agent ends the call. */
  readonly talkMs?: number;
}

export interface RingsQueue extends Happens {
  readonly kind: 'ringsQueue';
  /** '' is withheld. */
  readonly from: string;
  readonly queue: string;
  /** Left out: as long as it takes. */
  readonly patienceMs?: number;
}

export interface RingsExtension extends Happens {
  readonly kind: 'ringsExtension';
  readonly from: string;
  readonly extension: string;
  readonly patienceMs?: number;
}

export interface Campaign extends Happens {
  /** `calls`: the customer is put through. `offers`: as a preview first. */
  readonly kind: 'calls' | 'offers';
  readonly campaign: string;
  readonly customer: string;
  /** Whose agents the dialler uses; left out: the first queue. */
  readonly queue?: string;
}

/**
 * Performs a play from now on. A campaign finds nobody ready: then it does not call; an extension is busy: then it is not rung.
 * @throws an Error that names the line whose queue or extension does not exist
 */
export function perform(centre: Centre, play: Play): ScriptedCallers {
  for (const act of play.acts) check(centre, play, act);
  const { clock } = centre.setup;
  let cancels: (() => void)[] = [];

  const begin = (): void => {
    cancels = play.acts.map((act) => clock.after(act.atMs, () => enact(centre, act)));
    if (play.againAfterMs !== undefined) cancels.push(clock.after(play.againAfterMs, begin));
  };
  const turn = (on: boolean): void => {
    for (const cancel of cancels.splice(0)) cancel();
    if (on) begin();
  };
  turn(true);
  return { turn };
}

function enact(centre: Centre, act: Act): void {
  const { talkMs, variables } = act;
  const { clock, platform } = centre.setup;
  if (act.kind === 'ringsExtension') {
    const { from, extension, patienceMs } = act;
    callExtension(centre, extension, {
      from,
      variables: callVariables(undefined, undefined, variables),
      patienceMs,
      talkMs,
    });
    return;
  }
  const queue = queueOf(centre, act);
  if (!queue) return;
  if (act.kind === 'ringsQueue') {
    route(centre, {
      from: act.from,
      queue,
      variables: callVariables(queue.name, queue.dialledNumber, variables),
      givesUpAt: act.patienceMs === undefined ? undefined : clock.now() + act.patienceMs,
      talkMs,
      requeues: true,
    });
    return;
  }
  const agent = firstReady(centre);
  if (!agent) return;
  const { campaign, customer } = act;
  const { status, ...preview } = previewStatus(platform);
  const all = callVariables(queue.name, undefined, {
    BACampaign: campaign,
    BAStatus: act.kind === 'calls' ? 'OUTBOUND' : status,
    BACustomerNumber: customer,
    ...variables,
  });
  if (act.kind === 'calls')
    connectCustomer(centre, agent, { to: customer, queue, variables: all, talkMs, announced: true });
  else offerPreview(centre, agent, { customer, queue, variables: all, ...preview });
}

const queueOf = (centre: Centre, act: RingsQueue | Campaign): Queue | undefined =>
  act.queue === undefined ? centre.setup.fixture.queues[0] : centre.queue(act.queue);

function check(centre: Centre, play: Play, act: Act): void {
  const where = `${play.name}:${act.line}`;
  if (act.kind === 'ringsExtension') {
    const extensions = [...centre.agents.values()].map(lineOf).join(', ');
    if (!centre.isExtension(act.extension))
      throw new Error(`${where}: expected an extension (${extensions}), found "${act.extension}"`);
  } else if (!queueOf(centre, act)) {
    const names = centre.setup.fixture.queues.map(({ name }) => name).join(', ');
    throw new Error(`${where}: expected a queue (${names}), found "${act.queue ?? ''}"`);
  }
}
