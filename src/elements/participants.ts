import { css, html, nothing } from 'lit';
import type { DialogStateName } from '../protocol/events.ts';
import type { Call, CallKey, SoftphoneState } from '../state/model.ts';
import { isSameNumber } from '../state/number.ts';
import { participantsOf } from '../state/participants.ts';
import type { CallParticipant } from '../state/participants.ts';
import type { MessageKey } from '../ui/i18n.ts';
import { icon } from '../ui/icons.ts';
import { shared } from '../ui/styles.ts';
import { colleagueWords, partyWords } from '../ui/words.ts';
import { SoftphoneElement } from './softphone-element.ts';

/** Where somebody on the line stands, in the words of a call's phase. */
function standing(state: DialogStateName | undefined): MessageKey {
  if (state === 'HELD' || state === 'FAILED') return state === 'HELD' ? 'callPhase.held' : 'callPhase.failed';
  if (state === 'ALERTING') return 'callPhase.ringing';
  return state?.startsWith('INIT') ? 'callPhase.dialing' : 'callPhase.active';
}

/**
 * The list "Participants" of a conference, with where each stands; whoever may, drops one.
 *
 * @tag gc-participants
 */
export class Participants extends SoftphoneElement {
  static override properties = {
    call: {},
  };

  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      ul {
        display: grid;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.75em;
        align-items: center;
        min-block-size: 2.4em;
        padding-block: 0.2em;
        border-block-end: 1px solid var(--_line);
      }
      .who {
        flex: 1 1 7em;
        min-inline-size: 0;
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      button {
        min-block-size: 28px;
        padding-block: 0.1em;
      }
    `,
  ];

  /** Key of the call. */
  call: CallKey = '';

  protected override watch(state: SoftphoneState): readonly unknown[] {
    return [state.calls, state.agent, state.waiting, state.service, state.signIn, state.directory];
  }

  protected override render(): unknown {
    const call = this.state.calls.find(({ key }) => key === this.call);
    if (!call) return nothing;
    const { t } = this.i18n;
    return html`<span class="label">${t('participants.list')}</span>
      <ul aria-label=${t('participants.list')}>
        ${participantsOf(this.state, call).map((one) => this.renderOne(call, one))}
      </ul>`;
  }

  private renderOne(call: Call, { address, own, state, drop }: CallParticipant): unknown {
    const { t } = this.i18n;
    const name = own ? t('participants.you') : this.nameOf(call, address);
    return html`<li>
      <span class="who"><bdi>${name}</bdi></span>
      <span class="muted">${t(standing(state))}</span>
      ${
        drop
          ? html`<button
              type="button"
              aria-label=${t('participants.dropName', { name })}
              aria-disabled=${drop.enabled ? nothing : 'true'}
              aria-busy=${drop.waiting ? 'true' : nothing}
              @click=${() => {
                if (drop.enabled) this.phone.dispatch({ type: 'dropParticipant', call: call.key, address });
              }}
            >
              ${drop.waiting ? icon('wait') : nothing}<span>${t('participants.drop')}</span>
            </button>`
          : nothing
      }
    </li>`;
  }

  /** The customer as the card has it, a colleague by name where the list of agents is there, else the number. */
  private nameOf(call: Call, address: string): string {
    if (isSameNumber(address, call.number)) return partyWords(this.i18n, call);
    return colleagueWords(this.state, address) ?? address;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-participants': Participants;
  }
}
