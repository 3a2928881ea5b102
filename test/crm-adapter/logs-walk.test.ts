import { it } from 'node:test';
import fc from 'fast-check';
import { deeds, settings } from './logs-deeds.ts';
import { LogsWalk } from './logs-walk.ts';

/** Longer walks, and more of them, with LONG=1. */
const RUNS = { numRuns: process.env['LONG'] ? 10_000 : 1_000 };

it('killed at any step, a call is in the history at most once and its saved note never lost, and nobody gets another’s', async () => {
  await fc.assert(
    fc.asyncProperty(settings, deeds, async (setting, all) => {
      const walk = new LogsWalk(setting);
      await walk.begin();
      for (const deed of all) {
        await walk.do(deed);
        walk.check();
      }
      await walk.finish();
    }),
    RUNS,
  );
});
