import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** All files below a folder whose names end so, sorted. */
export function filesBelow(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort();
}

/** What leaves tests out, in any of the three runners. Some of them would not say so. */
const LEAVES_OUT =
  /\b(?:test|it|describe|suite|context|t)(?:\.\w+)?\.(?:only|skip|fixme|fail|todo|runOnly)\b|\bx(?:it|describe|context)\(|\b(?:only|skip|todo): /;

/** @returns a complaint for each line that leaves a test out */
export function leftOut(files: readonly string[]): string[] {
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        LEAVES_OUT.test(line) ? [`${file}:${index + 1} leaves tests out: ${line.trim()}`] : [],
      ),
  );
}
