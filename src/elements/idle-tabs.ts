import { css, html, nothing } from 'lit';
import type { Millis, SoftphoneState } from '../state/model.ts';
import { ClockController } from '../ui/clock-controller.ts';
import { shared } from '../ui/styles.ts';
import { SoftphoneElement } from './softphone-element.ts';

const TABS = ['keypad', 'directory', 'recent'] as const;
type Tab = (typeof TABS)[number];

/**
 * What an agent without a call works with: the keypad, the directory and the recent calls.
 *
 * @tag gc-idle-tabs
 * @slot - the keypad
 */
export class IdleTabs extends SoftphoneElement {
  static override properties = {
    tab: { state: true },
  };

  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-block-size: 0;
        max-block-size: var(--gc-lists-height, none);
      }
      [role='tablist'] {
        display: flex;
        flex: none;
        border-block-end: 1px solid var(--_line);
      }
      [role='tab'] {
        flex: 1 1 auto;
        min-inline-size: 0;
        border: 0;
        border-block-end: 2px solid transparent;
        border-radius: 0;
        padding-inline: 0.2em;
        color: var(--_muted);
        font-weight: 600;
        overflow-wrap: normal;
      }
      [role='tab'][aria-selected='true'] {
        border-block-end-color: var(--_accent);
        color: var(--_accent);
      }
      [role='tab']:focus-visible {
        outline-offset: -2px;
      }
      .missed {
        min-inline-size: 1.5em;
        padding: 0 0.4em;
        border-radius: 1em;
        background: var(--_busy-soft);
        color: var(--_busy);
        font-size: 0.85em;
        line-height: 1.5;
      }
      [role='tabpanel'] {
        display: flex;
        flex: 1 1 var(--gc-fit, 0);
        flex-direction: column;
        min-block-size: 0;
        overflow: auto;
      }
      slot {
        display: block;
        padding: 0.75em;
      }
      gc-recent-calls {
        padding: 0 0.75em 0.75em;
      }
      gc-directory {
        flex: 1;
        min-block-size: 0;
      }
      @media (forced-colors: active) {
        [role='tab'][aria-selected='true'] {
          border-block-end-color: Highlight;
        }
      }
    `,
  ];

  private tab: Tab = 'keypad';

  /** The agent has looked into the directory. */
  private wasOpened = false;

  /** Calls missed before that are no news. */
  private seenAt: Millis = -Infinity;

  private readonly clock = new ClockController(this, { ticks: false });

  protected override watch(state: SoftphoneState): readonly unknown[] {
    return [state.recent];
  }

  /** Turns to the keypad at once, so that it can take the focus. */
  showKeypad(): void {
    this.tab = 'keypad';
    if (this.isUpdatePending) this.performUpdate();
  }

  protected override willUpdate(): void {
    this.wasOpened ||= this.tab === 'directory';
    if (this.tab === 'recent' || this.seenAt === -Infinity) this.seenAt = this.clock.now;
  }

  protected override render(): unknown {
    const { t } = this.i18n;
    return html`<div role="tablist" aria-label=${t('softphone.region')} @keydown=${this.handleKeydown}>
        ${TABS.map((tab) => this.renderTab(tab))}
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
          this.wasOpened ? html`<gc-directory ?hidden=${this.tab !== 'directory'}></gc-directory>` : nothing
        }
        ${this.tab === 'recent' ? html`<gc-recent-calls></gc-recent-calls>` : nothing}
      </div>`;
  }

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
      ${t(`idle.${tab}`)}
      ${
        count > 0
          ? html`<span class="missed" aria-hidden="true">${this.i18n.format.number(count)}</span>
              <span class="unseen">${t('idle.missed', { count })}</span>`
          : nothing
      }
    </button>`;
  }

  private readonly isNews = ({ missed, at }: SoftphoneState['recent'][number]): boolean =>
    missed && at > this.seenAt;

  private open(tab: Tab): void {
    this.tab = tab;
  }

  /** The keys of tabs that open as the focus comes (ARIA Authoring Practices, "Tabs"). */
  private readonly handleKeydown = (event: KeyboardEvent): void => {
    const step = this.i18n.direction === 'rtl' ? -1 : 1;
    const at = TABS.indexOf(this.tab);
    const to = {
      ArrowRight: at + step,
      ArrowLeft: at - step,
      Home: 0,
      End: TABS.length - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const tab = TABS.at(to % TABS.length) ?? 'keypad';
    this.open(tab);
    this.renderRoot.querySelector<HTMLElement>(`#${tab}`)?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-idle-tabs': IdleTabs;
  }
}
