import { readFileSync } from 'node:fs';

interface Entry {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/**
 * Packages that the lock file names as optional without an entry of their own: `npm ci` fails on them, on one machine
 * and not on the next.
 * @returns a complaint for each
 */
export function gapsInLock(text = readFileSync('package-lock.json', 'utf8')): string[] {
  const { packages } = JSON.parse(text) as { readonly packages: Readonly<Record<string, Entry>> };
  const resolves = (from: string, name: string): boolean => {
    // As Node looks for it: from the package's own folder upwards.
    for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/', at.length - 1)))) {
      if (packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`]) return true;
      if (at === '') return false;
      if (!at.includes('/node_modules/')) at = '';
    }
  };
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !resolves(path, name))
      .map((name) => `package-lock.json: ${path || 'the root'} may need ${name}, which has no entry`),
  );
}
