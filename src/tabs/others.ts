/** What only a second tab needs: fetched when there is one. */
export { createHub } from './hub.ts';
export { createMirror } from './mirror.ts';
