import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CallButton } from '../state/buttons.ts';
import type { Call, CallKey, SoftphoneState } from '../state/model.ts';
import { hasWrapUp, liveCalls, wrapUpCalls } from '../state/select.ts';
import { AnswerFocus } from '../ui/answer-focus.ts';
import { shared } from '../ui/styles.ts';
import { partyWords } from '../ui/words.ts';
import { SoftphoneElement } from './softphone-element.ts';

/**
 * What the agent works with now: the calls on the line, the wrap-up of one that is over, or the keypad. The calls' cards
 * stay in sight; what stands below them scrolls.
 *
 * @tag gc-work
 */
export class Work extends SoftphoneElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-block-size: 0;
      }
      .cards,
      .more {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.75em;
        align-content: start;
        inline-size: 100%;
        max-inline-size: var(--_max-width);
        margin-inline: auto;
        padding: 0.75em;
        overflow: auto;
      }
      .cards {
        flex: 0 1 auto;
        min-block-size: 0;
        padding-block-end: 0;
      }
      .cards > :last-child {
        margin-block-end: 0.75em;
      }
      .more {
        flex: 1 0 7em;
        block-size: 0;
      }
      .cards ~ .more {
        padding-block-start: 0;
      }
      gc-wrap-up.over {
        flex: 1 0 9em;
        block-size: 0;
        inline-size: 100%;
        max-inline-size: var(--_max-width);
        margin-inline: auto;
      }
      .rest {
        flex: none;
        max-block-size: 45%;
        overflow: auto;
      }
      .rest:only-child {
        max-block-size: none;
      }
      .rest .hint {
        padding: 0 0.9em 0.65em;
      }
      /* Little height, or large text: what is below the cards may shrink, the cards keep their buttons in sight. */
      @container softphone (block-size < 24rem) {
        .cards:has(~ .more:not([hidden]), ~ gc-wrap-up) {
          flex: none;
          max-block-size: 65%;
        }
        .more {
          flex: 1 1 0;
          min-block-size: 4em;
        }
        .rest {
          max-block-size: 30%;
        }
      }
      @container softphone (inline-size >= 46rem) {
        :host(.calls) {
          display: grid;
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
          grid-template-rows: minmax(0, 1fr) auto;
          inline-size: 100%;
          max-inline-size: calc(2 * var(--_max-width));
          margin-inline: auto;
        }
        :host(.calls) .more {
          block-size: auto;
          padding-block-start: 0.75em;
        }
        .rest {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  constructor() {
    super();
    new AnswerFocus(this);
  }

  protected override watch(state: SoftphoneState): readonly unknown[] {
    return [state.calls, state.signIn, state.agent];
  }

  /** Key of the call whose Answer is on screen. */
  get ringing(): CallKey | undefined {
    if (!this.phone.connected || this.state.signIn.phase !== 'signedIn') return undefined;
    const first = liveCalls(this.state)[0];
    return first?.phase === 'ringing' ? first.key : undefined;
  }

  focusAnswer(): void {
    this.renderRoot.querySelector('gc-incoming-call')?.focusButton('answer');
  }

  /** Focuses the first call on the line, or the number where there is none. */
  focusCalls(): void {
    const card = this.renderRoot.querySelector('gc-call-card');
    if (card) card.focus();
    else this.focusKeypad();
  }

  focusKeypad(): void {
    this.renderRoot.querySelector('gc-keypad')?.focus();
  }

  /** Presses, as a key would, the first of these buttons that is on, on the call that comes first. */
  pressByKey(...names: readonly CallButton[]): void {
    const cards = this.renderRoot.querySelectorAll<
      HTMLElementTagNameMap['gc-call-card'] | HTMLElementTagNameMap['gc-incoming-call']
    >('gc-incoming-call, gc-call-card');
    for (const card of cards) if (card.pressByKey(...names)) return;
  }

  protected override willUpdate(): void {
    this.classList.toggle('calls', liveCalls(this.state).length > 0);
  }

  protected override render(): unknown {
    const live = liveCalls(this.state);
    const over = hasWrapUp(this.state) ? wrapUpCalls(this.state) : [];
    const talk = live.find(({ phase }) => phase !== 'ringing');
    // A call that only rings takes no field away from whoever types in it.
    const shown = talk ? undefined : over[0];
    const others = shown ? over.slice(1) : over;
    return html`${live.length > 0 ? html`<div class="cards">${this.renderCards(live)}</div>` : nothing}
      ${shown ? html`<gc-wrap-up class="over" .call=${shown.key}></gc-wrap-up>` : nothing}
      ${talk ? html`<div class="more">${this.renderAbout(talk)}</div>` : nothing}
      ${
        this.state.signIn.phase === 'signedIn'
          ? html`<div class="more" ?hidden=${live.length > 0 || over.length > 0}>
              <gc-keypad ?hidden=${live.length > 0}></gc-keypad>
            </div>`
          : nothing
      }
      <div class="rest">${this.renderWaiting(others)}<gc-pending-logs></gc-pending-logs></div>`;
  }

  private renderCards(live: readonly Call[]): unknown {
    return repeat(
      live,
      ({ key }) => key,
      ({ key, phase }) =>
        phase === 'ringing'
          ? html`<gc-incoming-call .call=${key}></gc-incoming-call>`
          : html`<gc-call-card .call=${key}></gc-call-card>`,
    );
  }

  private renderAbout(call: Call): unknown {
    const writable = call.phase === 'active' || call.phase === 'held';
    return html`<gc-record-match .call=${call.key}></gc-record-match>
      <gc-call-details .call=${call.key}></gc-call-details>
      ${
        writable && hasWrapUp(this.state) && this.state.signIn.phase === 'signedIn'
          ? html`<gc-wrap-up .call=${call.key}></gc-wrap-up>`
          : nothing
      }`;
  }

  private renderWaiting(over: readonly Call[]): unknown {
    if (over.length === 0) return nothing;
    const names = over.map((call) => partyWords(this.i18n, call)).join(', ');
    return html`<p class="hint">${this.i18n.t('softphone.wrapUpWaiting', { count: over.length, names })}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-work': Work;
  }
}
