import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium, type Browser, type Page } from '@playwright/test';
import { build } from 'esbuild';
import { softphoneConfig } from '../../demo/server/config.ts';
import { browserOptions } from '../support/browser.ts';
import { createConsumer, type Consumer } from './consumer.ts';
import { serve } from './site.ts';

const CONFIG = softphoneConfig({ urls: ['ws://127.0.0.1:9'] }, '');

let consumer: Consumer;
let browser: Browser;

before(async () => {
  [consumer, browser] = await Promise.all([createConsumer(), chromium.launch(browserOptions.launchOptions)]);
});

after(async () => {
  await Promise.all([consumer.remove(), browser.close()]);
});

/** Opens a page of a site that serves the installed `dist`. @returns what it complained of, beside the broker that is not there */
async function open(
  pages: Readonly<Record<string, string>>,
  path: string,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const site = await serve(join(consumer.installed, 'dist'), {
    '/config.json': JSON.stringify(CONFIG),
    ...pages,
  });
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('WebSocket connection'))
      complaints.push(message.text());
  });
  try {
    await page.goto(site.url + path);
    await look(page);
    assert.deepEqual(complaints, []);
  } finally {
    await page.close();
    await site.close();
  }
}

const html = (body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`;

test('the package holds what it promises and nothing of its workshop', () => {
  const needed = [
    'package.json',
    'README.md',
    'LICENSE',
    'CHANGELOG.md',
    'dist/index.js',
    'dist/gc-softphone.js',
    'dist/softphone.html',
    'dist/softphone.css',
    'dist/softphone.js',
    'dist/ticker.js',
    'dist/config.schema.json',
    'dist/host.js',
    'dist/types/crm-adapter/web/host.d.ts',
    'dist/locales/de.json',
    'dist/locales/ar.json',
    'dist/types/src/index.d.ts',
  ];
  assert.deepEqual(
    needed.filter((file) => !consumer.files.includes(file)),
    [],
  );
  assert.deepEqual(
    consumer.files.filter((file) => /^(?:src|test|simulator|demo|scripts|node_modules)\//.test(file)),
    [],
  );
});

const PROGRAM = `import { readConfig, createSoftphone, defineElements, GcSoftphone, SoftphoneError } from 'gc-softphone';
import { connectSoftphone, CrmError } from 'gc-softphone/host';
import type { Call, Config, ConfigDocument, Intent, Softphone, SoftphoneState, Surroundings } from 'gc-softphone';

const document: ConfigDocument = { gc: { urls: ['wss://broker.example:61614'] } };
const result = readConfig(document);
if (!result.ok) throw new SoftphoneError('configNotJson', result.problems.map(({ path }) => path).join());
const config: Config = result.config;
export function start(surroundings: Surroundings): Softphone {
  const softphone = createSoftphone(config, surroundings);
  const answer = (call: Call): Intent => ({ type: 'answer', call: call.key });
  softphone.subscribe(() => {
    const state: SoftphoneState = softphone.state;
    for (const call of state.calls) if (call.phase === 'ringing') softphone.dispatch(answer(call));
  });
  return softphone;
}
defineElements();
const element: GcSoftphone = globalThis.document.createElement('gc-softphone');
element.config = document;
// @ts-expect-error: what the types refuse, or they would be any
element.configUrl = 5;
const phone = connectSoftphone({
  origins: ['https://finesse.example:8445'],
  handlers: {
    search: ({ term, pop }) => ({ records: [{ id: term, type: 'Contact', name: 'Maria' }], opened: pop }),
    logActivity: ({ callKey }) => {
      throw new CrmError('denied', callKey);
    },
  },
});
phone.on('state', ({ kind, label }) => console.log(kind === 'ringing', label));
export const isThere: boolean = phone.dial('2002');
// @ts-expect-error: there is no such intent
const wrong: Intent = { type: 'sing' };
export { element, wrong };
`;

for (const [module, moduleResolution] of [
  ['nodenext', 'nodenext'],
  ['esnext', 'bundler'],
] as const) {
  test(`a strict TypeScript program compiles with moduleResolution ${moduleResolution}`, async () => {
    await consumer.write('program.ts', PROGRAM);
    const compilerOptions = {
      target: 'es2022',
      lib: ['es2023', 'dom', 'dom.iterable'],
      module,
      moduleResolution,
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: false,
      types: [],
      noEmit: true,
    };
    await consumer.write('tsconfig.json', JSON.stringify({ compilerOptions, files: ['program.ts'] }));
    assert.equal(await consumer.run('tsc', ['-p', '.']), '');
  });
}

test('a page with <gc-softphone> shows the sign-in form', async () => {
  const body =
    '<script type="module" src="gc-softphone.js"></script><gc-softphone config-url="/config.json"></gc-softphone>';
  await open({ '/host.html': html(body) }, '/host.html', async (page) => {
    const form = page.getByRole('region', { name: 'Softphone' }).getByRole('form', { name: 'Sign in' });
    await form.getByRole('textbox', { name: 'Agent ID' }).waitFor();
    assert.equal(await form.getByRole('button', { name: 'Sign in' }).isVisible(), true);
  });
});

test('the page of the package shows the sign-in form', async () => {
  await open({}, '/softphone.html?config=/config.json', async (page) => {
    await page.getByRole('form', { name: 'Sign in' }).waitFor();
  });
});

/** A customer's bundle of a program that uses the package. */
async function bundle(program: string): Promise<string> {
  const result = await build({
    stdin: { contents: program, resolveDir: consumer.folder, loader: 'js' },
    bundle: true,
    format: 'esm',
    write: false,
    conditions: ['production'],
    minify: true,
  });
  return result.outputFiles[0]?.text ?? '';
}

test('importing the library does nothing; defining the elements is asked for', async () => {
  const program = `import * as library from 'gc-softphone';
    const isDefined = (name) => customElements.get(name) !== undefined;
    const before = [isDefined('gc-softphone'), isDefined('gc-view'), document.body.childElementCount];
    library.defineElements();
    window.seen = { before, names: Object.keys(library), after: customElements.get('gc-softphone') === library.GcSoftphone };`;
  const pages = {
    '/host.html': html('<script type="module" src="app.js"></script>'),
    '/app.js': await bundle(program),
  };
  await open(pages, '/host.html', async (page) => {
    const seen = await page.waitForFunction(
      () => (window as unknown as { seen?: Record<string, unknown> }).seen,
    );
    const { before: found, names, after: defined } = (await seen.jsonValue())!;
    assert.deepEqual(found, [false, false, 1]);
    assert.equal(defined, true);
    for (const name of ['GcSoftphone', 'createSoftphone', 'defineElements', 'readConfig']) {
      assert.ok((names as string[]).includes(name), name);
    }
  });
});

interface Schema {
  readonly $schema?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
}

test('the schema of the configuration knows every key of the demo', async () => {
  const require = createRequire(join(consumer.folder, 'package.json'));
  const schema = JSON.parse(
    await readFile(require.resolve('gc-softphone/config.schema.json'), 'utf8'),
  ) as Schema;
  assert.match(schema.$schema ?? '', /json-schema\.org/);
  const missing = (document: object, { properties = {} }: Schema, path: string): string[] =>
    Object.entries(document).flatMap(([key, value]: [string, unknown]) => {
      const part = properties[key];
      if (!part) return [`${path}${key}`];
      return part.properties && typeof value === 'object' && value
        ? missing(value, part, `${path}${key}.`)
        : [];
    });
  assert.deepEqual(missing(CONFIG, schema, ''), []);
});
