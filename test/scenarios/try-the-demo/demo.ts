import { startDemo } from '../../../demo/server.ts';
import { test as base } from '../../support/desk.ts';

export { BROKEN_SOCKET, expect } from '../../support/desk.ts';

/** The desk as `npm start` sets it up: with the drawer that steers the simulator. */
export const test = base.extend({
  demo: async ({ simulator, transport, urls, config, openCti }, use) => {
    const gc = { transport, urls };
    const demo = await startDemo({
      gc,
      config,
      configAlone: config,
      openCti,
      simulatorUrl: simulator.httpUrl,
    });
    simulator.allowOrigin(demo.crmUrl);
    await use(demo);
    await demo.close();
  },
});
