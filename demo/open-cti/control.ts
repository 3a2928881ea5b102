import { METHODS } from './methods.ts';
import { DEFAULTS, changed } from './options.ts';
import type { FaultRule, OpenCtiChanges, OpenCtiOptions } from './options.ts';

/** How the stand-in is to meet one call. */
export interface Turn {
  readonly options: OpenCtiOptions;
  readonly fault?: FaultRule;
}

/** What the page asks for beside the methods: at the script's start, and for an event of its own. */
export type Occasion = 'start' | 'event';

/**
 * The stand-in's memory. It lives in the CRM's server, so that a fault is met once however many tabs are open and
 * however often they are loaded anew. The pages ask it at each call: the call after a change sees the change.
 */
export interface OpenCtiControl {
  options(): OpenCtiOptions;
  /** @throws {TypeError} for an option that is unknown or cannot be so */
  set(changes: OpenCtiChanges): void;
  /** How often each method was called with proper arguments, refused by a fault or not. */
  calls(): Readonly<Record<string, number>>;
  /** Counts a call and uses up a fault. */
  take(method: string): Turn;
  /**
   * Answers `/control/open-cti` (GET tells, POST changes) and the pages' `/api/open-cti/call`.
   * @returns undefined for any other address
   */
  answer(
    method: string,
    path: string,
    body?: Readonly<Record<string, unknown>>,
  ): { readonly status: number; readonly value: unknown } | undefined;
}

/** @throws {TypeError} for an option that is unknown or cannot be so */
export function createOpenCtiControl(initial: OpenCtiChanges = {}): OpenCtiControl {
  let options = changed(DEFAULTS, initial);
  const counts = new Map<string, number>();

  function take(method: string): Turn {
    if (!Object.hasOwn(METHODS, method)) return { options };
    counts.set(method, (counts.get(method) ?? 0) + 1);
    const fault = options.faults.find((rule) => rule.method === method || rule.method === '*');
    if (!fault) return { options };
    const now = options;
    options = { ...options, faults: options.faults.flatMap((rule) => (rule === fault ? used(rule) : rule)) };
    return { options: now, fault };
  }

  const calls = (): Record<string, number> => Object.fromEntries(counts);
  const state = (): unknown => ({ options, calls: calls() });

  return {
    options: () => options,
    set: (changes) => {
      options = changed(options, changes);
    },
    calls,
    take,
    answer(method, path, body = {}) {
      if (path === '/api/open-cti/call' && method === 'POST') {
        return { status: 200, value: take(String(body['method'])) };
      }
      if (path !== '/control/open-cti') return undefined;
      if (method !== 'GET' && method !== 'POST')
        return { status: 405, value: { error: 'only GET and POST' } };
      try {
        if (method === 'POST') options = changed(options, body);
        return { status: 200, value: state() };
      } catch (error) {
        return { status: 400, value: { error: error instanceof Error ? error.message : String(error) } };
      }
    },
  };
}

function used(rule: FaultRule): FaultRule[] {
  if (rule.times === undefined) return [rule];
  return rule.times > 1 ? [{ ...rule, times: rule.times - 1 }] : [];
}
