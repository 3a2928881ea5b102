import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CallKey, SoftphoneState, WrapUpDraft } from '../state/model.ts';
import { pendingLogs, relatedRecord } from '../state/select.ts';
import type { PendingLog } from '../state/select.ts';
import { ClockController } from '../ui/clock-controller.ts';
import type { MessageKey } from '../ui/i18n.ts';
import { shared } from '../ui/styles.ts';
import { whenWords } from '../ui/when.ts';
import { partyWords } from '../ui/words.ts';
import { logFile, saveFile } from './log-file.ts';
import { SoftphoneElement } from './softphone-element.ts';

/**
 * The calls that the CRM does not have yet, as far as anybody knows: each with what became of it and what the agent can
 * do.
 *
 * @tag gc-log-list
 */
export class LogList extends SoftphoneElement {
  static override properties = {
    downloaded: { state: true },
    removing: { state: true },
  };

  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      li {
        display: grid;
        gap: 0.15em;
        padding-block: 0.5em;
        border-block-start: 1px solid var(--_line);
        overflow-wrap: anywhere;
      }
      .party,
      .detail bdi:first-child {
        font-weight: 600;
      }
      .said {
        white-space: pre-wrap;
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4em;
        margin-block-start: 0.3em;
      }
      button {
        min-block-size: max(28px, 2em);
        padding-block: 0.15em;
      }
      .download {
        inline-size: 100%;
        margin-block: 0.3em 0.6em;
      }
    `,
  ];

  /** Calls that are in a file which the agent has: only these may be removed. */
  private downloaded: readonly CallKey[] = [];

  /** The call whose removal waits for the agent's word. */
  private removing: CallKey | undefined;

  private focused: Element | null = null;
  private readonly clock = new ClockController(this, { ticks: false });

  protected override watch(state: SoftphoneState): readonly unknown[] {
    return [state.calls];
  }

  protected override willUpdate(): void {
    this.focused = this.shadowRoot?.activeElement ?? null;
  }

  protected override updated(): void {
    // The row that was worked at is gone: the next thing to work at is near it.
    if (this.focused && !this.focused.isConnected) this.renderRoot.querySelector('button')?.focus();
  }

  protected override render(): unknown {
    const { t } = this.i18n;
    const logs = pendingLogs(this.state);
    const stuck = logs.filter(({ log }) => log.phase === 'refused' || log.phase === 'unconfirmed');
    return html`<ul aria-label=${t('pendingLogs.title', { count: logs.length })}>
        ${repeat(
          logs,
          ({ key }) => key,
          (one) => this.renderLog(one),
        )}
      </ul>
      ${
        stuck.length > 0
          ? html`<button type="button" class="download" @click=${() => this.download(stuck)}>
              ${t('logList.download')}
            </button>`
          : nothing
      }`;
  }

  private renderLog(call: PendingLog): unknown {
    const { i18n } = this;
    const { problem, fields = {} } = call.log;
    return html`<li>
      <p>
        <bdi class="party">${partyWords(i18n, call)}</bdi>
        <span class="muted">${whenWords(i18n, call.firstSeen, this.clock.now)}</span>
      </p>
      ${this.renderPhase(call)}
      ${problem === undefined ? nothing : html`<p><bdi>${i18n.lookUp(problem) ?? problem}</bdi></p>`}
      ${Object.entries(fields).map(
        ([field, why]) => html`<p class="detail"><bdi>${field}</bdi>: <bdi>${why}</bdi></p>`,
      )}
      ${this.renderButtons(call)}
    </li>`;
  }

  private renderPhase({ log, draft }: PendingLog): unknown {
    const { t } = this.i18n;
    switch (log.phase) {
      case 'waiting':
        return html`<gc-timer
          .until=${log.nextAt}
          .words=${(time: string) => t('logList.waiting', { time })}
        ></gc-timer>`;
      case 'unconfirmed':
        return html`<p>${t('logList.unconfirmed')}</p>
          ${this.renderSaid(draft)}`;
      case 'writing':
        return html`<p>${t('callPhase.logging')}</p>`;
      default:
        return nothing;
    }
  }

  /** The wrap-up: the call went to the CRM before it was saved. */
  private renderSaid({ label, notes }: WrapUpDraft): unknown {
    const said = [label, notes].filter(Boolean);
    return said.length > 0
      ? html`<p>${this.i18n.t('logList.without')}</p>
          ${said.map((one) => html`<p class="detail said"><bdi>${one}</bdi></p>`)}`
      : nothing;
  }

  private renderButtons(call: PendingLog): unknown {
    const { key, log } = call;
    const related = relatedRecord(call);
    const isAsked = this.removing === key;
    const button = (text: MessageKey, run: () => void, off = false): unknown => {
      const action = this.i18n.t(text);
      const name = this.i18n.t('logList.for', { action, party: partyWords(this.i18n, call) });
      return html`<button
        type="button"
        aria-label=${name}
        aria-disabled=${off ? 'true' : nothing}
        @click=${off ? nothing : run}
      >
        ${action}
      </button>`;
    };
    const forget = (): void => this.phone.dispatch({ type: 'forgetLog', call: key });
    // "Keep" stands where "Remove" stood: the focus stays, and a double click removes nothing.
    return html`${isAsked ? html`<p role="alert">${this.i18n.t('logList.sure')}</p>` : nothing}
      <div class="buttons">
        ${
          isAsked
            ? button('logList.remove', forget)
            : html`${
                related && log.phase === 'unconfirmed'
                  ? button('match.open', () =>
                      this.phone.dispatch({ type: 'openRecord', call: key, record: related.id }),
                    )
                  : nothing
              }
              ${button(
                log.phase === 'waiting' ? 'logList.tryNow' : 'logList.sendAgain',
                () => this.phone.dispatch({ type: 'logAgain', call: key }),
                log.phase === 'writing',
              )}
              ${log.phase === 'unconfirmed' ? button('logList.isThere', forget) : nothing}`
        }
        ${
          log.phase === 'refused' && this.downloaded.includes(key)
            ? button(isAsked ? 'logList.keep' : 'logList.remove', () => {
                this.removing = isAsked ? undefined : key;
              })
            : nothing
        }
      </div>`;
  }

  private download(logs: readonly PendingLog[]): void {
    saveFile(logFile(logs, this.clock.now));
    this.downloaded = logs.map(({ key }) => key);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-log-list': LogList;
  }
}
