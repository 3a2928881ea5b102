import { CrmError } from './port.ts';

/** An adapter says why in words; anything else is a fault of ours, and says so. */
export function problemOf(error: unknown): string {
  if (error instanceof CrmError) {
    const fields = Object.entries(error.fields).map(([field, problem]) => `${field}: ${problem}`);
    return [error.message, ...fields].join(' · ');
  }
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
