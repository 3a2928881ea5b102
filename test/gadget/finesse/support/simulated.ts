import type { TestContext } from 'node:test';
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
export async function simulatedDesktop(t: TestContext, options: SimulatorOptions = {}) {
  const stage = await finesseStage(t, options);
  const { finesse, signIn } = stage;
  serve = (path, { method = 'GET', headers, body }) => {
    const { requestid: requestId = '' } = headers as Readonly<Record<string, string>>;
    const text = typeof body === 'string' ? { body } : {};
    const { status, body: answer } = finesse.request({
      method,
      path,
      authorization: basic('1001'),
      requestId,
      ...text,
    });
    return new Response(answer === '' ? null : answer, { status });
  };
  signIn('1001', false);
  const listener = finesse.attach(basic('1001'), (notice) => {
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
  t.after(() => listener?.close());
  const config: GadgetConfig & { readonly host: string; readonly restHost: string } = {
    id: '1001',
    extension: '2001',
    authorization: basic('1001').slice('Basic '.length),
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
    async rest() {
      for (let round = 0; round < 12; round += 1) {
        stage.clock.advance(0);
        await settle();
      }
    },
  };
}
