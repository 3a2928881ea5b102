/** The page a softphone stands on by itself, as far as it calls for attention. */
export interface Desktop {
  title: string;
  /** Somebody looks at it. */
  readonly hasFocus: boolean;
  /** undefined where this browser has no notifications. */
  readonly permission: NotificationPermission | undefined;
  /** Asks for the permission; to be called in a click. */
  request(): Promise<unknown>;
  /**
   * Shows a notification, without a sound of its own. May throw.
   * @param tag of several pages that show the same only one does
   * @returns takes it away
   */
  notify(text: string, tag: string): () => void;
  /** Milliseconds on, off, on, …; nothing on devices that can't. */
  vibrate(pattern: readonly number[]): void;
}

/** Calls for attention outside the softphone. */
export interface Announcer {
  /**
   * Says it until it is told otherwise. Harmless when it says so already.
   * @param tag names what is said, whatever its words
   */
  announce(text: string, tag: string, notify: boolean): void;
  hush(): void;
}

/** One turn of the ring tone, as it is felt. */
const PATTERN = [350, 150, 350] as const;

/** Makes an announcer for a page of its own: its title, a notification while nobody looks, and vibration. */
export function createAnnouncer(desktop: Desktop): Announcer {
  let said: { readonly tag: string; readonly title: string; text: string } | undefined;
  let close = (): void => undefined;

  const hush = (): void => {
    if (!said) return;
    if (desktop.title === said.text) desktop.title = said.title;
    said = undefined;
    close();
    close = () => undefined;
    desktop.vibrate([]);
  };

  return {
    announce(text, tag, notify) {
      if (said?.tag === tag) {
        // The CRM has found the caller's name meanwhile, or the language is another.
        if (said.text !== text && desktop.title === said.text) desktop.title = text;
        said.text = text;
        return;
      }
      hush();
      said = { tag, title: desktop.title, text };
      desktop.title = text;
      desktop.vibrate(PATTERN);
      if (!notify || desktop.hasFocus || desktop.permission !== 'granted') return;
      try {
        close = desktop.notify(text, tag);
      } catch {
        // Chrome on Android has no notifications without a service worker.
      }
    },
    hush,
  };
}
