import { css, html } from 'lit';
import type { SoftphoneState } from '../state/model.ts';
import { mark } from '../ui/icons.ts';
import { shared } from '../ui/styles.ts';
import { noticeWords } from '../ui/words.ts';
import { SoftphoneElement } from './softphone-element.ts';

/**
 * The line at the foot: the latest message, else how the connection is. Read out politely when it changes.
 *
 * @tag gc-status-line
 */
export class StatusLine extends SoftphoneElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        flex: none;
        border-block-start: 1px solid var(--_line);
        color: var(--_muted);
        font-size: 0.92em;
      }
      p {
        display: flex;
        gap: 0.5em;
        align-items: baseline;
        max-block-size: 4.4em;
        overflow: auto;
        padding: 0.4em 1em;
        overflow-wrap: anywhere;
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
    return html`<p role="status">
      ${mark(service.phase === 'inService' ? 'ready' : 'reserved')}<span>${text}</span>
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-status-line': StatusLine;
  }
}
