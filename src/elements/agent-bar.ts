import { html, nothing } from 'lit';
import { defined } from '../state/call-parts.ts';
import type { Agent, SoftphoneState } from '../state/model.ts';
import { agentMenu, isAgentWaiting } from '../state/select.ts';
import type { AgentMenuItem } from '../state/select.ts';
import { icon, mark } from '../ui/icons.ts';
import { MenuKeys } from '../ui/menu-keys.ts';
import { STATE_LOOK, agentStateWords, pendingWords, reasonWords } from '../ui/words.ts';
import { agentBarStyles } from './agent-bar-styles.ts';
import { SoftphoneElement } from './softphone-element.ts';

type Action = AgentMenuItem['action'];

const INTENTS = { ready: 'makeReady', notReady: 'makeNotReady', signOut: 'signOut' } as const;

/**
 * Who is signed in and in which state, with the menu that changes it. What is not allowed now stays in the menu and says
 * why.
 *
 * @tag gc-agent-bar
 * @csspart state - the button with the present state
 * @csspart menu - the menu "Change state"
 */
export class AgentBar extends SoftphoneElement {
  static override properties = {
    open: { state: true },
  };

  static override styles = agentBarStyles;

  private open = false;

  private readonly keys = new MenuKeys(this, () => this.close(true));

  protected override watch(state: SoftphoneState): readonly unknown[] {
    return [state.agent, state.service, state.reasons, state.waiting, state.setup];
  }

  /** Opens the menu with the first item of that kind focused. */
  openAt(action: Action): void {
    this.openMenu(`[data-action="${action}"]`);
  }

  protected override render(): unknown {
    const { agent } = this.state;
    if (!agent) return nothing;
    return html`<div class="bar" @mousedown=${this.handleMousedown} @focusout=${this.handleFocusout}>
      ${this.renderState(agent)} ${this.renderAgent(agent)} ${this.open ? this.renderMenu() : nothing}
    </div>`;
  }

  private renderState(agent: Agent): unknown {
    const { i18n } = this;
    const stateText = agentStateWords(i18n, agent.state);
    const reason =
      agent.reason === undefined
        ? undefined
        : reasonWords(i18n, this.state, agent.state === 'LOGOUT' ? 'logout' : 'notReady', agent.reason);
    const pending = pendingWords(i18n, agent);
    const waiting = isAgentWaiting(this.state);
    const [tone, shape] = STATE_LOOK[agent.state];
    const name =
      reason === undefined
        ? i18n.t('agentBar.state', { state: stateText })
        : i18n.t('agentBar.stateWithReason', { state: stateText, reason });
    return html`<div class="state">
      <button
        type="button"
        part="state"
        class="pill ${tone}"
        title=${name}
        aria-haspopup="menu"
        aria-expanded=${this.open ? 'true' : 'false'}
        aria-busy=${waiting ? 'true' : nothing}
        aria-describedby="time ${pending === undefined ? '' : 'pending'} ${waiting ? 'waiting' : ''}"
        @click=${this.handleToggle}
        @keydown=${this.handleStateKeydown}
      >
        <span class="unseen">${name}</span>
        ${mark(shape)}
        <span class="words" aria-hidden="true">${stateText}</span>
        ${reason === undefined ? nothing : html`<bdi class="reason" aria-hidden="true">${reason}</bdi>`}
        <gc-timer id="time" aria-hidden="true" .since=${agent.since}></gc-timer>
        ${icon(waiting ? 'wait' : 'chevron')}
      </button>
      ${pending === undefined ? nothing : html`<span class="pending muted" id="pending">${pending}</span>`}
      ${waiting ? html`<span class="unseen" id="waiting">${i18n.t('agentBar.waiting')}</span>` : nothing}
    </div>`;
  }

  private renderAgent(agent: Agent): unknown {
    const parts = [agent.firstName, agent.lastName].filter(Boolean).join(' ');
    const name = agent.fullName || parts || agent.agentId;
    return html`<div class="who">
      <span class="agent" title=${name}><bdi>${name}</bdi></span>
      <span class="muted">${this.i18n.t('agentBar.extension', { extension: agent.extension })}</span>
    </div>`;
  }

  private renderMenu(): unknown {
    const items = agentMenu(this.state);
    const whys = [...new Set(items.flatMap(({ why }) => (why === undefined ? [] : [why])))];
    return html`<div
      part="menu"
      class="menu"
      role="menu"
      aria-label=${this.i18n.t('agentBar.menu')}
      @keydown=${this.keys.onKeydown}
    >
      ${(['ready', 'notReady', 'signOut'] as const).map((action) =>
        this.renderGroup(
          action,
          items.filter((item) => item.action === action),
        ),
      )}
      ${whys.map((why) => html`<p class="why muted" id=${why.replace('.', '-')}>${this.i18n.t(why)}</p>`)}
    </div>`;
  }

  private renderGroup(action: Action, items: readonly AgentMenuItem[]): unknown {
    const title = this.i18n.t(`agentBar.${action}`);
    const rendered = items.map((item) =>
      this.renderItem(
        item,
        item.afterWrapUp
          ? this.i18n.t('agentBar.afterWrapUp', { state: title })
          : (item.reason?.label ?? title),
      ),
    );
    if (items.every(({ reason }) => reason === undefined)) return rendered;
    return html`<div role="group" aria-label=${title}>
      <p class="title label muted" aria-hidden="true">${title}</p>
      ${rendered}
    </div>`;
  }

  private renderItem(item: AgentMenuItem, text: string): unknown {
    return html`<button
      type="button"
      role="menuitem"
      tabindex="-1"
      data-action=${item.action}
      aria-current=${item.current ? 'true' : nothing}
      aria-disabled=${item.enabled ? nothing : 'true'}
      aria-describedby=${item.why?.replace('.', '-') ?? nothing}
      @click=${() => this.handleChoose(item)}
    >
      <span class="check">${item.current ? icon('check') : nothing}</span><bdi>${text}</bdi>
    </button>`;
  }

  private handleChoose(item: AgentMenuItem): void {
    if (!item.enabled) return;
    this.close(true);
    const { action, reason, afterWrapUp } = item;
    this.phone.dispatch({ type: INTENTS[action], ...defined({ reason: reason?.key, afterWrapUp }) });
  }

  private readonly handleToggle = (): void => {
    if (this.open) this.close(true);
    else this.openMenu('[role="menuitem"]');
  };

  private readonly handleStateKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' || event.altKey || event.shiftKey) return;
    event.preventDefault();
    this.openMenu('[role="menuitem"]');
  };

  /** A press on the bar, or on an inert part of the menu, takes no focus out of the open menu. */
  private readonly handleMousedown = (event: MouseEvent): void => {
    if (this.open) event.preventDefault();
  };

  private readonly handleFocusout = (event: FocusEvent): void => {
    const to = event.relatedTarget;
    if (this.open && !(to instanceof Node && this.renderRoot.contains(to))) this.close(false);
  };

  private openMenu(first: string): void {
    this.open = true;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`.menu ${first}`)?.focus(),
    );
  }

  private close(focusState: boolean): void {
    this.open = false;
    if (focusState) this.renderRoot.querySelector<HTMLElement>('.pill')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-agent-bar': AgentBar;
  }
}
