import { css, html, nothing } from 'lit';
import type { Call, CallKey } from '../state/model.ts';
import { ClockController } from '../ui/clock-controller.ts';
import type { MessageKey } from '../ui/i18n.ts';
import { cleanNumber } from '../ui/number.ts';
import { shared } from '../ui/styles.ts';
import { SoftphoneElement } from './softphone-element.ts';

/**
 * The form "Schedule callback" of a campaign's call: when, by the agent's clock, and to which number.
 *
 * @tag gc-callback
 * @fires gc-done when it was asked for
 */
export class Callback extends SoftphoneElement {
  static override properties = { call: {}, problem: { state: true } };

  static override styles = [
    shared,
    css`
      form {
        display: grid;
        gap: 0.6em;
      }
      [type='tel'] {
        direction: ltr;
      }
      :host(:dir(rtl)) [type='tel'] {
        text-align: end;
      }
    `,
  ];

  /** Key of the call. */
  call: CallKey = '';

  /** What is wrong, and with which field. */
  private problem: { readonly field: 'time' | 'number'; readonly key: MessageKey } | undefined;

  private readonly clock = new ClockController(this, { ticks: false });

  protected override watch(): readonly unknown[] {
    return [];
  }

  /** Focuses the time. */
  override focus(): void {
    this.field('time')?.focus();
  }

  protected override firstUpdated(): void {
    const { scheduledCallbackTime = '' } = this.shown?.variables ?? {};
    const [time, number] = [this.field('time'), this.field('number')];
    if (time) time.value = scheduledCallbackTime.slice(0, 16);
    if (number) number.value = this.number;
  }

  protected override render(): unknown {
    const { t } = this.i18n;
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    return html`<form novalidate aria-label=${t('desktop.scheduleCallback')} @submit=${this.handleSubmit}>
      <div class="field">
        <label for="time">${t('callback.time')}</label>
        <input
          id="time"
          type="datetime-local"
          max="9999-12-31T23:59"
          required
          aria-invalid=${this.isWrong('time') ? 'true' : nothing}
          aria-describedby="zone told"
        />
        <p class="hint" id="zone">${t('callback.zone', { zone: timeZone })}</p>
      </div>
      <div class="field">
        <label for="number">${t('callback.number')}</label>
        <input
          id="number"
          type="tel"
          autocomplete="off"
          aria-invalid=${this.isWrong('number') ? 'true' : nothing}
          aria-describedby="told"
        />
      </div>
      <p class="problem" id="told" role="alert">${this.problem ? t(this.problem.key) : nothing}</p>
      <button class="primary">${t('callback.save')}</button>
    </form>`;
  }

  private get shown(): Call | undefined {
    return this.state.calls.find(({ key }) => key === this.call);
  }

  /** Where the customer is called back as it stands. */
  private get number(): string {
    const { scheduledCallbackNumber, BACustomerNumber } = this.shown?.variables ?? {};
    return scheduledCallbackNumber || BACustomerNumber || (this.shown?.number ?? '');
  }

  private field(id: 'time' | 'number'): HTMLInputElement | null {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${id}`);
  }

  private isWrong(field: 'time' | 'number'): boolean {
    return this.problem?.field === field;
  }

  private readonly handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const time = this.field('time')?.value ?? '';
    const number = cleanNumber(this.field('number')?.value ?? '');
    // No zone is in it: the browser reads it by the agent's clock.
    const at = Date.parse(time);
    if (Number.isNaN(at)) this.problem = { field: 'time', key: 'callback.noTime' };
    else if (at <= this.clock.now) this.problem = { field: 'time', key: 'callback.past' };
    else if (!/^\+?\d+$/.test(number)) this.problem = { field: 'number', key: 'callback.noNumber' };
    else this.problem = undefined;
    if (this.problem) {
      this.field(this.problem.field)?.focus();
      return;
    }
    this.phone.dispatch({
      type: 'scheduleCallback',
      call: this.call,
      time,
      ...(number !== cleanNumber(this.number) && { number }),
    });
    this.dispatchEvent(new CustomEvent('gc-done', { bubbles: true }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-callback': Callback;
  }
}
