import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { I18n } from '../ui/i18n.ts';
import { icon } from '../ui/icons.ts';
import type { MemberAction, MemberButton } from './team-actions.ts';

/** Pictures of what a supervisor does. */
const ICONS = {
  monitor: 'ear',
  endMonitoring: 'close',
  bargeIn: 'people',
  memberReady: 'check',
  memberNotReady: 'pause',
  memberSignOut: 'leave',
} as const;

/** Monitoring and its end take turns in one place: the focus stays there. */
const placeOf = (type: MemberAction): MemberAction => (type === 'endMonitoring' ? 'monitor' : type);

export const actionStyles = css`
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
  }
  .buttons button {
    flex: 1 1 8em;
    min-inline-size: 0;
    min-block-size: 2.46em;
    padding-inline: 0.5em;
    overflow-wrap: break-word;
  }
  /* Out, along the line of writing. */
  [data-icon='leave']:dir(rtl) {
    scale: -1 1;
  }
  .hint {
    margin-block-start: 0.4em;
  }
`;

/**
 * The buttons about a member, with the member's name in their own. What is off says why, below them.
 * @param press what becomes of a button; also of one that is off
 */
export function renderButtons(
  i18n: I18n,
  name: string,
  buttons: readonly MemberButton[],
  press: (button: MemberButton) => void,
): TemplateResult {
  const whys = [...new Set(buttons.flatMap(({ why }) => (why === undefined ? [] : [why])))];
  return html`<div class="buttons" role="group" aria-label=${i18n.t('team.actionsFor', { name })}>
      ${repeat(
        buttons,
        ({ intent }) => placeOf(intent.type),
        (button) => renderButton(i18n, name, button, press),
      )}
    </div>
    ${whys.map((why) => html`<p class="hint" id=${why.replaceAll('.', '-')}>${i18n.t(why)}</p>`)}`;
}

function renderButton(
  i18n: I18n,
  name: string,
  button: MemberButton,
  press: (button: MemberButton) => void,
): TemplateResult {
  const { intent, why, waiting } = button;
  const { type } = intent;
  return html`<button
    type="button"
    data-action=${type}
    aria-label=${i18n.t(`team.${type}Name`, { name })}
    aria-disabled=${why === undefined && !waiting ? nothing : 'true'}
    aria-busy=${waiting ? 'true' : nothing}
    aria-describedby=${why?.replaceAll('.', '-') ?? nothing}
    @click=${() => press(button)}
  >
    ${icon(waiting ? 'wait' : ICONS[type])}<span>${i18n.t(`team.${type}`)}</span>
  </button>`;
}
