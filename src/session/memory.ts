import type { SignInForm } from '../state/model.ts';
import { FORM_KEY } from './form-key.ts';
import { isSnapshot, SNAPSHOT_TTL, type Snapshot } from '../state/snapshot.ts';

/** The part of `Storage` that is used here. Every call may throw: a frame of another site can be denied its storage. */
export interface TextStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const SESSION_KEY = 'gc-softphone.session';

/** What is kept for this tab. Never the password. Source: GC wire contract, section 3, "Reload". */
export interface Kept {
  readonly destination: string;
  readonly savedAt: number;
  /** The agent signed in elsewhere: nothing connects by itself, also after a reload. */
  readonly invalidated: boolean;
  readonly snapshot?: Snapshot | undefined;
}

/** What the softphone remembers beyond a reload, and what it says when it cannot. */
export interface Memory {
  load(): Kept | undefined;
  /** Takes the place of what was kept before. */
  save(kept: Kept): void;
  /** Who signed in here last, for the next form. */
  saveForm(form: Pick<SignInForm, 'agentId' | 'extension'>): void;
}

export interface MemoryOptions {
  /** sessionStorage and localStorage, as functions: to name them may throw already. */
  readonly tab: () => TextStore;
  readonly browser: () => TextStore;
  readonly now: () => number;
  readonly rememberAgent: boolean;
  /** Called once, at the first refusal. */
  readonly onDenied: () => void;
}

/** Makes a memory that works, as far as it can, whatever the storage does. */
export function createMemory({ tab, browser, now, rememberAgent, onDenied }: MemoryOptions): Memory {
  let isDenied = false;
  const attempt = <T>(use: () => T): T | undefined => {
    try {
      return use();
    } catch {
      const isFirst = !isDenied;
      isDenied = true;
      if (isFirst) onDenied();
      return undefined;
    }
  };
  const read = (store: () => TextStore, key: string): Readonly<Record<string, unknown>> =>
    parse(attempt(() => store().getItem(key)));
  return {
    load() {
      const { destination, savedAt, invalidated, snapshot } = read(tab, SESSION_KEY);
      if (typeof destination !== 'string' || typeof savedAt !== 'number') return undefined;
      if (now() - savedAt > SNAPSHOT_TTL) return undefined;
      return {
        destination,
        savedAt,
        invalidated: invalidated === true,
        ...(isSnapshot(snapshot) ? { snapshot } : {}),
      };
    },
    save: (kept) => attempt(() => tab().setItem(SESSION_KEY, JSON.stringify(kept))),
    saveForm({ agentId, extension }) {
      if (rememberAgent) attempt(() => browser().setItem(FORM_KEY, JSON.stringify({ agentId, extension })));
    },
  };
}

function parse(text: string | null | undefined): Readonly<Record<string, unknown>> {
  try {
    return (JSON.parse(text ?? '{}') ?? {}) as Record<string, unknown>;
  } catch {
    return {};
  }
}
