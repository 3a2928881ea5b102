import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { toJsonSchema } from '@valibot/to-json-schema';
import esbuild from 'rollup-plugin-esbuild';
import { checkBudgets, checkLoader } from './scripts/budgets.js';
import { gadgetFiles } from './scripts/gadget-files.js';
import { minifyTemplates } from './scripts/minify-templates.js';
import { splitEnglish } from './scripts/split-english.js';
import { slimI18next } from './scripts/slim-i18next.js';
import { slimLit } from './scripts/slim-lit.js';
import { slimStompjs } from './scripts/slim-stompjs.js';
import { slimValibot } from './scripts/slim-valibot.js';
import { configSchema } from './src/config.ts';

const tsconfig = fileURLToPath(new URL('./tsconfig.json', import.meta.url));
const typescript = () => esbuild({ target: 'es2022', tsconfig, loaders: { '.json': 'json' } });
const resolve = () => nodeResolve({ exportConditions: ['production'] });
const runtime = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).dependencies);

/** Terser's options. */
const small = {
  module: true,
  compress: {
    passes: 3,
    ecma: 2020,
    keep_fargs: false,
    unsafe_arrows: true,
    pure_getters: true,
  },
  format: { comments: false },
};

/** The files beside the bundle: the page, the languages, the schema of the configuration. */
const beside = {
  name: 'beside-the-bundle',
  generateBundle() {
    const emit = (fileName, source) => this.emitFile({ type: 'asset', fileName, source });
    for (const file of ['softphone.html', 'softphone.css']) emit(file, readFileSync(`src/${file}`, 'utf8'));
    for (const file of readdirSync('locales')) {
      emit(`locales/${file}`, JSON.stringify(JSON.parse(readFileSync(`locales/${file}`, 'utf8'))));
    }
    const schema = toJsonSchema(configSchema, { typeMode: 'input', errorMode: 'ignore' });
    emit(
      'config.schema.json',
      JSON.stringify({ ...schema, title: 'Configuration of gc-softphone' }, undefined, 2),
    );
  },
};

/** The softphone as files of its own, with its parts beside them in `chunks`. */
const softphone = (dir, input, plugins) => ({
  input,
  output: {
    dir,
    format: 'es',
    entryFileNames: '[name].js',
    // Small modules that several files share go into one of them, which is called after what it is imported as.
    experimentalMinChunkSize: 1300,
    chunkFileNames: ({ moduleIds }) =>
      moduleIds.some((id) => id.endsWith('/src/phone.ts'))
        ? 'chunks/phone-[hash].js'
        : 'chunks/[name]-[hash].js',
    // Beside the files, and named by none of them: 200 bytes that only a debugger would read. None for what is uploaded.
    sourcemap: dir === 'dist' && 'hidden',
  },
  plugins: [
    resolve(),
    slimI18next(),
    slimLit(),
    slimStompjs(),
    slimValibot(),
    splitEnglish(Object.values(input)),
    typescript(),
    minifyTemplates(),
    terser(small),
    ...plugins,
  ],
});

/** A classic script. */
const script = (input, file, ...plugins) => ({
  input,
  output: { file, format: 'iife' },
  plugins: [typescript(), terser(), ...plugins],
});

export default [
  {
    ...softphone('dist', { 'gc-softphone': 'src/register.ts' }, [beside, checkBudgets('crm')]),
    preserveEntrySignatures: false,
  },
  script('src/softphone-page.ts', 'dist/softphone.js'),
  script('src/ticker.ts', 'dist/ticker.js'),
  // A folder of its own, whole: it is what an administrator uploads.
  {
    ...softphone('dist/gadget', { gadget: 'gadget/gadget.ts' }, [gadgetFiles, checkBudgets('gadget')]),
    preserveEntrySignatures: 'allow-extension',
  },
  script('gadget/loader.ts', 'dist/gadget/loader.js', checkLoader),
  script('src/ticker.ts', 'dist/gadget/ticker.js'),
  {
    // For the page of a CRM, which may be anybody's: one module.
    input: 'crm-adapter/web/host.ts',
    output: { file: 'dist/host.js', format: 'es' },
    plugins: [typescript(), terser(small)],
  },
  {
    // For those who bundle themselves: dependencies stay theirs.
    input: 'src/index.ts',
    external: (id) => runtime.some((name) => id === name || id.startsWith(`${name}/`)),
    output: {
      dir: 'dist',
      format: 'es',
      entryFileNames: 'index.js',
      chunkFileNames: 'index/[name]-[hash].js',
      sourcemap: true,
    },
    plugins: [resolve(), typescript()],
  },
];
