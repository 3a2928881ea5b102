import { css, html, nothing } from 'lit';
import type { SoftphoneState } from '../state/model.ts';
import { icon, mark } from '../ui/icons.ts';
import { shared } from '../ui/styles.ts';
import { noticeWords } from '../ui/words.ts';
import { SoftphoneElement } from './softphone-element.ts';

/** What the incoming call, or the call's own message, says as well. */
const TOLD = /State\.(RESERVED|TALKING|HOLD)$/;

/** A banner says so. */
const AWAY = /^(rec|out)/;

/**
 * The line at the foot: the latest message, else how the connection is. Read out politely when it changes. At its end
 * the bell, and the button "Settings".
 *
 * @tag gc-status-line
 * @fires gc-settings - they are to be opened, or closed
 */
export class StatusLine extends SoftphoneElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex: none;
        align-items: center;
        border-block-start: 1px solid var(--_line);
        color: var(--_muted);
        font-size: 0.92em;
      }
      p {
        display: flex;
        flex: 1;
        gap: 0.5em;
        align-items: baseline;
        max-block-size: 4.4em;
        overflow: auto;
        padding: 0.4em 1em;
        overflow-wrap: anywhere;
      }
      button.quiet {
        min-block-size: 28px;
        min-inline-size: 28px;
        padding: 0;
        color: inherit;
      }
    `,
  ];

  protected override watch(state: SoftphoneState): readonly unknown[] {
    return [state.status, state.service.phase, state.signIn.phase];
  }

  protected override render(): unknown {
    const { status, service, signIn } = this.state;
    const connection = this.i18n.t(`service.${service.phase}`);
    // Nobody is signed in: whether there is a connection matters more than what was said last.
    const words =
      status && service.phase === 'inService' ? noticeWords(this.i18n, this.state, status) : connection;
    const text = signIn.phase === 'signingIn' ? this.i18n.t('signIn.signingIn') : words;
    const settings = this.i18n.t('softphone.settings');
    return html`<p
        role="status"
        aria-live=${TOLD.test(status?.key ?? '') || AWAY.test(service.phase) ? 'off' : nothing}
      >
        ${mark(service.phase === 'inService' ? 'ready' : 'reserved')}<span>${text}</span>
      </p>
      <gc-ring-switch></gc-ring-switch>
      <button
        type="button"
        class="quiet"
        aria-haspopup="dialog"
        title=${settings}
        @click=${() => this.dispatchEvent(new Event('gc-settings'))}
      >
        ${icon('settings', settings)}
      </button>`;
  }

  /** Where the settings are left, the focus returns to their button. */
  override focus(): void {
    this.renderRoot.querySelector('button')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-status-line': StatusLine;
  }
}
