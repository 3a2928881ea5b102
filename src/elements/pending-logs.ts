import { css, html, nothing } from 'lit';
import { loadElements } from '../define.ts';
import type { SoftphoneState } from '../state/model.ts';
import { liveCalls, pendingLogs, wrapUpCalls } from '../state/select.ts';
import { icon } from '../ui/icons.ts';
import { shared } from '../ui/styles.ts';
import { SoftphoneElement } from './softphone-element.ts';

/**
 * How many calls the CRM does not have yet, as far as anybody knows, and the list of them: folded while a call or a
 * wrap-up needs the room.
 *
 * @tag gc-pending-logs
 */
export class PendingLogs extends SoftphoneElement {
  static override properties = {
    folded: { state: true },
    unfolded: { state: true },
  };

  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      .box {
        margin: 0 0.75em 0.75em;
        padding: 0.15em 0.9em;
        border-radius: var(--_radius);
        background: var(--_wrap-soft);
      }
      .title {
        justify-content: flex-start;
        inline-size: 100%;
        min-block-size: max(24px, 2.3em);
        padding: 0;
        border: 0;
        background: none;
        color: var(--_wrap);
        font-weight: 600;
        text-align: start;
      }
      .title span {
        flex: 1;
      }
      [aria-expanded='true'] [data-icon='chevron'] {
        rotate: 180deg;
      }
    `,
  ];

  /** While nothing else needs the room, the agent wants one line all the same. */
  private folded = false;

  /** The agent wants the list beside what needs the room now. */
  private unfolded = false;

  protected override watch(state: SoftphoneState): readonly unknown[] {
    return [state.calls];
  }

  protected override willUpdate(): void {
    if (!this.isBusy) this.unfolded = false;
    // Few need the list ever. Where it cannot be fetched, the next change fetches it again.
    if (pendingLogs(this.state).length > 0) loadElements('logs').catch(() => undefined);
  }

  protected override render(): unknown {
    const count = pendingLogs(this.state).length;
    const open = this.isBusy ? this.unfolded : !this.folded;
    return html`<section class=${count > 0 ? 'box' : ''}>
      <div aria-live="polite">
        ${
          count > 0
            ? html`<button
                type="button"
                class="title"
                aria-expanded=${open ? 'true' : 'false'}
                @click=${this.fold}
              >
                ${icon('warning')}<span>${this.i18n.t('pendingLogs.title', { count })}</span>${icon('chevron')}
              </button>`
            : nothing
        }
      </div>
      ${count > 0 ? html`<gc-log-list ?hidden=${!open}></gc-log-list>` : nothing}
    </section>`;
  }

  /** A call or a wrap-up needs the room. */
  private get isBusy(): boolean {
    return liveCalls(this.state).length + wrapUpCalls(this.state).length > 0;
  }

  private readonly fold = (): void => {
    if (this.isBusy) this.unfolded = !this.unfolded;
    else this.folded = !this.folded;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-pending-logs': PendingLogs;
  }
}
