// A script, not a module: it puts itself on the window.
import 'axe-core/axe.min.js';
import type axeCore from 'axe-core';
import { expect } from '@open-wc/testing';
import { deep } from './deep.ts';

declare const axe: typeof axeCore;

/** Rules about colours: the only ones that a theme can change the outcome of. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

export interface AuditOptions {
  /** Said where something is found. */
  readonly where?: string;
  /** `colours`: only what a theme can change; `words`: everything else. */
  readonly about?: 'everything' | 'colours' | 'words';
}

/** Fails with each rule of axe-core that the element breaks, and where. */
export async function expectAccessible(element: Element, options: AuditOptions = {}): Promise<void> {
  const { where = '', about = 'everything' } = options;
  const off = { enabled: false };
  const { violations } = await axe.run(element, {
    resultTypes: ['violations'],
    ...(about === 'colours' && { runOnly: { type: 'rule', values: COLOURS } }),
    rules:
      about === 'colours'
        ? {}
        : {
            // The page around the softphone is the host's.
            region: off,
            'page-has-heading-one': off,
            ...(about === 'words' && Object.fromEntries(COLOURS.map((rule) => [rule, off]))),
          },
  });
  const report = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, any }) =>
        `${id}: ${help} at ${target.join(' ')} ${any.map((one) => one.message).join('; ')}`,
    ),
  );
  expect(report, `axe ${where}`).to.deep.equal([]);
}

const CONTROLS = 'button, input, select, textarea, a[href], [role="option"]';

/** What somebody may point at, and can be seen. */
function controls(root: Element): Element[] {
  return [...deep(root)].filter(
    (element) => element.matches(CONTROLS) && element.getClientRects().length > 0,
  );
}

/** The controls that are smaller than 24 × 24 px; Answer, Accept and End than 44 × 44 px. */
export function smallTargets(root: Element): string[] {
  return controls(root).flatMap((element) => {
    const least = element.matches('[data-button]:is(.answer, .end)') ? 44 : 24;
    // A labelled box is pressed by its label too.
    const target = element.closest('label') ?? element;
    const { width, height } = target.getBoundingClientRect();
    return width >= least && height >= least ? [] : [`${describe(element)} ${width} × ${height}`];
  });
}

/** The controls that cannot be brought into sight, or only behind something else. */
export function unreachable(root: Element): string[] {
  return controls(root).flatMap((element) => {
    if (element.matches(':disabled')) return [];
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const { left, top, width, height } = element.getBoundingClientRect();
    const at = [0.5, 0.1, 0.9];
    const isSeen = at.some((x) => at.some((y) => isInFront(element, left + width * x, top + height * y)));
    return isSeen ? [] : [describe(element)];
  });
}

/** Whether a press at this point of the window would reach the element. */
function isInFront(element: Element, x: number, y: number): boolean {
  let hit = document.elementFromPoint(x, y);
  while (hit?.shadowRoot && hit !== element) {
    const inside: Element | null = hit.shadowRoot.elementFromPoint(x, y);
    if (!inside || inside === hit) break;
    hit = inside;
  }
  return hit !== null && (element.contains(hit) || (element.closest('label')?.contains(hit) ?? false));
}

/** What sticks out of the panel sideways, or makes something scroll sideways. */
export function overflows(root: Element): string[] {
  const frame = root.getBoundingClientRect();
  return [...deep(root)].flatMap((element) => {
    if (element.matches('svg *, .unseen, .unseen *, option') || isCut(element, root)) return [];
    const { left, right, width } = element.getBoundingClientRect();
    const sticksOut = width > 0 && (left < frame.left - 0.5 || right > frame.right + 0.5);
    const scrolls =
      ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) &&
      element.scrollWidth > element.clientWidth;
    return sticksOut || scrolls ? [`${describe(element)} ${left}–${right}`] : [];
  });
}

/** True below an element that hides what sticks out of it. */
function isCut(element: Element, root: Element): boolean {
  const above = element.parentElement ?? (element.getRootNode() as ShadowRoot).host;
  if (element === root || above === root) return false;
  return getComputedStyle(above).overflowX === 'hidden' || isCut(above, root);
}

const HIDES = ['hidden', 'clip'];

/** Text that does not fit its box: cut off, or shortened with no other place that has all of it. */
export function clipped(root: Element): string[] {
  return [...deep(root)].flatMap((element) => {
    if (element.matches('svg, svg *, .unseen, .unseen *, input, textarea, select, option')) return [];
    const { clipPath, overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(element);
    // For those who hear it.
    if (clipPath === 'inset(50%)') return [];
    const tooWide = HIDES.includes(overflowX) && element.scrollWidth > element.clientWidth + 1;
    const tooHigh = HIDES.includes(overflowY) && element.scrollHeight > element.clientHeight + 1;
    if (!tooWide && !tooHigh) return [];
    const isShortened = (!tooWide || textOverflow === 'ellipsis') && (!tooHigh || webkitLineClamp !== 'none');
    return isShortened && isWhole(element) ? [] : [describe(element)];
  });
}

/** Whether all of a shortened text can be had: from a title of its own or above. */
function isWhole(element: Element): boolean {
  const text = plain(element.textContent);
  for (let at: Element | null = element; at; at = at.parentElement ?? hostOf(at))
    if (plain(at.getAttribute('title') ?? '').includes(text)) return true;
  return false;
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

function describe(element: Element): string {
  const text = element.textContent.trim().slice(0, 30);
  return `${hostOf(element)?.localName ?? ''} ${element.localName}.${element.className} “${text}”`.trim();
}
