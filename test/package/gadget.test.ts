import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { inflateRawSync } from 'node:zlib';
import { readMessages } from '../../demo/finesse/gadgets/spec.ts';
import { packageFiles } from '../../scripts/package.ts';
import { zip } from '../../scripts/zip.ts';
import { elementsOf, parseXml, textOf } from '../../simulator/finesse/xml.ts';

interface Unpacked {
  readonly mode: number;
  readonly text: string;
}

/** Reads an archive by its central directory. */
function unzip(archive: Buffer): ReadonlyMap<string, Unpacked> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const files = new Map<string, Unpacked>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [size, name] = [archive.readUInt32LE(at + 20), archive.readUInt16LE(at + 28)];
    const path = archive.toString('utf8', at + 46, at + 46 + name);
    const local = archive.readUInt32LE(at + 42);
    const data = archive.subarray(local + 30 + name, local + 30 + name + size);
    files.set(path, {
      mode: archive.readUInt16LE(at + 40),
      text: path.endsWith('/') ? '' : inflateRawSync(data).toString('utf8'),
    });
    at += 46 + name;
  }
  return files;
}

const FOLDER = 'gc-softphone-1.2.3';
let archive: Buffer;
let files: ReadonlyMap<string, Unpacked>;

before(() => {
  archive = zip(packageFiles('1.2.3'));
  files = unzip(archive);
});

describe('the archive for a Finesse administrator', () => {
  it('has the gadget in a folder of its version, whole', () => {
    for (const file of [
      'gadget.xml',
      'loader.js',
      'gadget.js',
      'ticker.js',
      'locales/de.json',
      'messages/ar.xml',
    ])
      assert.ok(files.has(`${FOLDER}/${file}`), file);
    const scripts = [...files].filter(([path]) => path.endsWith('.js'));
    for (const [path, { text }] of scripts) {
      for (const [, name = ''] of text.matchAll(/(?:from|import)\s*\(?"(\.{1,2}\/[^"]+\.js)"/g))
        assert.ok(files.has(join(path, '..', name)), `${path} imports ${name}`);
    }
    assert.ok(scripts.length > 10);
  });

  it('may be read by everybody, whatever the modes are here', () => {
    for (const [path, { mode }] of files) assert.equal(mode, path.endsWith('/') ? 0o040755 : 0o100644, path);
    assert.ok(files.has(`${FOLDER}/`) && files.has(`${FOLDER}/chunks/`));
  });

  it('is the same for the same files', () => assert.ok(zip(packageFiles('1.2.3')).equals(archive)));

  it('has nothing of the workshop in it', () => {
    const odd = [...files.keys()].filter((path) => /\.(map|ts)$|node_modules|(^|\/)\./.test(path));
    assert.deepEqual(odd, []);
  });

  it('is what another program unpacks', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gc-zip-'));
    await writeFile(join(folder, 'gadget.zip'), archive);
    const script =
      'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), len(z.namelist()))';
    const { stdout } = await promisify(execFile)('python3', ['-c', script, join(folder, 'gadget.zip')]);
    await rm(folder, { recursive: true });
    assert.equal(stdout.trim(), `None ${files.size}`);
  });
});

describe('the layouts', () => {
  it('are there for every release, for agents and supervisors, and name the folder', () => {
    const layouts = [...files].filter(([path]) => /^layouts\/.*\.xml$/.test(path));
    assert.deepEqual([...new Set(layouts.map(([path]) => path.split('/')[1]))].sort(), [
      'finesse-12.0',
      'finesse-12.5',
      'finesse-12.6',
      'finesse-15',
    ]);
    for (const [path, { text }] of layouts) {
      const roles = elementsOf(parseXml(text), 'layout').map((one) => elementsOf(one, 'role').map(textOf)[0]);
      assert.deepEqual(roles, ['Agent', 'Supervisor'], path);
      assert.equal(text.split(`/3rdpartygadget/files/${FOLDER}/gadget.xml`).length, 3, path);
      assert.doesNotMatch(text, /\{\w+\}/, path);
    }
  });
});

describe('the built gadget', () => {
  const read = (file: string): string => files.get(`${FOLDER}/${file}`)?.text ?? '';

  it('is the XML of the sources, with its words in every language', () => {
    assert.equal(read('gadget.xml'), readFileSync('gadget/gadget.xml', 'utf8'));
    for (const language of ['en', 'de', 'ar']) {
      const { loader } = JSON.parse(readFileSync(`locales/${language}.json`, 'utf8')) as { loader: object };
      assert.deepEqual(readMessages(parseXml(read(`messages/${language}.xml`))), loader);
    }
  });

  it('has a loader that is a classic script, and blocks nothing', () => {
    assert.doesNotMatch(read('loader.js'), /^\s*(import|export)\b/m);
    // A method of ours may have such a name.
    const blocks = /(?<![\w.$])(alert|confirm|prompt|showModalDialog|eval)\([^)]*\)(?!\{)|new Function\(/g;
    for (const [path, { text }] of files)
      if (path.endsWith('.js')) assert.deepEqual(text.match(blocks) ?? [], [], path);
  });

  /** A folder with the schemas of the OpenSocial gadget specification 2.5.1, which are not ours to hand on. */
  const schemas = process.env['GADGET_SCHEMAS'] ?? '';

  it('fits the schemas of gadgets, where they and xmllint are at hand', async () => {
    const checks = [
      ['opensocial-2.5.1-module.xsd', 'dist/gadget/gadget.xml'],
      ['opensocial-2.5.1-messagebundle.xsd', 'dist/gadget/messages/ar.xml'],
    ];
    for (const [schema = '', file = ''] of schemas ? checks : []) {
      assert.ok(existsSync(join(schemas, schema)), schema);
      await promisify(execFile)('xmllint', ['--noout', '--nonet', '--schema', join(schemas, schema), file]);
    }
    assert.equal(parseXml(read('gadget.xml')).name, 'Module');
  });
});
