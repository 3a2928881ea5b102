import { css, html } from 'lit';
import type { CallKey, SoftphoneState } from '../state/model.ts';
import { shared } from '../ui/styles.ts';
import { SoftphoneElement } from './softphone-element.ts';

/** Source: Finesse developer guide, page "Dialog", RECLASSIFY. */
const RESULTS = ['VOICE', 'ANS_MACHINE', 'FAX', 'BUSY', 'INVALID'] as const;

/**
 * What answered a campaign's call: it is pressed where Finesse says so.
 *
 * @tag gc-reclassify
 * @fires gc-done when it was asked for
 */
export class Reclassify extends SoftphoneElement {
  static override properties = { call: {} };

  static override styles = [
    shared,
    css`
      [role='group'] {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4em;
      }
      [aria-pressed='true'] {
        border-color: var(--_accent);
        background: var(--_accent-soft);
      }
    `,
  ];

  /** Key of the call. */
  call: CallKey = '';

  protected override watch(state: SoftphoneState): readonly unknown[] {
    return [state.calls];
  }

  /** Focuses what it is now, or the first. */
  override focus(): void {
    const { renderRoot } = this;
    (
      renderRoot.querySelector<HTMLElement>('[aria-pressed=true]') ?? renderRoot.querySelector('button')
    )?.focus();
  }

  protected override render(): unknown {
    const { t } = this.i18n;
    const call = this.state.calls.find(({ key }) => key === this.call);
    const { outboundClassification } = call?.variables ?? {};
    return html`<div role="group" aria-label=${t('desktop.answeredBy')}>
      ${RESULTS.map(
        (result) =>
          html`<button
            type="button"
            aria-pressed=${String(result === outboundClassification)}
            @click=${() => this.choose(result)}
          >
            ${t(`callResult.${result}`)}
          </button>`,
      )}
    </div>`;
  }

  private choose(result: string): void {
    this.phone.dispatch({ type: 'reclassify', call: this.call, result });
    this.dispatchEvent(new CustomEvent('gc-done', { bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-reclassify': Reclassify;
  }
}
