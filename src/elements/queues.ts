import { css, html, nothing } from 'lit';
import type { QueueStatistics } from '../protocol/events.ts';
import type { Millis, SoftphoneState } from '../state/model.ts';
import { readGcTime } from '../state/time.ts';
import { ClockController } from '../ui/clock-controller.ts';
import { mark } from '../ui/icons.ts';
import { shared } from '../ui/styles.ts';
import { STATE_LOOK, agentStateWords } from '../ui/words.ts';
import { SoftphoneElement } from './softphone-element.ts';

/** The numbers are asked for this often while somebody looks at them. Source: GC wire contract, section 4. */
const AGAIN_AFTER: Millis = 15_000;

/** Agents by state, each with the numbers of GC that it sums up. */
const AGENTS = [
  ['READY', ['agentsReady']],
  ['NOT_READY', ['agentsNotReady']],
  ['TALKING', ['agentsTalkingInbound', 'agentsTalkingInternal', 'agentsTalkingOutbound']],
  ['WORK', ['agentsWrapUpNotReady', 'agentsWrapUpReady']],
] as const;

/**
 * The queues: how many wait in each, for how long the first of them has, and what its agents do.
 *
 * @tag gc-queues
 */
export class Queues extends SoftphoneElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      [role='table'] {
        display: grid;
      }
      .queue {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.15em 0.75em;
        padding: 0.65em 0.9em;
        border-block-end: 1px solid var(--_line);
      }
      [role='rowheader'] {
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .waiting {
        text-align: end;
      }
      .waiting strong {
        font-size: 1.15em;
        font-variant-numeric: tabular-nums;
      }
      .some strong {
        color: var(--_wrap);
      }
      .longest,
      .agents {
        grid-column: 1 / -1;
      }
      .agents {
        display: flex;
        flex-wrap: wrap;
        gap: 0.1em 0.9em;
      }
      .agents span {
        white-space: nowrap;
      }
      .ready .mark {
        color: var(--_ready);
      }
      .busy .mark {
        color: var(--_busy);
      }
      .wrap .mark {
        color: var(--_wrap);
      }
      .talk .mark {
        color: var(--_talk);
      }
      .told {
        padding: 0.65em 0.9em;
      }
    `,
  ];

  private askedAt: Millis = -Infinity;

  private readonly clock = new ClockController(this, { ticks: true });

  protected override watch(state: SoftphoneState): readonly unknown[] {
    const { supervision, service, timeOffset } = state;
    return [supervision?.queues, supervision?.queuesAt, supervision?.queuesFailed, service.phase, timeOffset];
  }

  protected override updated(): void {
    const { now } = this.clock;
    const isOut = this.state.service.phase !== 'inService' || this.getClientRects().length === 0;
    if (isOut || now - this.askedAt < AGAIN_AFTER) return;
    this.askedAt = now;
    this.phone.dispatch({ type: 'loadQueues' });
  }

  protected override render(): unknown {
    const { t, format } = this.i18n;
    const { queues = [], queuesAt, queuesFailed } = this.state.supervision ?? {};
    const isAway = this.state.service.phase !== 'inService';
    return html`<div role="table" aria-label=${t('queues.name')}>
        <div role="rowgroup" class="unseen">
          <div role="row">
            ${(['queue', 'waiting', 'longest', 'agents'] as const).map(
              (column) => html`<span role="columnheader">${t(`queues.${column}`)}</span>`,
            )}
          </div>
        </div>
        <div role="rowgroup">${queues.map((queue) => this.renderQueue(queue))}</div>
      </div>
      <p class="told muted">
        <span aria-live="polite">
          ${isAway ? t('why.notInService') : queuesFailed ? t('queues.failed') : nothing}
        </span>
        ${queuesAt === undefined ? nothing : t('queues.asOf', { time: format.time(queuesAt) })}
      </p>`;
  }

  private renderQueue(queue: QueueStatistics): unknown {
    const { t } = this.i18n;
    const { queueName, callsInQueue = -1 } = queue;
    const label = (key: 'waiting' | 'longest'): unknown =>
      html`<span class="muted" aria-hidden="true">${t(`queues.${key}`)}</span>`;
    return html`<div role="row" class="queue">
      <span role="rowheader"><bdi>${queueName}</bdi></span>
      <span role="cell" class="waiting ${callsInQueue > 0 ? 'some' : ''}">
        ${label('waiting')} <strong>${this.renderNumber(callsInQueue)}</strong>
      </span>
      <span role="cell" class="longest">${label('longest')} ${this.renderLongest(queue)}</span>
      <span role="cell" class="agents">
        ${AGENTS.map(([state, names]) => {
          const numbers = names.map((name) => queue[name] ?? -1);
          const known = numbers.filter((number) => number >= 0);
          const sum = known.length > 0 ? known.reduce((all, one) => all + one, 0) : -1;
          const [tone, shape] = STATE_LOOK[state];
          return html`<span class=${tone}
            >${mark(shape)} ${agentStateWords(this.i18n, state)} ${this.renderNumber(sum)}</span
          >`;
        })}
      </span>
    </div>`;
  }

  /** GC's -1 is a number that it does not have. */
  private renderNumber(value: number): unknown {
    return value < 0 ? this.renderUnknown() : this.i18n.format.number(value);
  }

  private renderUnknown(): unknown {
    return html`<span aria-hidden="true">–</span
      ><span class="unseen">${this.i18n.t('queues.unknown')}</span>`;
  }

  /** GC's time is our clock's once its zone is known. */
  private renderLongest({
    callsInQueue = -1,
    startTimeOfLongestCallInQueue: text = '',
  }: QueueStatistics): unknown {
    const { timeOffset } = this.state;
    const start = callsInQueue === 0 ? undefined : readGcTime(text);
    if (start === undefined || timeOffset === undefined) return this.renderUnknown();
    return html`<bdi class="time">${this.i18n.format.timer(this.clock.now - start - timeOffset)}</bdi>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-queues': Queues;
  }
}
