import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { SoftphoneState } from '../state/model.ts';
import type { MessageKey } from '../ui/i18n.ts';
import { icon } from '../ui/icons.ts';
import { cleanNumber, forbiddenIn } from '../ui/number.ts';
import { shared } from '../ui/styles.ts';
import { SoftphoneElement } from './softphone-element.ts';

const KEYS = '123456789*0';

/**
 * Dials a number. There is no key for `#`: GC cannot carry it.
 *
 * @tag gc-keypad
 */
export class Keypad extends SoftphoneElement {
  static override properties = {
    problem: { state: true },
  };

  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      form {
        display: grid;
        gap: 0.75em;
      }
      .row {
        display: flex;
        gap: 0.6em;
        align-items: stretch;
      }
      input {
        flex: 1;
        direction: ltr;
        font-size: 1.3em;
      }
      :host(:dir(rtl)) input {
        text-align: end;
      }
      .row .answer {
        flex: none;
        min-block-size: 0;
        min-inline-size: 44px;
      }
      .keys {
        display: grid;
        grid-template-columns: repeat(3, 1fr);
        gap: 0.45em;
        direction: ltr;
      }
      .keys button {
        flex-direction: column;
        gap: 0;
        min-block-size: max(44px, 2.5em);
        padding: 0.2em;
        border-color: transparent;
        background: var(--_raised);
        font-size: 1.38em;
        line-height: 1.1;
      }
      .keys button:hover {
        background: var(--_accent-soft);
      }
      .keys small {
        min-block-size: 1.2em;
        color: var(--_muted);
        font-size: 0.5em;
        letter-spacing: 0.08em;
      }
      @container softphone (height < 27rem) {
        .keys button {
          min-block-size: max(32px, 2em);
        }
      }
    `,
  ];

  private problem: { readonly key: MessageKey; readonly character?: string } | undefined;

  /** The number went out: it goes from the field when its call takes the screen. */
  private isDialled = false;

  protected override watch(state: SoftphoneState): readonly unknown[] {
    return [state.service.phase, state.waiting, state.calls];
  }

  /** Focuses the number. */
  override focus(): void {
    this.input?.focus();
  }

  protected override updated(): void {
    // A number that GC refused stays, whoever rings.
    if (!this.isDialled || !this.input || !this.isOnScreen) return;
    this.input.value = '';
    this.isDialled = false;
  }

  protected override render(): unknown {
    const { t } = this.i18n;
    const { away, busy } = this;
    const described = this.problem ? 'problem' : away ? 'why' : nothing;
    return html`<form aria-label=${t('keypad.form')} @submit=${this.handleSubmit}>
      <div class="row">
        <input
          type="text"
          inputmode="tel"
          autocomplete="off"
          aria-label=${t('keypad.number')}
          placeholder=${t('keypad.placeholder')}
          aria-invalid=${this.problem ? 'true' : nothing}
          aria-describedby=${described}
          @input=${this.handleInput}
          @paste=${this.handlePaste}
        />
        <button
          class="answer"
          aria-disabled=${away || busy ? 'true' : nothing}
          aria-busy=${busy ? 'true' : nothing}
          aria-describedby=${away ? 'why' : nothing}
        >
          ${icon(busy ? 'wait' : 'phone', t('keypad.call'))}
        </button>
      </div>
      ${this.problem ? html`<p class="problem" id="problem" role="alert">${this.problemText()}</p>` : nothing}
      ${away ? html`<p class="hint" id="why">${t('why.notInService')}</p>` : nothing}
      <div class="keys">
        ${Array.from(KEYS, (key) => this.renderKey(key))}
        <button type="button" @click=${this.handleDelete}>${icon('backspace', t('keypad.delete'))}</button>
      </div>
    </form>`;
  }

  private renderKey(key: string): TemplateResult {
    return html`<button type="button" @click=${() => this.type(key)}>
      <span>${key}</span
      ><small aria-hidden="true">${this.i18n.lookUp(`keypad.letters.${key}`) ?? nothing}</small>
    </button>`;
  }

  private problemText(): string {
    const { key, character } = this.problem ?? {};
    if (key === undefined) return '';
    return this.i18n.t(
      key,
      character === undefined ? {} : { character, field: this.i18n.t('keypad.number') },
    );
  }

  private get away(): boolean {
    return this.state.service.phase !== 'inService';
  }

  /** A number is on its way. */
  private get busy(): boolean {
    return this.state.waiting.some(({ command, blocks }) => command === 'MakeCall' && blocks);
  }

  /** A call that was dialled stands where the keypad was. */
  private get isOnScreen(): boolean {
    return this.state.calls.some(({ dialled, phase }) => dialled && phase !== 'logging');
  }

  private get input(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  private type(text: string): void {
    const { input } = this;
    if (!input) return;
    const { selectionStart, selectionEnd } = input;
    input.setRangeText(text, selectionStart ?? input.value.length, selectionEnd ?? input.value.length, 'end');
    this.problem = undefined;
  }

  private readonly handleDelete = (): void => {
    const { input } = this;
    // Nothing is selected: what stands before the caret goes.
    if (input?.selectionStart && input.selectionStart === input.selectionEnd) input.selectionStart -= 1;
    this.type('');
  };

  /** A character that GC cannot carry does not enter the field; which one, is said. */
  private readonly handleInput = (): void => {
    const { input } = this;
    if (!input) return;
    const character = forbiddenIn(input.value);
    this.problem = character === undefined ? undefined : { key: 'notice.forbiddenCharacter', character };
    if (character !== undefined) input.value = input.value.replace(/[,#|]/g, '');
  };

  private readonly handlePaste = (event: ClipboardEvent): void => {
    event.preventDefault();
    this.type(cleanNumber(event.clipboardData?.getData('text/plain') ?? ''));
    this.handleInput();
  };

  private readonly handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const number = cleanNumber(this.input?.value ?? '');
    // A call may have covered the field while the key was on its way.
    if (this.away || this.busy || !this.checkVisibility()) return;
    this.problem = number === '' ? { key: 'notice.numberEmpty' } : undefined;
    if (this.problem) {
      this.focus();
      return;
    }
    this.isDialled = true;
    this.phone.dispatch({ type: 'dial', number });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-keypad': Keypad;
  }
}
