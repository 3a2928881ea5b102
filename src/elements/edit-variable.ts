import { css, html, nothing } from 'lit';
import type { Call, CallKey, SoftphoneState } from '../state/model.ts';
import { isOwnAddress } from '../state/party.ts';
import { icon } from '../ui/icons.ts';
import { forbiddenIn } from '../ui/number.ts';
import { shared } from '../ui/styles.ts';
import { SoftphoneElement } from './softphone-element.ts';

/** Bytes that fit into one of the ten call variables. Source: Finesse, limits of call variables. */
const ROOM = 40;

/**
 * A call variable with a pencil, and the field in which it is changed. Enter sends it, Escape leaves it; the field is gone
 * once GC says that the call has the new value.
 *
 * @tag gc-edit-variable
 * @slot - the value as it is
 */
export class EditVariable extends SoftphoneElement {
  static override properties = {
    call: {},
    name: {},
    label: {},
    isOpen: { state: true },
    problem: { state: true },
  };

  static override styles = [
    shared,
    css`
      .row + span {
        display: block;
        padding-block: 0.2em;
        text-align: start;
      }
      button {
        min-block-size: 24px;
        min-inline-size: 24px;
        padding: 0;
      }
      button .icon {
        inline-size: 1.1em;
        block-size: 1.1em;
      }
      .row {
        display: flex;
        gap: 0.4em;
        align-items: center;
      }
    `,
  ];

  /** Key of the call. */
  call: CallKey = '';

  /** Name of the variable. */
  name = '';

  /** The administrator's word for it. */
  label = '';

  /** It is being changed. */
  private isOpen = false;

  private problem = '';

  /** What GC was asked for. */
  private sent: string | undefined;

  protected override watch(state: SoftphoneState): readonly unknown[] {
    return [state.calls, state.waiting, state.service.phase, state.signIn.phase, state.agent];
  }

  private get input(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  private get shown(): Call | undefined {
    return this.state.calls.find(({ key }) => key === this.call);
  }

  private get value(): string {
    return this.shown?.variables[this.name] ?? '';
  }

  /** GC has not answered yet. */
  private get isWaiting(): boolean {
    return this.state.waiting.some(
      (one) => one.command === 'update_call_variable' && one.blocks && one.dialogId === this.shown?.dialogId,
    );
  }

  /** Our own participant's list of actions decides, where GC sent one. */
  private get isAllowed(): boolean {
    const own = this.shown?.participants.find((one) => isOwnAddress(this.state, one.mediaAddress));
    return this.state.signIn.phase === 'signedIn' && (own?.actions?.includes('UPDATE_CALL_DATA') ?? true);
  }

  protected override willUpdate(): void {
    if (this.sent !== undefined && this.sent === this.value) void this.toggle(false);
  }

  protected override render(): unknown {
    const { t } = this.i18n;
    if (!this.isOpen) return html`<slot></slot> ${this.isAllowed ? this.renderPencil() : nothing}`;
    const busy = this.isWaiting;
    const away = this.state.service.phase !== 'inService';
    return html`<div class="row">
        <input
          type="text"
          autocomplete="off"
          dir="auto"
          aria-label=${this.label}
          aria-describedby="hint"
          aria-invalid=${this.problem ? 'true' : nothing}
          ?readonly=${busy}
          @input=${() => (this.problem = '')}
          @keydown=${this.handleKeydown}
        />
        ${busy ? icon('wait') : nothing}
      </div>
      <span class=${this.problem ? 'problem' : 'hint'} id="hint" aria-live="polite">
        ${this.problem || t(away ? 'why.notInService' : busy ? 'variable.saving' : 'variable.hint')}
      </span>`;
  }

  private renderPencil(): unknown {
    return html`<button type="button" class="quiet" @click=${() => this.toggle(true)}>
      ${icon('pencil', this.i18n.t('variable.change', { label: this.label }))}
    </button>`;
  }

  /** Opens the field with its text selected, or closes it; the focus goes along, where it was here. */
  private async toggle(isOpen: boolean): Promise<void> {
    const isHere = this.shadowRoot?.activeElement;
    this.isOpen = isOpen;
    this.sent = undefined;
    this.problem = '';
    await this.updateComplete;
    const { input } = this;
    if (input) input.value = this.value;
    input?.select();
    if (isHere) this.renderRoot.querySelector<HTMLElement>('input, button')?.focus();
  }

  private readonly handleKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') void this.toggle(false);
    else this.save();
  };

  private save(): void {
    const value = this.input?.value.trim() ?? '';
    if (value === this.value) {
      void this.toggle(false);
      return;
    }
    if (this.isWaiting || this.state.service.phase !== 'inService') return;
    this.problem = this.problemWith(value);
    if (this.problem) return;
    this.sent = value;
    this.phone.dispatch({ type: 'setVariable', call: this.call, name: this.name, value });
  }

  private problemWith(value: string): string {
    const { t } = this.i18n;
    const character = forbiddenIn(value);
    if (character !== undefined) return t('notice.forbiddenCharacter', { character, field: this.label });
    const isShort = this.name.startsWith('callVariable') && new TextEncoder().encode(value).length > ROOM;
    return isShort ? t('variable.tooLong', { room: ROOM }) : '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-edit-variable': EditVariable;
  }
}
