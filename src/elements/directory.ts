import { css, html, nothing } from 'lit';
import {
  agentsIn,
  askForPeople,
  colleaguesAndContacts,
  contactsIn,
  search,
  type People,
  type Person,
} from '../state/directory.ts';
import type { Millis, SoftphoneState } from '../state/model.ts';
import { ClockController } from '../ui/clock-controller.ts';
import { cleanNumber } from '../ui/number.ts';
import { shared } from '../ui/styles.ts';
import type { PeopleList } from './people-list.ts';
import { SoftphoneElement } from './softphone-element.ts';

/** Agents' states are asked for this often while somebody looks at them. */
const AGAIN_AFTER: Millis = 30_000;

/** Everybody, the agents, or a phonebook by its id behind `book:`. */
type Shelf = 'all' | 'agents' | `book:${string}`;

/**
 * Agents with their states, and the contacts of the phonebooks, to search and to call.
 *
 * @tag gc-directory
 */
export class Directory extends SoftphoneElement {
  static override properties = {
    text: { state: true },
    shelf: { state: true },
  };

  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-direction: column;
      }
      .head {
        display: grid;
        flex: none;
        gap: 0.5em;
        padding: 0.75em;
      }
      .choice {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3em 0.8em;
        align-items: center;
      }
      .choice p {
        flex: 1 1 10em;
      }
      select {
        flex: 1 1 8em;
        inline-size: auto;
      }
      .choice button {
        min-block-size: 24px;
        padding: 0 0.4em;
      }
      gc-people-list {
        flex: 1;
        min-block-size: 4em;
        border-block-start: 1px solid var(--_line);
      }
    `,
  ];

  private text = '';

  private shelf: Shelf = 'all';

  private askedAt: Millis = -Infinity;

  /** Whom the text means, and of whom. */
  private found: readonly Person[] = [];
  private searched: readonly unknown[] = [];

  private readonly clock = new ClockController(this, { ticks: true });

  protected override watch(state: SoftphoneState): readonly unknown[] {
    return [state.directory, state.phonebooks, state.service.phase, state.waiting];
  }

  protected override willUpdate(): void {
    const people = this.people();
    if (people !== this.searched[0] || this.text !== this.searched[1]) this.found = search(people, this.text);
    this.searched = [people, this.text];
    this.askAgain();
  }

  private askAgain(): void {
    const { now } = this.clock;
    const isSeen = this.askedAt === -Infinity || this.getClientRects().length > 0;
    if (now - this.askedAt < AGAIN_AFTER || !isSeen || this.isAway) return;
    // The phonebooks once, the states again and again.
    if (this.askedAt === -Infinity) askForPeople(this.state, this.phone.dispatch);
    else this.phone.dispatch({ type: 'loadAgents' });
    this.askedAt = now;
  }

  protected override render(): unknown {
    const { t } = this.i18n;
    const { found } = this;
    return html`<div class="head">
        <input
          type="search"
          autocomplete="off"
          aria-label=${t('directory.search')}
          placeholder=${t('directory.search')}
          .value=${this.text}
          @input=${this.handleInput}
          @keydown=${this.handleKeydown}
        />
        <div class="choice">${this.renderShelves()} ${this.renderTold(found.length)}</div>
      </div>
      <gc-people-list
        .people=${found}
        .off=${this.isAway || this.isBusy}
        @gc-call=${this.handleCall}
      ></gc-people-list>`;
  }

  private renderShelves(): unknown {
    const { t } = this.i18n;
    const { phonebooks } = this.state;
    if (phonebooks.length === 0) return nothing;
    const option = (shelf: Shelf, words: string): unknown =>
      html`<option value=${shelf} ?selected=${shelf === this.shelf}>${words}</option>`;
    return html`<select aria-label=${t('directory.show')} @change=${this.handleShelf}>
      ${option('all', t('directory.all'))} ${option('agents', t('directory.agents'))}
      ${phonebooks.map(({ id, name }) => option(`book:${id}`, name))}
    </select>`;
  }

  /** How many were found, or why not all can be. */
  private renderTold(count: number): unknown {
    const { t } = this.i18n;
    const phases = this.phases();
    const isFailed = phases.includes('failed');
    const isComing = phases.includes('loading');
    const words = this.isAway
      ? t('why.notInService')
      : isFailed
        ? t('directory.failed')
        : isComing
          ? t('directory.loading')
          : count > 0 || this.text === ''
            ? t('directory.found', { count })
            : t('directory.nobody', { text: this.text });
    return html`<p class="muted" aria-live="polite">${words}</p>
      ${
        isFailed && !this.isAway
          ? html`<button type="button" class="quiet" @click=${this.handleAgain}>
              ${t('directory.again')}
            </button>`
          : nothing
      }`;
  }

  private people(): People {
    if (this.shelf === 'all') return colleaguesAndContacts(this.state);
    return this.shelf === 'agents' ? agentsIn(this.state) : contactsIn(this.state, this.shelf.slice(5));
  }

  /** How far the lists are that are shown. */
  private phases(): readonly (string | undefined)[] {
    const { directory, phonebooks } = this.state;
    const ofBook = (id: string): string | undefined => directory.contacts[id]?.phase;
    const { phase, members } = directory.agents;
    // That states are asked for again is no news.
    const ofAgents = phase === 'loading' && members.length > 0 ? 'there' : phase;
    if (this.shelf === 'all') return [ofAgents, ...phonebooks.map(({ id }) => ofBook(id))];
    return [this.shelf === 'agents' ? ofAgents : ofBook(this.shelf.slice(5))];
  }

  private get isAway(): boolean {
    return this.state.service.phase !== 'inService';
  }

  /** A number is on its way. */
  private get isBusy(): boolean {
    return this.state.waiting.some(({ command, blocks }) => command === 'MakeCall' && blocks);
  }

  private get list(): PeopleList | null {
    return this.renderRoot.querySelector('gc-people-list');
  }

  private readonly handleInput = (event: InputEvent): void => {
    this.text = (event.target as HTMLInputElement).value;
    this.list?.toTop();
  };

  /** From the search box into what it found. */
  private readonly handleKeydown = (event: KeyboardEvent): void => {
    if (!['ArrowDown', 'Enter'].includes(event.key) || event.isComposing) return;
    event.preventDefault();
    this.list?.focus();
  };

  private readonly handleShelf = (event: Event): void => {
    this.shelf = (event.target as HTMLSelectElement).value as Shelf;
    this.list?.toTop();
  };

  private readonly handleAgain = (): void => askForPeople(this.state, this.phone.dispatch);

  private readonly handleCall = ({ detail }: CustomEvent<Person>): void =>
    this.phone.dispatch({ type: 'dial', number: cleanNumber(detail.number) });
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-directory': Directory;
  }
}
