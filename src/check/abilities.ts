import { bad, good, warning, within, type Finding, type Given } from './given.ts';

/** What the browser lets the page do. */

/** Notes, the session and calls that the CRM has not taken yet live in these. */
export async function checkStorage({ browser }: Given): Promise<readonly Finding[]> {
  const denied: string[] = (['sessionStorage', 'localStorage'] as const).filter((name) => {
    try {
      browser.tryStore(name);
      return false;
    } catch {
      return true;
    }
  });
  if (!(await works(browser, browser.tryDatabase))) denied.push('IndexedDB');
  return [
    denied.length === 0
      ? good('check.storage.good')
      : bad('check.storage.denied', { what: denied.join(', '), origin: new URL(browser.address).origin }),
  ];
}

/** Without locks each tab has a softphone of its own. */
export async function checkLocks({ browser }: Given): Promise<readonly Finding[]> {
  return [
    (await works(browser, browser.tryLocks)) ? good('check.locks.good') : warning('check.locks.denied'),
  ];
}

export async function checkSound({ browser, state: { sound } }: Given): Promise<readonly Finding[]> {
  const state = await within(
    browser.clock,
    browser.trySound().catch(() => 'missing'),
  );
  // Whoever hears nothing is to learn that they chose so.
  if (state === 'running') return [good(sound?.phase === 'off' ? 'check.sound.off' : 'check.sound.good')];
  return [state === 'missing' ? warning('check.sound.missing') : warning('check.sound.held')];
}

export function checkNotifications({ browser, config }: Given): readonly Finding[] {
  if (browser.notifications === 'granted') return [good('check.notifications.good')];
  // A frame of another site cannot ask for them; the CRM around it shows a call in its own bar.
  if (browser.framed && config.crm.adapter !== 'none') return [good('check.notifications.framed')];
  return [
    browser.notifications === 'default'
      ? warning('check.notifications.notAsked')
      : warning('check.notifications.denied'),
  ];
}

async function works({ clock }: Given['browser'], attempt: () => Promise<void>): Promise<boolean> {
  try {
    return (
      (await within(
        clock,
        attempt().then(() => true),
      )) ?? false
    );
  } catch {
    return false;
  }
}
