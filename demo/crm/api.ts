import type { Written } from '../open-cti/desk.ts';
import type { Org } from '../records.ts';
import type { PageSettings } from '../settings.ts';

/** The CRM's own server. */
export const api = {
  settings: () => get<PageSettings>('/api/settings'),
  org: () => get<Org>('/api/org'),
  /** @param id of the task to change; '' writes a new one */
  writeTask: (id: string, fields: unknown) =>
    id ? write('PATCH', `/api/tasks/${encodeURIComponent(id)}`, fields) : write('POST', '/api/tasks', fields),
  createContact: (fields: unknown) => write('POST', '/api/contacts', fields),
  /** How the stand-in for Open CTI behaves from now on: latency and faults, see `open-cti/control.ts`. */
  setOpenCti: (changes: object) => write('POST', '/control/open-cti', changes),
};

async function get<T>(path: string): Promise<T> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return (await response.json()) as T;
}

async function write(method: string, path: string, fields: unknown): Promise<Written> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(path, { method, headers, body: JSON.stringify(fields) });
  if (response.ok || response.status === 422) return (await response.json()) as Written;
  throw new Error(`${path} answered ${response.status}`);
}
