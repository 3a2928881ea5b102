import { css, html, nothing } from 'lit';
import { loadElements } from '../define.ts';
import { hasCallOnScreen } from '../state/check.ts';
import type { SoftphoneState } from '../state/model.ts';
import type { Theme } from '../state/preferences.ts';
import { icon, learnIcons } from '../ui/icons.ts';
import { LANGUAGES, baseOf, chooseLanguage } from '../ui/languages.ts';
import { shared } from '../ui/styles.ts';
import { VERSION } from '../version.ts';
import { SaveDiagnostics } from './save-diagnostics.ts';
import { SettingsRing } from './settings-ring.ts';
import { SettingsShortcuts } from './settings-shortcuts.ts';
import { settingsStyles } from './settings-styles.ts';
import { SoftphoneElement } from './softphone-element.ts';

learnIcons({ undo: 'M4 9.5h10a5.5 5.5 0 0 1 0 11H8M8 5L4 9.5 8 14' });

const THEMES: readonly Theme[] = ['system', 'light', 'dark', 'contrast'];

/**
 * The dialog "Settings", in the place of the agent's work: how this browser's agent wants the softphone, and what helps
 * whoever looks after it. It gives way to a call; asked for during one, it stands below it and is short.
 *
 * @tag gc-settings
 * @fires gc-back - it is to be left
 */
export class Settings extends SoftphoneElement {
  static override properties = {
    check: { state: true },
    missing: { state: true },
  };

  static override styles = [
    shared,
    settingsStyles,
    css`
      :host {
        display: flex;
        flex: 1;
        flex-direction: column;
        min-block-size: 0;
        overflow: auto;
      }
      :host(.brief) {
        flex: none;
        max-block-size: min(45%, 10.5em);
        border-block-start: 1px solid var(--_line);
      }
      section {
        flex: 1 0 auto;
        inline-size: 100%;
        max-inline-size: var(--_max-width);
        margin-inline: auto;
        padding: 0.6em 1em 1em;
      }
    `,
  ];

  /** The page "Check this setup", in the place of the settings. */
  private check: 'open' | 'failed' | undefined;

  /** The language that was chosen and cannot be fetched. */
  private missing = false;

  private isBrief: boolean | undefined;
  /** It is there for the time of a call only. */
  private isShort = false;

  protected override watch(state: SoftphoneState): readonly unknown[] {
    return [state.preferences, hasCallOnScreen(state)];
  }

  override focus(): void {
    this.renderRoot.querySelector('h2')?.focus();
  }

  protected override willUpdate(): void {
    const isBrief = hasCallOnScreen(this.state);
    if (isBrief === this.isBrief) return;
    if (this.isBrief === undefined) this.isShort = isBrief;
    else this.hidden = isBrief;
    this.isBrief = isBrief;
    this.classList.toggle('brief', isBrief);
    if (this.isShort && !isBrief) this.leave();
  }

  protected override firstUpdated(): void {
    this.focus();
    // Nobody is signed in yet: what was kept has not been needed so far.
    if (!this.state.preferences) this.phone.dispatch({ type: 'preferences' });
  }

  protected override render(): unknown {
    const { i18n, check } = this;
    const title = i18n.t('softphone.settings');
    const close = i18n.t('settings.close');
    const isCheck = check === 'open' && !this.isBrief;
    return html`<section role="dialog" aria-label=${title} ?hidden=${isCheck} @keydown=${this.handleKeydown}>
        <div class="head">
          <h2 class="name" tabindex="-1">${title}</h2>
          <button type="button" class="quiet" title=${close} @click=${() => this.leave()}>
            ${icon('close', close)}
          </button>
        </div>
        ${
          this.isBrief
            ? html`<p class="hint">${i18n.t('settings.afterCall')}</p>
                <gc-settings-ring></gc-settings-ring>`
            : this.renderAll()
        }
        <gc-save-diagnostics></gc-save-diagnostics>
        ${
          this.isBrief
            ? nothing
            : html`<p class="hint">${i18n.t('settings.version', { version: VERSION })}</p>`
        }
      </section>
      ${
        check === 'open'
          ? html`<gc-check
              ?hidden=${!isCheck}
              @gc-back=${() => void this.closeCheck()}
              @keydown=${this.handleKeydown}
            ></gc-check>`
          : nothing
      }`;
  }

  private renderAll(): unknown {
    const { i18n } = this;
    return html`<div class="all">
      ${this.renderScreen()}
      <gc-settings-ring></gc-settings-ring>
      <gc-settings-shortcuts></gc-settings-shortcuts>
      <h3>${i18n.t('settings.help')}</h3>
      <div class="actions">
        <button type="button" id="check" @click=${() => void this.openCheck()}>
          ${i18n.t('settings.check')}
        </button>
      </div>
      ${
        this.check === 'failed'
          ? html`<p class="problem" role="alert">${i18n.t('softphone.checkFailed')}</p>`
          : nothing
      }
    </div>`;
  }

  private renderScreen(): unknown {
    const { preferences } = this.state;
    if (!preferences) return nothing;
    const { i18n, missing } = this;
    const { language, theme } = preferences;
    const shown = language === 'auto' ? language : chooseLanguage(language, []).language;
    return html`<div class="field">
        <label for="language">${i18n.t('settings.language')}</label>
        <select
          id="language"
          aria-invalid=${missing ? 'true' : nothing}
          aria-describedby=${missing ? 'missing' : nothing}
          @change=${(event: Event) => void this.speak(event.target as HTMLSelectElement)}
        >
          <option value="auto" ?selected=${shown === 'auto'}>${i18n.t('settings.auto')}</option>
          ${LANGUAGES.map(
            (one) =>
              html`<option value=${one} lang=${one} ?selected=${shown === one}>
                ${i18n.t(`settings.languages.${one}`)}
              </option>`,
          )}
        </select>
        ${missing ? html`<p class="problem" id="missing" role="alert">${i18n.t('settings.noTexts')}</p>` : nothing}
      </div>
      <div class="field">
        <label for="theme">${i18n.t('settings.theme')}</label>
        <select
          id="theme"
          @change=${(event: Event) =>
            this.phone.dispatch({
              type: 'preferences',
              theme: (event.target as HTMLSelectElement).value as Theme,
            })}
        >
          ${THEMES.map(
            (one) =>
              html`<option value=${one} ?selected=${theme === one}>
                ${i18n.t(`settings.themes.${one}`)}
              </option>`,
          )}
        </select>
      </div>`;
  }

  /** Kept once its texts are there: a language without them would be none. */
  private async speak(select: HTMLSelectElement): Promise<void> {
    const { value } = select;
    const { languages } = navigator;
    // With the region that the browser has for it, for dates and numbers.
    const language = languages.find((tag) => baseOf(tag) === value) ?? value;
    this.missing = false;
    await this.i18n.use(language);
    this.missing = chooseLanguage(language, languages).language !== this.i18n.language;
    if (!this.missing) this.phone.dispatch({ type: 'preferences', language });
    else for (const option of select.options) option.selected = option.defaultSelected;
  }

  private readonly handleKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    if (this.check === 'open' && !this.isBrief) void this.closeCheck();
    else this.leave();
  };

  private leave(): void {
    this.dispatchEvent(new Event('gc-back'));
  }

  private async openCheck(): Promise<void> {
    try {
      await loadElements('check');
      this.check = 'open';
    } catch {
      this.check = 'failed';
    }
  }

  private async closeCheck(): Promise<void> {
    this.check = undefined;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#check')?.focus();
  }
}

/** The dialog and its parts. */
export const settingsElements = {
  'gc-settings': Settings,
  'gc-settings-ring': SettingsRing,
  'gc-settings-shortcuts': SettingsShortcuts,
  'gc-save-diagnostics': SaveDiagnostics,
};

declare global {
  interface HTMLElementTagNameMap {
    'gc-settings': Settings;
  }
}
