// A script, not a module: it puts itself on the window.
import 'axe-core/axe.min.js';
import type axeCore from 'axe-core';
import { expect } from '@open-wc/testing';
import { deep } from './mount.ts';

declare const axe: typeof axeCore;

/** Fails with each rule of axe-core that the element breaks, and where. */
export async function expectAccessible(element: Element): Promise<void> {
  const { violations } = await axe.run(element, {
    resultTypes: ['violations'],
    // The page around the softphone is the host's.
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  const report = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, any }) =>
        `${id}: ${help} at ${target.join(' ')} ${any.map((one) => one.message).join('; ')}`,
    ),
  );
  expect(report, 'axe').to.deep.equal([]);
}

/** The controls that somebody may point at and that are smaller than 24 × 24 px. */
export function smallTargets(root: Element): string[] {
  return [...deep(root)].flatMap((element) => {
    if (!element.matches('button, input, select, textarea, a[href]')) return [];
    // A labelled box is pressed by its label too.
    const target = element.closest('label') ?? element;
    const { width, height } = target.getBoundingClientRect();
    if (element.getClientRects().length === 0) return [];
    return width >= 24 && height >= 24 ? [] : [`${describe(element)} ${width} × ${height}`];
  });
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

/** Text that does not fit its box and is not shortened on purpose. */
export function clipped(root: Element): string[] {
  return [...deep(root)].flatMap((element) => {
    const style = getComputedStyle(element);
    if (element.matches('svg, svg *, .unseen, input, textarea, select, option')) return [];
    const hides = style.overflowX === 'hidden' || style.overflowX === 'clip';
    const isShortened = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
    const tooWide = element.scrollWidth > element.clientWidth + 1;
    return hides && tooWide && !isShortened ? [describe(element)] : [];
  });
}

function describe(element: Element): string {
  const root = element.getRootNode();
  const host = root instanceof ShadowRoot ? `${root.host.localName} ` : '';
  const text = element.textContent.trim().slice(0, 30);
  return `${host}${element.localName}.${element.className} “${text}”`;
}
