/** What is fetched while the sign-in form is up: everything behind the screen, and the elements that a call needs. */
export { callElements } from './elements/call-elements.ts';
export { createSoftphone } from './softphone/softphone.ts';
export { browserSurroundings } from './softphone/surroundings.ts';
