import { css, html, nothing } from 'lit';
import type { SoftphoneState } from '../state/model.ts';
import { shared } from '../ui/styles.ts';
import { SoftphoneElement } from './softphone-element.ts';

/**
 * Says that the browser keeps the ring tone silent, with the click that unlocks it. Nothing where calls can be heard, or
 * shall not be.
 *
 * @tag gc-sound-locked
 */
export class SoundLocked extends SoftphoneElement {
  static override styles = [
    shared,
    css`
      :host {
        flex: none;
      }
      div {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3em 0.6em;
        align-items: center;
        padding-block: 0.35em;
        padding-inline: 1em 0.5em;
        border-block-end: 1px solid var(--_line);
        background: var(--_wrap-soft);
        color: var(--_wrap);
      }
      p {
        flex: 1 1 12em;
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }
      button {
        min-block-size: max(28px, 2em);
        margin-inline-start: auto;
        padding: 0.1em 0.7em;
      }
    `,
  ];

  protected override watch(state: SoftphoneState): readonly unknown[] {
    return [state.sound, state.signIn.phase];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('aria-live', 'polite');
  }

  protected override render(): unknown {
    const { sound, signIn } = this.state;
    const phase = sound?.phase;
    if (signIn.phase !== 'signedIn' || (phase !== 'locked' && phase !== 'denied')) return nothing;
    return html`<div>
      <p>${this.i18n.t(`ring.${phase}`)}</p>
      <button type="button" @click=${() => this.phone.dispatch({ type: 'unlockSound' })}>
        ${this.i18n.t('ring.unlock')}
      </button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-sound-locked': SoundLocked;
  }
}
