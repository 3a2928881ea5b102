import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const exec = promisify(execFile);

interface LockEntry {
  readonly dev?: boolean;
  readonly optional?: boolean;
}

/** An otherwise empty folder with the packed softphone installed in it. */
export interface Consumer {
  readonly folder: string;
  /** The installed package. */
  readonly installed: string;
  /** What was packed, as paths inside the package. */
  readonly files: readonly string[];
  write(name: string, text: string): Promise<void>;
  /** Runs a tool of this project there. @returns what it printed; @throws with it when it fails */
  run(tool: string, args: readonly string[]): Promise<string>;
  remove(): Promise<void>;
}

/** Packs the softphone as `npm publish` would, and installs it as a customer does. */
export async function createConsumer(): Promise<Consumer> {
  const folder = await mkdtemp(join(tmpdir(), 'gc-consumer-'));
  const packed = await exec('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]);
  const [{ filename, files }] = JSON.parse(packed.stdout) as [
    { readonly filename: string; readonly files: readonly { readonly path: string }[] },
  ];
  const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text);
  const dependencies = { 'gc-softphone': `file:${filename}` };
  await write(
    'package.json',
    JSON.stringify({ name: 'consumer', private: true, type: 'module', dependencies }),
  );
  await write('package-lock.json', JSON.stringify(await lockFor(filename)));
  await exec('npm', ['ci', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
  });
  return {
    folder,
    installed: join(folder, 'node_modules/gc-softphone'),
    files: files.map(({ path }) => path),
    write,
    async run(tool, args) {
      try {
        return (await exec(resolve('node_modules/.bin', tool), [...args], { cwd: folder })).stdout;
      } catch (error) {
        const { stdout, stderr } = error as { readonly stdout?: string; readonly stderr?: string };
        throw new Error(`${tool}: ${stdout ?? ''}${stderr ?? String(error)}`, { cause: error });
      }
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Our own lock without what is for development: npm finds those packages in its cache, since they are installed here. */
async function lockFor(tarball: string): Promise<unknown> {
  const own = JSON.parse(await readFile('package.json', 'utf8')) as Readonly<Record<string, unknown>>;
  const lock = JSON.parse(await readFile('package-lock.json', 'utf8')) as {
    readonly packages: Readonly<Record<string, LockEntry>>;
  };
  const runtime = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && dev !== true);
  const { version, dependencies } = own;
  return {
    name: 'consumer',
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': { name: 'consumer', dependencies: { 'gc-softphone': `file:${tarball}` } },
      'node_modules/gc-softphone': { version, resolved: `file:${tarball}`, dependencies },
      ...Object.fromEntries(runtime),
    },
  };
}
