import { ContextProvider } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { createClock } from '../ui/clock.ts';
import type { Clock } from '../ui/clock.ts';
import { clockContext, i18nContext, sourceContext } from '../ui/context.ts';
import type { Source } from '../ui/context.ts';
import type { I18n } from '../ui/i18n.ts';
import type { Theme } from '../state/preferences.ts';
import { tokens, type Look } from '../ui/tokens.ts';

export type { Theme } from '../state/preferences.ts';

/**
 * The softphone on screen, for a state and a place to send intents to. It provides both, the words and the clock to
 * everything inside, and knows nothing of connections.
 *
 * @tag gc-view
 * @csspart region - the landmark "Softphone" that holds everything
 * @cssproperty --gc-font - the typeface
 * @cssproperty --gc-font-size - size of running text; everything else follows it
 * @cssproperty --gc-radius - corners of buttons and fields
 * @cssproperty --gc-radius-large - corners of cards
 * @cssproperty --gc-min-height - height where the page gives none
 * @cssproperty --gc-fit - `auto`: as high as what it shows, in place of filling its page; with `--gc-container: inline-size`
 * @cssproperty --gc-container - what its queries are answered by: `size`, or `inline-size` where its height follows from what it shows
 * @cssproperty --gc-lists-height - with it: how high the directory and the recent calls may become
 * @cssproperty --gc-max-width - width of the content on a wide page
 * @cssproperty --gc-accent - each colour of `COLOURS` in src/ui/tokens.ts has such a property
 */
export class SoftphoneView extends LitElement {
  static override properties = {
    source: { attribute: false },
    i18n: { attribute: false },
    clock: { attribute: false },
    theme: { reflect: true },
    look: {},
  };

  static override styles = [
    tokens,
    css`
      :host {
        display: block;
        block-size: var(--gc-fit, 100%);
        min-block-size: var(--_min-height);
        container: softphone / var(--gc-container, size);
        overflow: hidden;
        background: var(--_surface);
        color: var(--_text);
        font: var(--_font-size) / 1.4 var(--_font);
        -webkit-text-size-adjust: none;
        text-size-adjust: none;
      }
      :host([hidden]) {
        display: none;
      }
      section,
      gc-panel {
        block-size: var(--gc-fit, 100%);
      }
    `,
  ];

  /** The state, and where intents go. Nothing is shown without it. */
  source: Source | undefined;

  /** The words. */
  i18n: I18n | undefined;

  /** The clock of all timers. */
  clock: Clock = createClock();

  /** `system` and `contrast` follow the browser; the others do not. */
  theme: Theme = 'system';

  /** Whose colours. High contrast, where it is wanted, comes before them. */
  look: Look = 'neutral';

  private readonly sources = new ContextProvider(this, { context: sourceContext });
  private readonly words = new ContextProvider(this, { context: i18nContext });
  private readonly clocks = new ContextProvider(this, { context: clockContext });
  private stop: (() => void) | undefined;
  private readonly moreContrast = matchMedia('(prefers-contrast: more)');
  private worn: Look | 'contrast' = 'neutral';

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow();
    this.moreContrast.onchange = () => this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
    this.moreContrast.onchange = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('clock')) this.clocks.setValue(this.clock);
    if (changed.has('source') && this.source) this.sources.setValue(this.source);
    if (changed.has('i18n') && this.i18n) {
      this.words.setValue(this.i18n);
      this.follow();
    }
  }

  protected override updated(): void {
    const wanted = this.theme === 'contrast' || this.moreContrast.matches ? 'contrast' : this.look;
    if (wanted === this.worn) return;
    this.worn = wanted;
    // Ours are there already, and stay where the others cannot be fetched.
    import('../ui/themes.ts')
      .then(({ wear }) => wear(this.renderRoot as ShadowRoot, this.worn))
      .catch(() => (this.worn = 'neutral'));
  }

  private follow(): void {
    this.stop?.();
    this.stop = this.i18n?.subscribe(() => this.requestUpdate());
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
      <gc-panel></gc-panel>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-view': SoftphoneView;
  }
}
