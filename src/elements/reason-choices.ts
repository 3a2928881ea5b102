import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Reason } from '../protocol/events.ts';
import { ReasonList } from './reason-list.ts';

/** So many reasons of one call there may be. */
const MOST = 5;

/**
 * The list "Reasons" of a call's wrap-up, where several may be given: in the order they were chosen in, at most five.
 *
 * @tag gc-reason-choices
 */
export class ReasonChoices extends ReasonList {
  private get chosen(): readonly string[] {
    const { reason, more = [] } = this.state.calls.find(({ key }) => key === this.call)?.draft ?? {};
    return reason === undefined ? [] : [reason, ...more];
  }

  protected override render(): unknown {
    const { t } = this.i18n;
    const all = this.state.reasons.wrapUp;
    const { chosen } = this;
    const shown = all.filter((one) => chosen.includes(one.key) || this.fits(one));
    return html`<span class="label" id="label">${t('desktop.reasons')}</span>
      ${this.renderSearch()}
      <div class="list" role="group" aria-labelledby="label" aria-describedby="told">
        ${shown.map((reason) => this.renderReason(reason, chosen))}
      </div>
      <p class="hint" id="told" aria-live="polite">
        ${
          chosen.length >= MOST
            ? t('desktop.reasonsFull')
            : shown.length === 0 && all.length > 0
              ? t('wrapUp.noneMatches', { text: this.search })
              : nothing
        }
      </p>`;
  }

  private renderReason({ key, label }: Reason, chosen: readonly string[]): unknown {
    const isChosen = chosen.includes(key);
    return html`<label>
      <input
        type="checkbox"
        .checked=${live(isChosen)}
        ?disabled=${!isChosen && chosen.length >= MOST}
        @change=${() => this.toggle(key)}
      />
      <span><bdi>${label}</bdi></span>
    </label>`;
  }

  private toggle(key: string): void {
    const before = this.chosen;
    const [reason = null, ...more] = before.includes(key)
      ? before.filter((one) => one !== key)
      : [...before, key];
    this.phone.dispatch({ type: 'editWrapUp', call: this.call, reason, more });
  }

  protected override take(reason: string): void {
    if (!this.chosen.includes(reason) && this.chosen.length < MOST) this.toggle(reason);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-reason-choices': ReasonChoices;
  }
}
