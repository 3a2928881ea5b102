/**
 * `node --import ./scripts/typescript.js`: lets Node load our TypeScript, faster at the start than a general loader, which
 * counts where every test file is a process of its own.
 */
import { register } from 'node:module';

process.setSourceMapsEnabled(true);
register('./typescript-hooks.js', import.meta.url);
