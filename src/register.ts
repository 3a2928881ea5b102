/** `dist/gc-softphone.js`: registers the elements. The only module of the package that does something by being imported. */
import { defineElements } from './define.ts';

defineElements();
