import { css, html, nothing } from 'lit';
import type { Call } from '../state/model.ts';
import { answeredAt } from '../ui/call-controls.ts';
import { mark } from '../ui/icons.ts';
import type { MarkName } from '../ui/icons.ts';
import { partyWords, phaseWords } from '../ui/words.ts';
import { CallElement } from './call-element.ts';
import { cardStyles } from './card-styles.ts';

/** Colour family and mark of where a call stands. */
function lookOf(call: Call): readonly ['talk' | 'wrap' | 'busy' | 'muted', MarkName] {
  if (call.phase === 'active') return ['talk', 'talking'];
  if (call.phase === 'held') return ['wrap', 'held'];
  if (call.phase === 'failed') return ['busy', 'notReady'];
  return ['muted', 'reserved'];
}

/**
 * A call on the line: the other party, where the call stands, how long it lasts, and its buttons.
 *
 * @tag gc-call-card
 * @csspart card
 */
export class CallCard extends CallElement {
  static override styles = [
    cardStyles,
    css`
      .card:focus-visible {
        outline-offset: 1px;
      }
      .card.held {
        background: var(--_raised);
      }
      .held .plain {
        background: var(--_surface);
      }
      .timer {
        flex: none;
        font-size: 1.3em;
        font-weight: 650;
      }
      .phase {
        display: inline-flex;
        gap: 0.4em;
        align-items: baseline;
        font-weight: 600;
      }
      .phase.talk {
        color: var(--_talk);
      }
      .phase.wrap {
        color: var(--_wrap);
      }
      .phase.busy {
        color: var(--_busy);
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.9em;
        font-size: 0.95em;
      }
    `,
  ];

  /** Focuses the card itself, where its buttons are not what the agent wants next. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.card')?.focus();
  }

  protected override render(): unknown {
    const call = this.shown;
    if (!call) return nothing;
    const party = partyWords(this.i18n, call);
    const [tone, shape] = lookOf(call);
    const answered = answeredAt(call);
    return html`<div
      part="card"
      class="card ${call.phase}"
      role="region"
      tabindex="-1"
      aria-label=${this.i18n.t('call.with', { party })}
    >
      <div class="head">
        <div class="who">
          ${
            call.direction === 'inbound' || call.direction === 'outbound'
              ? nothing
              : html`<span class="muted">${this.i18n.t(`call.direction.${call.direction}`)}</span>`
          }
          <span class="name"><bdi>${party}</bdi></span>
          <div class="line">
            ${
              call.number !== '' && call.number !== party
                ? html`<bdi class="number muted" dir="ltr">${call.number}</bdi>`
                : nothing
            }
            <span class="phase ${tone}">
              ${mark(shape)}<span>${phaseWords(this.i18n, call)}</span>
              ${call.phase === 'held' ? html`<gc-timer .since=${call.heldSince}></gc-timer>` : nothing}
            </span>
          </div>
        </div>
        ${
          answered === undefined
            ? nothing
            : html`<gc-timer class="timer" role="timer" .since=${answered}></gc-timer>`
        }
      </div>
      ${this.renderControls()}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-call-card': CallCard;
  }
}
