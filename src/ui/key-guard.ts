import type { Millis } from '../state/model.ts';

/** How long a control that has just appeared ignores keys. */
export const KEY_REST: Millis = 500;

/**
 * Keeps whoever types from pressing a button that appears under their keys. Pointers are never kept waiting, and a key
 * that is held down never presses.
 */
export class KeyGuard {
  private readonly now: () => Millis;
  private readonly since = new Map<string, Millis>();
  private refused: EventTarget | null = null;

  constructor(now: () => Millis) {
    this.now = now;
  }

  /** Tell the names of the guarded controls that are on screen, at each rendering. */
  shown(names: readonly string[]): void {
    for (const name of [...this.since.keys()]) if (!names.includes(name)) this.since.delete(name);
    for (const name of names) if (!this.since.has(name)) this.since.set(name, this.now());
  }

  /** True while the control still rests. */
  rests(name: string): boolean {
    const since = this.since.get(name);
    return since !== undefined && this.now() - since < KEY_REST;
  }

  /** For `keydown` and `keyup` on a guarded control, which carries its name in `data-button`. */
  readonly onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    const control = event.currentTarget as HTMLElement;
    if (event.type === 'keydown') {
      const refuses = event.repeat || this.rests(control.dataset['button'] ?? '');
      this.refused = refuses ? control : null;
    }
    // Some browsers press a button when the space bar comes up, whatever became of its going down.
    if (this.refused === control) event.preventDefault();
    if (event.type === 'keyup') this.refused = null;
  };
}
