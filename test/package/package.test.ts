import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium, type Browser, type Page } from '@playwright/test';
import type { Manifest } from '../../scripts/manifest.ts';
import { browserOptions } from '../support/browser.ts';
import { active, talking } from '../support/make-state.ts';
import { createConsumer, type Consumer } from './consumer.ts';
import { CONFIG, bundleFor, html, openPage, type Pages } from './pages.ts';

let consumer: Consumer;
let browser: Browser;

before(async () => {
  [consumer, browser] = await Promise.all([createConsumer(), chromium.launch(browserOptions.launchOptions)]);
});

after(async () => {
  await Promise.all([consumer.remove(), browser.close()]);
});

const open = (pages: Pages, path: string, look: (page: Page) => Promise<void>): Promise<void> =>
  openPage(browser, consumer, pages, path, look);
const bundle = (program: string): Promise<string> => bundleFor(consumer, program);

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
    'dist/custom-elements.json',
    'dist/host.js',
    'dist/types/crm-adapter/web/host.d.ts',
    'dist/locales/de.json',
    'dist/locales/ar.json',
    'dist/types/src/index.d.ts',
    // What docs/salesforce.md deploys.
    ...['sfdx-project.json', '.forceignore', 'force-app/main/default/lwc/gcSoftphone/client.js'].map(
      (file) => `crm-adapter/salesforce/${file}`,
    ),
  ];
  assert.deepEqual(
    needed.filter((file) => !consumer.files.includes(file)),
    [],
  );
  assert.deepEqual(
    consumer.files.filter((file) =>
      /^(?:src|test|simulator|demo|scripts|node_modules)\/|\/__tests__\//.test(file),
    ),
    [],
  );
});

const PROGRAM = `import { readConfig, createI18n, createSoftphone, defineElements, GcSoftphone, SoftphoneError, SoftphoneParts } from 'gc-softphone';
import { connectSoftphone, CrmError } from 'gc-softphone/host';
import type { Call, Config, ConfigDocument, Intent, Softphone, SoftphoneState, Source, Surroundings } from 'gc-softphone';

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
const parts: SoftphoneParts = globalThis.document.createElement('gc-parts');
export function lay(softphone: Softphone): void {
  const source: Source = softphone;
  Object.assign(parts, { source, i18n: createI18n({ base: 'https://agents.example/locales/' }) });
}
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

test('the manifest names every element that the package registers', async () => {
  const { customElements } = JSON.parse(await readFile(join(consumer.installed, 'package.json'), 'utf8')) as {
    customElements: string;
  };
  const manifest = JSON.parse(await readFile(join(consumer.installed, customElements), 'utf8')) as Manifest;
  const known = manifest.modules.flatMap(({ declarations }) => declarations.map(({ tagName }) => tagName));
  const program = `import { defineParts } from 'gc-softphone';
    const registered = [];
    const { define } = CustomElementRegistry.prototype;
    CustomElementRegistry.prototype.define = function (tag, ...rest) {
      registered.push(tag);
      define.call(this, tag, ...rest);
    };
    defineParts().then(() => (window.registered = registered));`;
  const pages = {
    '/host.html': html('<script type="module" src="app.js"></script>'),
    '/app.js': await bundle(program),
  };
  await open(pages, '/host.html', async (page) => {
    const seen = await page.waitForFunction(
      () => (window as unknown as { registered?: string[] }).registered,
    );
    assert.deepEqual(((await seen.jsonValue()) ?? []).sort(), known.sort());
  });
});

test('elements stand alone on a page that lays them out itself', async () => {
  const body = `<script type="module" src="app.js"></script>
    <gc-parts id="live"><gc-sign-in></gc-sign-in><footer><gc-status-line></gc-status-line></footer></gc-parts>
    <gc-parts id="kept"><gc-agent-bar></gc-agent-bar><aside><gc-call-card></gc-call-card></aside></gc-parts>`;
  const program = `import { browserSurroundings, createI18n, createSoftphone, defineElements, defineParts, readConfig } from 'gc-softphone';
    const base = new URL('/', location.href);
    // As a page with a softphone of its own does: they are there before what is around them.
    defineElements();
    await defineParts();
    const i18n = createI18n({ base: new URL('locales/', base) });
    const { config } = readConfig(await (await fetch('/config.json')).json());
    const softphone = createSoftphone(config, browserSurroundings(base), i18n);
    Object.assign(document.querySelector('#live'), { source: softphone, i18n });
    const state = JSON.parse(await (await fetch('/state.json')).text());
    window.said = [];
    const source = { state, subscribe: () => () => {}, dispatch: (intent) => window.said.push(intent.type) };
    Object.assign(document.querySelector('gc-call-card'), { call: state.calls[0].key });
    Object.assign(document.querySelector('#kept'), { source, i18n, theme: 'dark' });`;
  const pages = {
    '/host.html': html(body),
    '/app.js': await bundle(program),
    '/state.json': JSON.stringify(talking([active()])),
  };
  await open(pages, '/host.html', async (page) => {
    const live = page.locator('#live');
    await live.getByRole('form', { name: 'Sign in' }).getByRole('textbox', { name: 'Agent ID' }).waitFor();
    await live
      .getByRole('status')
      .getByText(/Connecting|Out of service/)
      .waitFor();
    const kept = page.locator('#kept');
    assert.equal(await kept.getByRole('region', { name: 'Softphone' }).getAttribute('dir'), 'ltr');
    await kept.getByRole('button', { name: 'State: Talking' }).waitFor();
    const card = kept.getByRole('region', { name: 'Call with Maria Sørensen' });
    await card.getByRole('button', { name: 'Hold' }).click();
    assert.deepEqual(await page.evaluate(() => (window as unknown as { said: string[] }).said), ['hold']);
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
