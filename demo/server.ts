import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createOpenCtiControl } from './open-cti/control.ts';
import type { OpenCtiControl } from './open-cti/control.ts';
import type { OpenCtiChanges } from './open-cti/options.ts';
import { bundle } from './server/bundle.ts';
import { softphoneConfig } from './server/config.ts';
import type { GcOptions, JsonObject } from './server/config.ts';
import { answerCrm } from './server/crm.ts';
import { closeServer, createLocalServer, listen } from './server/http.ts';
import { answerSoftphone, standalonePath } from './server/softphone.ts';
import { createStore } from './server/store.ts';
import type { Store } from './server/store.ts';

export interface DemoOptions {
  readonly gc: GcOptions;
  /** Where the simulator is steered over HTTP: with it the CRM has a drawer that does so. */
  readonly simulatorUrl?: string;
  /** 0, the default, takes any free port. */
  readonly crmPort?: number;
  readonly softphonePort?: number;
  /** Take a free port when the wanted one is taken, instead of failing. */
  readonly orAnyPort?: boolean;
  /** The built softphone; by default the `dist` beside `demo`. */
  readonly dist?: string;
  /** Laid over the configuration document of the softphone in the CRM. */
  readonly config?: JsonObject;
  /** Laid over the configuration document of the softphone that stands alone. */
  readonly configAlone?: JsonObject;
  /** How the stand-in for Open CTI behaves at the start. */
  readonly openCti?: OpenCtiChanges;
  /** The clock, in milliseconds. */
  readonly now?: () => number;
}

export interface Demo {
  /** Origin of the CRM, without a slash at its end. */
  readonly crmUrl: string;
  /** Origin of the softphone: another site. */
  readonly softphoneUrl: string;
  /** The softphone on a page of its own. */
  readonly standaloneUrl: string;
  /** The CRM's records, to look at from outside. */
  readonly store: Store;
  /** The stand-in for Open CTI: faults, latency, what was called. `POST /control/open-cti` does the same. */
  readonly openCti: OpenCtiControl;
  close(): Promise<void>;
}

/**
 * Serves the demo CRM and, from another site, the built softphone.
 * @throws when the softphone is not built, a wanted port is taken, or an option of `openCti` is none
 */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { crmPort = 0, softphonePort = 0, orAnyPort = false, gc, now = Date.now } = options;
  const dist = options.dist ?? fileURLToPath(new URL('../dist', import.meta.url));
  await access(join(dist, 'softphone.html')).catch(() => {
    throw new Error(`${dist} has no softphone.html: build the softphone first with "npm run build"`);
  });
  const files = await bundle();
  const store = createStore(now);
  const openCti = createOpenCtiControl(options.openCti);

  // Each site's headers name the other's port, so both listen before either answers.
  const crmServer = createLocalServer((request, url) => answerCrm(crm, request, url));
  const softphoneServer = createLocalServer((request, url) => answerSoftphone(softphone, request, url));
  const crmOrigin = `http://localhost:${await listen(crmServer, crmPort, orAnyPort)}`;
  const softphoneOrigin = await listen(softphoneServer, softphonePort, orAnyPort).then(
    (port) => `http://127.0.0.1:${port}`,
    async (error: unknown) => {
      await closeServer(crmServer);
      throw error;
    },
  );

  const softphoneUrl = `${softphoneOrigin}/softphone.html?config=/config.json`;
  openCti.set({
    callCenter: { '/reqGeneralInfo/reqAdapterUrl': softphoneUrl, ...options.openCti?.callCenter },
  });
  const crm = {
    origin: crmOrigin,
    bundle: files,
    store,
    openCti,
    settings: {
      simulatorUrl: options.simulatorUrl ?? '',
      softphoneOrigin,
      softphoneUrl,
      get openCti() {
        return openCti.options();
      },
    },
  };
  const softphone = {
    origin: softphoneOrigin,
    crmOrigin,
    dist,
    brokers: gc.urls.map((url) => new URL(url)).map(({ protocol, host }) => `${protocol}//${host}`),
    configs: {
      '/config.json': softphoneConfig(gc, crmOrigin, options.config),
      '/config-alone.json': softphoneConfig(gc, '', options.configAlone),
    },
  };

  return {
    crmUrl: crmOrigin,
    softphoneUrl: softphoneOrigin,
    standaloneUrl: softphoneOrigin + standalonePath,
    store,
    openCti,
    close: async () => {
      await Promise.all([closeServer(crmServer), closeServer(softphoneServer)]);
    },
  };
}
