import { expect } from '@open-wc/testing';
import type { TeamMember } from '../../src/state/model.ts';
import { find, findAll, settled, type Mounted } from './mount.ts';
import { STATES } from './states.ts';
import { supervising } from './team-states.ts';

/** A supervisor's team on the page of a test, in the words of who looks at it. */

export const state = (name: string) => (STATES[name] ?? expect.fail(`no state ${name}`))();

export const THOUSANDS = 'team, two thousand members';

export const text = (element: Element): string => element.textContent.replace(/\s+/g, ' ').trim();

/** The rows that are on the page. */
export const rows = ({ view }: Mounted): HTMLElement[] =>
  findAll(view, 'gc-team .rows').flatMap((group) => [...group.children] as HTMLElement[]);

export const nameOf = (row: Element): string => row.querySelector('.row')?.textContent.trim() ?? '';

export const names = (mounted: Mounted): string[] => rows(mounted).map(nameOf);

export const row = (mounted: Mounted, name: string): HTMLElement =>
  rows(mounted).find((one) => nameOf(one) === name) ?? expect.fail(`no row of ${name}`);

/** What has the focus of a row, and opens it. */
export const button = (mounted: Mounted, name: string): HTMLElement =>
  row(mounted, name).querySelector<HTMLElement>('.row') ?? expect.fail();

export const scroller = ({ view }: Mounted): HTMLElement => find(view, 'gc-team .scroller');

/** A button of the open row, by its name. */
export const action = ({ view }: Mounted, name: string): HTMLElement =>
  findAll(view, 'gc-member-actions button').find((one) => one.ariaLabel === name) ??
  expect.fail(`no ${name}`);

export async function choose(mounted: Mounted, label: string, value: string): Promise<void> {
  const select = find<HTMLSelectElement>(mounted.view, `gc-team select[aria-label="${label}"]`);
  select.value = value;
  select.dispatchEvent(new Event('change'));
  await settled(mounted.view);
}

export const frame = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
  });

/** Resolves when what was scrolled or resized is on screen. */
export async function scrolled(mounted: Mounted): Promise<void> {
  await frame();
  await frame();
  await settled(mounted.view);
}

/** The members with one of them changed. */
export const changed = (members: readonly TeamMember[], index: number, change: Partial<TeamMember>) =>
  members.map((one, at) => (at === index ? { ...one, ...change } : one));

export const show = (mounted: Mounted, members: readonly TeamMember[]) =>
  mounted.show(supervising({ members }));
