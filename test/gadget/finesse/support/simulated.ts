import type { TestContext } from 'node:test';
import { answerRequests } from '../../../../demo/finesse/desktop/hub.ts';
import type { Desktop, Finesse, GadgetConfig } from '../../../../gadget/finesse/library.ts';
import type { SimulatorOptions } from '../../../../simulator/api.ts';
import { parseXml, toValue } from '../../../../simulator/finesse/xml.ts';
import { settle } from '../../../session/support/stage.ts';
import { basic, finesseStage } from '../../../simulator/finesse/support.ts';

type Hear = (topic: string, data: unknown) => void;
type Request = (path: string, init: RequestInit) => Response;

/** The hub of the page that the library runs in. There is one library, and so one page. */
const topics = new Map<string, { readonly topic: string; readonly hear: Hear }>();
let lastId = 0;
const Hub = {
  subscribe(topic: string, hear: Hear): string {
    topics.set(String((lastId += 1)), { topic, hear });
    return String(lastId);
  },
  unsubscribe: (id: string): void => void topics.delete(id),
  publish(topic: string, data: unknown): void {
    for (const one of [...topics.values()]) if (one.topic === topic) one.hear(topic, data);
  },
};
let serve: Request | undefined;
const page = globalThis as unknown as { window: object; fetch: unknown };
page.window = { gadgets: { Hub } };
page.fetch = (path: string, init: RequestInit) =>
  Promise.resolve(serve?.(path, init) ?? new Response('', { status: 503 }));

const { ClientServices } = await import('../../../../demo/finesse/library/client.ts');
const { Dialog } = await import('../../../../demo/finesse/library/dialog.ts');
const { Team, User } = await import('../../../../demo/finesse/library/user.ts');

/** The library's stand-in over the simulated Finesse: neither knows of the other, nor of the connection. */
export async function simulatedDesktop(t: TestContext, options: SimulatorOptions = {}, agent = '1001') {
  const stage = await finesseStage(t, options);
  const { finesse, signIn } = stage;
  serve = (path, { method = 'GET', headers, body }) => {
    const { requestid: requestId = '' } = headers as Readonly<Record<string, string>>;
    const text = typeof body === 'string' ? { body } : {};
    const { status, body: answer } = finesse.request({
      method,
      path,
      authorization: basic(agent),
      requestId,
      ...text,
    });
    return new Response(answer === '' ? null : answer, { status });
  };
  signIn(agent, false);
  const listener = finesse.attach(basic(agent), (notice) => {
    if (notice.kind === 'link') {
      Hub.publish('finesse.info.connection', { status: notice.status });
      return;
    }
    const { node, xml } = notice;
    Hub.publish(node.slice(1).replaceAll('/', '.'), {
      content: xml,
      object: { Update: toValue(parseXml(xml)) },
    });
  });
  const asked: string[] = [];
  answerRequests(
    {
      publish: (topic, data) => Hub.publish(topic, data),
      subscribe(topic, hear) {
        const id = Hub.subscribe(topic, hear);
        asked.push(id);
        return () => Hub.unsubscribe(id);
      },
    },
    {
      connection: () => 'connected',
      resourceId: agent,
      activeTab: () => '',
      activate: () => undefined,
      subscribeNode: (node) => void listener?.subscribe(node),
      unsubscribeNode: (node) => listener?.unsubscribe(node),
    },
  );
  t.after(() => {
    listener?.close();
    for (const id of asked) Hub.unsubscribe(id);
  });
  const config: GadgetConfig & { readonly host: string; readonly restHost: string } = {
    id: agent,
    extension: `2${agent.slice(1)}`,
    authorization: basic(agent).slice('Basic '.length),
    host: 'finesse',
    restHost: 'finesse',
  };
  const library = {
    clientservices: { ClientServices },
    gadget: { Config: config },
    restservices: { User, Team, Dialog },
  } as unknown as Finesse;
  const desktop: Desktop = { jQuery: {}, gadgets: { Hub }, finesse: library };
  return {
    ...stage,
    desktop,
    config,
    /** What was asked for is answered. */
    rest: async (): Promise<void> => {
      for (let round = 0; round < 12; round += 1) {
        stage.clock.advance(0);
        await settle();
      }
    },
  };
}
