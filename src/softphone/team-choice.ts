import type { TextStore } from '../session/memory.ts';
import type { Choice } from '../supervision/supervision.ts';

const KEY = 'gc-softphone.team';

/**
 * The team that a supervisor watches, kept for this tab.
 * @param tab sessionStorage; where it is denied, a reload forgets the team
 */
export function choiceOf(tab: () => TextStore): Choice {
  const attempt = <T>(use: () => T): T | undefined => {
    try {
      return use();
    } catch {
      return undefined;
    }
  };
  return {
    load(agentId) {
      const kept = attempt(() => JSON.parse(tab().getItem(KEY) ?? '') as unknown);
      const [whose, team] = Array.isArray(kept) ? (kept as readonly unknown[]) : [];
      return whose === agentId && typeof team === 'string' ? team : undefined;
    },
    save: (agentId, team) => attempt(() => tab().setItem(KEY, JSON.stringify([agentId, team]))),
    forget: () => attempt(() => tab().setItem(KEY, '')),
  };
}
