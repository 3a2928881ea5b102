import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';
import type { Theme } from '../../src/elements/softphone-view.ts';
import type { Look } from '../../src/ui/tokens.ts';
import type {} from '../../test/gallery/picture.ts';
import { STATES } from '../../test/support/states.ts';
import { startGallery } from '../gallery.ts';

/** Not kept with the sources. */
const FOLDER = '.reports/pictures';

interface SheetOptions {
  readonly title: string;
  readonly theme: Theme;
  readonly look: Look;
  readonly language: string;
  /** What the system prefers: high contrast is light or dark as that is. */
  readonly colorScheme: 'light' | 'dark';
  /** Of each softphone, in CSS pixels. */
  readonly width: number;
}

const LOOKS: readonly Look[] = ['neutral', 'lightning', 'finesse'];
const SCHEMES = ['light', 'dark'] as const;
const HEIGHT = 480;
const COLUMNS = 10;

/** Every theme in both directions, and once as narrow as it may be, in the language with the longest words. */
const SHEETS: readonly SheetOptions[] = [
  ...['en', 'ar'].flatMap((language) =>
    SCHEMES.flatMap((colorScheme) =>
      [
        ...LOOKS.map((look) => ({ theme: colorScheme as Theme, look })),
        { theme: 'contrast' as const, look: 'neutral' as const },
      ].map(({ theme, look }) => ({
        title: [theme === 'contrast' ? 'contrast' : look, colorScheme, language].join(' '),
        theme,
        look,
        language,
        colorScheme,
        width: 320,
      })),
    ),
  ),
  {
    title: 'neutral light de 240 px',
    theme: 'light',
    look: 'neutral',
    language: 'de',
    colorScheme: 'light',
    width: 240,
  },
];

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/**
 * Draws every state that can be on screen in every theme and direction: a picture for each, all of them on one page.
 * @returns the page's path
 */
export async function takeSheets(browser: Browser): Promise<string> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const server = await startGallery();
  const states = Object.keys(STATES);
  const rows = Math.ceil(states.length / COLUMNS);
  for (const { title, width, colorScheme, ...choice } of SHEETS) {
    const viewport = { width: COLUMNS * (width + 16) + 16, height: rows * (HEIGHT + 36) + 16 };
    const page = await browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce', timezoneId: 'UTC' });
    await page.goto(`${server.url}picture.html`);
    await page.waitForFunction(() => 'showSheet' in window);
    await page.evaluate((sheet) => window.showSheet(sheet), {
      choices: states.map((state) => ({ tag: 'gc-view', state, ...choice })),
      width,
      height: HEIGHT,
      columns: COLUMNS,
    });
    await page.screenshot({ path: `${FOLDER}/${title.replaceAll(' ', '-')}.png` });
    await page.close();
  }
  await server.close();
  const figures = SHEETS.map(({ title }) => {
    const file = `${title.replaceAll(' ', '-')}.png`;
    return `<h2>${escaped(title)}</h2><a href="${file}"><img src="${file}" alt="${escaped(title)}" loading="lazy"></a>`;
  });
  const page = `${FOLDER}/index.html`;
  writeFileSync(
    page,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Every state</title><style>body{font:15px system-ui;margin:1rem}img{max-width:100%}</style><h1>${states.length} states, ${SHEETS.length} times</h1>${figures.join('\n')}</html>\n`,
  );
  return page;
}
