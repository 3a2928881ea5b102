import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { SoftphoneState, Supervision } from '../state/model.ts';
import type { I18n } from '../ui/i18n.ts';
import { agentStateWords } from '../ui/words.ts';
import { STATE_GROUPS, countGroups, type StateGroup } from './team-list.ts';

/** The state whose words each choice has. */
const WORDS_OF = {
  ready: 'READY',
  notReady: 'NOT_READY',
  talking: 'TALKING',
  wrapUp: 'WORK',
  signedOut: 'LOGOUT',
} as const satisfies Record<StateGroup, string>;

/** What is looked for in a team, and how many were found. */
export interface TeamSearch {
  readonly text: string;
  readonly group: StateGroup | undefined;
  readonly found: number;
}

export interface HeadEvents {
  readonly onTeam: (team: string) => void;
  /** Enter, or an arrow down, in the search box. */
  readonly onLeave: () => void;
  readonly onSearch: (text: string, group: StateGroup | undefined) => void;
  readonly onAgain: () => void;
}

/** Which team, who of it, and how many those are. */
export function renderHead(
  i18n: I18n,
  state: SoftphoneState,
  supervision: Supervision,
  search: TeamSearch,
  events: HeadEvents,
): TemplateResult {
  return html`<div class="head">
    <div class="choice">
      ${renderTeams(i18n, state, supervision, events)} ${renderGroups(i18n, supervision, search, events)}
    </div>
    <input
      type="search"
      autocomplete="off"
      aria-label=${i18n.t('team.find')}
      placeholder=${i18n.t('team.find')}
      .value=${search.text}
      @input=${(event: InputEvent) => events.onSearch((event.target as HTMLInputElement).value, search.group)}
      @keydown=${(event: KeyboardEvent) => {
        if (!['ArrowDown', 'Enter'].includes(event.key) || event.isComposing) return;
        event.preventDefault();
        events.onLeave();
      }}
    />
    ${renderTold(i18n, state, supervision, search, events)}
  </div>`;
}

function renderTeams(
  i18n: I18n,
  { agent }: SoftphoneState,
  { team }: Supervision,
  { onTeam }: HeadEvents,
): TemplateResult {
  return html`<select
    aria-label=${i18n.t('team.team')}
    @change=${(event: Event) => onTeam((event.target as HTMLSelectElement).value)}
  >
    ${(agent?.teams ?? []).map(
      ({ id = '', name }) => html`<option value=${id} ?selected=${id === team}>${name || id}</option>`,
    )}
  </select>`;
}

function renderGroups(
  i18n: I18n,
  { members }: Supervision,
  { text, group: chosen }: TeamSearch,
  { onSearch }: HeadEvents,
): TemplateResult {
  const counts = countGroups(members);
  const nameOf = (group: StateGroup): string =>
    i18n.t('team.group', { state: agentStateWords(i18n, WORDS_OF[group]), number: counts[group] });
  return html`<select
    aria-label=${i18n.t('team.state')}
    @change=${({ target }: Event) =>
      onSearch(
        text,
        STATE_GROUPS.find((group) => group === (target as HTMLSelectElement).value),
      )}
  >
    <option value="">${i18n.t('team.all')}</option>
    ${STATE_GROUPS.map(
      (group) => html`<option value=${group} ?selected=${group === chosen}>${nameOf(group)}</option>`,
    )}
  </select>`;
}

/** How many there are, or why not. What changes with every state is not read aloud. */
function renderTold(
  { t }: I18n,
  { service }: SoftphoneState,
  { phase, members }: Supervision,
  { found }: TeamSearch,
  { onAgain }: HeadEvents,
): TemplateResult {
  const isAway = service.phase !== 'inService';
  const problem = isAway
    ? t('why.notInService')
    : phase === 'failed'
      ? t('team.failed')
      : phase !== 'there' && members.length === 0
        ? t('team.loading')
        : found > 0
          ? ''
          : t(members.length > 0 ? 'team.nobody' : 'team.empty');
  return html`<div class="told">
    <p class="muted">
      <span aria-live="polite">${problem}</span>
      ${problem === '' ? t('team.count', { count: found }) : nothing}
    </p>
    ${
      phase === 'failed' && !isAway
        ? html`<button type="button" class="quiet" @click=${onAgain}>${t('directory.again')}</button>`
        : nothing
    }
  </div>`;
}
