import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { build } from 'esbuild';
import { softphoneConfig } from '../../demo/server/config.ts';
import type { Consumer } from './consumer.ts';
import { serve } from './site.ts';

/** Texts by path. */
export type Pages = Readonly<Record<string, string>>;

/** Its broker is not there. */
export const CONFIG = softphoneConfig({ urls: ['ws://127.0.0.1:9'] }, '');

/** A page of a customer's with this in its body. */
export const html = (body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`;

/**
 * Opens a page of a site that serves the installed `dist`, beside pages of the customer's own. Fails when the page
 * complains of anything but the broker that is not there.
 */
export async function openPage(
  browser: Browser,
  consumer: Consumer,
  pages: Pages,
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

/** A customer's bundle of a program that uses the package. */
export async function bundleFor(consumer: Consumer, program: string): Promise<string> {
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
