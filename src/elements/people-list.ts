import { css, html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Person } from '../state/directory.ts';
import { icon, mark } from '../ui/icons.ts';
import { shared } from '../ui/styles.ts';
import { STATE_LOOK, agentStateWords } from '../ui/words.ts';
import { SoftphoneElement } from './softphone-element.ts';
import { stateColours } from './state-colours.ts';

/** Rows that are ready above and below those in sight. */
const SPARE = 6;

/**
 * People, each with a button to call them: a list of any length, of which only the rows in sight are on the page. One
 * row is reached by Tab, the others from there by arrows, Page Up and Down, Home and End.
 *
 * @tag gc-people-list
 * @fires gc-call - with the person that the agent wants to call
 */
export class PeopleList extends SoftphoneElement {
  static override properties = {
    people: { attribute: false },
    off: { type: Boolean },
    at: { state: true },
    first: { state: true },
    shown: { state: true },
  };

  static override styles = [
    shared,
    css`
      :host {
        display: block;
        overflow: auto;
        overscroll-behavior: contain;
      }
      [role='grid'] {
        position: relative;
      }
      [role='row'] {
        position: absolute;
        inset-inline: 0;
        inset-block-start: 0;
        display: flex;
        gap: 0.6em;
        align-items: center;
        block-size: max(48px, 3.7em);
        padding-inline: 0.9em 0.6em;
        border-block-end: 1px solid var(--_line);
      }
      .who {
        flex: 1;
        min-inline-size: 0;
      }
      .who p {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      /* A name is cut at its own end, whichever way the page is written. */
      :host(:dir(rtl)) .who p {
        text-align: right;
      }
      .party {
        font-weight: 600;
      }
      @container softphone (inline-size < 16rem) {
        [role='row'] {
          block-size: 6.6em;
        }
        .who p {
          display: -webkit-box;
          white-space: normal;
          -webkit-box-orient: vertical;
          -webkit-line-clamp: 2;
        }
      }
      button {
        flex: none;
        min-inline-size: 36px;
        min-block-size: 36px;
        padding: 0;
        border-color: transparent;
        background: transparent;
        color: var(--_accent);
      }
    `,
    stateColours,
  ];

  /** Whom it lists, in this order. */
  people: readonly Person[] = [];

  /** Nobody can be called now. */
  off = false;

  /** The row that Tab reaches. */
  private at = 0;

  /** The first row in sight, and how many there are. */
  private first = 0;
  private shown = 0;

  /** Height of each row, in pixels: it follows the size of the text. */
  private height = 48;

  private readonly sizes = new ResizeObserver(() => this.measure());

  protected override watch(): readonly unknown[] {
    return [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.sizes.observe(this);
    this.addEventListener('scroll', this.handleScroll);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
  }

  /** The list is another one: its beginning is what is wanted. */
  toTop(): void {
    this.at = 0;
    this.scrollTop = 0;
  }

  /** Focuses the row that Tab reaches. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('people')) this.at = Math.max(0, Math.min(this.at, this.people.length - 1));
  }

  protected override updated(): void {
    // Neither a style attribute nor a class for each row: the page's policy stops the one, sense the other.
    const grid = this.renderRoot.querySelector<HTMLElement>('[role="grid"]');
    if (grid) grid.style.blockSize = `${this.people.length * this.height}px`;
    for (const row of this.rows())
      row.style.transform = `translateY(${(Number(row.ariaRowIndex) - 1) * this.height}px)`;
    this.measure();
  }

  protected override render(): unknown {
    const { people, at } = this;
    if (people.length === 0) return nothing;
    const from = Math.max(0, this.first - SPARE);
    const to = Math.min(people.length, this.first + this.shown + SPARE);
    const indexes = Array.from({ length: to - from }, (_, index) => from + index);
    // The row that Tab reaches stays on the page, wherever the list was scrolled.
    if (at < from) indexes.unshift(at);
    else if (at >= to) indexes.push(at);
    return html`<div
      role="grid"
      aria-label=${this.i18n.t('directory.people')}
      aria-rowcount=${people.length}
      @keydown=${this.handleKeydown}
    >
      ${repeat(
        indexes,
        // A row stays where it is, whoever stands in it: that is what a letter typed changes.
        (index) => index,
        (index) => this.renderRow(people[index], index),
      )}
    </div>`;
  }

  private renderRow(person: Person | undefined, index: number): unknown {
    if (!person) return nothing;
    const { name, number, detail, state } = person;
    const [tone, shape] = state ? STATE_LOOK[state] : [];
    const party = name || number;
    const more = [name && number, detail].filter(Boolean);
    return html`<div role="row" aria-rowindex=${index + 1}>
      <div role="gridcell" class="who">
        <p dir="auto" title=${party}><bdi class="party">${party}</bdi></p>
        <p
          class="muted"
          title=${[state && agentStateWords(this.i18n, state), ...more].filter(Boolean).join(' · ')}
        >
          ${
            state && shape
              ? html`<span class=${tone ?? ''}>${mark(shape)}</span> ${agentStateWords(this.i18n, state)} · `
              : nothing
          }${more.map((one, part) => html`${part > 0 ? ' · ' : ''}<bdi>${one}</bdi>`)}
        </p>
      </div>
      <div role="gridcell">
        <button
          type="button"
          tabindex=${index === this.at ? 0 : -1}
          aria-disabled=${this.off ? 'true' : nothing}
          @click=${() => this.choose(person)}
          @focus=${() => (this.at = index)}
        >
          ${icon('phone', this.i18n.t('directory.call', { party }))}
        </button>
      </div>
    </div>`;
  }

  private rows(): NodeListOf<HTMLElement> {
    return this.renderRoot.querySelectorAll<HTMLElement>('[role="row"]');
  }

  private measure(): void {
    const height = this.rows()[0]?.offsetHeight ?? 0;
    if (height > 0 && height !== this.height) {
      this.height = height;
      this.requestUpdate();
    }
    this.shown = Math.ceil(this.clientHeight / this.height);
    this.first = Math.floor(this.scrollTop / this.height);
  }

  private readonly handleScroll = (): void => this.measure();

  private choose(person: Person): void {
    if (!this.off) this.dispatchEvent(new CustomEvent('gc-call', { detail: person }));
  }

  private readonly handleKeydown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor(this.clientHeight / this.height) - 1);
    const last = this.people.length - 1;
    const to = {
      ArrowDown: this.at + 1,
      ArrowUp: this.at - 1,
      PageDown: this.at + page,
      PageUp: this.at - page,
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    void this.goTo(Math.max(0, Math.min(last, to)));
  };

  private async goTo(index: number): Promise<void> {
    this.at = index;
    const above = index * this.height;
    const below = above + this.height - this.clientHeight;
    if (this.scrollTop > above) this.scrollTop = above;
    else if (this.scrollTop < below) this.scrollTop = below;
    await this.updateComplete;
    this.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-people-list': PeopleList;
  }
}
