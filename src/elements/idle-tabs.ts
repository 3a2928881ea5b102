import { html, nothing } from 'lit';
import { register } from '../define.ts';
import type { Millis, SoftphoneState } from '../state/model.ts';
import { ClockController } from '../ui/clock-controller.ts';
import { icon } from '../ui/icons.ts';
import { idleStyles } from './idle-styles.ts';
import { SoftphoneElement } from './softphone-element.ts';

/** The tabs, in their order, with their pictures. */
const TABS = { keypad: 'keys', directory: 'book', recent: 'later', team: 'people', queues: 'queue' } as const;
type Tab = keyof typeof TABS;

/**
 * What an agent without a call works with: the keypad, the directory and the recent calls; a supervisor also with teams
 * and, where there are any, with queues.
 *
 * @tag gc-idle-tabs
 * @slot - the keypad
 */
export class IdleTabs extends SoftphoneElement {
  static override properties = {
    tab: { state: true },
    supervisor: { state: true },
  };

  static override styles = idleStyles;

  private tab: Tab = 'keypad';

  /** Tabs that have been looked into, and keep what was looked for in them. */
  private readonly opened = new Set<Tab>();

  /** How far the file is with what only supervisors see. */
  private supervisor: 'unasked' | 'loading' | 'there' | 'failed' = 'unasked';

  /** Fetches that file. From here, so that what it shares with this one is fetched once. */
  load = async (): Promise<void> => register((await import('./supervisor-elements.ts')).supervisorElements);

  /** Calls missed before that are no news. */
  private seenAt: Millis = -Infinity;

  private readonly clock = new ClockController(this, { ticks: false });

  protected override watch(state: SoftphoneState): readonly unknown[] {
    return [state.recent, tabsOf(state).join(' '), listens(state)];
  }

  /** Turns to the keypad at once, so that it can take the focus. */
  showKeypad(): void {
    this.tab = 'keypad';
    if (this.isUpdatePending) this.performUpdate();
  }

  protected override willUpdate(): void {
    if (!tabsOf(this.state).includes(this.tab)) this.tab = 'keypad';
    this.opened.add(this.tab);
    const isNeeded = this.isForSupervisors || listens(this.state);
    if (customElements.get('gc-team')) this.supervisor = 'there';
    if (isNeeded && this.supervisor === 'unasked') void this.fetch();
    if (this.tab === 'recent' || this.seenAt === -Infinity) this.seenAt = this.clock.now;
  }

  protected override render(): unknown {
    const { t } = this.i18n;
    const tabs = tabsOf(this.state);
    return html`<div
        role="tablist"
        class=${tabs.length > 3 ? 'many' : ''}
        aria-label=${t('softphone.region')}
        @keydown=${this.handleKeydown}
      >
        ${tabs.map((tab) => this.renderTab(tab))}
      </div>
      <div
        role="tabpanel"
        id="panel"
        aria-labelledby=${this.tab}
        tabindex=${this.tab === 'recent' ? 0 : nothing}
      >
        <slot ?hidden=${this.tab !== 'keypad'}></slot>
        ${
          // What was looked for is still there afterwards.
          this.opened.has('directory')
            ? html`<gc-directory ?hidden=${this.tab !== 'directory'}></gc-directory>`
            : nothing
        }
        ${this.tab === 'recent' ? html`<gc-recent-calls></gc-recent-calls>` : nothing}
        ${
          this.opened.has('team') && this.supervisor === 'there'
            ? html`<gc-team ?hidden=${this.tab !== 'team'}></gc-team>`
            : nothing
        }
        ${this.tab === 'queues' && this.supervisor === 'there' ? html`<gc-queues></gc-queues>` : nothing}
        ${this.isForSupervisors && this.supervisor !== 'there' ? this.renderFetching() : nothing}
      </div>`;
  }

  private renderFetching(): unknown {
    const { t } = this.i18n;
    const isFailed = this.supervisor === 'failed';
    return html`<div class="fetching">
      <p class="muted" role="status">${t(isFailed ? 'softphone.checkFailed' : 'idle.loading')}</p>
      ${
        isFailed ? html`<button type="button" @click=${this.fetch}>${t('directory.again')}</button>` : nothing
      }
    </div>`;
  }

  private readonly fetch = async (): Promise<void> => {
    this.supervisor = 'loading';
    this.supervisor = await this.load().then(
      () => 'there' as const,
      () => 'failed' as const,
    );
  };

  private renderTab(tab: Tab): unknown {
    const { t } = this.i18n;
    const isChosen = tab === this.tab;
    const count = tab === 'recent' ? this.state.recent.filter(this.isNews).length : 0;
    return html`<button
      type="button"
      role="tab"
      id=${tab}
      aria-selected=${isChosen ? 'true' : 'false'}
      aria-controls=${isChosen ? 'panel' : nothing}
      tabindex=${isChosen ? 0 : -1}
      @click=${() => this.open(tab)}
    >
      ${icon(TABS[tab])}<span class="word">${t(`idle.${tab}`)}</span>
      ${
        count > 0
          ? html`<span class="missed" aria-hidden="true">${this.i18n.format.number(count)}</span>
              <span class="unseen">${t('idle.missed', { count })}</span>`
          : nothing
      }
    </button>`;
  }

  private get isForSupervisors(): boolean {
    return this.tab === 'team' || this.tab === 'queues';
  }

  private readonly isNews = ({ missed, at }: SoftphoneState['recent'][number]): boolean =>
    missed && at > this.seenAt;

  private open(tab: Tab): void {
    this.tab = tab;
  }

  /** The keys of tabs that open as the focus comes (ARIA Authoring Practices, "Tabs"). */
  private readonly handleKeydown = (event: KeyboardEvent): void => {
    const step = this.i18n.direction === 'rtl' ? -1 : 1;
    const tabs = tabsOf(this.state);
    const at = tabs.indexOf(this.tab);
    const to = {
      ArrowRight: at + step,
      ArrowLeft: at - step,
      Home: 0,
      End: tabs.length - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const tab = tabs.at(to % tabs.length) ?? 'keypad';
    this.open(tab);
    this.renderRoot.querySelector<HTMLElement>(`#${tab}`)?.focus();
  };
}

function tabsOf({ agent, supervision }: SoftphoneState): readonly Tab[] {
  return (Object.keys(TABS) as Tab[]).filter((tab) => {
    if (tab === 'queues') return agent?.supervisor && (supervision?.queues ?? []).length > 0;
    return tab !== 'team' || agent?.supervisor;
  });
}

/** A supervisor listens to a call: its card comes in the same file. */
const listens = ({ calls }: SoftphoneState): boolean => calls.some(({ monitors }) => monitors);

declare global {
  interface HTMLElementTagNameMap {
    'gc-idle-tabs': IdleTabs;
  }
}
