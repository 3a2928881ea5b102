import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Notice, SoftphoneState } from '../state/model.ts';
import { agentMenu } from '../state/select.ts';
import { icon } from '../ui/icons.ts';
import { shared } from '../ui/styles.ts';
import { noticeWords } from '../ui/words.ts';
import { SoftphoneElement } from './softphone-element.ts';

/** After these the agent is not ready and may not have noticed: the way back stands beside the words. */
const OFFER_READY = ['notice.missedCall', 'notice.setNotReady'];

/**
 * What went wrong and needs the agent. Each stays until it is dismissed; the latest comes first.
 *
 * @tag gc-alerts
 */
export class Alerts extends SoftphoneElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        flex: none;
        max-block-size: 38%;
        overflow: auto;
      }
      .alert {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3em 0.6em;
        align-items: center;
        padding-block: 0.35em;
        padding-inline: 1em 0.5em;
        border-block-end: 1px solid var(--_line);
        background: var(--_busy-soft);
        color: var(--_busy);
      }
      .words {
        flex: 1 1 12em;
        display: flex;
        gap: 0.6em;
        align-items: center;
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }
      .buttons {
        display: flex;
        gap: 0.4em;
        align-items: center;
        margin-inline-start: auto;
      }
      button {
        min-block-size: max(28px, 2em);
        min-inline-size: max(28px, 2em);
        padding: 0.1em 0.7em;
      }
      button.quiet {
        padding: 0;
        color: inherit;
      }
    `,
  ];

  protected override watch(state: SoftphoneState): readonly unknown[] {
    return [state.alerts, state.agent, state.service];
  }

  protected override render(): unknown {
    const alerts = [...this.state.alerts].reverse();
    return repeat(
      alerts,
      (alert) => alert.id,
      (alert) => this.renderAlert(alert),
    );
  }

  private renderAlert(alert: Notice): unknown {
    const canBeReady =
      OFFER_READY.includes(alert.key) &&
      agentMenu(this.state).some(({ action, enabled }) => action === 'ready' && enabled);
    return html`<div class="alert">
      <p class="words" role="alert">
        ${icon('warning')}<span>${noticeWords(this.i18n, this.state, alert)}</span>
      </p>
      <div class="buttons">
        ${
          canBeReady
            ? html`<button type="button" @click=${() => this.handleReady(alert)}>
                ${this.i18n.t('agentBar.ready')}
              </button>`
            : nothing
        }
        <button
          type="button"
          class="quiet"
          @click=${() => this.phone.dispatch({ type: 'dismiss', notice: alert.id })}
        >
          ${icon('close', this.i18n.t('softphone.dismiss'))}
        </button>
      </div>
    </div>`;
  }

  private handleReady(alert: Notice): void {
    this.phone.dispatch({ type: 'makeReady' });
    this.phone.dispatch({ type: 'dismiss', notice: alert.id });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-alerts': Alerts;
  }
}
