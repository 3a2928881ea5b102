import { css, html, nothing, svg } from 'lit';
import type { Sound, SoftphoneState } from '../state/model.ts';
import { shared } from '../ui/styles.ts';
import { SoftphoneElement } from './softphone-element.ts';

const BELL = 'M6 16.5v-5.5a6 6 0 0 1 12 0v5.5l1.5 2h-15zM10 21.2h4';
const CROSSED = 'M4 4l16.5 16.5';

/**
 * How calls are announced: a bell that opens ring, volume and notifications, as far as this page can have them.
 *
 * @tag gc-ring-menu
 * @csspart menu
 */
export class RingMenu extends SoftphoneElement {
  static override properties = { open: { state: true } };

  static override styles = [
    shared,
    css`
      :host {
        position: relative;
        flex: none;
      }
      button.quiet {
        min-block-size: 28px;
        min-inline-size: 28px;
        padding: 0;
        color: inherit;
      }
      .menu {
        position: absolute;
        z-index: 2;
        inset-block-end: calc(100% + 0.2em);
        inset-inline-end: -22px;
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.5em;
        inline-size: min(18em, 100cqi - 1.5em);
        max-block-size: calc(100cqb - 4.5em);
        overflow: auto;
        padding: 0.8em;
        border: 1px solid var(--_line);
        border-radius: var(--_radius-large);
        background: var(--_surface);
        box-shadow: 0 6px 24px rgb(16 24 40 / 0.22);
        color: var(--_text);
      }
      label {
        display: flex;
        gap: 0.6em;
        align-items: center;
        min-block-size: 28px;
        font-weight: 400;
      }
      input[type='range'] {
        flex: 1 1 6em;
        inline-size: auto;
        min-block-size: 28px;
        padding: 0;
        accent-color: var(--_accent);
      }
    `,
  ];

  private open = false;

  protected override watch(state: SoftphoneState): readonly unknown[] {
    return [state.sound, state.signIn.phase];
  }

  protected override render(): unknown {
    const { sound, signIn } = this.state;
    if (!sound || signIn.phase !== 'signedIn') return nothing;
    const title = this.i18n.t('ring.title');
    return html`<div @keydown=${this.handleKeydown} @focusout=${this.handleFocusout}>
      <button
        type="button"
        class="quiet"
        aria-haspopup="dialog"
        aria-expanded=${this.open ? 'true' : 'false'}
        title=${title}
        @click=${() => (this.open = !this.open)}
      >
        <svg class="icon" viewBox="0 0 24 24" role="img" aria-label=${title}>
          <path d=${BELL} />
          ${sound.phase === 'ready' && sound.volume > 0 ? nothing : svg`<path d=${CROSSED} />`}
        </svg>
      </button>
      ${this.open ? this.renderMenu(sound, title) : nothing}
    </div>`;
  }

  private renderMenu({ phase, volume, notify }: Sound, title: string): unknown {
    const { i18n } = this;
    const isOff = phase === 'off';
    return html`<div part="menu" class="menu" role="dialog" aria-label=${title} tabindex="-1">
      <label>
        <input
          type="checkbox"
          .checked=${!isOff}
          @change=${(event: Event) => this.prefer({ ring: isChecked(event) })}
        />
        ${i18n.t('ring.on')}
      </label>
      <label>
        ${i18n.t('ring.volume')}
        <input
          type="range"
          min="0"
          max="1"
          step="0.05"
          ?disabled=${isOff}
          .value=${String(volume)}
          @change=${(event: Event) => this.prefer({ volume: Number((event.target as HTMLInputElement).value) })}
        />
      </label>
      <button type="button" ?disabled=${isOff} @click=${() => this.phone.dispatch({ type: 'unlockSound' })}>
        ${i18n.t('ring.try')}
      </button>
      ${
        notify
          ? html`<label>
              <input
                type="checkbox"
                aria-describedby=${notify === 'denied' ? 'denied' : nothing}
                ?disabled=${notify === 'denied'}
                .checked=${notify === 'on'}
                @change=${(event: Event) => this.prefer({ notify: isChecked(event) })}
              />
              ${i18n.t('ring.notify')}
            </label>`
          : nothing
      }
      ${notify === 'denied' ? html`<p id="denied" class="hint">${i18n.t('ring.notifyDenied')}</p>` : nothing}
    </div>`;
  }

  private prefer(change: {
    readonly ring?: boolean;
    readonly volume?: number;
    readonly notify?: boolean;
  }): void {
    this.phone.dispatch({ type: 'preferences', ...change });
  }

  private readonly handleKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.open) return;
    event.preventDefault();
    this.open = false;
    this.renderRoot.querySelector('button')?.focus();
  };

  private readonly handleFocusout = ({ relatedTarget: to }: FocusEvent): void => {
    if (!(to instanceof Node && this.renderRoot.contains(to))) this.open = false;
  };
}

const isChecked = ({ target }: Event): boolean => (target as HTMLInputElement).checked;

declare global {
  interface HTMLElementTagNameMap {
    'gc-ring-menu': RingMenu;
  }
}
