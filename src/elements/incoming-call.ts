import { css, html, nothing } from 'lit';
import { queueOf } from '../state/select.ts';
import { partyWords, transferWords } from '../ui/words.ts';
import { CallElement } from './call-element.ts';
import { cardStyles } from './card-styles.ts';

/**
 * A call that rings: who calls, what the CRM knows of them, and the button "Answer". A dialog that is not modal and traps
 * nothing.
 *
 * @tag gc-incoming-call
 * @csspart card - the call, with all that belongs to it
 */
export class IncomingCall extends CallElement {
  static override styles = [
    cardStyles,
    css`
      #facts {
        display: grid;
        gap: 0.3em;
      }
      /* What comes late grows below "Answer": a button that moves under a click is not clicked. */
      .who > :last-child {
        min-block-size: 1lh;
      }
      .number + .part::before {
        content: '· ';
      }
      .card {
        border-color: var(--_talk);
        box-shadow: 0 0 0 1px var(--_talk);
      }
    `,
  ];

  protected override render(): unknown {
    const call = this.shown;
    if (!call) return nothing;
    const { i18n } = this;
    const party = partyWords(i18n, call);
    const transfer = transferWords(i18n, this.state, call);
    const queue = queueOf(this.state, call);
    return html`<div
      part="card"
      class="card"
      role="alertdialog"
      tabindex="-1"
      aria-label=${i18n.t('call.incomingFrom', { party })}
      aria-describedby="facts"
    >
      <div class="who">
        <span class="muted">
          ${queue === undefined ? i18n.t('call.incoming') : i18n.t('call.incomingQueue', { queue })}
        </span>
        <span class="name" title=${party}><bdi>${party}</bdi></span>
        <span class="muted">
          ${
            call.number !== '' && call.number !== party
              ? html`<bdi class="number" dir="ltr">${call.number}</bdi>`
              : nothing
          }
          ${transfer === undefined ? nothing : html`<span class="part">${transfer}</span>`}
        </span>
      </div>
      ${this.renderControls()}
      <div id="facts">
        <gc-record-match .call=${call.key}></gc-record-match>
        <gc-call-details .call=${call.key}></gc-call-details>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-incoming-call': IncomingCall;
  }
}
