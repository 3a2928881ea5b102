import { css, html, nothing, svg } from 'lit';
import type { SoftphoneState } from '../state/model.ts';
import { shared } from '../ui/styles.ts';
import { SoftphoneElement } from './softphone-element.ts';

const BELL = 'M6 16.5v-5.5a6 6 0 0 1 12 0v5.5l1.5 2h-15zM10 21.2h4';
const CROSSED = 'M4 4l16.5 16.5';

/**
 * The bell in the status line: rings, or not, with one click. Crossed out where calls are not heard, for whatever reason.
 *
 * @tag gc-ring-switch
 */
export class RingSwitch extends SoftphoneElement {
  static override styles = [
    shared,
    css`
      :host {
        flex: none;
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
    return [state.sound, state.signIn.phase];
  }

  protected override render(): unknown {
    const { sound, signIn } = this.state;
    if (!sound || signIn.phase !== 'signedIn') return nothing;
    const title = this.i18n.t('ring.switch');
    const isOn = sound.phase !== 'off';
    return html`<button
      type="button"
      class="quiet"
      aria-pressed=${isOn ? 'true' : 'false'}
      title=${title}
      @click=${() => this.phone.dispatch({ type: 'preferences', ring: !isOn })}
    >
      <svg class="icon" viewBox="0 0 24 24" role="img" aria-label=${title}>
        <path d=${BELL} />
        ${sound.phase === 'ready' && sound.volume > 0 ? nothing : svg`<path d=${CROSSED} />`}
      </svg>
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-ring-switch': RingSwitch;
  }
}
