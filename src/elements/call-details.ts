import { css, html, nothing } from 'lit';
import type { CallKey, SoftphoneState } from '../state/model.ts';
import { callDetails } from '../state/select.ts';
import { shared } from '../ui/styles.ts';
import { SoftphoneElement } from './softphone-element.ts';

/**
 * The list "Call details": the call variables that the administrator chose, under the administrator's labels.
 *
 * @tag gc-call-details
 */
export class CallDetails extends SoftphoneElement {
  static override properties = {
    call: {},
  };

  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      ul {
        display: grid;
        gap: 0.3em;
        padding-block: 0.15em;
        font-size: 0.96em;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0 1em;
        align-items: baseline;
      }
      .value {
        min-inline-size: 0;
        margin-inline-start: auto;
        overflow-wrap: anywhere;
        text-align: end;
      }
    `,
  ];

  /** Key of the call. */
  call: CallKey = '';

  protected override watch(state: SoftphoneState): readonly unknown[] {
    return [state.calls, state.setup];
  }

  protected override render(): unknown {
    const call = this.state.calls.find(({ key }) => key === this.call);
    const details = call ? callDetails(this.state, call) : [];
    if (!call || details.length === 0) return nothing;
    return html`<ul aria-label=${this.i18n.t('call.details')}>
      ${details.map(({ name, label, editable }) => {
        const value = html`<bdi>${call.variables[name]}</bdi>`;
        return html`<li data-variable=${name}>
          <span class="muted"><bdi>${label}</bdi></span>
          <span class="value">
            ${
              // Until it is fetched, the value stands there alone.
              editable
                ? html`<gc-edit-variable .call=${call.key} .name=${name} .label=${label}
                    >${value}</gc-edit-variable
                  >`
                : value
            }
          </span>
        </li>`;
      })}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-call-details': CallDetails;
  }
}
