import { resolve } from 'node:path';
import { provideBrokers } from './brokers.ts';
import { run, runTool } from './run.ts';
import { reportPath, tellFailure, writeReport } from './report.ts';
import { filesBelow } from './test-files.ts';

export interface Stage {
  readonly name: string;
  readonly needs: { readonly browser: boolean; readonly build: boolean };
  /** Not part of a plain `npm test`, which needs Node alone: it installs Debian's packages. */
  readonly onlyByName?: true;
  readonly files: () => readonly string[];
  /** Starts the stage's runner, which writes the report. @returns its exit code, null when it was killed */
  readonly run: (files: readonly string[]) => Promise<number | null>;
}

/** What the unit stage leaves to others: they need a browser or a built package. */
const ELSEWHERE = /^test\/(?:elements|scenarios|tabs-browser|package)\//;

/** What the runner is given, it hands on to each test file. */
const SEED = './test/support/same-seed.ts';

/** Instead of tsx: each file is a process of its own, and spent more time on starting than on its tests. */
const LOADER = './scripts/typescript.js';

const onNode = (name: string) => (files: readonly string[]) =>
  run(process.execPath, ['--import', LOADER, '--import', SEED, 'scripts/node-tests.ts', ...files], {
    TEST_REPORT: reportPath(name),
  });

/** The stages of `npm test` and `npm run check`, in their order: what is quick to tell comes first. */
export const STAGES: readonly Stage[] = [
  {
    name: 'unit',
    needs: { browser: false, build: false },
    files: () => filesBelow('test', '.test.ts').filter((file) => !ELSEWHERE.test(file)),
    run: onNode('unit'),
  },
  {
    name: 'lwc',
    needs: { browser: false, build: false },
    files: () => filesBelow('crm-adapter/salesforce/force-app', '.test.js'),
    // The runner reads the Salesforce project of the folder that it is started in.
    run: () =>
      runTool(
        'sfdx-lwc-jest',
        [],
        { TEST_REPORT: resolve(reportPath('lwc')), NODE_ENV: 'test' },
        'crm-adapter/salesforce',
      ),
  },
  {
    name: 'elements',
    needs: { browser: true, build: false },
    files: () => filesBelow('test/elements', '.test.ts'),
    run: () => runTool('web-test-runner', []),
  },
  {
    name: 'scenarios',
    needs: { browser: true, build: true },
    files: () => filesBelow('test/scenarios', '.spec.ts'),
    run: () => runTool('playwright', ['test'], { TEST_REPORT: reportPath('scenarios') }),
  },
  {
    name: 'pictures',
    needs: { browser: true, build: false },
    files: () => ['test/pictures', 'test/gallery'].flatMap((folder) => filesBelow(folder, '.spec.ts')),
    run: () =>
      runTool('playwright', ['test', '-c', 'test/pictures/playwright.config.ts'], {
        TEST_REPORT: reportPath('pictures'),
      }),
  },
  {
    name: 'tabs',
    needs: { browser: true, build: true },
    files: () => filesBelow('test/tabs-browser', '.test.ts'),
    run: onNode('tabs'),
  },
  {
    name: 'package',
    needs: { browser: true, build: true },
    files: () => filesBelow('test/package', '.test.ts'),
    run: onNode('package'),
  },
  {
    name: 'brokers',
    needs: { browser: true, build: true },
    onlyByName: true,
    files: () => filesBelow('test/brokers', '.spec.ts'),
    async run(files) {
      try {
        await provideBrokers();
      } catch (error) {
        tellFailure(`✖ ${error instanceof Error ? error.message : String(error)}`);
        writeReport(reportPath('brokers'), { passed: 0, failed: 1, skipped: 0, files: files.length });
        return 1;
      }
      const config = ['-c', 'test/brokers/playwright.config.ts'];
      return runTool('playwright', ['test', ...config], { TEST_REPORT: reportPath('brokers') });
    },
  },
];
