import { html, nothing } from 'lit';
import type { Call, CallKey, SoftphoneState } from '../state/model.ts';
import { lacksReason, relatedRecord, wrapUpCalls } from '../state/select.ts';
import { answeredAt } from '../ui/call-controls.ts';
import { icon } from '../ui/icons.ts';
import { partyWords, reasonWords, recordTypeWords } from '../ui/words.ts';
import { SoftphoneElement } from './softphone-element.ts';
import { wrapUpStyles } from './wrap-up-styles.ts';

/** Agent states that "ready" is allowed from once the call is over. */
const CAN_BE_READY = ['WORK', 'WORK_READY', 'NOT_READY'];

/**
 * The form "Wrap-up": the reason, the notes and the record they go to. During the call it is small, with the reasons
 * folded; afterwards it ends with "Save". Whatever is typed goes into the state at once, so that it survives a reload.
 *
 * @tag gc-wrap-up
 */
export class WrapUp extends SoftphoneElement {
  static override properties = {
    call: {},
    unfolded: { state: true },
  };

  static override styles = wrapUpStyles;

  /** Key of the call. */
  call: CallKey = '';

  private unfolded = false;

  /** The call whose notes the field holds. */
  private notesOf: CallKey = '';

  /** The notes as the state had them last. */
  private known = '';

  protected override watch(state: SoftphoneState): readonly unknown[] {
    return [state.calls, state.reasons.wrapUp, state.agent, state.service.phase, state.setup];
  }

  protected override updated(): void {
    // A field that is being typed in is ahead of the state, never behind it.
    const notes = this.renderRoot.querySelector('textarea');
    const text = this.shown?.draft.notes ?? '';
    const isAnother = this.call !== this.notesOf;
    // Who has saved one by keys writes on with the next, and does not save that as well by holding the key down.
    if (isAnother && this.notesOf && this.shadowRoot?.activeElement) notes?.focus();
    this.notesOf = this.call;
    const isKnown = notes?.value === this.known;
    this.known = text;
    if (!notes || notes.value === text) return;
    const { length } = notes.value;
    if (isAnother || this.shadowRoot?.activeElement !== notes) notes.value = text;
    // What a component of the page adds comes below what is being written: the caret stays.
    else if (isKnown && text.startsWith(notes.value)) notes.setRangeText(text.slice(length), length, length);
  }

  protected override render(): unknown {
    const call = this.shown;
    if (!call) return nothing;
    const over = call.phase === 'wrapUp';
    return html`<form
      class=${over ? 'over' : 'during'}
      tabindex="-1"
      aria-label=${this.i18n.t('wrapUp.form')}
      @submit=${(event: SubmitEvent) => event.preventDefault()}
    >
      <div class="fields">
        ${over ? this.renderHead(call) : nothing} ${over ? this.renderReasons() : this.renderFolded(call)}
        ${this.renderNotes()} ${this.renderRelated(call)} ${this.renderLog(call)}
      </div>
      ${over ? this.renderButtons(call) : nothing}
    </form>`;
  }

  private get shown(): Call | undefined {
    return this.state.calls.find(({ key }) => key === this.call);
  }

  private renderHead(call: Call): unknown {
    const { i18n } = this;
    const party = partyWords(i18n, call);
    const answered = answeredAt(call);
    if (call.phase !== 'wrapUp') return nothing;
    return html`<div class="head">
      <div class="who">
        <span class="name"><bdi>${party}</bdi></span>
        <span class="muted">
          ${
            call.number !== '' && call.number !== party
              ? html`<bdi class="number" dir="ltr">${call.number}</bdi> · `
              : nothing
          }
          ${
            answered === undefined
              ? nothing
              : html`<span
                  >${i18n.t('wrapUp.lasted', { duration: i18n.format.duration(call.endedAt - answered) })}</span
                >`
          }
        </span>
      </div>
      <gc-timer
        class="since"
        role="timer"
        aria-label=${i18n.t('wrapUp.since')}
        title=${i18n.t('wrapUp.since')}
        .since=${call.endedAt}
      ></gc-timer>
    </div>`;
  }

  private renderReasons(): unknown {
    if (this.state.reasons.wrapUp.length === 0) return nothing;
    const list = html`<gc-reason-list .call=${this.call}></gc-reason-list>`;
    // Until the list of several is fetched, one can be chosen.
    return this.state.setup.capabilities.severalWrapUpReasons
      ? html`<gc-reason-choices .call=${this.call}>${list}</gc-reason-choices>`
      : list;
  }

  /** During the call: the chosen reason on a button that unfolds the list. */
  private renderFolded(call: Call): unknown {
    if (this.state.reasons.wrapUp.length === 0) return nothing;
    const { t } = this.i18n;
    const { reason } = call.draft;
    return html`<div class="fold">
      <button
        type="button"
        class="folder"
        aria-expanded=${this.unfolded ? 'true' : 'false'}
        @click=${() => (this.unfolded = !this.unfolded)}
      >
        <span class="label">${t('wrapUp.reason')}</span>
        <bdi class="chosen"
          >${reason === undefined ? t('wrapUp.noReason') : (call.draft.label ?? reasonWords(this.i18n, this.state, 'wrapUp', reason))}</bdi
        >${icon('chevron')}
      </button>
      ${this.unfolded ? this.renderReasons() : nothing}
    </div>`;
  }

  private renderNotes(): unknown {
    const { t } = this.i18n;
    const { crm } = this.state.setup;
    return html`<div class="field">
      <label for="notes">${t('wrapUp.notes')}</label>
      <textarea
        id="notes"
        rows="2"
        placeholder=${crm ? t('wrapUp.notesPlaceholder') : nothing}
        aria-describedby=${crm ? nothing : 'not-kept'}
        @input=${this.handleNotes}
      ></textarea>
      ${crm ? nothing : html`<p class="hint" id="not-kept">${t('wrapUp.notesNotKept')}</p>`}
    </div>`;
  }

  private renderRelated(call: Call): unknown {
    const { records, related } = call.match;
    const { t } = this.i18n;
    // An option holds no markup, so characters must keep a name in its order.
    const isolated = (name: string): string => (this.i18n.direction === 'rtl' ? `\u2068${name}\u2069` : name);
    if (records.length < 2) {
      const only = relatedRecord(call);
      // During the call it stands above, with "Open".
      if (!only || call.phase !== 'wrapUp') return nothing;
      return html`<p class="only">
        <span class="label">${t('wrapUp.related')}</span>
        <span
          ><span>${recordTypeWords(this.i18n, only.type)}</span>${only.type && ' · '}<bdi
            >${only.name}</bdi
          ></span
        >
      </p>`;
    }
    return html`<div class="field">
      <label for="related">${t('wrapUp.related')}</label>
      <select id="related" @change=${this.handleRelated}>
        ${related === undefined ? html`<option value="" selected>${t('wrapUp.relatedNone')}</option>` : nothing}
        ${records.map(
          ({ id, type, name }) =>
            html`<option value=${id} .selected=${id === related}>
              ${recordTypeWords(this.i18n, type)}${type && ' · '}${isolated(name)}
            </option>`,
        )}
      </select>
    </div>`;
  }

  /** The CRM has been told of the call before it is saved; where that went wrong, the agent may want to write more. */
  private renderLog({ log, phase }: Call): unknown {
    const { i18n } = this;
    const { phase: became, problem = '' } = log ?? {};
    if (phase !== 'wrapUp' || !/unconfirmed|refused/.test(became ?? '')) return nothing;
    const words =
      became === 'refused'
        ? i18n.t('notice.logFailed', { problem: i18n.lookUp(problem) ?? problem })
        : i18n.t('pendingLogs.inWrapUp');
    return html`<p class="hint">${words}</p>`;
  }

  private renderButtons(call: Call): unknown {
    const { t } = this.i18n;
    const { agent, service } = this.state;
    const noReason = lacksReason(this.state, call);
    const away = service.phase !== 'inService';
    // Ready ends every wrap-up: the next one comes first.
    const canBeReady = CAN_BE_READY.includes(agent?.state ?? '') && wrapUpCalls(this.state).length === 1;
    return html`<div class="foot">
      ${noReason ? html`<p class="hint" id="why-reason">${t('why.reasonRequired')}</p>` : nothing}
      ${away && canBeReady ? html`<p class="hint" id="why-away">${t('why.notInService')}</p>` : nothing}
      <div class="buttons">
        <button
          type="button"
          class=${canBeReady ? '' : 'primary'}
          aria-disabled=${noReason ? 'true' : nothing}
          aria-describedby=${noReason ? 'why-reason' : nothing}
          @click=${(event: MouseEvent) => this.handleSave(event, false)}
        >
          ${t('wrapUp.save')}
        </button>
        ${
          canBeReady
            ? html`<button
                type="button"
                class="primary"
                aria-disabled=${noReason || away ? 'true' : nothing}
                aria-describedby=${noReason ? 'why-reason' : away ? 'why-away' : nothing}
                @click=${(event: MouseEvent) => this.handleSave(event, true)}
              >
                ${t('wrapUp.saveAndReady')}
              </button>`
            : nothing
        }
      </div>
    </div>`;
  }

  private readonly handleNotes = (event: InputEvent): void => {
    const notes = (event.target as HTMLTextAreaElement).value;
    this.phone.dispatch({ type: 'editWrapUp', call: this.call, notes });
  };

  private readonly handleRelated = (event: Event): void => {
    const record = (event.target as HTMLSelectElement).value;
    if (record !== '') this.phone.dispatch({ type: 'relate', call: this.call, record });
  };

  private handleSave({ detail }: MouseEvent, thenReady: boolean): void {
    const call = this.shown;
    // The second click of a double one would save the call that follows.
    if (!call || detail > 1 || lacksReason(this.state, call)) return;
    if (thenReady && this.state.service.phase !== 'inService') return;
    this.phone.dispatch({ type: 'saveWrapUp', call: this.call, thenReady });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-wrap-up': WrapUp;
  }
}
