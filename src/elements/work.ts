import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { loadElements } from '../define.ts';
import { buttonsOf } from '../state/buttons.ts';
import { isConference } from '../state/call-parts.ts';
import type { Call, CallKey, SoftphoneState } from '../state/model.ts';
import { hasWrapUp, liveCalls, wrapUpCalls } from '../state/select.ts';
import { AnswerFocus } from '../ui/answer-focus.ts';
import type { ControlName } from '../ui/call-controls.ts';
import { partyWords } from '../ui/words.ts';
import type { CallElement, ConsultKind } from './call-element.ts';
import type { IdleTabs } from './idle-tabs.ts';
import { SoftphoneElement } from './softphone-element.ts';
import { workStyles } from './work-styles.ts';

/**
 * What the agent works with now: the calls on the line, the wrap-up of one that is over, or the keypad. The calls' cards
 * stay in sight; what stands below them scrolls.
 *
 * @tag gc-work
 */
export class Work extends SoftphoneElement {
  static override properties = { asks: { state: true }, failed: { state: true } };

  static override styles = workStyles;

  /** The call for which the agent looks for somebody, and what for. */
  private asks: { readonly call: CallKey; readonly kind: ConsultKind } | undefined;

  /** The call for which that could not be fetched. */
  private failed: CallKey | undefined;

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

  focusKeypad(): void {
    // Until the tabs are fetched, the keypad stands there alone.
    (this.renderRoot.querySelector('gc-idle-tabs') as Partial<IdleTabs> | null)?.showKeypad?.();
    this.renderRoot.querySelector('gc-keypad')?.focus();
  }

  /** Presses, as a key would, the first of these buttons that is on, on the call that comes first. */
  pressByKey(...names: readonly ControlName[]): void {
    for (const { key } of liveCalls(this.state)) if (this.cardOf(key)?.pressByKey(...names)) return;
  }

  private cardOf(call: CallKey): CallElement | undefined {
    return [...this.renderRoot.querySelectorAll<CallElement>('.cards > :defined')].find(
      (card) => card.call === call,
    );
  }

  protected override willUpdate(): void {
    const live = liveCalls(this.state);
    this.classList.toggle('calls', live.length > 0);
    this.classList.toggle('two', live.length > 1);
    const { asks } = this;
    const call = live.find(({ key }) => key === asks?.call);
    // The consultation is under way, or the call is gone: nothing is left to ask.
    if (asks && !(call && buttonsOf(this.state, call)[asks.kind])) this.asks = undefined;
  }

  protected override render(): unknown {
    const live = liveCalls(this.state);
    const over = hasWrapUp(this.state) ? wrapUpCalls(this.state) : [];
    // Who listens to a call works on meanwhile.
    const taken = live.filter(({ monitors }) => !monitors);
    const first = taken.find(({ phase }) => phase !== 'ringing');
    // What is asked of a colleague is about the customer.
    const talk = live.find(({ key }) => key === first?.consultFor) ?? first;
    // A call that only rings takes no field away from whoever types in it.
    const shown = talk ? undefined : over[0];
    const others = shown ? over.slice(1) : over;
    return html`${live.length > 0 ? html`<div class="cards">${this.renderCards(live)}</div>` : nothing}
      ${shown ? html`<gc-wrap-up class="over" .call=${shown.key}></gc-wrap-up>` : nothing}
      ${this.renderAsking()}
      ${talk ? html`<div class="more" ?hidden=${this.asks}>${this.renderAbout(talk)}</div>` : nothing}
      ${
        this.state.signIn.phase === 'signedIn'
          ? html`<gc-idle-tabs ?hidden=${taken.length > 0 || over.length > 0}
              ><gc-keypad></gc-keypad
            ></gc-idle-tabs>`
          : nothing
      }
      <div class="rest">${this.renderWaiting(others)}<gc-pending-logs></gc-pending-logs></div>`;
  }

  /** What rings comes first; the others stay where they are, whichever is heard. */
  private renderCards(live: readonly Call[]): unknown {
    const rings = ({ phase }: Call): number => Number(phase === 'ringing');
    return repeat(
      [...live].sort((a, b) => rings(b) - rings(a) || a.firstSeen - b.firstSeen),
      ({ key }) => key,
      ({ key, phase, monitors }) =>
        phase === 'ringing'
          ? html`<gc-incoming-call .call=${key}></gc-incoming-call>`
          : phase === 'offered' || phase === 'accepted'
            ? html`<gc-preview-call .call=${key}></gc-preview-call>`
            : monitors
              ? html`<gc-monitored-call .call=${key}></gc-monitored-call>`
              : html`<gc-call-card
                  .call=${key}
                  .asking=${this.asks?.call === key}
                  @gc-consult=${this.handleConsult}
                ></gc-call-card>`,
    );
  }

  private renderAsking(): unknown {
    const { asks } = this;
    return asks
      ? html`<gc-consult-dialog
          class="more"
          .call=${asks.call}
          .kind=${asks.kind}
          @gc-cancel=${() => this.handleCancel(asks)}
        ></gc-consult-dialog>`
      : nothing;
  }

  private readonly handleConsult = async (event: CustomEvent<ConsultKind>): Promise<void> => {
    const { call } = event.currentTarget as CallElement;
    this.failed = undefined;
    try {
      await loadElements('rest');
      this.asks = { call, kind: event.detail };
    } catch {
      this.failed = call;
    }
  };

  /** Back to the button that it was asked for with. */
  private async handleCancel({ call, kind }: NonNullable<Work['asks']>): Promise<void> {
    this.asks = undefined;
    await this.updateComplete;
    const card = this.cardOf(call);
    await card?.updateComplete;
    card?.focusButton(kind);
  }

  private renderAbout(call: Call): unknown {
    const writable = call.phase === 'active' || call.phase === 'held';
    return html`${this.failed === call.key ? html`<p class="hint" role="alert">${this.i18n.t('softphone.checkFailed')}</p>` : nothing}
      ${isConference(call) ? html`<gc-participants .call=${call.key}></gc-participants>` : nothing}
      <gc-record-match .call=${call.key}></gc-record-match>
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
