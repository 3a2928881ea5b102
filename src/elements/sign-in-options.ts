import { css, html, nothing } from 'lit';
import type { SignInForm as Form, SoftphoneState } from '../state/model.ts';
import { SoftphoneElement } from './softphone-element.ts';

const { styleSheet } = css`
  gc-sign-in-options {
    display: contents;
  }
  .check {
    display: flex;
    gap: 0.6em;
    align-items: center;
    min-block-size: 24px;
    font-weight: 400;
    font-size: 1em;
  }
  .choices {
    display: grid;
    gap: 0.2em;
    margin-block-start: 0.2em;
  }
`;

/**
 * What only some customers have in the form "Sign in": the phone and the connection of a mobile agent, and single
 * sign-on. It is a part of that form, so it has no shadow root of its own.
 *
 * @tag gc-sign-in-options
 */
export class SignInOptions extends SoftphoneElement {
  static override properties = {
    form: { attribute: false },
    phoneField: { attribute: false },
  };

  /** What is chosen. */
  form: Form | undefined;

  /** The field of a mobile agent's phone, as the form makes its fields. */
  phoneField: unknown;

  /** Takes the parts of the form that the agent changes. */
  choose: (change: Partial<Form>) => void = () => undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const root = this.getRootNode() as ShadowRoot;
    if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override watch(state: SoftphoneState): readonly unknown[] {
    return [state.setup];
  }

  protected override render(): unknown {
    const { form } = this;
    if (!form) return nothing;
    const { mobileAgent, sso } = this.state.setup.signIn;
    return html`${mobileAgent ? this.renderCheck('mobileAgent', form) : nothing}
    ${mobileAgent && form.mobileAgent ? this.renderPhone(form) : nothing}
    ${sso ? this.renderCheck('sso', form) : nothing}`;
  }

  private renderCheck(name: 'mobileAgent' | 'sso', form: Form): unknown {
    return html`<label class="check">
      <input
        type="checkbox"
        name=${name}
        .checked=${form[name]}
        @change=${(event: Event) => this.choose({ [name]: (event.target as HTMLInputElement).checked })}
      />${this.i18n.t(`signIn.${name}`)}
    </label>`;
  }

  private renderPhone(form: Form): unknown {
    const { t } = this.i18n;
    return html`${this.phoneField}
      <div role="radiogroup" aria-labelledby="connection">
        <span class="label" id="connection">${t('signIn.connection')}</span>
        <div class="choices">
          ${(['callByCall', 'nailed'] as const).map(
            (connection) =>
              html`<label class="check">
                <input
                  type="radio"
                  name="connection"
                  .checked=${form.connection === connection}
                  @change=${() => this.choose({ connection })}
                />${t(`signIn.${connection}`)}
              </label>`,
          )}
        </div>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-sign-in-options': SignInOptions;
  }
}
