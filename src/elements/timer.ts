import { LitElement, html } from 'lit';
import { ClockController } from '../ui/clock-controller.ts';
import { LocaleController } from '../ui/locale-controller.ts';

/**
 * Time that runs: `01:37`, `1:02:03`, up or down. All of them tick together, by the one clock of the softphone.
 *
 * @tag gc-timer
 */
export class Timer extends LitElement {
  static override properties = {
    since: { type: Number },
    until: { type: Number },
    words: { attribute: false },
  };

  /** Milliseconds since 1970 from which it counts. */
  since = 0;

  /** Milliseconds since 1970 to which it counts down instead. */
  until: number | undefined;

  /** The sentence that the time stands in. */
  words = (time: string): string => time;

  private readonly clock = new ClockController(this, { ticks: true });
  private readonly locale = new LocaleController(this);

  protected override render(): unknown {
    if (!this.locale.connected) return undefined;
    const { since, until, clock } = this;
    const time = this.locale.i18n.format.timer(until ? until - clock.now : clock.now - since);
    return html`<bdi>${this.words(time)}</bdi>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-timer': Timer;
  }
}
