/**
 * Loaded before each test file: properties and walks take the same ways each time, so that a run says of a change what it
 * said yesterday. `npm run test:long` takes new ways, and prints the seed of what it finds.
 */
import fc from 'fast-check';

if (!process.env['LONG']) fc.configureGlobal({ seed: 20_260_301 });
