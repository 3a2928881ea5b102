import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { accessibleTreePlugin } from './test/support/accessible-tree.js';
import { emulateMediaPlugin } from './test/support/emulate-media.js';
import { ARGS, findBrowser, NEVER_SEEN } from './test/support/find-browser.js';

const fonts = ['noto-sans', 'noto-sans-arabic'].flatMap((font) => [`${font}/400`, `${font}/600`]);
const tsconfig = fileURLToPath(new URL('./tsconfig.json', import.meta.url));

/** The languages are fetched as they are; imported, they are modules. */
const localeModules = {
  name: 'locale-modules',
  transformImport({ source }) {
    return source.endsWith('.json') ? `${source}?module` : undefined;
  },
  resolveMimeType({ path, querystring }) {
    return path.endsWith('.json') && querystring === 'module' ? 'js' : undefined;
  },
  transform({ path, querystring, body }) {
    return path.endsWith('.json') && querystring === 'module' ? `export default ${String(body)}` : undefined;
  },
};

/** Every test file fails for errors that none of its tests awaited. */
const lateErrors = {
  name: 'late-errors',
  transform({ path, body }) {
    return path.endsWith('.test.ts') ? `import '/test/support/late-errors.ts';\n${String(body)}` : undefined;
  },
};

/**
 * Writes what passed and failed to `.reports/elements.json`, and prints it. A file without a test counts as a failure,
 * and so does one that could not be loaded: the runner itself lets the first pass, and counts no test for the second.
 */
function countingReporter() {
  return {
    onTestRunFinished({ sessions }) {
      let passed = 0;
      let failed = 0;
      let skipped = 0;
      const failures = [];
      const count = (suite) => {
        for (const test of suite.tests) {
          if (test.skipped) skipped += 1;
          else if (test.passed) passed += 1;
          else {
            failed += 1;
            failures.push(`✖ ${test.name}\n    ${test.error?.message ?? 'no error'}`);
          }
        }
        for (const inner of suite.suites) count(inner);
      };
      for (const session of sessions) {
        const before = passed + failed + skipped;
        if (session.testResults) count(session.testResults);
        const isEmpty = passed + failed + skipped === before;
        if (isEmpty) process.stdout.write(`${session.testFile}: no test ran\n`);
        if (isEmpty || session.errors.length > 0) {
          failed += 1;
          const why = session.errors.map(({ message }) => message).join('\n');
          failures.push(`✖ ${session.testFile}: ${why || 'no test ran'}`);
        }
      }
      const files = sessions.length;
      mkdirSync('.reports', { recursive: true });
      writeFileSync('.reports/elements.json', `${JSON.stringify({ passed, failed, skipped, files })}\n`);
      // scripts/test.ts prints them once more at its end.
      if (failures.length > 0) appendFileSync('.reports/failures.txt', `${failures.join('\n')}\n`);
      process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);
      // The runner decides on its exit code by what it saw itself, and an empty file it did not see.
      if (failed > 0 || passed === 0) process.on('exit', () => (process.exitCode = 1));
    },
  };
}

/** Collects the errors that no test awaits, from before the first test on, and brings fonts that a bare machine lacks. */
const testRunnerHtml = (framework) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>elements</title>
    <script>
      window.lateErrors = [];
      addEventListener('unhandledrejection', (event) => lateErrors.push(String(event.reason?.stack ?? event.reason)));
      addEventListener('error', (event) => {
        if (!/ResizeObserver loop/.test(event.message)) lateErrors.push(event.message);
      });
    </script>
    ${fonts.map((font) => `<link rel="stylesheet" href="/node_modules/@fontsource/${font}.css" />`).join('\n    ')}
    <style>
      body { margin: 0; --gc-font: 'Noto Sans', 'Noto Sans Arabic', sans-serif; }
    </style>
  </head>
  <body>
    <script type="module" src="${framework}"></script>
  </body>
</html>`;

export default {
  files: 'test/elements/**/*.test.ts',
  nodeResolve: { exportConditions: ['production'] },
  concurrency: 2,
  testFramework: { config: { timeout: 10_000 } },
  testsFinishTimeout: 300_000,
  testRunnerHtml,
  plugins: [
    accessibleTreePlugin(),
    emulateMediaPlugin(),
    lateErrors,
    localeModules,
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig }),
  ],
  browsers: [
    chromeLauncher({
      // A window for each: behind another tab a page gets one frame a second. And every page believes that it has the
      // focus: without it keys would go nowhere.
      createPage: async ({ context }) => {
        const page = await context.newPage({ type: 'window' });
        const client = await page.createCDPSession();
        await client.send('Emulation.setFocusEmulationEnabled', { enabled: true });
        return page;
      },
      launchOptions: {
        executablePath: findBrowser(),
        headless: true,
        args: [...ARGS, '--disable-gpu', `--disable-features=${NEVER_SEEN}`],
      },
    }),
  ],
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: false }), countingReporter()],
};
