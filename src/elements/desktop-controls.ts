import { css, html, nothing } from 'lit';
import { desktopButtonsOf, type DesktopButton } from '../state/desktop-buttons.ts';
import type { Call, CallKey, SoftphoneState } from '../state/model.ts';
import { ClockController } from '../ui/clock-controller.ts';
import { icon, type IconName } from '../ui/icons.ts';
import { shared } from '../ui/styles.ts';
import { whenWords } from '../ui/when.ts';
import { SoftphoneElement } from './softphone-element.ts';

const ICONS: Readonly<Record<DesktopButton, IconName>> = {
  keypad: 'keys',
  startRecording: 'recording',
  scheduleCallback: 'later',
  cancelCallback: 'close',
  reclassify: 'label',
};

/** What opens below the buttons. */
const PANELS = {
  keypad: (call: CallKey) => html`<gc-tones .call=${call}></gc-tones>`,
  scheduleCallback: (call: CallKey) => html`<gc-callback .call=${call}></gc-callback>`,
  reclassify: (call: CallKey) => html`<gc-reclassify .call=${call}></gc-reclassify>`,
};

type PanelName = keyof typeof PANELS;

const isPanel = (name: DesktopButton): name is PanelName => name in PANELS;

/**
 * What only the desktop around the softphone can do with a call: "Keypad", "Start recording", "Schedule callback", "Cancel
 * callback" and "Reclassify", each where it can be done. One thing is open at a time; Escape closes it.
 *
 * @tag gc-desktop-controls
 */
export class DesktopControls extends SoftphoneElement {
  static override properties = { call: {}, open: { state: true } };

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 0.6em;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4em;
      }
      .row button {
        min-block-size: max(28px, 2.3em);
        padding: 0.2em 0.6em;
        font-size: 0.95em;
      }
      .row [aria-expanded='true'] {
        border-color: var(--_accent);
        background: var(--_accent-soft);
      }
    `,
  ];

  /** Key of the call. */
  call: CallKey = '';

  private open: PanelName | undefined;

  private readonly clock = new ClockController(this, { ticks: false });

  protected override watch(state: SoftphoneState): readonly unknown[] {
    return [state.calls, state.service, state.signIn, state.setup, state.agent];
  }

  private get shown(): Call | undefined {
    return this.state.calls.find(({ key }) => key === this.call);
  }

  protected override willUpdate(): void {
    const buttons = this.shown ? desktopButtonsOf(this.state, this.shown) : {};
    this.hidden = Object.keys(buttons).length === 0;
    if (this.open && !buttons[this.open]) this.open = undefined;
  }

  protected override render(): unknown {
    const call = this.shown;
    if (!call) return nothing;
    const { t } = this.i18n;
    const buttons = Object.entries(desktopButtonsOf(this.state, call)) as [
      DesktopButton,
      { enabled: boolean; why?: string },
    ][];
    if (buttons.length === 0) return nothing;
    return html`<div class="row" role="group" aria-label=${t('desktop.controls')}>
        ${buttons.map(
          ([name, { enabled }]) =>
            html`<button
              type="button"
              data-button=${name}
              aria-disabled=${enabled ? nothing : 'true'}
              aria-expanded=${isPanel(name) ? String(this.open === name) : nothing}
              @click=${() => enabled && this.press(name)}
            >
              ${icon(ICONS[name])}<span>${t(`desktop.${name}`)}</span>
            </button>`,
        )}
      </div>
      <p class="hint" aria-live="polite" ?hidden=${!this.outcome(call)}>${this.outcome(call)}</p>
      ${this.open ? html`<div @keydown=${this.handleKeydown} @gc-done=${() => this.close()}>${PANELS[this.open](call.key)}</div>` : nothing}`;
  }

  /** What Finesse has written down of the campaign's call. */
  private outcome({ variables }: Call): string {
    const { i18n } = this;
    const { outboundClassification: result = '' } = variables;
    const { scheduledCallbackTime: callbackTime = '', scheduledCallbackNumber: callbackNumber = '' } =
      variables;
    const at = Date.parse(callbackTime);
    const time = Number.isNaN(at) ? callbackTime : whenWords(i18n, at, this.clock.now);
    return [
      result && i18n.t('desktop.classified', { result: i18n.lookUp(`callResult.${result}`) ?? result }),
      callbackTime && i18n.t('desktop.callbackAt', { time }),
      callbackNumber && i18n.t('desktop.callbackTo', { number: callbackNumber }),
    ]
      .filter(Boolean)
      .join(' · ');
  }

  private press(name: DesktopButton): void {
    if (!isPanel(name)) this.phone.dispatch({ type: name, call: this.call });
    else if (this.open === name) void this.close();
    else void this.show(name);
  }

  private async show(name: PanelName): Promise<void> {
    this.open = name;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('gc-tones, gc-callback, gc-reclassify')?.focus();
  }

  /** The focus goes back to the button that opened it. */
  private async close(): Promise<void> {
    const { open } = this;
    this.open = undefined;
    await this.updateComplete;
    if (open) this.renderRoot.querySelector<HTMLElement>(`[data-button=${open}]`)?.focus();
  }

  private readonly handleKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    void this.close();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-desktop-controls': DesktopControls;
  }
}
