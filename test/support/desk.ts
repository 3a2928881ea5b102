import { writeFile } from 'node:fs/promises';
import { test as base, type Page } from '@playwright/test';
import { startDemo, type Demo, type DemoOptions } from '../../demo/server.ts';
import type { JsonObject } from '../../demo/server/config.ts';
import type { Control, Simulator, SimulatorOptions } from '../../simulator/api.ts';
import { createSimulator } from '../../simulator/simulator.ts';
import { Crm } from './crm.ts';
import { Phone } from './phone.ts';
import { watchProblems, type Problems } from './problems.ts';

export { expect } from '@playwright/test';
export { BROKEN_SOCKET } from './problems.ts';
export { ADA, GRACE, Phone } from './phone.ts';
export { Crm, MARIA, ring } from './crm.ts';

export interface DeskOptions {
  readonly transport: 'stomp' | 'socket';
  /** Laid over the configuration of the softphone, in the CRM and alone. */
  readonly config: JsonObject;
  readonly simulation: SimulatorOptions;
  /** How slow the CRM is. */
  readonly openCti: NonNullable<DemoOptions['openCti']>;
}

export interface Desk {
  readonly simulator: Simulator;
  /** The other side of every scenario: callers, cuts, GC's moods. */
  readonly gc: Control;
  /** Each frame and command of the simulator, as it logs them. */
  readonly gcLog: string[];
  /** The brokers that the softphone is told of. */
  readonly urls: readonly string[];
  readonly demo: Demo;
  readonly problems: Problems;
  /** The demo CRM, open at its home page with the softphone in its frame. */
  readonly crm: Crm;
  /** The softphone in the CRM's frame. */
  readonly phone: Phone;
  /** The softphone on a page of its own. */
  readonly alone: Phone;
}

/** An agent's desk: a CRM with a softphone, a GC of its own. Whatever goes wrong in a page fails the scenario at its end. */
export const test = base.extend<DeskOptions & Desk>({
  transport: ['stomp', { option: true }],
  config: [{}, { option: true }],
  simulation: [{}, { option: true }],
  openCti: [{}, { option: true }],

  gcLog: async ({ browserName: _ }, use, info) => {
    const log: string[] = [];
    await use(log);
    if (info.status !== info.expectedStatus) await writeFile(info.outputPath('gc.log'), log.join('\n'));
  },
  simulator: async ({ simulation, gcLog }, use) => {
    const simulator = await createSimulator({ ...simulation, log: (line) => gcLog.push(line) });
    await use(simulator);
    await simulator.close();
  },
  gc: ({ simulator }, use) => use(simulator.control),
  urls: ({ simulator }, use) => use([simulator.url]),
  demo: async ({ transport, urls, config, openCti }, use) => {
    const demo = await startDemo({ gc: { transport, urls }, config, configAlone: config, openCti });
    await use(demo);
    await demo.close();
  },
  problems: [
    async ({ context }, use) => {
      const problems = await watchProblems(context);
      await use(problems);
      base.expect(problems.list(), 'what the pages complained of').toEqual([]);
    },
    { auto: true },
  ],
  crm: async ({ page, demo, problems: _ }, use) => {
    await page.goto(demo.crmUrl);
    await use(new Crm(page));
  },
  phone: ({ crm }, use) => use(phoneIn(crm.page)),
  alone: async ({ page, demo, problems: _ }, use) => {
    await page.goto(demo.standaloneUrl);
    await use(new Phone(page));
  },
});

/** The softphone in the frame of a CRM page. */
export function phoneIn(page: Page): Phone {
  return new Phone(page.frameLocator('iframe[title="Softphone"]'));
}

/** The frame itself, to look into its storage or to reload it. */
export function softphoneFrame(page: Page) {
  const frame = page.frames().find((one) => one.url().includes('/softphone.html'));
  if (!frame) throw new Error('The page has no frame with a softphone');
  return frame;
}
