import { css, html, nothing } from 'lit';
import { desktopButtonsOf } from '../state/desktop-buttons.ts';
import type { CallKey, SoftphoneState } from '../state/model.ts';
import { cleanNumber } from '../ui/number.ts';
import { shared } from '../ui/styles.ts';
import { SoftphoneElement } from './softphone-element.ts';

const KEYS = '123456789*0#';

/**
 * The keypad on a call: each key sends its tone at once, and so does what is typed or pasted into the field. What was sent
 * stands there until it is closed, and nowhere else: it may be a secret.
 *
 * @tag gc-tones
 */
export class Tones extends SoftphoneElement {
  static override properties = { call: {}, sent: { state: true } };

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 0.45em;
      }
      input {
        direction: ltr;
        font-size: 1.2em;
      }
      .keys {
        display: grid;
        grid-template-columns: repeat(3, 1fr);
        gap: 0.3em;
        direction: ltr;
      }
      .keys button {
        min-block-size: max(36px, 2.2em);
        padding: 0.1em;
        border-color: transparent;
        background: var(--_raised);
        font-size: 1.2em;
      }
      .keys button:hover {
        background: var(--_accent-soft);
      }
    `,
  ];

  /** Key of the call. */
  call: CallKey = '';

  private sent = '';

  protected override watch(state: SoftphoneState): readonly unknown[] {
    return [state.calls, state.service, state.signIn, state.agent];
  }

  /** Focuses the field. */
  override focus(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  private get isOn(): boolean {
    const call = this.state.calls.find(({ key }) => key === this.call);
    return call !== undefined && desktopButtonsOf(this.state, call).keypad?.enabled === true;
  }

  protected override render(): unknown {
    const { t } = this.i18n;
    const off = this.isOn ? nothing : 'true';
    return html`<input
        type="text"
        inputmode="tel"
        autocomplete="off"
        aria-label=${t('tones.sent')}
        aria-describedby="how"
        aria-disabled=${off}
        .value=${this.sent}
        @beforeinput=${this.handleInput}
        @keydown=${this.handleRepeat}
      />
      <p class="hint" id="how">${t(this.isOn ? 'tones.hint' : 'why.notAllowed')}</p>
      <div class="keys" role="group" aria-label=${t('tones.keys')} @keydown=${this.handleRepeat}>
        ${Array.from(
          KEYS,
          (key) =>
            html`<button type="button" aria-disabled=${off} @click=${() => this.send(key)}>${key}</button>`,
        )}
      </div>`;
  }

  private send(text: string): void {
    const digits = cleanNumber(text).replace(/[^\d*#]/g, '');
    if (!digits || !this.isOn) return;
    this.sent += digits;
    this.phone.dispatch({ type: 'sendDigits', call: this.call, digits });
  }

  /** Nothing is edited: what was sent was sent. */
  private readonly handleInput = (event: InputEvent): void => {
    event.preventDefault();
    this.send(event.data ?? '');
  };

  /** A key that is held down is one tone. */
  private readonly handleRepeat = (event: KeyboardEvent): void => {
    if (event.repeat && event.key !== 'Tab') event.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-tones': Tones;
  }
}
