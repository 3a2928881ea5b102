import { LitElement, css, html, nothing } from 'lit';
import type { ConfigProblem } from '../config-problems.ts';
import type { SoftphoneError } from '../errors.ts';
import type { I18n } from '../ui/i18n.ts';
import { tokens } from '../ui/tokens.ts';

// Of the same file of the bundle: needed when something is wrong, and only then.
export { problemsOf } from '../config-problems.ts';
export { openPrompt } from './open-prompt.ts';

/**
 * Why the softphone does not start, for the administrator: each wrong key of the configuration with what was expected
 * and what was found, or the one thing that failed.
 *
 * @tag gc-problems
 */
export class Problems extends LitElement {
  static override properties = {
    problems: { attribute: false },
    failure: { attribute: false },
    i18n: { attribute: false },
  };

  static override styles = [
    tokens,
    css`
      :host {
        display: block;
        min-block-size: 100%;
        padding: 1rem;
        background: var(--_surface);
        color: var(--_text);
        font: var(--_font-size) / 1.5 var(--_font);
      }
      h1 {
        margin: 0 0 0.5rem;
        font-size: 1.15em;
      }
      ul {
        margin: 0;
        padding-inline-start: 1.1rem;
      }
      li + li {
        margin-block-start: 0.5rem;
      }
      code {
        font-weight: 600;
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** What is wrong with the configuration. */
  problems: readonly ConfigProblem[] = [];

  /** What failed, where it was not the configuration. */
  failure: SoftphoneError | undefined;

  /** The words. */
  i18n: I18n | undefined;

  private expected(i18n: I18n, { expected, allowed }: ConfigProblem): string {
    return i18n.lookUp(`config.expected.${expected}`, { allowed }) ?? allowed;
  }

  protected override render(): unknown {
    const { i18n, problems, failure } = this;
    if (!i18n) return nothing;
    return html`<div role="alert" lang=${i18n.language} dir=${i18n.direction}>
      <h1>${i18n.t(problems.length > 0 ? 'config.title' : 'start.title')}</h1>
      ${
        failure
          ? html`<p>${i18n.t(`start.${failure.code}`)}</p>
              <p lang="en" dir="ltr"><code>${failure.message}</code></p>`
          : nothing
      }
      <ul>
        ${problems.map(
          (problem) =>
            html`<li>
              <code dir="ltr">${problem.path || i18n.t('config.document')}</code><br />
              ${i18n.t('config.problem', {
                expected: this.expected(i18n, problem),
                found: problem.found || i18n.t('config.nothing'),
              })}
            </li>`,
        )}
      </ul>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-problems': Problems;
  }
}
