/** A Finesse server's web side: the desktop, its gadget container, Finesse's REST API and notifications, all from one origin. */
import type { IncomingMessage } from 'node:http';
import type { Finesse } from '../../simulator/finesse/api.ts';
import type { Reply } from '../server/http.ts';
import { closeServer, createLocalServer, json, listen, readText, text } from '../server/http.ts';
import { file } from '../server/softphone.ts';
import type { DesktopFiles } from './files.ts';
import { bundleDesktop } from './files.ts';
import type { RenderOptions } from './gadgets/render.ts';
import { render } from './gadgets/render.ts';
import type { DesktopSettings, Tab } from './layout.ts';
import { filesPath } from './layout.ts';
import { serveNotifications } from './notifications.ts';

/** What may also change while the desktop is served; the next page sees it. */
export interface DesktopChanges extends RenderOptions {
  readonly tabs?: readonly Tab[];
  /** Folders below /3rdpartygadget/files by their names there. */
  readonly folders?: Readonly<Record<string, string>>;
  /** `strict`: a gadget's frame may load from this origin only, and nothing inline, as Finesse 15 SU1 can be set up. */
  readonly csp?: 'none' | 'strict';
  /** Files of the desktop's that are not where a gadget looks for them. */
  readonly missing?: readonly ('jquery' | 'finesse')[];
  readonly sso?: boolean;
  readonly version?: '12' | '15';
  /** Words above the sign-in form. */
  readonly hint?: string;
}

export interface DesktopOptions extends DesktopChanges {
  readonly finesse: Finesse;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Take a free port when the wanted one is taken, instead of failing. */
  readonly orAnyPort?: boolean;
}

export interface Desktop {
  /** Origin, without a slash at its end. */
  readonly origin: string;
  /** The agent's desktop; `?locale=ar_SA` and `?theme=dark` as one likes. */
  readonly url: string;
  set(changes: DesktopChanges): void;
  /** Cuts the notifications' connections; each desktop connects again by itself. */
  dropConnections(): void;
  close(): Promise<void>;
}

const desktopPath = '/desktop/container/';

/** @throws when the wanted port is taken */
export async function startDesktop(options: DesktopOptions): Promise<Desktop> {
  const { finesse, port = 0, orAnyPort = false, ...changes } = options;
  const files = await bundleDesktop();
  let setup: DesktopChanges = changes;
  const server = createLocalServer((request, url) => answer({ origin, finesse, files, setup }, request, url));
  const origin = `http://localhost:${await listen(server, port, orAnyPort)}`;
  const notifications = serveNotifications(server, finesse, origin);
  return {
    origin,
    url: origin + desktopPath,
    set: (more) => {
      setup = { ...setup, ...more };
    },
    dropConnections: () => notifications.drop(),
    close() {
      notifications.drop();
      return closeServer(server);
    },
  };
}

interface Site {
  readonly origin: string;
  readonly finesse: Finesse;
  readonly files: DesktopFiles;
  readonly setup: DesktopChanges;
}

async function answer(site: Site, request: IncomingMessage, url: URL): Promise<Reply> {
  if (url.origin !== site.origin) return text(421, `The desktop is at ${site.origin}`);
  const { pathname } = url;
  if (pathname.startsWith('/finesse/api/')) return rest(site, request, url);
  if (request.method !== 'GET' && request.method !== 'HEAD') return text(405, 'Only GET');
  const own = page(site, pathname);
  if (own) return own;
  if (pathname === '/') return { ...text(302, ''), headers: { location: desktopPath } };
  if (pathname === '/gadgets/ifr') return frame(site, url.searchParams);
  if (pathname === '/gadgets/concat') return concatenated(site, url.searchParams);
  return uploaded(site, pathname);
}

function page({ files, setup }: Site, pathname: string): Reply | undefined {
  const { missing = [] } = setup;
  switch (pathname) {
    case desktopPath:
      return { type: '.html', body: files.html };
    case '/desktop/app.js':
      return { type: '.js', body: files.app };
    case '/desktop/app.css':
      return { type: '.css', body: files.styles };
    case '/desktop/settings':
      return json(settings(setup));
    case '/gadgets/js/features.js':
      return { type: '.js', body: files.features };
    case '/desktop/assets/js/jquery.min.js':
      return missing.includes('jquery') ? undefined : { type: '.js', body: files.jquery };
    case '/desktop/assets/js/finesse.js':
    case '/desktop/assets/js/finesse.min.js':
      return missing.includes('finesse') ? undefined : { type: '.js', body: files.finesse };
    default:
      return undefined;
  }
}

const settings = ({
  tabs = [],
  sso = false,
  version = '12',
  hint = '',
}: DesktopChanges): DesktopSettings => ({
  tabs,
  sso,
  version,
  hint,
});

async function rest({ finesse }: Site, request: IncomingMessage, url: URL): Promise<Reply> {
  const { authorization = '', requestid = '' } = request.headers;
  const { status, body } = finesse.request({
    method: request.method ?? 'GET',
    path: url.pathname + url.search,
    authorization,
    requestId: String(requestid),
    body: await readText(request),
  });
  return { status, type: '.xml', body };
}

/** The page in a gadget's frame; what is wrong with a gadget stands in its place. */
async function frame(site: Site, query: URLSearchParams): Promise<Reply> {
  const headers = site.setup.csp === 'strict' ? { 'content-security-policy': "default-src 'self'" } : {};
  try {
    const fetch = async (address: string): Promise<string> => {
      const { origin, pathname } = new URL(address);
      const found = origin === site.origin ? await uploaded(site, pathname) : text(404, '');
      if (found.status !== undefined && found.status !== 200)
        throw new Error(`Unable to retrieve ${address}`);
      return Buffer.from(found.body).toString('utf8');
    };
    return { type: '.html', body: await render(query, fetch, site.setup), headers };
  } catch (error) {
    return { ...text(400, error instanceof Error ? error.message : String(error)), headers };
  }
}

/** Several scripts as one, in the order of their numbers. */
async function concatenated(site: Site, query: URLSearchParams): Promise<Reply> {
  const parts: string[] = [];
  for (let number = 1; query.has(String(number)); number++) {
    const { pathname } = new URL(query.get(String(number)) ?? '', site.origin);
    const part = page(site, pathname) ?? (await uploaded(site, pathname));
    parts.push(
      part.status === undefined
        ? Buffer.from(part.body).toString('utf8')
        : `/* ${pathname}: ${part.status} */`,
    );
  }
  return { type: '.js', body: parts.join('\n;\n') };
}

async function uploaded({ setup }: Site, pathname: string): Promise<Reply> {
  const [name = '', ...rest] = pathname.startsWith(filesPath)
    ? pathname.slice(filesPath.length).split('/')
    : [];
  const folders = setup.folders ?? {};
  const folder = Object.hasOwn(folders, name) ? folders[name] : undefined;
  return folder === undefined ? text(404, 'Not found') : file(folder, `/${rest.join('/')}`);
}
