import { css, html, nothing } from 'lit';
import { isLive } from '../state/call-parts.ts';
import type { Call } from '../state/model.ts';
import { answeredAt } from '../ui/call-controls.ts';
import { mark } from '../ui/icons.ts';
import type { MarkName } from '../ui/icons.ts';
import { colleagueWords, partyWords, phaseWords, transferWords } from '../ui/words.ts';
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
 * @csspart card - the call, with all that belongs to it
 */
export class CallCard extends CallElement {
  static override properties = { ...CallElement.properties, asking: { type: Boolean } };

  static override styles = [
    cardStyles,
    css`
      .card.held {
        background: var(--_raised);
      }
      .held .plain {
        background: var(--_surface);
      }
      /* Another call is what the agent attends to: this one is a line with its buttons. */
      .small {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4em 0.75em;
        padding: 0.5em 0.7em;
      }
      .small > .head {
        flex: 1 1 7em;
      }
      .small .name {
        font-size: 1em;
        -webkit-line-clamp: 1;
      }
      .small .controls {
        flex-wrap: nowrap;
      }
      .small .controls button {
        flex-basis: auto;
        padding-inline: 0.8em;
      }
      .small .controls .icon:not([data-icon='wait']) {
        display: none;
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

  /** The agent looks for somebody to consult: the call needs little room. */
  asking = false;

  protected override render(): unknown {
    const call = this.shown;
    if (!call) return nothing;
    const party = colleagueWords(this.state, call.number) ?? partyWords(this.i18n, call);
    const { t } = this.i18n;
    const [tone, shape] = lookOf(call);
    const answered = answeredAt(call);
    const { direction, number, phase, recording } = call;
    const transfer = transferWords(this.i18n, this.state, call);
    const aside = phase === 'held' && this.state.calls.some((one) => one.key !== call.key && isLive(one));
    return html`<div
      part="card"
      class="card ${phase} ${aside || this.asking ? 'small' : ''}"
      role="region"
      tabindex="-1"
      aria-label=${t(direction === 'consult' ? 'call.consultWith' : 'call.with', { party })}
    >
      <div class="head">
        <div class="who">
          ${
            direction === 'inbound' || direction === 'outbound'
              ? nothing
              : html`<span class="muted">${t(`call.direction.${direction}`)}</span>`
          }
          <span class="name" title=${party}><bdi>${party}</bdi></span>
          <div class="line">
            ${
              number !== '' && number !== party
                ? html`<bdi class="number muted" dir="ltr">${number}</bdi>`
                : nothing
            }
            <span class="phase ${tone}">
              ${mark(shape)}<span>${phaseWords(this.i18n, call)}</span>
              ${call.phase === 'held' ? html`<gc-timer .since=${call.heldSince}></gc-timer>` : nothing}
            </span>
            ${transfer === undefined ? nothing : html`<span class="muted">${transfer}</span>`}
            ${recording === undefined ? nothing : html`<span class="muted">${t(`call.${recording}`)}</span>`}
          </div>
        </div>
        ${
          answered === undefined || aside
            ? nothing
            : html`<gc-timer class="timer" role="timer" .since=${answered}></gc-timer>`
        }
      </div>
      ${this.asking ? nothing : this.renderControls()}
      ${aside || this.asking ? nothing : this.renderDesktop(call)}
    </div>`;
  }

  /** What only the desktop around us can do; its file comes with the desktop's. */
  private renderDesktop({ key }: Call): unknown {
    const isInside = this.state.setup.capabilities.signIn === 'host';
    return isInside ? html`<gc-desktop-controls .call=${key}></gc-desktop-controls>` : nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-call-card': CallCard;
  }
}
