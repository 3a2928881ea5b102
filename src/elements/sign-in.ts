import { css, html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import type { SignInField, SignInForm as Form, SoftphoneState } from '../state/model.ts';
import { icon } from '../ui/icons.ts';
import { cleanNumber, forbiddenIn } from '../ui/number.ts';
import { shared } from '../ui/styles.ts';
import { noticeWords } from '../ui/words.ts';
import { SoftphoneElement } from './softphone-element.ts';

/**
 * The form "Sign in". Keeps what was typed while a sign-in is refused; holds the password in its field and nowhere else.
 *
 * @tag gc-sign-in
 */
export class SignInForm extends SoftphoneElement {
  static override properties = {
    form: { state: true },
    problems: { state: true },
  };

  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-direction: column;
        overflow: auto;
      }
      form {
        display: grid;
        gap: 0.9em;
        inline-size: 100%;
        max-inline-size: 22rem;
        margin: auto;
        padding: 1em 1.2em;
      }
      h2 {
        text-align: center;
      }
      .alert {
        display: flex;
        gap: 0.6em;
        align-items: center;
        padding: 0.6em 0.8em;
        border-radius: var(--_radius);
        background: var(--_busy-soft);
        color: var(--_busy);
        overflow-wrap: anywhere;
      }
      button {
        min-block-size: max(40px, 3em);
        margin-block-start: 0.2em;
      }
    `,
  ];

  private form: Form | undefined;

  /** In the words of the moment: rare ones are fetched, and the language may change. */
  private problems: Readonly<Partial<Record<SignInField, () => string>>> = {};

  private given: Form | undefined;
  private focusedFor: SoftphoneState['signIn'] | undefined;

  protected override watch({ signIn, setup, service }: SoftphoneState): readonly unknown[] {
    return [signIn, setup, service.phase];
  }

  protected override willUpdate(): void {
    const { signIn } = this.state;
    const given = signIn.phase === 'signedOut' || signIn.phase === 'signingIn' ? signIn.form : undefined;
    if (given && given !== this.given) this.form = this.given = given;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { signIn } = this.state;
    if (signIn === this.focusedFor || signIn.phase !== 'signedOut') return;
    this.focusedFor = signIn;
    // Opening the form takes no focus from the page around it; an error that names a field does.
    if (signIn.problem && signIn.focus) focusField(this.renderRoot.querySelector(`#${signIn.focus}`));
  }

  protected override render(): unknown {
    const { setup, signIn } = this.state;
    const form = this.form;
    if (!form) return nothing;
    const busy = signIn.phase === 'signingIn';
    const { away } = this;
    const problem = signIn.phase === 'signedOut' ? signIn.problem : undefined;
    const { t } = this.i18n;
    return html`<form aria-label=${t('signIn.form')} novalidate @submit=${this.handleSubmit}>
      <h2 class="name">${t('signIn.title')}</h2>
      ${
        problem
          ? html`<p class="alert" role="alert">
              ${icon('warning')}<span>${noticeWords(this.i18n, this.state, problem)}</span>
            </p>`
          : nothing
      }
      ${this.renderField('agentId', form.agentId, {
        autocomplete: 'username',
        readonly: setup.signIn.agentIdFixed,
      })}
      ${this.renderField('password', '', { type: 'password', autocomplete: 'current-password' })}
      ${this.renderField('extension', form.extension, { inputmode: 'numeric' })} ${this.renderMore(form)}
      <button
        class="primary"
        aria-disabled=${busy || away ? 'true' : nothing}
        aria-busy=${busy ? 'true' : nothing}
        aria-describedby=${away ? 'why' : nothing}
      >
        ${busy ? icon('wait') : nothing}${t('signIn.form')}
      </button>
      ${away ? html`<p class="hint" id="why">${t('why.notInService')}</p>` : nothing}
    </form>`;
  }

  /** There was a connection, or there is to be one, and there is none. */
  private get away(): boolean {
    const { phase } = this.state.service;
    return phase === 'outOfService' || phase === 'reconnecting';
  }

  private renderField(
    name: SignInField,
    value: string,
    options: { type?: string; autocomplete?: string; inputmode?: 'numeric' | 'tel'; readonly?: boolean },
  ): unknown {
    const problem = this.problems[name]?.();
    const label =
      name === 'password' && this.form?.sso ? 'signIn.passwordOrToken' : (`field.${name}` as const);
    return html`<div class="field">
      <label for=${name}>${this.i18n.t(label)}</label>
      <input
        id=${name}
        name=${name}
        type=${options.type ?? 'text'}
        .defaultValue=${value}
        autocomplete=${options.autocomplete ?? 'off'}
        autocapitalize="off"
        spellcheck="false"
        inputmode=${options.inputmode ?? nothing}
        ?readonly=${options.readonly ?? false}
        aria-required="true"
        aria-invalid=${problem === undefined ? nothing : 'true'}
        aria-describedby=${problem === undefined ? nothing : `${name}-problem`}
      />
      ${problem === undefined ? nothing : html`<p class="problem" id="${name}-problem">${problem}</p>`}
    </div>`;
  }

  /** Few need them: they are fetched where they are configured. */
  private renderMore(form: Form): unknown {
    const { mobileAgent, sso } = this.state.setup.signIn;
    if (!mobileAgent && !sso) return nothing;
    return html`<gc-sign-in-options
      .form=${form}
      .phoneField=${this.renderField('phoneNumber', form.phoneNumber, { inputmode: 'tel' })}
      .choose=${(change: Partial<Form>) => (this.form = { ...form, ...change })}
    ></gc-sign-in-options>`;
  }

  private readonly handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!this.form || this.state.signIn.phase !== 'signedOut' || this.away) return;
    const fields = [...this.renderRoot.querySelectorAll<HTMLInputElement>('.field input')];
    const problems: Partial<Record<SignInField, () => string>> = {};
    let { form } = this;
    let password = '';
    for (const { name, value } of fields) {
      // GC knows a mobile agent's phone by its digits, however it is written.
      const clean = name === 'phoneNumber' ? cleanNumber(value) : value.trim();
      const typed = name === 'password' ? value : clean;
      if (name === 'password') password = value;
      else form = { ...form, [name]: typed };
      const problem = this.problemOf(name as SignInField, typed);
      if (problem) problems[name as SignInField] = problem;
    }
    this.form = form;
    this.problems = problems;
    const wrong = fields.find(({ name }) => name in problems);
    if (wrong) focusField(wrong);
    else this.phone.dispatch({ type: 'signIn', form, password });
  };

  private problemOf(name: SignInField, value: string): (() => string) | undefined {
    if (value === '') return () => this.i18n.t(`signIn.missing.${name}`);
    const character = forbiddenIn(value);
    if (character === undefined) return undefined;
    return () => this.i18n.t('notice.forbiddenCharacter', { character, field: this.i18n.t(`field.${name}`) });
  }
}

function focusField(field: HTMLInputElement | null): void {
  field?.focus();
  field?.select();
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-sign-in': SignInForm;
  }
}
