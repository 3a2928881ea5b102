import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Rows that are ready above and below those in sight. */
const SPARE = 6;

/** However high the list is, there are not more rows than these at a stretch. With the one that Tab reaches: below 60. */
const MOST = 56;

/** Rows of one height, of which one may be open, and higher. Lengths are in pixels. */
export interface Rows {
  readonly count: number;
  readonly height: number;
  /** Index of the open one; -1 for none. */
  readonly open: number;
  /** How much higher that one is. */
  readonly extra: number;
}

/** Where a row begins; where the list ends, for the index after the last. */
export function topOf({ height, open, extra }: Rows, index: number): number {
  return index * height + (open >= 0 && index > open ? extra : 0);
}

/** The row at this place. */
export function rowAt({ count, height, open, extra }: Rows, y: number): number {
  const isAbove = open < 0 || y < (open + 1) * height;
  const index = isAbove ? Math.floor(y / height) : Math.max(open, Math.floor((y - extra) / height));
  return Math.max(0, Math.min(count - 1, index));
}

/** The rows to render, `to` excluded, where `viewport` pixels from `top` on are in sight. */
export function rowsAround(rows: Rows, top: number, viewport: number): readonly [from: number, to: number] {
  if (rows.count === 0) return [0, 0];
  const from = Math.max(0, rowAt(rows, top) - SPARE);
  return [from, Math.min(rows.count, rowAt(rows, top + viewport) + 1 + SPARE, from + MOST)];
}

/** The nearest place to scroll to so that this row is in sight, whole where it fits. */
export function scrollTo(rows: Rows, index: number, top: number, viewport: number): number {
  const above = topOf(rows, index);
  const below = topOf(rows, index + 1) - viewport;
  if (top > above) return above;
  return top < below ? Math.min(above, below) : top;
}

/** What the controller needs of its host's page: where it scrolls, what stands for a row, and what makes one higher. */
export interface WindowHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/**
 * Which rows of a long list are on the page. The host renders those of {@link range} into `.rows`, in a `.table` inside
 * a `.scroller`; a `.probe` beside it is as high as a row, and `.actions` is what makes the open one higher.
 */
export class RowWindow implements ReactiveController {
  private readonly host: WindowHost;
  private readonly list: () => Pick<Rows, 'count' | 'open'>;
  private readonly sizes = new ResizeObserver(() => this.measure());
  private readonly watched = new Set<Element>();
  private height = 48;
  private extra = 0;
  private top = 0;
  private viewport = 480;
  private shown: readonly number[] = [];
  private isOpening = false;

  /** @param list how long the list is now, and which row is open */
  constructor(host: WindowHost, list: () => Pick<Rows, 'count' | 'open'>) {
    this.host = host;
    this.list = list;
    host.addController(this);
  }

  /** False while it stands where nobody sees it: it asks for a rendering once that changes. */
  get isSeen(): boolean {
    return this.viewport > 0;
  }

  /** How many rows are in sight. */
  get page(): number {
    return Math.max(1, Math.floor(this.viewport / this.height) - 1);
  }

  /** The rows to render, `to` excluded. */
  get range(): readonly [from: number, to: number] {
    return rowsAround(this.rows, this.top, this.viewport);
  }

  hostDisconnected(): void {
    this.sizes.disconnect();
    this.watched.clear();
  }

  hostUpdated(): void {
    this.shown = this.range;
    this.watch(['.scroller', '.probe', '.actions']);
    this.place();
  }

  /** For the scroller's `scroll`: rendered again where other rows come into sight. */
  readonly onScroll = (): void => {
    this.top = this.find('.scroller')?.scrollTop ?? 0;
    this.askForRows();
  };

  /** Scrolls to a row that may not be on the page yet. */
  reveal(index: number): void {
    this.scroll(scrollTo(this.rows, index, this.top, this.viewport));
  }

  /** The list is another one: its beginning is what is wanted. */
  toTop(): void {
    this.scroll(0);
  }

  /** A row opens: it comes into sight whole once it is known how high it is. */
  revealOpen(): void {
    this.isOpening = true;
  }

  private get rows(): Rows {
    const { height, extra } = this;
    return { ...this.list(), height, extra };
  }

  private scroll(top: number): void {
    const scroller = this.find('.scroller');
    if (!scroller) return;
    scroller.scrollTop = top;
    this.top = scroller.scrollTop;
    this.askForRows();
  }

  private askForRows(): void {
    const [from, to] = this.range;
    if (from !== this.shown[0] || to !== this.shown[1]) this.host.requestUpdate();
  }

  private watch(selectors: readonly string[]): void {
    const now = new Set(selectors.flatMap((selector) => this.find(selector) ?? []));
    for (const element of this.watched) if (!now.has(element as HTMLElement)) this.sizes.unobserve(element);
    for (const element of now) if (!this.watched.has(element)) this.sizes.observe(element);
    this.watched.clear();
    for (const element of now) this.watched.add(element);
  }

  /** Everything goes to its place. A style attribute would not pass the page's policy. */
  private place(): void {
    const table = this.find('.table');
    const group = this.find('.rows');
    if (!table || !group) return;
    const { rows } = this;
    const top = topOf(rows, this.shown[0] ?? 0);
    table.style.blockSize = `${topOf(rows, rows.count)}px`;
    group.style.transform = `translateY(${top}px)`;
    for (const row of group.querySelectorAll<HTMLElement>('[data-away]'))
      row.style.transform = `translateY(${topOf(rows, Number(row.dataset['away'])) - top}px)`;
  }

  /** Sizes follow the text, which may be changed at any time. */
  private measure(): void {
    const before = [this.height, this.extra, this.viewport];
    this.viewport = this.find('.scroller')?.clientHeight ?? 0;
    if (this.viewport > 0) this.height = heightOf(this.find('.probe')) || this.height;
    const actions = this.find('.actions');
    // An open row that is scrolled out of sight is as high as it was.
    if (actions || this.list().open < 0) this.extra = heightOf(actions);
    if ([this.height, this.extra, this.viewport].every((size, index) => size === before[index])) return;
    this.place();
    if (this.isOpening && this.extra > 0) {
      this.isOpening = false;
      this.reveal(this.list().open);
    }
    this.host.requestUpdate();
  }

  private find(selector: string): HTMLElement | null {
    return this.host.renderRoot.querySelector<HTMLElement>(selector);
  }
}

/** With what is less than a pixel: over two thousand rows it sums up. */
function heightOf(element: HTMLElement | null): number {
  return element?.getBoundingClientRect().height ?? 0;
}
