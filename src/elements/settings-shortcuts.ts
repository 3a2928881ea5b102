import { css, html, nothing } from 'lit';
import type { SoftphoneState } from '../state/model.ts';
import { SHORTCUTS, type Combination, type Preferences, type Shortcut } from '../state/preferences.ts';
import { icon } from '../ui/icons.ts';
import { COMBINATIONS, combinationOf, keyOf, problemOf, takenBy } from '../ui/shortcuts.ts';
import { shared } from '../ui/styles.ts';
import { settingsStyles } from './settings-styles.ts';
import { SoftphoneElement } from './softphone-element.ts';

/** Which letter is printed where. Not in every browser, nor in a frame of another site. */
interface Keyboard {
  getLayoutMap(): Promise<ReadonlyMap<string, string>>;
}

/** Keys that only make others mean something else. */
const MODIFIER = /^(Alt|AltGraph|CapsLock|Control|Dead|Meta|OS|Shift)$/;

type Problem = Exclude<ReturnType<typeof problemOf>, undefined> | 'meta' | 'taken';

/**
 * The keyboard shortcuts, each with its combination: pressed, a button takes the next keys for a new one. What cannot be
 * a shortcut is refused, and said why.
 *
 * @tag gc-settings-shortcuts
 */
export class SettingsShortcuts extends SoftphoneElement {
  static override properties = {
    asked: { state: true },
    problem: { state: true },
    printed: { state: true },
  };

  static override styles = [
    shared,
    settingsStyles,
    css`
      ul {
        display: grid;
        gap: 0.35em;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto auto;
        gap: 0.2em 0.4em;
        align-items: center;
      }
      li .problem {
        grid-column: 1 / -1;
      }
      button.keys {
        min-block-size: 28px;
        padding: 0.15em 0.5em;
        border-color: var(--_edge);
      }
      button.reset {
        min-block-size: 28px;
        min-inline-size: 28px;
        padding: 0;
      }
      kbd {
        font: inherit;
      }
      kbd + kbd::before {
        content: '+';
      }
      @container softphone (inline-size < 18rem) {
        li {
          grid-template-columns: minmax(0, 1fr) auto;
        }
        li > :first-child {
          grid-column: 1 / -1;
        }
        button.keys {
          justify-self: start;
        }
      }
    `,
  ];

  /** Its new keys are waited for. */
  private asked: Shortcut | undefined;

  /** What is wrong with the keys that were pressed for it. */
  private problem: { readonly of: Shortcut; readonly text: string } | undefined;

  /** Letters by place, where the browser tells. */
  private printed: ReadonlyMap<string, string> | undefined;

  protected override watch(state: SoftphoneState): readonly unknown[] {
    return [state.preferences];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { keyboard } = navigator as Navigator & { readonly keyboard?: Keyboard };
    keyboard?.getLayoutMap().then(
      (map) => (this.printed = map),
      () => undefined,
    );
  }

  protected override render(): unknown {
    const { preferences } = this.state;
    if (!preferences) return nothing;
    const { i18n } = this;
    const { shortcuts, combinations } = preferences;
    const isChanged = SHORTCUTS.some((one) => combinations[one] !== COMBINATIONS[one]);
    return html`<div class="part" role="group" aria-labelledby="title">
      <h3 id="title">${i18n.t('settings.shortcuts')}</h3>
      <label class="row">
        <input
          type="checkbox"
          .checked=${shortcuts}
          @change=${(event: Event) =>
            this.phone.dispatch({
              type: 'preferences',
              shortcuts: (event.target as HTMLInputElement).checked,
            })}
        />
        ${i18n.t('settings.useShortcuts')}
      </label>
      ${
        shortcuts
          ? html`<ul aria-labelledby="title">
                ${SHORTCUTS.map((one) => this.renderOne(one, combinations))}
              </ul>
              <p class="hint">${i18n.t('settings.shortcutsHint')}</p>`
          : nothing
      }
      ${
        shortcuts && isChanged
          ? html`<div class="actions">
              <button type="button" @click=${() => this.choose(COMBINATIONS)}>
                ${i18n.t('settings.resetAll')}
              </button>
            </div>`
          : nothing
      }
    </div>`;
  }

  private renderOne(one: Shortcut, combinations: Preferences['combinations']): unknown {
    const { i18n } = this;
    const name = i18n.t(`settings.shortcut.${one}`);
    const isAsked = this.asked === one;
    const reset = i18n.t('settings.reset', { name });
    return html`<li>
      <span id=${one}>${name}</span>
      <button
        type="button"
        class="keys"
        data-shortcut=${one}
        aria-labelledby="${one} ${one}-keys"
        aria-describedby=${this.problem?.of === one ? 'problem' : nothing}
        @click=${() => this.ask(one)}
        @keydown=${isAsked ? this.handleKeys : nothing}
        @blur=${() => this.ask(undefined)}
      >
        <bdi id="${one}-keys" dir="ltr">
          ${isAsked ? i18n.t('settings.pressKeys') : this.renderKeys(combinations[one])}
        </bdi>
      </button>
      ${
        combinations[one] === COMBINATIONS[one]
          ? nothing
          : html`<button
              type="button"
              class="reset quiet"
              title=${reset}
              @click=${() => this.take(one, COMBINATIONS[one])}
            >
              ${icon('undo', reset)}
            </button>`
      }
      ${
        this.problem?.of === one
          ? html`<p class="problem" id="problem" role="alert">${this.problem.text}</p>`
          : nothing
      }
    </li>`;
  }

  private renderKeys(combination: Combination): unknown {
    const modifiers = combination.split('+').slice(0, -1) as readonly ('Ctrl' | 'Alt' | 'Shift')[];
    const code = combination.slice(combination.lastIndexOf('+') + 1);
    return html`${modifiers.map((one) => html`<kbd>${this.i18n.t(`settings.key.${one}`)}</kbd>`)}<kbd
        >${this.printed?.get(code)?.toUpperCase() ?? keyOf(combination)}</kbd
      >`;
  }

  private ask(one: Shortcut | undefined): void {
    if (one) this.problem = undefined;
    this.asked = one;
  }

  /** Whatever is pressed now means a combination, and nothing else. */
  private readonly handleKeys = (event: KeyboardEvent): void => {
    const { asked } = this;
    if (!asked || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat || MODIFIER.test(event.key)) return;
    const combination = combinationOf(event);
    if (event.key === 'Escape') this.ask(undefined);
    else if (combination) this.take(asked, combination);
    else this.refuse(asked, 'meta');
  };

  private take(one: Shortcut, combination: Combination): void {
    const { combinations = COMBINATIONS } = this.state.preferences ?? {};
    const other = takenBy(combinations, one, combination);
    const problem = other ? 'taken' : problemOf(combination);
    if (problem) {
      this.refuse(one, problem, other);
      return;
    }
    this.asked = undefined;
    this.choose({ ...combinations, [one]: combination });
    this.renderRoot.querySelector<HTMLElement>(`[data-shortcut=${one}]`)?.focus();
  }

  private choose(combinations: Preferences['combinations']): void {
    this.problem = undefined;
    this.phone.dispatch({ type: 'preferences', combinations });
  }

  private refuse(of: Shortcut, problem: Problem, other: Shortcut = of): void {
    const name = this.i18n.t(`settings.shortcut.${other}`);
    this.problem = { of, text: this.i18n.t(`settings.problem.${problem}`, { name }) };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-settings-shortcuts': SettingsShortcuts;
  }
}
