/**
 * `npm test`: a browser, the build, then every stage, or those that are named (`npm test -- unit scenarios`). Ends with
 * the sum, and with exit code 1 when anything failed.
 */
import { pathToFileURL } from 'node:url';
import { provideBrowser } from './browser.ts';
import { build } from './build.ts';
import { failuresTold, forgetFailures, judge, removeReport, tellFailure, type Verdict } from './report.ts';
import { heading, took } from './run.ts';
import { STAGES, type Stage } from './stages.ts';
import { leftOut } from './test-files.ts';

async function runStage(stage: Stage): Promise<Verdict> {
  const { name } = stage;
  heading(name);
  const start = performance.now();
  removeReport(name);
  const files = stage.files();
  // Some runners call it a success when they are given nothing.
  const code = files.length > 0 ? await stage.run(files) : 1;
  const verdict =
    files.length > 0
      ? judge(name, code, files.length)
      : { passed: 0, failed: 1, complaints: [`${name}: there is no test file`] };
  const omitted = leftOut(files);
  const complaints = [...verdict.complaints, ...omitted];
  for (const complaint of complaints) tellFailure(`✖ ${complaint}`);
  const failed = verdict.failed + omitted.length;
  console.log(`${name}: ${verdict.passed} passed, ${failed} failed in ${took(start)}`);
  return { passed: verdict.passed, failed, complaints };
}

/**
 * Runs the stages with these names, all that need Node alone when none is named, and prints the sum as the last line.
 * @param failedBefore what the checks before them found, counted with them
 * @returns whether nothing failed
 */
export async function test(names: readonly string[], failedBefore = 0): Promise<boolean> {
  const unknown = names.filter((name) => STAGES.every((stage) => stage.name !== name));
  if (unknown.length > 0) {
    const known = STAGES.map(({ name }) => name).join(', ');
    console.error(`There is no stage ${unknown.join(', ')}; the stages are ${known}.`);
    return false;
  }
  const chosen = STAGES.filter(({ name, onlyByName }) =>
    names.length === 0 ? !onlyByName : names.includes(name),
  );
  if (chosen.some(({ needs }) => needs.browser)) {
    try {
      process.env['CHROME_PATH'] = await provideBrowser();
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      console.log(`\n0 passed, ${failedBefore + 1} failed`);
      return false;
    }
  }
  forgetFailures();
  let passed = 0;
  let failed = failedBefore;
  const isBuilt = !chosen.some(({ needs }) => needs.build) || (await timedBuild());
  if (!isBuilt) failed += 1;
  for (const stage of chosen) {
    if (stage.needs.build && !isBuilt) {
      console.log(`${stage.name}: not run, there is no build`);
      continue;
    }
    const verdict = await runStage(stage);
    passed += verdict.passed;
    failed += verdict.failed;
  }
  const told = failuresTold();
  if (told) {
    heading('what failed');
    console.log(told);
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0;
}

async function timedBuild(): Promise<boolean> {
  heading('build');
  const start = performance.now();
  const isBuilt = await build();
  console.log(`build: ${isBuilt ? 'done' : 'failed'} in ${took(start)}`);
  return isBuilt;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = (await test(process.argv.slice(2))) ? 0 : 1;
}
