import type { Desktop } from './alone.ts';
import type { Audio } from './player.ts';
import type { Locks } from './turn.ts';

/** The browser, as far as a ring touches it. Tests hand in their own. */
export interface RingBrowser {
  /** May throw. */
  readonly audio: () => Audio;
  readonly locks: Locks | undefined;
  /** The page is the softphone's own, in no frame. */
  readonly desktop: Desktop | undefined;
  /** Calls back for whatever a browser takes as leave to sound. Returns the unsubscribe. */
  readonly onGesture: (listener: () => void) => () => void;
}

/** The browser window this runs in. */
export function ringBrowser(view: Window & typeof globalThis = window): RingBrowser {
  const on = (target: EventTarget, types: readonly string[], listener: () => void) => {
    for (const type of types) target.addEventListener(type, listener, true);
    return () => {
      for (const type of types) target.removeEventListener(type, listener, true);
    };
  };
  return {
    audio: () => new view.AudioContext(),
    // An insecure page has none.
    locks: (view.navigator as Partial<Navigator>).locks,
    desktop: view.parent === view ? desktopOf(view) : undefined,
    onGesture: (listener) => on(view, ['pointerup', 'keydown'], listener),
  };
}

function desktopOf(view: Window & typeof globalThis): Desktop {
  const { document: page, navigator } = view;
  const Notes = (view as Partial<typeof globalThis>).Notification;
  return {
    get title() {
      return page.title;
    },
    set title(text) {
      page.title = text;
    },
    get hasFocus() {
      return page.hasFocus();
    },
    get permission() {
      return Notes?.permission;
    },
    request: async () => Notes?.requestPermission(),
    notify(text, tag) {
      const note = new view.Notification(text, { tag, silent: true });
      note.onclick = () => view.focus();
      return () => note.close();
    },
    vibrate(pattern) {
      // Not in Firefox, nor on a desktop; refused before the first click.
      if (navigator.userActivation.hasBeenActive) (navigator as Partial<Navigator>).vibrate?.([...pattern]);
    },
  };
}
