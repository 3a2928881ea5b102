import { existsSync } from 'node:fs';

/** Before the scenarios: there must be something to try. */
export default function checkBuilt(): void {
  for (const file of [
    'dist/gc-softphone.js',
    'dist/softphone.html',
    'dist/ticker.js',
    'dist/gadget/gadget.xml',
  ]) {
    if (!existsSync(file)) throw new Error(`${file} is not there: run "npm run build" first`);
  }
}
