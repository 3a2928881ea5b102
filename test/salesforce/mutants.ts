/** Changes that break the project, for the tests of what is held against them. */
import assert from 'node:assert/strict';
import { changed, type Project } from './project.ts';

/** What is broken, in which file, how, and what is said of it. */
export type Mutant = readonly [name: string, ending: string, from: string | RegExp, to: string, said: RegExp];

/** The complaints tell of a change. @throws {Error} where it changes nothing */
export function assertSeen(
  project: Project,
  [, ending, from, to, said]: Mutant,
  complaints: (mutant: Project) => readonly string[],
): void {
  const mutant = changed(project, ending, (content) => content.replace(from, to));
  assert.match(complaints(mutant).join('\n'), said);
}
