import { css, html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { SoftphoneView } from './softphone-view.ts';

/**
 * Elements of the softphone one by one, in the order and the layout of the page: what stands inside gets the state, the
 * words and the clock, as inside `<gc-view>`. It is as high as what it holds.
 *
 * @tag gc-parts
 * @slot - elements of the softphone, and whatever the page puts around them
 * @csspart region - the landmark "Softphone" that holds them
 */
export class SoftphoneParts extends SoftphoneView {
  static override styles = [
    ...SoftphoneView.styles,
    css`
      :host {
        block-size: auto;
        min-block-size: 0;
        container-type: inline-size;
        overflow: visible;
      }
      section {
        block-size: auto;
      }
    `,
  ];

  /** There is something to give to what stands inside. */
  private canAnswer = false;

  constructor() {
    super();
    // Whoever asks before there is an answer would be told that there is none.
    this.addEventListener(
      'context-request',
      (event) => {
        if (!this.canAnswer) event.stopPropagation();
      },
      { capture: true },
    );
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.canAnswer || !this.source || !this.i18n) return;
    this.canAnswer = true;
    // Put in anew, they ask again.
    this.append(...this.childNodes);
  }

  protected override render(): unknown {
    const { source, i18n } = this;
    if (!source || !i18n) return nothing;
    return html`<section
      part="region"
      aria-label=${i18n.t('softphone.region')}
      lang=${i18n.language === 'xx' ? 'en' : i18n.language}
      dir=${i18n.direction}
    >
      <slot></slot>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-parts': SoftphoneParts;
  }
}
