import type { IncomingMessage } from 'node:http';
import type { OpenCtiControl } from '../open-cti/control.ts';
import type { PageSettings } from '../settings.ts';
import type { Bundle } from './bundle.ts';
import { json, readJson, text } from './http.ts';
import type { Reply } from './http.ts';
import type { Saved, Store } from './store.ts';

/** What the CRM's server knows when a request comes. */
export interface Crm {
  readonly origin: string;
  readonly bundle: Bundle;
  readonly store: Store;
  readonly openCti: OpenCtiControl;
  readonly settings: PageSettings;
}

/** Addresses that the page's own router shows; anything else is not found. */
const PAGES =
  /^\/(?:$|(?:contacts|accounts|leads|cases|search)$|(?:contact|account|lead|case)\/[A-Za-z0-9]{15,18}$)/;

/** How the stand-in for Open CTI behaves: asked by the page at each call, changed by tests and by the drawer. */
const OPEN_CTI = /^\/(?:control\/open-cti|api\/open-cti\/call)$/;

const SCRIPT = /^\/support\/api\/\d{2,3}\.0\/lightning\/(opencti|opencti_min)\.js$/;

export async function answerCrm(crm: Crm, request: IncomingMessage, url: URL): Promise<Reply> {
  const reply = await route(crm, request, url);
  return { ...reply, headers: { ...headers(crm), ...reply.headers } };
}

function headers({ settings }: Crm): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${["'self'", settings.simulatorUrl].filter(Boolean).join(' ')}`,
    `frame-src ${settings.softphoneOrigin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    'content-security-policy': policy.join('; '),
    // The softphone tells by the referrer which org frames it, where the browser does not say it otherwise.
    'referrer-policy': 'strict-origin',
    'permissions-policy': `autoplay=(self "${settings.softphoneOrigin}")`,
  };
}

async function route(crm: Crm, request: IncomingMessage, url: URL): Promise<Reply> {
  const { method = 'GET' } = request;
  if (url.origin !== crm.origin) {
    // Another name for this machine would be another site, or none of ours.
    return { ...text(302, `This page is at ${crm.origin}`), headers: { location: `${crm.origin}/` } };
  }
  if (OPEN_CTI.test(url.pathname)) return openCtiControl(crm, request, method, url.pathname);
  if (url.pathname.startsWith('/api/')) return api(crm, request, method, url.pathname);
  if (method !== 'GET' && method !== 'HEAD') return text(405, 'Only GET');
  const { html, app, styles, openCti, openCtiMin } = crm.bundle;
  const script = SCRIPT.exec(url.pathname)?.[1];
  if (script) return { type: '.js', body: script === 'opencti' ? openCti : openCtiMin };
  if (url.pathname === '/app.js') return { type: '.js', body: app };
  if (url.pathname === '/app.css') return { type: '.css', body: styles };
  return { status: PAGES.test(url.pathname) ? 200 : 404, type: '.html', body: html };
}

async function openCtiControl(
  { openCti }: Crm,
  request: IncomingMessage,
  method: string,
  path: string,
): Promise<Reply> {
  const body = method === 'POST' ? await readJson(request) : undefined;
  const answer = openCti.answer(method, path, body);
  return answer ? json(answer.value, answer.status) : text(405, 'Not so');
}

async function api(
  { store, settings }: Crm,
  request: IncomingMessage,
  method: string,
  path: string,
): Promise<Reply> {
  if (method === 'GET' && path === '/api/settings') return json(settings);
  if (method === 'GET' && path === '/api/org') return json(store.org());
  if (method === 'POST' && path === '/api/tasks')
    return saved(store.createTask(await readJson(request)), 201);
  if (method === 'POST' && path === '/api/contacts')
    return saved(store.createContact(await readJson(request)), 201);
  const task = /^\/api\/tasks\/(\w+)$/.exec(path)?.[1];
  if (method === 'PATCH' && task) {
    const result = store.updateTask(task, await readJson(request));
    return result ? saved(result, 200) : json({ error: `no task ${task}` }, 404);
  }
  return json({ error: `no ${method} ${path}` }, 404);
}

function saved(result: Saved, status: number): Reply {
  return json(result, 'errors' in result ? 422 : status);
}
