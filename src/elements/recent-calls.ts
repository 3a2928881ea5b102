import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { RecentCall, SoftphoneState } from '../state/model.ts';
import { ClockController } from '../ui/clock-controller.ts';
import { icon } from '../ui/icons.ts';
import { cleanNumber } from '../ui/number.ts';
import { shared } from '../ui/styles.ts';
import { whenWords } from '../ui/when.ts';
import { SoftphoneElement } from './softphone-element.ts';

/** To us, from us, and to us in vain. */
const ARROWS = {
  inbound: 'M18.5 5.5l-13 13M5.5 8.5v10h10',
  outbound: 'M5.5 18.5l13-13M8.5 5.5h10v10',
  missed: 'M3 6l8 8L20.5 5M14.5 5h6v6M3.5 19h17',
} as const;

/**
 * The calls of the last weeks, latest first, to call again.
 *
 * @tag gc-recent-calls
 */
export class RecentCalls extends SoftphoneElement {
  static override properties = {
    isSure: { state: true },
  };

  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      li {
        display: flex;
        gap: 0.6em;
        align-items: center;
        min-block-size: max(48px, 3.7em);
        padding-block: 0.3em;
        border-block-end: 1px solid var(--_line);
        content-visibility: auto;
        contain-intrinsic-block-size: auto 48px;
      }
      .none {
        padding-block: 0.75em;
      }
      .who {
        flex: 1;
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }
      .party {
        font-weight: 600;
      }
      .time {
        white-space: nowrap;
      }
      .way {
        color: var(--_muted);
      }
      .missed {
        color: var(--_busy);
      }
      /* Arrows point along the line of writing. */
      .way:dir(rtl) {
        scale: -1 1;
      }
      li button {
        flex: none;
        min-inline-size: 36px;
        min-block-size: 36px;
        padding: 0;
        border-color: transparent;
        background: transparent;
        color: var(--_accent);
      }
      .clear {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5em;
        align-items: center;
        justify-content: center;
        padding-block-start: 0.75em;
      }
    `,
  ];

  /** The agent has asked for the list to be cleared, and is asked back. */
  private isSure = false;

  private readonly clock = new ClockController(this, { ticks: false });

  protected override watch(state: SoftphoneState): readonly unknown[] {
    return [state.recent, state.service.phase, state.waiting, state.setup.crm];
  }

  protected override render(): unknown {
    const { t } = this.i18n;
    const { recent } = this.state;
    if (recent.length === 0) return html`<p class="muted none">${t('recent.none')}</p>`;
    return html`<ul aria-label=${t('recent.list')}>
        ${repeat(
          recent,
          ({ key }) => key,
          (call) => this.renderCall(call),
        )}
      </ul>
      <div class="clear">
        ${this.isSure ? html`<p role="alert">${t('recent.sure')}</p>` : nothing}
        <button type="button" class="quiet" @click=${() => (this.isSure = !this.isSure)}>
          ${t(this.isSure ? 'recent.keep' : 'recent.clear')}
        </button>
        ${
          this.isSure
            ? html`<button type="button" @click=${this.handleClear}>${t('recent.doClear')}</button>`
            : nothing
        }
      </div>`;
  }

  private renderCall(call: RecentCall): unknown {
    const { i18n } = this;
    const { number, name, missed, dialled, at, seconds, record } = call;
    const way = missed ? 'missed' : dialled ? 'outbound' : 'inbound';
    const party = name || number || i18n.t('call.withheld');
    const lasted =
      seconds > 0 ? i18n.format.duration(seconds * 1000) : missed ? '' : i18n.t('recent.unanswered');
    const times = [whenWords(i18n, at, this.clock.now), lasted].filter(Boolean);
    return html`<li>
      ${this.renderWay(way)}
      <div class="who">
        <p>
          <bdi class="party">${party}</bdi>
          ${missed ? html`<span class="missed">${i18n.t('recent.missed')}</span>` : nothing}
        </p>
        <p class="muted">
          ${name && number ? html`<bdi>${number}</bdi> · ` : nothing}${times.map(
            (one, part) => html`${part > 0 ? ' · ' : ''}<bdi class="time">${one}</bdi>`,
          )}
        </p>
      </div>
      ${
        record && this.state.setup.crm
          ? html`<button
              type="button"
              @click=${() => this.phone.dispatch({ type: 'openRecord', call: call.key, record: record.id })}
            >
              ${icon('record', i18n.t('match.openRecord', { record: record.name }))}
            </button>`
          : nothing
      }
      ${number === '' ? nothing : this.renderButton(number)}
    </li>`;
  }

  private renderWay(way: keyof typeof ARROWS): TemplateResult {
    return html`<svg
      class="icon way ${way}"
      viewBox="0 0 24 24"
      role="img"
      aria-label=${this.i18n.t(`recent.${way}`)}
    >
      <path d=${ARROWS[way]} />
    </svg>`;
  }

  private renderButton(number: string): TemplateResult {
    const { service, waiting } = this.state;
    const isOff =
      service.phase !== 'inService' ||
      waiting.some(({ command, blocks }) => command === 'MakeCall' && blocks);
    return html`<button
      type="button"
      aria-disabled=${isOff ? 'true' : nothing}
      @click=${isOff ? nothing : () => this.phone.dispatch({ type: 'dial', number: cleanNumber(number) })}
    >
      ${icon('phone', this.i18n.t('directory.call', { party: number }))}
    </button>`;
  }

  private readonly handleClear = (): void => {
    this.isSure = false;
    this.phone.dispatch({ type: 'forgetRecent' });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-recent-calls': RecentCalls;
  }
}
