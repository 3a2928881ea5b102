import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { buttonsOf } from '../state/buttons.ts';
import type { ButtonState, CallButton } from '../state/buttons.ts';
import type { Call, CallKey, SoftphoneState } from '../state/model.ts';
import { CALL_CONTROLS } from '../ui/call-controls.ts';
import type { CallControl } from '../ui/call-controls.ts';
import { ClockController } from '../ui/clock-controller.ts';
import { icon } from '../ui/icons.ts';
import { KeyGuard } from '../ui/key-guard.ts';
import { SoftphoneElement } from './softphone-element.ts';

interface Control extends CallControl, ButtonState {
  readonly name: CallButton;
}

/** What the elements that show one call with its buttons have in common. */
export abstract class CallElement extends SoftphoneElement {
  static override properties = {
    call: {},
  };

  /** Key of the call that is shown; nothing is, when the state holds no such call. */
  call: CallKey = '';

  private readonly clock = new ClockController(this, { ticks: false });
  private readonly guard = new KeyGuard(() => this.clock.now);

  protected override watch(state: SoftphoneState): readonly unknown[] {
    return [state.calls, state.service, state.waiting, state.signIn, state.agent, state.setup];
  }

  /** Presses the first of these buttons that is on screen and on, as a key would. True when there was one. */
  pressByKey(...names: readonly CallButton[]): boolean {
    const control = this.controls().find(({ name, enabled }) => enabled && names.includes(name));
    if (!control) return false;
    if (!this.guard.rests(control.name)) this.press(control);
    return true;
  }

  /** Focuses a button by its name. */
  focusButton(name: CallButton): void {
    this.renderRoot.querySelector<HTMLElement>(`[data-button="${name}"]`)?.focus();
  }

  protected get shown(): Call | undefined {
    return this.state.calls.find(({ key }) => key === this.call);
  }

  protected override willUpdate(_changed: PropertyValues): void {
    this.guard.shown(this.controls().flatMap(({ name, guarded }) => (guarded ? [name] : [])));
  }

  /** The buttons that the call has now. A softphone that was thrown out shows its calls without any. */
  protected controls(): readonly Control[] {
    const call = this.shown;
    if (!call || this.state.signIn.phase === 'invalidated') return [];
    const buttons = buttonsOf(this.state, call);
    return Object.entries(CALL_CONTROLS).flatMap(([name, control]) => {
      const button = buttons[name as CallButton];
      return button ? [{ ...control, ...button, name: name as CallButton }] : [];
    });
  }

  protected renderControls(): unknown {
    const controls = this.controls();
    if (controls.length === 0) return nothing;
    const whys = [...new Set(controls.flatMap(({ why }) => (why === undefined ? [] : [why])))];
    return html`<div class="controls" role="group" aria-label=${this.i18n.t('call.controls')}>
        ${repeat(
          controls,
          ({ place }) => place,
          (control) => this.renderControl(control),
        )}
      </div>
      ${whys.map((why) => html`<p class="hint" id=${why.replace('.', '-')}>${this.i18n.t(why)}</p>`)}
      ${
        controls.some(({ waiting }) => waiting)
          ? html`<p class="unseen" id="waiting">${this.i18n.t('call.buttonWaiting')}</p>`
          : nothing
      }`;
  }

  private renderControl(control: Control): unknown {
    const { name, look, enabled, waiting, why } = control;
    return html`<button
      type="button"
      class=${look}
      data-button=${name}
      aria-disabled=${enabled ? nothing : 'true'}
      aria-busy=${waiting ? 'true' : nothing}
      aria-describedby=${waiting ? 'waiting' : (why?.replace('.', '-') ?? nothing)}
      @click=${() => this.press(control)}
      @keydown=${control.guarded ? this.guard.onKey : nothing}
      @keyup=${control.guarded ? this.guard.onKey : nothing}
    >
      ${icon(waiting ? 'wait' : control.icon)}<span>${this.i18n.t(control.text)}</span>
    </button>`;
  }

  private press(control: Control): void {
    if (control.enabled) this.phone.dispatch(control.intent(this.call));
  }
}
