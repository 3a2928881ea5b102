/**
 * `npm run pictures`: every state in every theme and direction on one page, and the pictures of `docs/pictures` anew, from
 * the product as it was built. `npm run pictures -- --update` makes those anew that `npm test` compares.
 */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { browserOptions } from '../test/support/browser.ts';
import { takeForDocs } from './pictures/docs.ts';
import { takeSheets } from './pictures/sheets.ts';
import { runTool } from './run.ts';

const EXPECTED = 'test/pictures/expected';

const tell = (path: string): void =>
  console.log(`${String(Math.round(statSync(path).size / 1024)).padStart(5)} kB  ${path}`);

async function take(): Promise<void> {
  const browser = await chromium.launch(browserOptions.launchOptions);
  try {
    console.log(`Every state: ${resolve(await takeSheets(browser))}`);
    for (const path of await takeForDocs(browser)) tell(path);
  } finally {
    await browser.close();
  }
}

async function update(): Promise<number | null> {
  const pictures = (): string[] => readdirSync(EXPECTED).filter((file) => file.endsWith('.png'));
  for (const file of pictures()) rmSync(`${EXPECTED}/${file}`);
  const code = await runTool('playwright', [
    ...['test', '-c', 'test/pictures/playwright.config.ts'],
    ...['--update-snapshots=all', 'pictures.spec.ts'],
  ]);
  for (const file of pictures()) tell(`${EXPECTED}/${file}`);
  return code;
}

const { values } = parseArgs({ options: { update: { type: 'boolean', default: false } } });
if (values.update) process.exitCode = (await update()) ?? 1;
else await take();
