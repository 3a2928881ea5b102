import { css, html, nothing } from 'lit';
import type { Call, CallKey, CallMatch, CrmRecord, SoftphoneState } from '../state/model.ts';
import { icon } from '../ui/icons.ts';
import type { IconName } from '../ui/icons.ts';
import { shared } from '../ui/styles.ts';
import { recordTypeWords } from '../ui/words.ts';
import { SoftphoneElement } from './softphone-element.ts';

/**
 * What the CRM knows of a call, and by which rule: one record with "Open", or several of which the agent chooses the one
 * that the activity goes to.
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
        flex-wrap: wrap;
        gap: 0 0.6em;
        align-items: center;
      }
      .line {
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
      .why {
        display: block;
        color: var(--_muted);
        font-size: 0.9em;
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
        flex: 1 1 7em;
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
      @container softphone (block-size < 24rem) {
        .why {
          display: none;
        }
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
    const { phase, records, creating } = match;
    const { t } = this.i18n;
    switch (phase) {
      case 'none':
        return nothing;
      case 'searching':
        return this.renderNone('wait', t('match.searching'));
      case 'nothing': {
        const type = creating === undefined ? '' : recordTypeWords(this.i18n, creating);
        return this.renderNone('record', t(type ? 'match.creating' : 'match.nothing', { type }), match);
      }
      case 'failed':
        return this.renderNone('warning', t('match.failed'), match);
      case 'found': {
        const [only] = records;
        return records.length === 1 && only ? this.renderOne(only, match) : this.renderSeveral(call);
      }
    }
  }

  private renderNone(picture: IconName, words: string, match?: CallMatch): unknown {
    return html`<p class="line muted">
      ${icon(picture)}<span class="text">${words}${match ? this.renderWhy(match) : nothing}</span>
    </p>`;
  }

  /** The rule that found it, or those that found nothing; a record may also have come another way. */
  private renderWhy({ phase, rule, tried = [] }: CallMatch): unknown {
    const { t, format } = this.i18n;
    const searched = tried.filter(({ outcome }) => outcome !== 'direction' && outcome !== 'missing');
    let why = '';
    if (rule)
      why = rule.number === 0 ? t('match.carried') : t('match.rule', { number: rule.number, by: rule.by });
    else if (phase === 'found') why = t(tried.length > 0 ? 'match.created' : 'match.clicked');
    else if (searched.length > 0)
      why = t('match.tried', { rules: searched.map((one) => format.number(one.rule)).join(', ') });
    return why === '' ? nothing : html`<span class="why">${why}</span>`;
  }

  private renderOne(record: CrmRecord, match: CallMatch): unknown {
    return html`<div class="line found">
      ${icon('record')}<span class="text">${this.describe(record)}${this.renderWhy(match)}</span>
      <button type="button" class="quiet" @click=${() => this.open(record)}>
        ${this.i18n.t('match.open')}
      </button>
    </div>`;
  }

  private renderSeveral(call: Call): unknown {
    const { records, related } = call.match;
    const { t } = this.i18n;
    return html`<p class="muted" id="count">
        ${t('match.several', { count: records.length })}${this.renderWhy(call.match)}
      </p>
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
    return html`<span>${recordTypeWords(this.i18n, type)}</span>${type && ' · '}<bdi>${name}</bdi>`;
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
