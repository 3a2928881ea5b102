import { css, html, nothing } from 'lit';
import { shared } from '../ui/styles.ts';
import { saveFile } from './log-file.ts';
import { SoftphoneElement } from './softphone-element.ts';

/**
 * Keeps the diagnostics as a file. Masked: nothing of a caller is in it but the last two digits of the number.
 *
 * @tag gc-save-diagnostics
 */
export class SaveDiagnostics extends SoftphoneElement {
  static override properties = { failed: { state: true } };

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 0.5em;
        justify-items: start;
      }
    `,
  ];

  private failed = false;

  protected override watch(): readonly unknown[] {
    return [];
  }

  /** Made anew each time: what happened since the page was opened belongs into it. */
  private async save(): Promise<void> {
    this.failed = false;
    try {
      const file = await this.phone.service.diagnostics?.();
      if (file) saveFile(file);
    } catch {
      this.failed = true;
    }
  }

  protected override render(): unknown {
    const { i18n } = this;
    return html`<button type="button" @click=${() => void this.save()}>
        ${i18n.t('diagnostics.download')}
      </button>
      <p class="hint">${i18n.t('diagnostics.hint')}</p>
      <p class="hint" aria-live="polite">${this.failed ? i18n.t('diagnostics.failed') : nothing}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-save-diagnostics': SaveDiagnostics;
  }
}
