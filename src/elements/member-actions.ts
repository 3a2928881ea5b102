import { css, html, nothing } from 'lit';
import type { SoftphoneState, TeamMember } from '../state/model.ts';
import { icon } from '../ui/icons.ts';
import { shared } from '../ui/styles.ts';
import { SoftphoneElement } from './softphone-element.ts';
import { memberButtons, type MemberAction, type MemberButton } from './team-actions.ts';
import { memberName } from './team-list.ts';
import { actionStyles, renderButtons } from './team-buttons.ts';

/**
 * What a supervisor can do about a member of a team: buttons, of which those that are off say why. Signing somebody out
 * is asked back, in their place.
 *
 * @tag gc-member-actions
 * @fires gc-close - Escape: the agent wants to see no more of it
 */
export class MemberActions extends SoftphoneElement {
  static override properties = {
    member: { attribute: false },
    isSure: { state: true },
  };

  static override styles = [
    shared,
    actionStyles,
    css`
      :host {
        display: grid;
        gap: 0.4em;
      }
      .question {
        display: grid;
        gap: 0.4em;
        font-weight: 600;
      }
    `,
  ];

  /** Whom it is about. */
  member: TeamMember | undefined;

  /** "Sign out" was pressed, and is asked back. */
  private isSure = false;

  protected override watch(state: SoftphoneState): readonly unknown[] {
    return [state.agent, state.service.phase, state.signIn, state.calls, state.waiting];
  }

  protected override render(): unknown {
    const { member, i18n } = this;
    if (!member) return nothing;
    const buttons = memberButtons(this.state, member);
    if (buttons.length === 0) return html`<p class="hint">${i18n.t('team.self')}</p>`;
    const name = memberName(member);
    const signOut = buttons.find(({ intent }) => intent.type === 'memberSignOut');
    return html`<div @keydown=${this.handleKeydown}>
      ${
        this.isSure && signOut && signOut.why === undefined
          ? this.renderQuestion(name, signOut)
          : renderButtons(i18n, name, buttons, (button) => this.press(button))
      }
    </div>`;
  }

  private renderQuestion(name: string, signOut: MemberButton): unknown {
    const { t } = this.i18n;
    return html`<div class="question" role="alertdialog" aria-label=${t('team.sure', { name })}>
      <p>${t('team.sure', { name })}</p>
      <div class="buttons">
        <button type="button" class="end" @click=${() => this.handleSure(signOut)}>
          ${icon('leave')}<span>${t('team.memberSignOut')}</span>
        </button>
        <button type="button" id="cancel" @click=${this.handleCancel}>${t('team.cancel')}</button>
      </div>
    </div>`;
  }

  private press({ intent, why, waiting }: MemberButton): void {
    if (why !== undefined || waiting) return;
    if (intent.type !== 'memberSignOut') {
      this.phone.dispatch(intent);
      return;
    }
    this.isSure = true;
    // Whoever presses twice by mistake signs nobody out.
    void this.focusLater('#cancel');
  }

  private handleSure({ intent }: MemberButton): void {
    this.phone.dispatch(intent);
    this.handleCancel();
  }

  private readonly handleCancel = (): void => {
    this.isSure = false;
    void this.focusLater(`[data-action="${'memberSignOut' satisfies MemberAction}"]`);
  };

  private async focusLater(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  private readonly handleKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (this.isSure) this.handleCancel();
    else this.dispatchEvent(new CustomEvent('gc-close'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-member-actions': MemberActions;
  }
}
