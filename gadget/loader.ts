/**
 * The one script of the gadget's XML, a classic one: where the desktop joins scripts, a module would be joined to them.
 * Whatever is missing, the box says so in a sentence; the sentences stand in the XML, in the desktop's language.
 */
import type { Given, GadgetWindow, Gadgets } from './page.ts';

const { jQuery, gadgets, finesse } = window as GadgetWindow;

/** A desktop that has not answered after this time will not, ms. */
const SILENT_AFTER = 20_000;

const place = document.getElementById('gc-words');
const say: Given['say'] = (sentence, what) => {
  if (!place) return;
  place.textContent = (place.dataset[sentence] ?? '').replace('{{what}}', what);
  place.setAttribute('role', 'alert');
  gadgets?.loadingindicator.dismiss();
  gadgets?.window.adjustHeight(place.scrollHeight + 32);
};

const missing = [
  // Outside of a desktop of the same origin a link could have our settings read by whoever sent it.
  [window.frameElement, 'Finesse'],
  [jQuery, 'jQuery (/desktop/assets/js/jquery.min.js)'],
  [(gadgets as Partial<Gadgets> | undefined)?.HubSettings, 'pubsub-2'],
  [gadgets && 'adjustHeight' in gadgets.window, 'dynamic-height'],
  [finesse, 'finesse (/desktop/assets/js/finesse.min.js)'],
].find(([part]) => !part);

if (missing) say('missing', String(missing[1]));
else if (gadgets) {
  const spec = new URL(new URLSearchParams(location.search).get('url') ?? '', location.href);
  const address = new URL('./gadget.js', spec).href;
  let blocked = '';
  addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => {
    blocked = `${effectiveDirective} ${blockedURI}`;
  });
  const connected = new Promise<void>((resolve) => {
    const silent = setTimeout(() => say('silent', ''), SILENT_AFTER);
    gadgets.HubSettings.onConnect = () => {
      clearTimeout(silent);
      resolve();
    };
  });
  (import(address) as Promise<typeof import('./gadget.ts')>)
    .then(
      async ({ start }) => {
        await connected;
        await start({ spec, say });
      },
      () => (blocked ? say('blocked', blocked) : say('unreachable', address)),
    )
    .catch((error: unknown) => say('failed', String(error)));
}
