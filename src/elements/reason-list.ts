import { css, html, nothing } from 'lit';
import type { Reason } from '../protocol/events.ts';
import type { CallKey, SoftphoneState } from '../state/model.ts';
import { isReasonRequired } from '../state/select.ts';
import { shared } from '../ui/styles.ts';
import { SoftphoneElement } from './softphone-element.ts';

/** From so many reasons on there is a box to search them by. */
const SEARCH_FROM = 9;

/**
 * The radio list "Reason" of a call's wrap-up, with a search box where it is long. The chosen reason is never filtered
 * away.
 *
 * @tag gc-reason-list
 */
export class ReasonList extends SoftphoneElement {
  static override properties = {
    call: {},
    search: { state: true },
  };

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 0.4em;
      }
      .head {
        display: flex;
        gap: 0.6em;
        align-items: center;
        justify-content: space-between;
        min-block-size: 24px;
      }
      .head button {
        min-block-size: 24px;
        padding: 0 0.4em;
        font-size: 0.92em;
      }
      .list {
        display: grid;
        gap: 1px;
      }
      .list label {
        display: flex;
        gap: 0.6em;
        align-items: center;
        min-block-size: max(28px, 2.3em);
        padding: 0.3em 0.6em;
        border: 1px solid transparent;
        border-radius: var(--_radius);
        font-weight: 400;
        font-size: 1em;
        cursor: pointer;
      }
      .list label:hover {
        background: var(--_raised);
      }
      .list label:has(:checked) {
        border-color: var(--_accent);
        background: var(--_accent-soft);
      }
      .list span {
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** Key of the call. */
  call: CallKey = '';

  protected search = '';

  /** An arrow key is down: it goes on to the next reason, perhaps by this one. */
  private isStepping = false;

  /** The present choice was made by an arrow key, and GC may not know of it yet. */
  private stepped = false;

  protected override watch(state: SoftphoneState): readonly unknown[] {
    return [state.calls, state.reasons.wrapUp, state.agent];
  }

  protected override render(): unknown {
    const chosen = this.state.calls.find(({ key }) => key === this.call)?.draft.reason;
    const all = this.state.reasons.wrapUp;
    const { t } = this.i18n;
    const shown = all.filter((reason) => reason.key === chosen || this.fits(reason));
    return html`
      <div class="head">
        <span class="label" id="label">${t('wrapUp.reason')}</span>
        ${
          chosen !== undefined && !isReasonRequired(this.state)
            ? html`<button type="button" class="quiet" @click=${() => this.choose(null)}>
                ${t('wrapUp.clear')}
              </button>`
            : nothing
        }
      </div>
      ${this.renderSearch()}
      <div
        class="list"
        role="radiogroup"
        aria-labelledby="label"
        aria-required=${isReasonRequired(this.state) ? 'true' : nothing}
        @keydown=${this.handleKey}
        @keyup=${this.handleKey}
        @focusout=${this.handleFocusout}
      >
        ${shown.map(
          (reason) =>
            html`<label>
              <input
                type="radio"
                name="reason"
                .checked=${reason.key === chosen}
                @change=${() => this.choose(reason.key)}
              />
              <span><bdi>${reason.label}</bdi></span>
            </label>`,
        )}
      </div>
      <p class="muted" aria-live="polite">
        ${all.length > 0 && shown.length === 0 ? t('wrapUp.noneMatches', { text: this.search }) : nothing}
      </p>
    `;
  }

  /** Above so many reasons, the field that finds one. */
  protected renderSearch(): unknown {
    if (this.state.reasons.wrapUp.length < SEARCH_FROM) return nothing;
    const label = this.i18n.t('wrapUp.search');
    return html`<input
      type="search"
      autocomplete="off"
      aria-label=${label}
      placeholder=${label}
      .value=${this.search}
      @input=${this.handleSearch}
      @keydown=${this.handleSearchKeydown}
    />`;
  }

  /** Takes the only reason that a search has left. */
  protected take(reason: string): void {
    this.choose(reason);
  }

  protected fits(reason: Reason): boolean {
    return plain(reason.label).includes(plain(this.search));
  }

  private choose(reason: string | null): void {
    this.stepped = this.isStepping;
    this.phone.dispatch({
      type: 'editWrapUp',
      call: this.call,
      reason,
      ...(this.stepped && { stepping: true }),
    });
  }

  private readonly handleKey = ({ type, key }: KeyboardEvent): void => {
    this.isStepping = type === 'keydown' && key.startsWith('Arrow');
  };

  /** The choice that the focus leaves is meant. */
  private readonly handleFocusout = ({ relatedTarget }: FocusEvent): void => {
    const isInside = relatedTarget instanceof HTMLInputElement && relatedTarget.type === 'radio';
    if (isInside) return;
    this.isStepping = false;
    const { reason } = this.state.calls.find(({ key }) => key === this.call)?.draft ?? {};
    if (this.stepped && reason !== undefined) this.choose(reason);
  };

  private readonly handleSearch = (event: InputEvent): void => {
    this.search = (event.target as HTMLInputElement).value;
  };

  /** Enter takes the only reason that is left; it does not save the form. */
  private readonly handleSearchKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    const found = this.state.reasons.wrapUp.filter((reason) => this.fits(reason));
    if (found.length === 1 && found[0]) this.take(found[0].key);
  };
}

/** Without case and accents: `uber` finds `Über`. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase().trim();
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-reason-list': ReasonList;
  }
}
