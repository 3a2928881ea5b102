import { css, html, nothing } from 'lit';
import type { Call, SoftphoneState } from '../state/model.ts';
import { isSameNumber } from '../state/number.ts';
import { isOwnAddress } from '../state/party.ts';
import { answeredAt, type ControlName } from '../ui/call-controls.ts';
import { icon } from '../ui/icons.ts';
import { colleagueWords, phaseWords } from '../ui/words.ts';
import { CallElement } from './call-element.ts';
import { cardStyles } from './card-styles.ts';
import { monitorButtons, type MemberButton } from './team-actions.ts';
import { actionStyles, renderButtons } from './team-buttons.ts';
import { memberName } from './team-list.ts';

/**
 * A call that a supervisor listens to: whose it is, with whom, for how long, and the buttons "Barge in" and "End
 * monitoring". What stands below it stays in use meanwhile.
 *
 * @tag gc-monitored-call
 * @csspart card - the call, with all that belongs to it
 */
export class MonitoredCall extends CallElement {
  static override styles = [
    cardStyles,
    actionStyles,
    css`
      .card {
        gap: 0.5em;
        padding: 0.65em 0.9em;
        border-color: var(--_talk);
      }
      .title {
        display: flex;
        gap: 0.4em;
        align-items: center;
        font-weight: 650;
        overflow-wrap: anywhere;
      }
      .title .icon {
        color: var(--_talk);
      }
      .timer {
        flex: none;
        font-weight: 650;
      }
    `,
  ];

  protected override watch(state: SoftphoneState): readonly unknown[] {
    return [...super.watch(state), state.supervision?.members];
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.card')?.focus();
  }

  /** The key that ends a call ends this one too. */
  override pressByKey(...names: readonly ControlName[]): boolean {
    const call = this.shown;
    const button =
      call && monitorButtons(this.state, call).find(({ intent }) => intent.type === 'endMonitoring');
    if (!button || !names.includes('end')) return false;
    this.tell(button);
    return true;
  }

  protected override render(): unknown {
    const call = this.shown;
    if (!call) return nothing;
    const { i18n } = this;
    const name = this.nameOf(call);
    const title = i18n.t('monitored.title', { name });
    const since = answeredAt(call);
    return html`<div part="card" class="card" role="region" tabindex="-1" aria-label=${title}>
      <div class="head">
        <div class="who">
          <span class="title">${icon('ear')}<span>${title}</span></span>
          <span class="muted">
            ${since === undefined ? phaseWords(i18n, call) : nothing} ${this.renderOthers(call)}
          </span>
        </div>
        ${
          since === undefined
            ? nothing
            : html`<gc-timer class="timer" role="timer" .since=${since}></gc-timer>`
        }
      </div>
      ${renderButtons(i18n, name, monitorButtons(this.state, call), (button) => this.tell(button))}
    </div>`;
  }

  /** With whom the agent talks, where GC tells. */
  private renderOthers({ participants, number }: Call): unknown {
    const others = participants.filter(
      ({ mediaAddress, state }) =>
        state !== 'DROP' && !isSameNumber(mediaAddress, number) && !isOwnAddress(this.state, mediaAddress),
    );
    if (others.length === 0) return nothing;
    const party = others.map(({ mediaAddress }) => mediaAddress).join(', ');
    return this.i18n.t('monitored.with', { party });
  }

  private nameOf({ number }: Call): string {
    const member = this.state.supervision?.members.find(({ extension }) => extension === number);
    return member ? memberName(member) : (colleagueWords(this.state, number) ?? number);
  }

  private tell({ intent, why, waiting }: MemberButton): void {
    if (why === undefined && !waiting) this.phone.dispatch(intent);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-monitored-call': MonitoredCall;
  }
}
