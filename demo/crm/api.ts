import type { CrmSettings } from '../open-cti/messages.ts';
import type { Written } from '../open-cti/handlers.ts';
import type { Org } from '../records.ts';

/** The CRM's own server. */
export const api = {
  settings: () => get<CrmSettings>('/api/settings'),
  org: () => get<Org>('/api/org'),
  /** @param id of the task to change; '' writes a new one */
  writeTask: (id: string, fields: unknown) =>
    id ? write('PATCH', `/api/tasks/${encodeURIComponent(id)}`, fields) : write('POST', '/api/tasks', fields),
  createContact: (fields: unknown) => write('POST', '/api/contacts', fields),
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
