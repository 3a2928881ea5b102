import { css, html, nothing } from 'lit';
import { personOf } from '../state/select.ts';
import { icon } from '../ui/icons.ts';
import { partyWords } from '../ui/words.ts';
import { CallElement } from './call-element.ts';
import { cardStyles } from './card-styles.ts';

/**
 * A customer whom the dialler offers: who it is, and "Accept", "Reject" and "Close"; then, until the customer's call
 * comes, that it is being made. Source: GC wire contract, section 4, "preview"; GC text outputs table, "baVariables".
 *
 * @tag gc-preview-call
 * @csspart card - the customer who is offered, with the buttons
 */
export class PreviewCall extends CallElement {
  static override styles = [
    cardStyles,
    css`
      .card {
        border-color: var(--_talk);
        box-shadow: 0 0 0 1px var(--_talk);
      }
      .controls .answer {
        flex-basis: 100%;
      }
      .fields {
        display: grid;
        gap: 0.3em;
        font-size: 0.96em;
      }
      .fields li {
        display: flex;
        flex-wrap: wrap;
        gap: 0 1em;
        justify-content: space-between;
      }
      .value {
        min-inline-size: 0;
        margin-inline-start: auto;
        overflow-wrap: anywhere;
        text-align: end;
      }
      .dialling {
        display: flex;
        gap: 0.5em;
        align-items: center;
        color: var(--_talk);
      }
      @container softphone (block-size < 24rem) {
        .controls .answer {
          flex-basis: 4em;
        }
      }
    `,
  ];

  protected override render(): unknown {
    const call = this.shown;
    if (!call) return nothing;
    const { t } = this.i18n;
    const { BACampaign, BABuddyName = '', BAAccountNumber } = call.variables;
    // Cisco writes `first,last`.
    const customer = BABuddyName.split(',').join(' ').trim();
    const name = personOf(call)?.name ?? (customer || partyWords(this.i18n, call));
    const fields = [
      [t('preview.campaign'), BACampaign],
      [t('preview.customer'), customer],
      [t('preview.number'), call.number],
      [t('preview.account'), BAAccountNumber],
    ] as const;
    return html`<div part="card" class="card" role="region" tabindex="-1" aria-label=${t('preview.region')}>
      <div class="who">
        <span class="muted">${t('preview.region')}</span>
        <span class="name" title=${name}><bdi>${name}</bdi></span>
      </div>
      ${
        call.phase === 'accepted'
          ? html`<p class="dialling">${icon('wait')}<span>${t('preview.dialling')}</span></p>`
          : this.renderControls()
      }
      <ul class="fields" aria-label=${t('preview.fields')}>
        ${fields.map(([label, value]) =>
          value
            ? html`<li>
                <span class="muted">${label}</span>
                <span class="value"><bdi dir=${value === call.number ? 'ltr' : 'auto'}>${value}</bdi></span>
              </li>`
            : nothing,
        )}
      </ul>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-preview-call': PreviewCall;
  }
}
