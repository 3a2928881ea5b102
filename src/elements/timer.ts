import { LitElement, html } from 'lit';
import { ClockController } from '../ui/clock-controller.ts';
import { LocaleController } from '../ui/locale-controller.ts';

/**
 * Time that runs: `01:37`, `1:02:03`. All of them tick together, by the one clock of the softphone.
 *
 * @tag gc-timer
 */
export class Timer extends LitElement {
  static override properties = {
    since: { type: Number },
  };

  /** Milliseconds since 1970 from which it counts. */
  since = 0;

  private readonly clock = new ClockController(this, { ticks: true });
  private readonly locale = new LocaleController(this);

  protected override render(): unknown {
    if (!this.locale.connected) return undefined;
    return html`<bdi>${this.locale.i18n.format.timer(this.clock.now - this.since)}</bdi>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-timer': Timer;
  }
}
