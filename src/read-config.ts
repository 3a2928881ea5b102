import { parseConfig, type Config } from './config.ts';
import { problemsOf, type ConfigProblem } from './config-problems.ts';

export type ConfigResult = (
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] }
) & {
  /** Paths of keys that nobody knows. */
  readonly unknown: readonly string[];
};

/**
 * Reads a configuration document. Total: whatever it is handed, it says what is wrong with it.
 * @param document parsed JSON
 */
export function readConfig(document: unknown): ConfigResult {
  const parsed = parseConfig(document);
  if (parsed.ok) return parsed;
  const { unknown, issues } = parsed;
  return { ok: false, problems: problemsOf(issues), unknown };
}
