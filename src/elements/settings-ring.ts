import { html, nothing } from 'lit';
import type { SoftphoneState } from '../state/model.ts';
import { shared } from '../ui/styles.ts';
import { settingsStyles } from './settings-styles.ts';
import { SoftphoneElement } from './softphone-element.ts';

/**
 * How calls are announced: ring, volume and notifications, as far as this page can have them.
 *
 * @tag gc-settings-ring
 */
export class SettingsRing extends SoftphoneElement {
  static override styles = [shared, settingsStyles];

  protected override watch(state: SoftphoneState): readonly unknown[] {
    return [state.sound];
  }

  protected override render(): unknown {
    const { sound } = this.state;
    if (!sound) return nothing;
    const { i18n } = this;
    const { phase, volume, notify } = sound;
    const isOff = phase === 'off';
    return html`<div class="part" role="group" aria-labelledby="title">
      <h3 id="title">${i18n.t('settings.calls')}</h3>
      <label class="row">
        <input
          type="checkbox"
          .checked=${!isOff}
          @change=${(event: Event) => this.phone.dispatch({ type: 'preferences', ring: isChecked(event) })}
        />
        ${i18n.t('settings.ring')}
      </label>
      <label class="row">
        ${i18n.t('settings.volume')}
        <input
          type="range"
          min="0"
          max="1"
          step="0.05"
          ?disabled=${isOff}
          .value=${String(volume)}
          @change=${(event: Event) =>
            this.phone.dispatch({
              type: 'preferences',
              volume: Number((event.target as HTMLInputElement).value),
            })}
        />
      </label>
      <div class="actions">
        <button type="button" ?disabled=${isOff} @click=${() => this.phone.dispatch({ type: 'unlockSound' })}>
          ${i18n.t('settings.try')}
        </button>
      </div>
      ${
        notify
          ? html`<label class="row">
              <input
                type="checkbox"
                aria-describedby=${notify === 'denied' ? 'denied' : nothing}
                ?disabled=${notify === 'denied'}
                .checked=${notify === 'on'}
                @change=${(event: Event) =>
                  this.phone.dispatch({ type: 'preferences', notify: isChecked(event) })}
              />
              ${i18n.t('settings.notify')}
            </label>`
          : nothing
      }
      ${
        notify === 'denied'
          ? html`<p id="denied" class="hint">${i18n.t('settings.notifyDenied')}</p>`
          : nothing
      }
    </div>`;
  }
}

const isChecked = ({ target }: Event): boolean => (target as HTMLInputElement).checked;

declare global {
  interface HTMLElementTagNameMap {
    'gc-settings-ring': SettingsRing;
  }
}
