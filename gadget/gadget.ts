/** The softphone on a Finesse desktop: settings in, and what happens on the desktop around it. */
import { parseConfig } from '../src/config.ts';
import { defineElements, register } from '../src/define.ts';
import { GcSoftphone } from '../src/softphone/gc-softphone.ts';
import { loadConfig } from '../src/softphone/load-config.ts';
import { capabilitiesOf } from './finesse/capabilities.ts';
import { followHeight } from './height.ts';
import { localeOf, themeBehind } from './look.ts';
import type { GadgetWindow, Given } from './page.ts';
import { readSettings, secretIn } from './settings.ts';
import { styleFrame } from './style.ts';
import { watchSoftphone } from './watch.ts';

const FAILED = {};

/**
 * Runs once, when the hub is connected.
 * @throws what keeps the softphone from starting, for whoever set the desktop up
 */
export async function start({ spec, say }: Given): Promise<void> {
  const { gadgets, finesse } = window as GadgetWindow;
  if (!gadgets || !finesse) throw new Error('No Finesse desktop');
  const settings = readSettings(spec.searchParams);
  const file = settings.file && new URL(settings.file, spec).href;
  const written = file ? await loadConfig(file).catch(() => FAILED) : {};
  const given = settings.over(written);
  const secret = secretIn(Object.fromEntries(spec.searchParams)) ?? secretIn(given);
  if (secret) {
    say('secret', secret);
    return;
  }

  const { Config } = finesse.gadget;
  const { clientservices, containerservices } = finesse;
  clientservices.ClientServices.init(Config, false);
  const container = containerservices.ContainerServices.init();
  const config = { ...given, locale: given['locale'] ?? localeOf(Config.locale) };
  const parsed = parseConfig(config);

  defineElements();
  GcSoftphone.base = new URL('./', import.meta.url);
  const softphone = document.createElement('gc-softphone');
  if (parsed.ok) {
    softphone.host = {
      agentId: Config.id,
      capabilities: capabilitiesOf(parsed.config, window as GadgetWindow),
      connection: parsed.config.gc.transport === 'finesse' || undefined,
      theme: themeBehind(window.frameElement),
      async load() {
        // Calls do without them.
        import('../src/desktop.ts').then(
          ({ desktopElements }) => register(desktopElements),
          () => undefined,
        );
        const { finesseHost } = await import('./finesse/host.ts');
        return finesseHost(parsed.config, window as GadgetWindow, Config);
      },
      watch: watchSoftphone({ container, toaster: containerservices.FinesseToaster }),
    };
  }
  // It says what is wrong with a file that cannot be had, or with what stands in it.
  if (written === FAILED) softphone.configUrl = file;
  else softphone.config = config;
  styleFrame(document);
  document.body.replaceChildren(softphone);
  await softphone.updateComplete;
  gadgets.loadingindicator.dismiss();

  if (settings.height) {
    gadgets.window.adjustHeight(settings.height);
    return;
  }
  const height = followHeight(softphone, (px) => gadgets.window.adjustHeight(px));
  container.addHandler(containerservices.ContainerServices.Topics.ACTIVE_TAB, () => height.again());
  container.makeActiveTabReq();
}
