/** The simulator's HTTP control, as far as the drawer uses it. See simulator/api.ts for the verbs. */
import type { CallOffer, CampaignOffer, Snapshot } from '../../../simulator/api.ts';

export interface SimulatorControl {
  state(): Promise<Snapshot>;
  /** @returns whether it rings; else the caller waits in the queue */
  ring(offer: CallOffer): Promise<boolean>;
  campaign(offer: CampaignOffer): Promise<unknown>;
  hangUp(dialog: string): Promise<unknown>;
  /** @returns how many connections were cut */
  dropSockets(): Promise<number>;
  service(on: boolean): Promise<unknown>;
  /** Stops or starts the callers who ring by themselves. */
  scenario(on: boolean): Promise<unknown>;
}

/** @param base where the simulator answers, `http://127.0.0.1:61614` */
export function simulatorControl(base: string): SimulatorControl {
  const ask = async <T>(path: string, body?: object): Promise<T> => {
    const headers = { 'content-type': 'application/json' };
    const options = body ? { method: 'POST', headers, body: JSON.stringify(body) } : {};
    const response = await fetch(base + path, options);
    const answer = (await response.json()) as T & { readonly error?: string };
    if (!response.ok) throw new Error(answer.error ?? `the simulator answered ${response.status}`);
    return answer;
  };
  const run = (verb: string, values: object = {}): Promise<Record<string, unknown>> =>
    ask('/control', { do: verb, ...values });

  return {
    state: () => ask<Snapshot>('/state'),
    ring: async (offer) => (await run('offerCall', offer))['dialog'] !== null,
    campaign: (offer) => run('offerCampaignCall', offer),
    hangUp: (dialog) => run('hangUp', { dialog }),
    dropSockets: async () => Number((await run('dropSockets'))['dropped']),
    service: (on) => run(on ? 'inService' : 'outOfService'),
    scenario: (on) => run('scenario', { on }),
  };
}

/** The agent who works here: the one the demo names if he is signed in, else the first who is. */
export function agentIn({ agents }: Snapshot, preferred: string): Snapshot['agents'][number] | undefined {
  const signedIn = agents.filter(({ state }) => state !== 'LOGOUT');
  return signedIn.find(({ id }) => id === preferred) ?? signedIn[0];
}

/** The agent's latest call, else the latest of all. */
export function latestCall({ dialogs }: Snapshot, extension: string | undefined): string | undefined {
  const own = dialogs.filter(({ participants }) => participants.some(({ address }) => address === extension));
  return (own.at(-1) ?? dialogs.at(-1))?.id;
}
