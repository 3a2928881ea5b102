/** What is fetched while the sign-in form is up: everything behind the screen, and the elements that a call needs. */
export { callElements } from './elements/call-elements.ts';
export { createSoftphone } from './softphone/softphone.ts';
export { browserSurroundings } from './softphone/surroundings.ts';

/** Fetches what opens rarely. From here, so that what it shares with the calls is fetched with them, in one file. */
export const loadRest = (): Promise<typeof import('./rest.ts')> => import('./rest.ts');
