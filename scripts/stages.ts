import { run, runTool } from './run.ts';
import { reportPath } from './report.ts';
import { filesBelow } from './test-files.ts';

export interface Stage {
  readonly name: string;
  readonly needs: { readonly browser: boolean; readonly build: boolean };
  readonly files: () => readonly string[];
  /** Starts the stage's runner, which writes the report. @returns its exit code, null when it was killed */
  readonly run: (files: readonly string[]) => Promise<number | null>;
}

/** What the unit stage leaves to others: they need a browser or a built package. */
const ELSEWHERE = /^test\/(?:elements|scenarios|tabs-browser|package)\//;

const onNode = (name: string) => (files: readonly string[]) =>
  run(process.execPath, ['--import', 'tsx', 'scripts/node-tests.ts', ...files], {
    TEST_REPORT: reportPath(name),
  });

/** The stages of `npm test`, in their order: what is quick to tell comes first. */
export const STAGES: readonly Stage[] = [
  {
    name: 'unit',
    needs: { browser: false, build: false },
    files: () => filesBelow('test', '.test.ts').filter((file) => !ELSEWHERE.test(file)),
    run: onNode('unit'),
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
];
