import { readFile } from 'node:fs/promises';
import { bundled } from '../server/bundle.ts';

/** What browsers get of the desktop, built into memory. */
export interface DesktopFiles {
  readonly html: string;
  readonly app: string;
  readonly styles: string;
  /** Shindig's features, for gadgets. */
  readonly features: string;
  /** The stand-ins for what the desktop serves to gadgets. */
  readonly finesse: string;
  readonly jquery: string;
}

export async function bundleDesktop(): Promise<DesktopFiles> {
  const script = (entry: string): Promise<string> => bundled(`finesse/${entry}`, { format: 'iife' });
  const [html, app, styles, features, finesse, jquery] = await Promise.all([
    readFile(new URL('desktop/index.html', import.meta.url), 'utf8'),
    bundled('finesse/desktop/main.ts', { format: 'esm' }),
    bundled('finesse/desktop/styles.css', {}),
    script('gadgets/features.ts'),
    script('library/main.ts'),
    script('library/jquery.ts'),
  ]);
  return { html, app, styles, features, finesse, jquery };
}
