/** `npm run gallery`: serves every element of the softphone in every state it can be in, to try, on this machine only. */
import { pathToFileURL } from 'node:url';
import { closeAtEnd, serveLocally, type LocalPage } from './local-page.ts';

/** @param port 0 takes any free one */
export function startGallery(port = 0): Promise<LocalPage> {
  const folder = 'test/gallery';
  return serveLocally({
    pages: [`${folder}/gallery.html`, `${folder}/picture.html`],
    entries: ['gallery.ts', 'gallery.css', 'picture.ts', 'picture.css'].map((name) => `${folder}/${name}`),
    // No machine's own fonts in a picture, and none is the same on every machine.
    folders: { '/fonts/': 'node_modules/@fontsource' },
    port,
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const server = await startGallery(8083);
  console.log(`Open ${server.url}. Stop with Ctrl+C.`);
  closeAtEnd(server);
}
