/** `npm run replay`: serves the page that steps through a diagnostics file, on this machine only. */
import { pathToFileURL } from 'node:url';
import { closeAtEnd, serveLocally, type LocalPage } from './local-page.ts';

/** @param port 0 takes any free one */
export function startReplay(port = 0): Promise<LocalPage> {
  return serveLocally({
    pages: ['src/replay/page.html'],
    entries: ['src/replay/page.ts', 'src/replay/page.css'],
    port,
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const server = await startReplay(8082);
  console.log(`Open ${server.url} and choose a diagnostics file. Stop with Ctrl+C.`);
  closeAtEnd(server);
}
