import { css, html, nothing } from 'lit';
import type { Call, CallKey, CrmRecord, SoftphoneState } from '../state/model.ts';
import { icon } from '../ui/icons.ts';
import { shared } from '../ui/styles.ts';
import { recordTypeWords } from '../ui/words.ts';
import { SoftphoneElement } from './softphone-element.ts';

/**
 * What the CRM knows of a call: one record with "Open", or several of which the agent chooses the one that the activity
 * goes to.
 *
 * @tag gc-record-match
 */
export class RecordMatch extends SoftphoneElement {
  static override properties = {
    call: {},
  };

  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      .line,
      li {
        display: flex;
        gap: 0 0.6em;
        align-items: center;
      }
      .line {
        flex-wrap: wrap;
        padding-block: 0.3em;
        font-size: 0.96em;
      }
      .found,
      li {
        padding-inline: 0.7em 0.3em;
        border-radius: var(--_radius);
        background: var(--_accent-soft);
        color: var(--_accent);
      }
      .text {
        flex: 1 1 7em;
        min-inline-size: 0;
        padding-block: 0.3em;
        overflow-wrap: anywhere;
      }
      ul {
        display: grid;
        gap: 0.25em;
        max-block-size: 11em;
        margin-block-start: 0.25em;
        overflow: auto;
      }
      li {
        padding-inline-start: 0;
      }
      li:not(.chosen) {
        background: var(--_raised);
        color: inherit;
      }
      button {
        min-block-size: max(24px, 2em);
        padding-block: 0.15em;
      }
      .quiet {
        margin-inline-start: auto;
      }
      .choose {
        display: flex;
        flex: 1;
        gap: 0.5em;
        justify-content: flex-start;
        min-inline-size: 0;
        border: 0;
        background: none;
        text-align: start;
      }
      .choose .icon {
        visibility: hidden;
        inline-size: 1em;
      }
      .chosen .choose .icon {
        visibility: visible;
      }
    `,
  ];

  /** Key of the call. */
  call: CallKey = '';

  protected override watch(state: SoftphoneState): readonly unknown[] {
    return [state.calls];
  }

  protected override render(): unknown {
    const call = this.state.calls.find(({ key }) => key === this.call);
    if (!call) return nothing;
    const { match } = call;
    const { t } = this.i18n;
    switch (match.phase) {
      case 'none':
        return nothing;
      case 'searching':
        return html`<p class="line muted">
          ${icon('wait')}<span class="text">${t('match.searching')}</span>
        </p>`;
      case 'nothing':
        return html`<p class="line muted">
          ${icon('record')}<span class="text">${t('match.nothing')}</span>
        </p>`;
      case 'failed':
        return html`<p class="line muted">
          ${icon('warning')}<span class="text">${t('match.failed')}</span>
        </p>`;
      case 'found': {
        const [only] = match.records;
        return match.records.length === 1 && only ? this.renderOne(only) : this.renderSeveral(call);
      }
    }
  }

  private renderOne(record: CrmRecord): unknown {
    return html`<div class="line found">
      ${icon('record')}<span class="text">${this.describe(record)}</span>
      <button type="button" class="quiet" @click=${() => this.open(record)}>
        ${this.i18n.t('match.open')}
      </button>
    </div>`;
  }

  private renderSeveral(call: Call): unknown {
    const { records, related } = call.match;
    const { t } = this.i18n;
    return html`<p class="muted" id="count">${t('match.several', { count: records.length })}</p>
      <ul aria-label=${t('match.list')} aria-describedby="count">
        ${records.map(
          (record) =>
            html`<li class=${record.id === related ? 'chosen' : ''}>
              <button
                type="button"
                class="choose"
                aria-pressed=${record.id === related ? 'true' : 'false'}
                @click=${() => this.phone.dispatch({ type: 'relate', call: this.call, record: record.id })}
              >
                ${icon('check')}<span>${this.describe(record)}</span>
              </button>
              <button
                type="button"
                class="quiet"
                aria-label=${t('match.openRecord', { record: record.name })}
                @click=${() => this.open(record)}
              >
                ${t('match.open')}
              </button>
            </li>`,
        )}
      </ul>`;
  }

  private describe({ type, name }: CrmRecord): unknown {
    return html`<span>${recordTypeWords(this.i18n, type)}</span> · <bdi>${name}</bdi>`;
  }

  private open(record: CrmRecord): void {
    this.phone.dispatch({ type: 'openRecord', call: this.call, record: record.id });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-record-match': RecordMatch;
  }
}
