import { css, html, nothing } from 'lit';
import { hasCallOnScreen } from '../state/check.ts';
import type { SoftphoneState } from '../state/model.ts';
import { icon, mark } from '../ui/icons.ts';
import { shared } from '../ui/styles.ts';
import { noticeWords } from '../ui/words.ts';
import { SoftphoneElement } from './softphone-element.ts';

/**
 * The line at the foot: the latest message, else how the connection is. Read out politely when it changes. At its end
 * the button that opens the page "Check this setup".
 *
 * @tag gc-status-line
 * @fires gc-check - that page is asked for
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
    return [state.status, state.service.phase, state.signIn.phase, hasCallOnScreen(state)];
  }

  protected override render(): unknown {
    const { status, service, signIn } = this.state;
    const connection = this.i18n.t(`service.${service.phase}`);
    // Nobody is signed in: whether there is a connection matters more than what was said last.
    const words =
      status && service.phase === 'inService' ? noticeWords(this.i18n, this.state, status) : connection;
    const text = signIn.phase === 'signingIn' ? this.i18n.t('signIn.signingIn') : words;
    const isBusy = hasCallOnScreen(this.state);
    return html`<p role="status">
        ${mark(service.phase === 'inService' ? 'ready' : 'reserved')}<span>${text}</span>
      </p>
      <gc-ring-menu></gc-ring-menu>
      <button
        type="button"
        class="quiet"
        aria-disabled=${isBusy ? 'true' : nothing}
        title=${this.i18n.t(isBusy ? 'why.duringCall' : 'softphone.check')}
        @click=${() => isBusy || this.dispatchEvent(new Event('gc-check'))}
      >
        ${icon('pulse', this.i18n.t('softphone.check'))}
      </button>`;
  }

  /** Where the page is left, the focus returns to its button. */
  override focus(): void {
    this.renderRoot.querySelector('button')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-status-line': StatusLine;
  }
}
