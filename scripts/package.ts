/** `npm run package`: the gadget as the archive that a Finesse administrator unpacks, uploads and puts into the layout. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from './build.ts';
import { filesBelow } from './test-files.ts';
import { zip, type ZipEntry } from './zip.ts';

const BUILT = 'dist/gadget';

/** Releases of Finesse, with the places that each has for a gadget. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  '12.0': ['tab', 'page'],
  '12.5': ['tab', 'page', 'multi-tab'],
  '12.6': ['tab', 'page', 'multi-tab'],
  '15': ['tab', 'page', 'multi-tab'],
};

/** What is in the archive: one folder to upload, and beside it what an administrator reads. */
export function packageFiles(version: string): readonly ZipEntry[] {
  // Finesse's server keeps what it has seen, and UCCX lets nobody rename a folder there: each version has its own.
  const folder = `gc-softphone-${version}`;
  const gadget = `/3rdpartygadget/files/${folder}/gadget.xml`;
  const uploaded = filesBelow(BUILT, '').filter((file) => !file.endsWith('.map'));
  const layouts = Object.entries(PLACES).flatMap(([finesse, places]) =>
    places.map((place) => ({
      path: `layouts/finesse-${finesse}/${place}.xml`,
      data: Buffer.from(
        readFileSync(`gadget/layouts/${place}.xml`, 'utf8')
          .replaceAll('{finesse}', finesse)
          .replaceAll('{gadget}', gadget),
      ),
    })),
  );
  return [
    ...uploaded.map((file) => ({ path: folder + file.slice(BUILT.length), data: readFileSync(file) })),
    ...layouts,
    ...[
      ['docs/finesse.md', 'finesse.md'],
      ['docs/configuration.md', 'configuration.md'],
      ['docs/web-contract.md', 'web-contract.md'],
      ['LICENSE', 'LICENSE'],
    ].map(([file = '', path = '']) => ({ path, data: readFileSync(file) })),
  ];
}

async function main(): Promise<void> {
  if (!(await build())) {
    process.exitCode = 1;
    return;
  }
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
  const file = `release/gc-softphone-gadget-${version}.zip`;
  mkdirSync('release', { recursive: true });
  writeFileSync(file, zip(packageFiles(version)));
  console.log(`\n${file}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
