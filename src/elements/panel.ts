import { css, html, nothing } from 'lit';
import { loadElements } from '../define.ts';
import { hasCallOnScreen } from '../state/check.ts';
import type { SoftphoneState } from '../state/model.ts';
import { liveCalls } from '../state/select.ts';
import { trail } from '../ui/focus.ts';
import { shared } from '../ui/styles.ts';
import { partyWords } from '../ui/words.ts';
import { SoftphoneElement } from './softphone-element.ts';

/**
 * What stands where: banner, agent bar, alerts, then the sign-in form, a message or the agent's work, and the status
 * line.
 *
 * @tag gc-panel
 */
export class Panel extends SoftphoneElement {
  static override properties = { settings: { state: true } };

  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-direction: column;
        overflow: auto;
      }
      .banner {
        padding: 0.4em 1em;
        background: var(--_wrap-soft);
        color: var(--_wrap);
      }
      .message {
        display: grid;
        flex: none;
        gap: 0.6em;
        justify-items: center;
        align-content: center;
        padding: 1.2em 1em;
        text-align: center;
        text-wrap: balance;
      }
      .message:not(.small) {
        flex: 1;
      }
      .message.small {
        padding-block: 0.8em;
      }
      .entry {
        display: flex;
        flex: 1;
        flex-direction: column;
        min-block-size: 0;
        overflow: auto;
      }
      gc-sign-in,
      gc-work {
        flex: 1;
        min-block-size: 9em;
      }
      /* Logs that are pending need no more room than they have lines. */
      .logs > *,
      .logs ~ gc-work {
        flex: none;
        min-block-size: 0;
      }
      .logs ~ gc-work {
        max-block-size: 50%;
        overflow: auto;
      }
      /* The form whole, and what is left of the calls below it: they scroll together. */
      .entry.small > * {
        flex: none;
      }
      .entry.small > gc-work {
        block-size: 22em;
      }
    `,
  ];

  /** The settings, while they are asked for. */
  private settings: 'open' | 'failed' | undefined;

  /** Of the latest alert: what it asks for opens once. */
  private latest: number | undefined;

  constructor() {
    super();
    this.addEventListener('focusin', (event) => (trail.path = event.composedPath()));
  }

  protected override watch(state: SoftphoneState): readonly unknown[] {
    return [state.signIn, state.service, state.calls, state.agent === undefined, state.alerts];
  }

  protected override updated(): void {
    const alert = this.state.alerts.at(-1);
    const { latest = Infinity } = this;
    this.latest = Math.max(this.latest ?? 0, alert?.id ?? 0);
    if (!alert?.prompt || alert.id <= latest || document.hidden) return;
    // Rare. Without it the alert still says what is missing.
    import('./problems.ts').then(
      ({ openPrompt }) => openPrompt(this.renderRoot, alert),
      () => undefined,
    );
  }

  protected override render(): unknown {
    const { signIn, agent } = this.state;
    return html`
      <div aria-live="polite">${this.renderBanner()}</div>
      <div class="unseen" aria-live="assertive">${this.renderRinging()}</div>
      ${agent && signIn.phase === 'signedIn' ? html`<gc-agent-bar></gc-agent-bar>` : nothing}
      <gc-sound-locked></gc-sound-locked><gc-alerts></gc-alerts>
      ${this.settings && !hasCallOnScreen(this.state) ? nothing : this.renderMain()} ${this.renderSettings()}
      <gc-status-line @gc-settings=${() => void this.toggleSettings()}></gc-status-line>
      <gc-shortcuts></gc-shortcuts>
    `;
  }

  private renderBanner(): unknown {
    const { service, calls } = this.state;
    if (service.phase !== 'reconnecting' && service.phase !== 'outOfService') return nothing;
    const talking = calls.some(({ phase }) => phase === 'active' || phase === 'held');
    const more = talking
      ? 'softphone.callGoesOn'
      : service.phase === 'reconnecting'
        ? 'softphone.callsStay'
        : 'softphone.outOfServiceHint';
    return html`<p class="banner">
      <strong>${this.i18n.t(`service.${service.phase}`)}</strong> <span>${this.i18n.t(more)}</span>
    </p>`;
  }

  /** Read out at once, wherever the focus is. */
  private renderRinging(): unknown {
    const ringing = this.state.signIn.phase === 'signedIn' ? liveCalls(this.state)[0] : undefined;
    if (ringing?.phase !== 'ringing') return nothing;
    return this.i18n.t('call.incomingFrom', { party: partyWords(this.i18n, ringing) });
  }

  private renderMain(): unknown {
    const { signIn, calls } = this.state;
    const work = html`<gc-work></gc-work>`;
    const callsBelow = calls.length > 0 ? work : nothing;
    const size = calls.length === 0 ? '' : calls.every(({ phase }) => phase === 'logging') ? 'logs' : 'small';
    switch (signIn.phase) {
      case 'signedOut':
      case 'signingIn':
        // Without a password the call cannot be asked for; that it is over, nothing says.
        return html`<div class="entry ${size}"><gc-sign-in></gc-sign-in>${callsBelow}</div>`;
      case 'signedIn':
        return work;
      case 'resuming':
        return html`<p class="message muted ${size}">${this.i18n.t('softphone.restoring')}</p>
          ${callsBelow}`;
      case 'waiting':
      case 'atHost': {
        const key = signIn.phase === 'waiting' ? 'softphone.elsewhere' : 'softphone.atHost';
        return html`<div class="message ${size}">
            <h2 class="name">${this.i18n.t(key)}</h2>
            <p class="muted">${this.i18n.t(`${key}Hint`)}</p>
          </div>
          ${callsBelow}`;
      }
      case 'invalidated':
        return html`<div class="message ${size}">
            <h2 class="name">${this.i18n.t('softphone.invalidated')}</h2>
            <p class="muted">
              ${this.i18n.t(size === 'small' ? 'softphone.invalidatedCall' : 'softphone.invalidatedHint')}
            </p>
            <button type="button" class="primary" @click=${() => this.phone.dispatch({ type: 'useHere' })}>
              ${this.i18n.t('softphone.useHere')}
            </button>
          </div>
          ${callsBelow}`;
    }
  }

  private renderSettings(): unknown {
    if (this.settings === 'failed')
      return html`<p class="message" role="alert">${this.i18n.t('softphone.checkFailed')}</p>`;
    return this.settings && html`<gc-settings @gc-back=${() => this.closeSettings()}></gc-settings>`;
  }

  private async toggleSettings(): Promise<void> {
    // They hide themselves while a call needs the screen.
    const hidden = this.renderRoot.querySelector<HTMLElement>('gc-settings[hidden]');
    if (hidden) {
      hidden.hidden = false;
      hidden.focus();
      return;
    }
    this.settings = this.settings ? undefined : 'open';
    await loadElements('settings').catch(() => (this.settings = this.settings && 'failed'));
  }

  private closeSettings(): void {
    this.settings = undefined;
    this.renderRoot.querySelector('gc-status-line')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-panel': Panel;
  }
}
