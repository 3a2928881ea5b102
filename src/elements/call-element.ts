import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { buttonsOf } from '../state/buttons.ts';
import type { ButtonState } from '../state/buttons.ts';
import type { Call, CallKey, SoftphoneState } from '../state/model.ts';
import { CALL_CONTROLS, isGuarded, lookOf, placeOf } from '../ui/call-controls.ts';
import type { ControlName } from '../ui/call-controls.ts';
import { ClockController } from '../ui/clock-controller.ts';
import { icon } from '../ui/icons.ts';
import { KeyGuard } from '../ui/key-guard.ts';
import { SoftphoneElement } from './softphone-element.ts';

interface Control extends ButtonState {
  readonly name: ControlName;
}

/** The buttons that first ask whom to call. */
export type ConsultKind = 'consult' | 'directTransfer';

/**
 * What the elements that show one call with its buttons have in common.
 *
 * @fires gc-consult - with `consult` or `directTransfer`: the agent is to be asked whom to call
 */
export abstract class CallElement extends SoftphoneElement {
  static override properties = {
    call: {},
  };

  /** Key of the call that is shown; nothing is, when the state holds no such call. */
  call: CallKey = '';

  private readonly clock = new ClockController(this, { ticks: false });
  private readonly guard = new KeyGuard(() => this.clock.now);

  protected override watch(state: SoftphoneState): readonly unknown[] {
    return [
      state.calls,
      state.service,
      state.waiting,
      state.signIn,
      state.agent,
      state.setup,
      state.directory,
    ];
  }

  /** Presses the first of these buttons that is on screen and on, as a key would. True when there was one. */
  pressByKey(...names: readonly ControlName[]): boolean {
    const control = this.controls().find(({ name, enabled }) => enabled && names.includes(name));
    if (!control) return false;
    if (!this.guard.rests(control.name)) this.press(control);
    return true;
  }

  /** Focuses a button by its name. True when it is there. */
  focusButton(name: ControlName): boolean {
    const button = this.renderRoot.querySelector<HTMLElement>(`[data-button="${name}"]`);
    button?.focus();
    return button !== null;
  }

  protected get shown(): Call | undefined {
    return this.state.calls.find(({ key }) => key === this.call);
  }

  protected override willUpdate(_changed: PropertyValues): void {
    this.guard.shown(this.controls().flatMap(({ name }) => (isGuarded(name) ? [name] : [])));
  }

  /**
   * The buttons that the call has now; what a consultation comes to stands with its consult call. A softphone that was
   * thrown out shows its calls without any.
   */
  private controls(): readonly Control[] {
    const call = this.shown;
    if (!call || this.state.signIn.phase === 'invalidated') return [];
    const main = this.state.calls.find(({ key }) => key === call.consultFor);
    const own = buttonsOf(this.state, call);
    const outcome = main ? buttonsOf(this.state, main) : {};
    return (Object.keys(CALL_CONTROLS) as ControlName[]).flatMap((name) => {
      const button = (name === 'transfer' || name === 'conference' ? outcome : own)[name];
      return button ? [{ ...button, name }] : [];
    });
  }

  protected renderControls(): unknown {
    const controls = this.controls();
    if (controls.length === 0) return nothing;
    const whys = [...new Set(controls.flatMap(({ why }) => (why === undefined ? [] : [why])))];
    return html`<div class="controls" role="group" aria-label=${this.i18n.t('call.controls')}>
        ${repeat(
          controls,
          ({ name }) => placeOf(name),
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
    const { name, enabled, waiting, why } = control;
    const onKey = isGuarded(name) ? this.guard.onKey : nothing;
    return html`<button
      type="button"
      class=${lookOf(name)}
      data-button=${name}
      aria-disabled=${enabled ? nothing : 'true'}
      aria-busy=${waiting ? 'true' : nothing}
      aria-describedby=${waiting ? 'waiting' : (why?.replace('.', '-') ?? nothing)}
      @click=${() => this.press(control)}
      @keydown=${onKey}
      @keyup=${onKey}
    >
      ${icon(waiting ? 'wait' : CALL_CONTROLS[name])}<span>${this.i18n.t(`call.${name}`)}</span>
    </button>`;
  }

  private press({ name, enabled }: Control): void {
    const call = this.shown;
    if (!enabled || !call) return;
    if (name === 'consult' || name === 'directTransfer')
      this.dispatchEvent(new CustomEvent<ConsultKind>('gc-consult', { detail: name }));
    else this.phone.dispatch({ type: name, call: this.meant(name, call) });
  }

  /** Key of the call that a button is about. */
  private meant(name: ControlName, { key, consultFor }: Call): CallKey {
    if (name === 'transfer' || name === 'conference') return consultFor ?? key;
    if (name !== 'alternate') return key;
    const held = this.state.calls.filter(({ phase }) => phase === 'held');
    return (held.find((one) => one.key === consultFor || one.consultFor === key) ?? held[0])?.key ?? key;
  }
}
