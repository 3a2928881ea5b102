import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { closeServer, createLocalServer, listen, text, type Reply } from '../../demo/server/http.ts';

/** Pages of another origin than the desktop's, one of which is a CRM with `dist/host.js`. */
export interface OtherSite {
  readonly origin: string;
  close(): Promise<void>;
}

const html = (title: string, script: string): Reply => ({
  type: '.html',
  body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"></head>
<body><h1>${title}</h1><p role="status">Nobody</p><ol></ol><script type="module" src="${script}"></script></body></html>`,
});

/** A CRM as small as one can be: it shows whom it is asked for, and lists what it is told. */
const CRM = (desktop: string): string => `
import { connectSoftphone } from '/host.js';
const list = (text) => document.querySelector('ol').append(Object.assign(document.createElement('li'), { textContent: text }));
const maria = { id: 'c1', type: 'Contact', name: 'Maria Sørensen' };
const show = (record) => { document.querySelector('[role=status]').textContent = record.name; phone.viewed(record); };
const phone = connectSoftphone({
  origins: ['${desktop}'],
  handlers: {
    search({ term, pop }) {
      const records = '+4533550123'.endsWith(term) ? [maria] : [];
      if (pop && records[0]) show(records[0]);
      return { records, opened: pop && records.length === 1 };
    },
    openRecord: () => show(maria),
    logActivity: ({ callKey, subject }) => (list('logged ' + subject), { id: 'a-' + callKey }),
    updateActivity: ({ activity }) => list('updated ' + activity.subject),
  },
});
phone.on('state', ({ label }) => list('state ' + label));
phone.on('connection', ({ connected }) => { document.title = connected ? 'CRM with a softphone' : 'CRM'; if (connected) list('connected'); });
document.querySelector('h1').addEventListener('click', () => phone.dial('2002'));
`;

/** Opens the desktop, and asks every window in it for its secrets. */
const SPY = `
window.heard = [];
addEventListener('message', ({ data }) => window.heard.push(data));
const all = (one) => [one, ...Array.from({ length: one.length }, (_, at) => all(one[at])).flat()];
window.spy = (target) => {
  for (const one of all(target)) for (const kind of ['hello', 'request', 'event', 'bye'])
    one.postMessage({ app: 'gc-softphone', version: 1, page: 'spy', id: Date.now(), kind, role: 'crm', handles: [], name: 'dial', body: { number: '2002' } }, '*');
};
`;

export async function startOtherSite(desktop: string): Promise<OtherSite> {
  const host = await readFile(new URL('../../dist/host.js', import.meta.url));
  const pages: Readonly<Record<string, Reply>> = {
    '/crm': html('CRM', '/crm.js'),
    '/crm.js': { type: '.js', body: CRM(desktop) },
    '/host.js': { type: '.js', body: host },
    '/spy': html('Spy', '/spy.js'),
    '/spy.js': { type: '.js', body: SPY },
    '/find': html('Found', '/found.js'),
    '/found.js': { type: '.js', body: '' },
  };
  const server = createLocalServer((_, { pathname }) => pages[pathname] ?? text(404, 'Not found'));
  return {
    origin: `http://127.0.0.1:${await listen(server, 0, true)}`,
    close: () => closeServer(server),
  };
}

/** The page with this path, as soon as there is one in the browser. */
export async function pageAt(page: Page, path: string): Promise<Page> {
  const find = (): Page | undefined =>
    page
      .context()
      .pages()
      .find((one) => one.url().includes(path));
  await expect.poll(() => find() !== undefined, { message: `a page at ${path}` }).toBe(true);
  return find() ?? page;
}
