/** The SFDX project as it stands on the disk, and in a test changed. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { filesBelow } from '../../scripts/test-files.ts';

const ROOT = 'crm-adapter/salesforce';
const TEXTS = /\.(?:xml|cls|js|ts|html|css|json)$/;

/** What every file says, by its path in the project. */
export type Project = ReadonlyMap<string, string>;

export interface Settings {
  readonly name: string;
  readonly namespace: string;
  readonly sourceApiVersion: string;
  readonly packageDirectories: readonly { readonly path: string; readonly default?: boolean }[];
  readonly replacements: readonly {
    readonly filename: string;
    readonly stringToReplace: string;
    readonly replaceWithEnv: string;
  }[];
}

export function readProject(): Project {
  const folders = ['force-app', 'sample-app', 'translations'].flatMap((folder) =>
    filesBelow(`${ROOT}/${folder}`, ''),
  );
  const files = [...folders, `${ROOT}/sfdx-project.json`, `${ROOT}/package.json`, `${ROOT}/.forceignore`];
  return new Map(
    files
      .filter((file) => (TEXTS.test(file) || file.endsWith('.forceignore')) && !file.includes('__tests__'))
      .map((file) => [file.slice(ROOT.length + 1), readFileSync(file, 'utf8')]),
  );
}

/** A copy in which one file says something else. @throws {Error} where the change changes nothing */
export function changed(project: Project, ending: string, change: (content: string) => string): Project {
  const path = [...project.keys()].find((one) => one.endsWith(ending));
  const before = path === undefined ? undefined : project.get(path);
  if (path === undefined || before === undefined) throw new Error(`no file ends in ${ending}`);
  const after = change(before);
  if (after === before) throw new Error(`nothing has changed in ${path}`);
  return new Map([...project, [path, after]]);
}

export function settingsOf(project: Project): Settings {
  return JSON.parse(project.get('sfdx-project.json') ?? '{}') as Settings;
}

/** Files of a kind, such as `.cls`: their name without it, and what they say. */
export function filesOf(
  project: Project,
  ending: string,
): readonly { readonly path: string; readonly name: string; readonly content: string }[] {
  return [...project]
    .filter(([path]) => path.endsWith(ending))
    .map(([path, content]) => ({ path, name: basename(path, ending), content }));
}
