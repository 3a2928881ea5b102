import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { SoftphoneState, Supervision, TeamMember } from '../state/model.ts';
import { ClockController } from '../ui/clock-controller.ts';
import { FrameElement } from './frame-element.ts';
import { isHeard, monitoredCall, waitingMembers } from './team-actions.ts';
import { renderHead, type HeadEvents } from './team-head.ts';
import { findMembers, type StateGroup } from './team-list.ts';
import { renderRow, type RowEvents } from './team-row.ts';
import { teamStyles } from './team-styles.ts';
import { RowWindow } from './team-window.ts';

const NOTHING: Supervision = { phase: 'unasked', members: [], queues: [] };

const COLUMNS = ['person', 'extension', 'state', 'reason', 'time', 'actions'] as const;

/**
 * A supervisor's teams: who is in which state since when, and what can be done about it. Of thousands of members only
 * those in sight are on the page. One row is reached by Tab, the others from there by arrows, Page Up and Down, Home and
 * End; Enter shows what can be done.
 *
 * @tag gc-team
 */
export class Team extends FrameElement {
  static override properties = {
    text: { state: true },
    group: { state: true },
    chosen: { state: true },
    reached: { state: true },
  };

  static override styles = teamStyles;

  private text = '';
  private group: StateGroup | undefined;

  /** Login id of the member whose actions are shown. */
  private chosen: string | undefined;

  /** Login id of the member whom Tab reaches, and where that row was last. */
  private reached: string | undefined;
  private at = 0;

  /** The row that is reached shall have the focus: moved there, or kept there when what had it is gone. */
  private focuses = false;

  /** The team that was asked for when nobody had chosen one. */
  private asked: string | undefined;

  /** Whom the text and the group mean, and of whom. */
  private found: readonly TeamMember[] = [];
  private searched: readonly unknown[] = [];

  private readonly clock = new ClockController(this, { ticks: true });
  private readonly rows = new RowWindow(this, () => ({
    count: this.found.length,
    open: this.found.findIndex(({ agentId }) => agentId === this.chosen),
  }));

  protected override watch(state: SoftphoneState): readonly unknown[] {
    const { supervision, agent, service, waiting, calls, reasons } = state;
    return [supervision, agent, service.phase, waiting, calls, reasons];
  }

  /** What nobody sees is not rendered, however often it changes. */
  protected override shouldUpdate(changed: PropertyValues): boolean {
    return super.shouldUpdate(changed) && this.rows.isSeen;
  }

  protected override willUpdate(): void {
    const { members } = this.supervision;
    const search = [members, this.text, this.group];
    if (search.some((part, index) => part !== this.searched[index]))
      this.found = findMembers(members, this.text, this.group);
    this.searched = search;
    const at = this.found.findIndex(({ agentId }) => agentId === this.reached);
    // Whoever leaves the list gives the place to the next one.
    this.at = at < 0 ? Math.max(0, Math.min(this.at, this.found.length - 1)) : at;
    this.reached = this.found[this.at]?.agentId;
    this.focuses ||= this.hasFocus;
  }

  protected override updated(): void {
    this.watchFirstTeam();
    if (this.focuses && !this.hasFocus) this.focusRow({ preventScroll: true });
    this.focuses = false;
  }

  protected override render(): unknown {
    const { text, group, found } = this;
    const search = { text, group, found: found.length };
    return html`${renderHead(this.i18n, this.state, this.supervision, search, this.headEvents)}
      <div class="scroller" @scroll=${this.rows.onScroll}>
        <div class="probe" aria-hidden="true"></div>
        ${found.length > 0 ? this.renderTable() : nothing}
      </div>`;
  }

  private renderTable(): unknown {
    const { t } = this.i18n;
    const { at, found } = this;
    const [from, to] = this.rows.range;
    const indexes = Array.from({ length: to - from }, (_, index) => from + index);
    // The row that Tab reaches stays on the page, wherever the list was scrolled.
    if (at < from) indexes.unshift(at);
    else if (at >= to) indexes.push(at);
    const waiting = waitingMembers(this.state);
    return html`<div
      role="table"
      class="table"
      aria-label=${t('team.team')}
      aria-rowcount=${found.length + 1}
    >
      <div role="rowgroup" class="unseen">
        <div role="row" aria-rowindex="1">
          ${COLUMNS.map((column) => html`<span role="columnheader">${t(`team.${column}`)}</span>`)}
        </div>
      </div>
      <div role="rowgroup" class="rows" @keydown=${this.handleKeydown}>
        ${repeat(
          indexes,
          (index) => found[index]?.agentId,
          (index) => this.renderMember(index, index < from || index >= to, waiting),
        )}
      </div>
    </div>`;
  }

  private renderMember(index: number, away: boolean, waiting: ReadonlySet<string>): unknown {
    const member = this.found[index];
    if (!member) return nothing;
    const look = {
      index,
      away,
      open: member.agentId === this.chosen,
      reached: index === this.at,
      waiting: waiting.has(member.agentId),
      heard: isHeard(member, monitoredCall(this.state)),
    };
    return renderRow(this.i18n, this.state, member, look, this.clock.now, this.rowEvents);
  }

  private get supervision(): Supervision {
    return this.state.supervision ?? NOTHING;
  }

  private get hasFocus(): boolean {
    return this.renderRoot.querySelector('.rows:focus-within') !== null;
  }

  private focusRow(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.row[tabindex="0"]')?.focus(options);
  }

  /** Nobody has chosen a team yet: the first is shown, once GC can be asked. */
  private watchFirstTeam(): void {
    const { agent, service, supervision } = this.state;
    const first = agent?.teams.find(({ id }) => id)?.id;
    if (service.phase !== 'inService') this.asked = undefined;
    else if (supervision && supervision.team === undefined && first !== undefined && this.asked !== first) {
      this.asked = first;
      this.phone.dispatch({ type: 'watchTeam', team: first });
    }
  }

  private readonly headEvents: HeadEvents = {
    onTeam: (team) => {
      this.chosen = undefined;
      this.toTop();
      this.phone.dispatch({ type: 'watchTeam', team });
    },
    onSearch: (text, group) => {
      this.text = text;
      this.group = group;
      this.toTop();
    },
    onLeave: () => this.focusRow(),
    onAgain: () => {
      const { team } = this.supervision;
      if (team !== undefined) this.phone.dispatch({ type: 'watchTeam', team });
    },
  };

  private readonly rowEvents: RowEvents = {
    onReach: ({ agentId }) => (this.reached = agentId),
    onOpen: ({ agentId }) => {
      this.reached = agentId;
      this.chosen = this.chosen === agentId ? undefined : agentId;
      if (this.chosen === undefined) return;
      this.rows.revealOpen();
      this.phone.dispatch({ type: 'askMember', agentId });
    },
    onClose: () => {
      this.chosen = undefined;
      this.focusRow();
    },
  };

  /** Another list: its beginning is what is wanted. */
  private toTop(): void {
    this.reached = undefined;
    this.at = 0;
    this.rows.toTop();
  }

  private readonly handleKeydown = (event: KeyboardEvent): void => {
    if (!(event.target as Element).matches('.row')) return;
    const { at } = this;
    const last = this.found.length - 1;
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + this.rows.page,
      PageUp: at - this.rows.page,
      Home: 0,
      End: last,
    }[event.key];
    if (event.key === 'Escape' && this.chosen !== undefined) this.chosen = undefined;
    else if (to === undefined) return;
    else this.goTo(Math.max(0, Math.min(last, to)));
    event.preventDefault();
  };

  private goTo(index: number): void {
    this.at = index;
    this.reached = this.found[index]?.agentId;
    this.rows.reveal(index);
    void this.updateComplete.then(() => this.focusRow());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-team': Team;
  }
}
