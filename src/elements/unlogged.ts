import { css, html, nothing } from 'lit';
import type { Call, SoftphoneState } from '../state/model.ts';
import { unloggedCalls } from '../state/select.ts';
import { icon } from '../ui/icons.ts';
import { shared } from '../ui/styles.ts';
import { partyWords } from '../ui/words.ts';
import { SoftphoneElement } from './softphone-element.ts';

/**
 * The calls that the CRM did not take, each with the reason and "Try again".
 *
 * @tag gc-unlogged
 */
export class Unlogged extends SoftphoneElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      section {
        display: grid;
        gap: 0.4em;
        margin: 0 0.75em 0.75em;
        padding: 0.7em 0.9em;
        border-radius: var(--_radius);
        background: var(--_wrap-soft);
      }
      .title {
        display: flex;
        gap: 0.5em;
        align-items: center;
        color: var(--_wrap);
        font-weight: 600;
      }
      ul {
        display: grid;
        gap: 0.5em;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0.2em 0.8em;
        align-items: center;
      }
      .what {
        display: grid;
        flex: 1 1 9em;
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }
      .party {
        font-weight: 600;
      }
      button {
        margin-inline-start: auto;
      }
    `,
  ];

  protected override watch(state: SoftphoneState): readonly unknown[] {
    return [state.calls];
  }

  protected override render(): unknown {
    const calls = unloggedCalls(this.state);
    if (calls.length === 0) return nothing;
    const { t } = this.i18n;
    return html`<section>
      <p class="title">${icon('warning')}<span>${t('unlogged.title', { count: calls.length })}</span></p>
      <ul aria-label=${t('unlogged.list')}>
        ${calls.map((call) => this.renderCall(call))}
      </ul>
    </section>`;
  }

  private renderCall(call: Call): unknown {
    const party = partyWords(this.i18n, call);
    const problem = call.phase === 'logging' ? call.problem : undefined;
    return html`<li>
      <span class="what">
        <span><bdi class="party">${party}</bdi> <span>${this.i18n.format.time(call.firstSeen)}</span></span>
        <bdi>${problem === undefined ? nothing : (this.i18n.lookUp(problem) ?? problem)}</bdi>
      </span>
      <button
        type="button"
        aria-label=${this.i18n.t('unlogged.againFor', { party })}
        @click=${() => this.phone.dispatch({ type: 'logAgain', call: call.key })}
      >
        ${this.i18n.t('unlogged.again')}
      </button>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-unlogged': Unlogged;
  }
}
