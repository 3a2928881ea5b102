import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { buttonsOf } from '../state/buttons.ts';
import type { ButtonState } from '../state/buttons.ts';
import { askForPeople, findPeople } from '../state/directory.ts';
import type { Person } from '../state/directory.ts';
import type { CallKey, SoftphoneState } from '../state/model.ts';
import { icon, mark } from '../ui/icons.ts';
import { cleanNumber, forbiddenIn } from '../ui/number.ts';
import { STATE_LOOK, agentStateWords } from '../ui/words.ts';
import type { ConsultKind } from './call-element.ts';
import { consultStyles } from './consult-styles.ts';
import { SoftphoneElement } from './softphone-element.ts';

/** So many of those found are shown: who is not among them is found by one more letter. */
const ROWS = 50;

/** A number, as far as it is typed. */
const NUMBER = /^\+?[\d*]*$/;

/**
 * Whom the agent wants to consult about a call, or to hand it to: a person by name, or a number. Not modal: the call and
 * the page around stay at hand. What it asked for, it waits for; whoever shows it takes it away when GC has done it.
 *
 * @tag gc-consult-dialog
 * @fires gc-cancel - the agent does not want to any more
 */
export class ConsultDialog extends SoftphoneElement {
  static override properties = {
    call: {},
    kind: {},
    text: { state: true },
    chosen: { state: true },
    problem: { state: true },
  };

  static override styles = consultStyles;

  /** Key of the call that it is about. */
  call: CallKey = '';

  /** The button that was pressed. */
  kind: ConsultKind = 'consult';

  private text = '';

  /** Key of the person that Enter calls; the typed number where nobody is chosen. */
  private chosen: string | undefined;

  private problem = '';

  private people: readonly Person[] = [];

  protected override watch({
    directory,
    recent,
    phonebooks,
    calls,
    ...state
  }: SoftphoneState): readonly unknown[] {
    return [directory, recent, phonebooks, calls, state.waiting, state.service.phase, state.signIn.phase];
  }

  override focus(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', this.handleEscape);
  }

  protected override firstUpdated(): void {
    askForPeople(this.state, this.phone.dispatch);
    this.focus();
  }

  protected override willUpdate(): void {
    this.people = findPeople(this.state, this.text, ROWS);
    if (!this.people.some(({ key }) => key === this.chosen)) this.chosen = this.bestFor(this.text);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('chosen'))
      this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  /** Whoever types a name means the first one found; whoever types a number means the number. */
  private bestFor(text: string): string | undefined {
    return NUMBER.test(cleanNumber(text)) ? undefined : this.people[0]?.key;
  }

  private get button(): ButtonState | undefined {
    const call = this.state.calls.find(({ key }) => key === this.call);
    return call && buttonsOf(this.state, call)[this.kind];
  }

  protected override render(): unknown {
    const { t } = this.i18n;
    const { enabled = false, waiting = false, why } = this.button ?? {};
    const { people, problem, chosen } = this;
    const at = people.findIndex(({ key }) => key === chosen);
    return html`<div role="dialog" aria-label=${t(`call.${this.kind}`)}>
      <form @submit=${this.handleSubmit}>
        <div class="head">
          <span class="label">${t(`call.${this.kind}`)}</span>
          <button type="button" class="quiet" @click=${this.cancel}>${t('consult.cancel')}</button>
        </div>
        <div class="row">
          <input
            type="search"
            autocomplete="off"
            aria-label=${t('consult.search')}
            placeholder=${t('consult.search')}
            aria-invalid=${problem ? 'true' : nothing}
            aria-describedby=${problem || why ? 'told' : nothing}
            aria-controls=${people.length > 0 ? 'people' : nothing}
            aria-activedescendant=${at < 0 ? nothing : `person-${at}`}
            .value=${this.text}
            @input=${this.handleInput}
            @keydown=${this.handleArrows}
          />
          <button
            class="answer"
            aria-disabled=${enabled ? nothing : 'true'}
            aria-busy=${waiting ? 'true' : nothing}
          >
            ${icon(
              waiting ? 'wait' : this.kind === 'consult' ? 'phone' : 'transfer',
              t(this.kind === 'consult' ? 'consult.call' : 'call.transfer'),
            )}
          </button>
        </div>
        ${problem || why ? html`<p class=${problem ? 'problem' : 'hint'} id="told">${problem || (why && t(why))}</p>` : nothing}
      </form>
      <p class=${people.length > 0 ? 'unseen' : 'hint'} aria-live="polite">${this.countWords()}</p>
      ${
        people.length > 0
          ? html`<ul id="people" role="listbox" aria-label=${t('consult.people')}>
              ${people.map((person, index) => this.renderPerson(person, index))}
            </ul>`
          : nothing
      }
    </div>`;
  }

  private renderPerson(person: Person, index: number): unknown {
    const { key, name, number, detail, state } = person;
    const isChosen = key === this.chosen;
    const [tone, shape] = state ? STATE_LOOK[state] : [];
    // eslint-disable-next-line lit-a11y/click-events-have-key-events -- its keys are the search box's
    return html`<li
      id="person-${index}"
      role="option"
      aria-selected=${isChosen ? 'true' : 'false'}
      @click=${() => this.choose(key)}
    >
      <span class="who">
        <span class="title"><bdi>${name || number}</bdi></span>
        <span class="muted">
          ${name ? html`<bdi class="number" dir="ltr">${number}</bdi>` : nothing}
          ${detail ? html`<span class="detail"><bdi>${detail}</bdi></span>` : nothing}
        </span>
      </span>
      ${
        state && shape
          ? html`<span class="state ${tone}">${mark(shape)}${agentStateWords(this.i18n, state)}</span>`
          : nothing
      }
    </li>`;
  }

  private countWords(): string {
    const { t } = this.i18n;
    const { agents, contacts } = this.state.directory;
    const isComing = [agents, ...Object.values(contacts)].some(({ phase }) => phase === 'loading');
    const count = this.people.length;
    if (count > 0) return this.text ? t('consult.found', { count }) : '';
    return isComing ? t('consult.loading') : this.text && !this.dialled() ? t('consult.none') : '';
  }

  /** The number that was typed; '' for a text that is none. */
  private dialled(): string {
    const number = cleanNumber(this.text);
    return NUMBER.test(number) ? number : '';
  }

  private choose(key: string): void {
    this.chosen = key;
    this.problem = '';
    this.focus();
  }

  private readonly cancel = (): void => {
    this.dispatchEvent(new CustomEvent('gc-cancel'));
  };

  private readonly handleEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    this.cancel();
  };

  private readonly handleInput = (event: InputEvent): void => {
    this.text = (event.target as HTMLInputElement).value;
    this.problem = '';
    this.people = findPeople(this.state, this.text, ROWS);
    this.chosen = this.bestFor(this.text);
  };

  /** The arrows go through those found, and past the first back to what is typed. */
  private readonly handleArrows = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.isComposing) return;
    event.preventDefault();
    const at = this.people.findIndex(({ key }) => key === this.chosen);
    const to = Math.min(at + step, this.people.length - 1);
    this.chosen = this.people[at < 0 && step < 0 ? this.people.length - 1 : to]?.key;
  };

  private readonly handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!this.button?.enabled) return;
    const { t } = this.i18n;
    const person = this.people.find(({ key }) => key === this.chosen);
    const number = person ? cleanNumber(person.number) : this.dialled();
    const character = forbiddenIn(person ? number : this.text);
    if (character !== undefined)
      this.problem = t('notice.forbiddenCharacter', { character, field: t('keypad.number') });
    else this.problem = number === '' ? t('notice.numberEmpty') : '';
    if (this.problem) this.focus();
    else this.phone.dispatch({ type: this.kind, call: this.call, number });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-consult-dialog': ConsultDialog;
  }
}
