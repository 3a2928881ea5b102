import { css, html } from 'lit';
import type { DiagnosticsFile } from '../state/check.ts';
import type { SoftphoneState } from '../state/model.ts';
import { shared } from '../ui/styles.ts';
import { SoftphoneElement } from './softphone-element.ts';

/**
 * The diagnostics: how often GC was not understood, what happened last, and everything that is kept as a file. Masked:
 * nothing of a caller is in it but the last two digits of the number.
 *
 * @tag gc-diagnostics
 */
export class DiagnosticsSection extends SoftphoneElement {
  static override properties = { lines: { state: true } };

  static override styles = [
    shared,
    css`
      section {
        display: grid;
        gap: 0.7em;
        justify-items: start;
      }
      h3 {
        margin: 0;
        font-size: 1em;
      }
      details {
        max-inline-size: 100%;
      }
      summary {
        min-block-size: 24px;
        cursor: pointer;
      }
      ol {
        margin: 0;
        padding: 0.3em 0;
        list-style: none;
        font-size: 0.92em;
        overflow-wrap: anywhere;
      }
    `,
  ];

  private lines: DiagnosticsFile['lines'] | undefined;

  protected override watch(state: SoftphoneState): readonly unknown[] {
    return [state.counters];
  }

  private async toggle({ target }: Event): Promise<void> {
    if (!(target as HTMLDetailsElement).open) return;
    try {
      this.lines = (await this.phone.service.diagnostics?.())?.lines;
    } catch {
      // The button above says so where it cannot be made.
    }
  }

  protected override render(): unknown {
    const { i18n, lines = [] } = this;
    return html`<section aria-labelledby="title">
      <h3 id="title">${i18n.t('check.diagnostics.title')}</h3>
      <p class="muted">${i18n.t('check.diagnostics.counters', { ...this.state.counters })}</p>
      <gc-save-diagnostics></gc-save-diagnostics>
      <details @toggle=${(event: Event) => void this.toggle(event)}>
        <summary>${i18n.t('check.diagnostics.recent')}</summary>
        <ol dir="ltr">
          ${lines.map((line) => html`<li>${line}</li>`)}
        </ol>
      </details>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-diagnostics': DiagnosticsSection;
  }
}
