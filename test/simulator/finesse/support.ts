import type { TestContext } from 'node:test';
import type { SimulatorOptions } from '../../../simulator/api.ts';
import { parseXml, toValue, writeXml } from '../../../simulator/finesse/xml.ts';
import type { XmlValue } from '../../../simulator/finesse/xml.ts';
import { company } from '../../../simulator/fixtures/company.ts';
import { stage } from '../setup.ts';

/** Plain data, to be looked into. */
export type Data = { readonly [name: string]: Data } & { readonly length: number };

export interface Update {
  readonly node: string;
  readonly event: string;
  readonly requestId: string;
  readonly data: Data;
}

/** A leaf; '' where there is none. */
export const text = (data: Data | undefined): string => (data as unknown as string | null | undefined) ?? '';

/** The own participant's state, and the dialog's. */
function states({ data }: Update): string {
  if (data['apiErrors']) return 'error';
  const dialog = data['dialog'] ?? data['dialogs']?.['Dialog'];
  const people = dialog?.['participants']?.['Participant'];
  const all = (Array.isArray(people) ? people : [people]) as Data[];
  const own = all.find((one) => text(one['mediaAddress']) === '2001');
  return `${text(dialog?.['state'])}/${text(own?.['state'])}`;
}

export const dialogs = (updates: readonly Update[]): readonly string[] =>
  updates
    .filter(({ node }) => node.endsWith('/Dialogs'))
    .map((update) => `${update.event} ${states(update)}`);

const passwords = new Map(company.agents.map(({ id, password }) => [id, password]));

export const basic = (id: string, password = passwords.get(id) ?? ''): string =>
  `Basic ${Buffer.from(`${id}:${password}`).toString('base64')}`;

/** Finesse's side of a simulator on a manual clock, with an agent's requests and what he is told. */
export async function finesseStage(t: TestContext, options: SimulatorOptions = {}) {
  const { simulator, clock } = await stage(t, options);
  const { finesse } = simulator;

  const get = (path: string, id = '1001') => {
    const { status, body } = finesse.request({
      method: 'GET',
      path: `/finesse/api/${path}`,
      authorization: basic(id),
    });
    return { status, value: toValue(parseXml(body)) as unknown as Data };
  };
  /** Sent, and carried out. @returns the status of the answer */
  const send = (
    method: string,
    path: string,
    body: Record<string, XmlValue>,
    id = '1001',
    requestId = '',
  ): number => {
    const root = path.endsWith('Dialogs') || path.startsWith('Dialog') ? 'Dialog' : 'User';
    const { status } = finesse.request({
      method,
      path: `/finesse/api/${path}`,
      authorization: basic(id),
      requestId,
      body: writeXml(root, body),
    });
    clock.advance(options.finesse?.latencyMs ?? 0);
    return status;
  };
  const act = (
    dialog: string,
    requestedAction: string,
    more: Record<string, XmlValue> = {},
    id = '1001',
  ): number =>
    send(
      'PUT',
      `Dialog/${dialog}`,
      { requestedAction, targetMediaAddress: `2${id.slice(1)}`, ...more },
      id,
      'r1',
    );
  const listen = (id = '1001') => {
    const updates: Update[] = [];
    const links: string[] = [];
    const listener = finesse.attach(basic(id), (notice) => {
      if (notice.kind === 'link') {
        links.push(notice.status);
        return;
      }
      const { event, requestId, data } = toValue(parseXml(notice.xml)) as unknown as Data;
      updates.push({
        node: notice.node,
        event: text(event),
        requestId: text(requestId),
        data: data!,
      });
    });
    return { updates, links, listener: listener! };
  };
  const signIn = (id = '1001', ready = true): void => {
    send('PUT', `User/${id}`, { state: 'LOGIN', extension: `2${id.slice(1)}` }, id);
    if (ready) send('PUT', `User/${id}`, { state: 'READY' }, id);
  };
  const state = (id = '1001') => {
    const agent = simulator.control.snapshot().agents.find((one) => one.id === id);
    return agent ? `${agent.state} ${agent.reasonCode}`.trim() : '';
  };
  return { simulator, control: simulator.control, finesse, clock, get, send, act, listen, signIn, state };
}
