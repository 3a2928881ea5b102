import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Millis, SoftphoneState, TeamMember } from '../state/model.ts';
import type { I18n } from '../ui/i18n.ts';
import { icon, mark } from '../ui/icons.ts';
import { STATE_LOOK, agentStateWords, reasonWords } from '../ui/words.ts';
import { memberName } from './team-list.ts';

/** What a row says besides its member. */
export interface RowLook {
  readonly index: number;
  /** Tab reaches it. */
  readonly reached: boolean;
  /** Its actions are shown. */
  readonly open: boolean;
  /** It stands where nobody has scrolled to, and is kept as it is the one that Tab reaches. */
  readonly away: boolean;
  /** A command about this member waits. */
  readonly waiting: boolean;
  /** The supervisor listens to this member. */
  readonly heard: boolean;
}

/** What is done to a row: its actions are wanted, or no more of them, or it has the focus. */
export interface RowEvents {
  readonly onOpen: (member: TeamMember) => void;
  readonly onReach: (member: TeamMember) => void;
  readonly onClose: () => void;
}

/**
 * A member: name, extension, state with its reason, and since when. Nothing but the time is looked at again while the
 * member is the same.
 */
export function renderRow(
  i18n: I18n,
  state: SoftphoneState,
  member: TeamMember,
  look: RowLook,
  now: Millis,
  events: RowEvents,
): TemplateResult {
  const { index, reached, open, away, waiting, heard } = look;
  const { since } = member;
  return html`<div
    role="row"
    class=${open ? 'open' : ''}
    aria-rowindex=${index + 2}
    data-away=${away ? index : nothing}
  >
    <div class="line">
      ${guard([member, reached, open, waiting, heard, i18n, i18n.language, state.reasons], () =>
        renderMember(i18n, state, member, look, events),
      )}
      <span role="cell" class="time muted">${since === undefined ? '' : i18n.format.timer(now - since)}</span>
    </div>
    ${
      open
        ? html`<div role="cell" class="actions">
            <gc-member-actions .member=${member} @gc-close=${events.onClose}></gc-member-actions>
          </div>`
        : nothing
    }
  </div>`;
}

function renderMember(
  i18n: I18n,
  state: SoftphoneState,
  member: TeamMember,
  { reached, open, waiting, heard }: RowLook,
  { onOpen, onReach }: RowEvents,
): TemplateResult {
  const { state: now = 'UNKNOWN', reason, extension } = member;
  const [tone, shape] = STATE_LOOK[now];
  const kind = now === 'LOGOUT' ? 'logout' : 'notReady';
  const name = memberName(member);
  const words = agentStateWords(i18n, now);
  const why = reason === undefined ? '' : reasonWords(i18n, state, kind, reason);
  const line = extension === undefined ? '' : i18n.t('agentBar.extension', { extension });
  // What is cut short is whole in a title.
  return html`<span role="rowheader" class="who" title=${name}>
      <button
        type="button"
        class="row"
        tabindex=${reached ? 0 : -1}
        aria-expanded=${open ? 'true' : 'false'}
        aria-busy=${waiting ? 'true' : nothing}
        @click=${() => onOpen(member)}
        @focus=${() => onReach(member)}
      >
        <bdi>${name}</bdi>
      </button>
      ${heard ? icon('ear', i18n.t('team.listening')) : nothing}
      ${waiting ? icon('wait', i18n.t('call.buttonWaiting')) : nothing}
    </span>
    <span role="cell" class="extension muted" title=${line}>${line}</span>
    <span role="cell" class="state ${tone}" title=${words}>${mark(shape)}<span>${words}</span></span>
    <span role="cell" class="reason muted" title=${why}><bdi>${why}</bdi></span>`;
}
