/** The page that `npm run bench` measures frames on: a team that is scrolled while its members change their states. */
import { defineElements, loadElements, register } from '../src/define.ts';
import { supervisorElements } from '../src/elements/supervisor-elements.ts';
import type { SoftphoneState, TeamMember } from '../src/state/model.ts';
import type { Source } from '../src/ui/context.ts';
import { createI18n } from '../src/ui/i18n.ts';
import { find, findAll, settled } from '../test/support/deep.ts';
import { manyMembers, supervising } from '../test/support/team-states.ts';

/** What frames took, in milliseconds. */
export interface Frames {
  /** 95 of a hundred gaps between two frames were no longer. */
  readonly p95: number;
  /** The longest time for which the page could do nothing else. */
  readonly longestTask: number;
  /** The most rows that were on the page at once. */
  readonly rows: number;
}

/** Pixels per frame: three to four thousand a second. */
const SPEED = 60;

/** Milliseconds before it counts. */
const SETTLING = 500;

/** So often, in milliseconds, some members change. */
const EVERY = 50;

/** A state that is set from outside; nobody obeys what is wanted. */
function createSource(state: SoftphoneState): Source & { set(state: SoftphoneState): void } {
  const listeners = new Set<() => void>();
  let now = state;
  return {
    get state() {
      return now;
    },
    set(next) {
      now = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch: () => undefined,
  };
}

async function showTeam(source: Source): Promise<HTMLElement> {
  defineElements();
  for (const part of ['call', 'rest'] as const) await loadElements(part);
  register(supervisorElements);
  const i18n = createI18n({ base: new URL('locales/', location.href), preferred: ['en'] });
  const view = Object.assign(document.createElement('gc-view'), { source, i18n });
  view.style.blockSize = '100dvh';
  document.body.style.margin = '0';
  document.body.replaceChildren(view);
  await settled(view);
  find(view, 'gc-idle-tabs #team').click();
  await settled(view);
  return view;
}

/** Calls back in every task in between: the time from one to the next is that of what came between. */
function beat(onGap: (milliseconds: number) => void): () => void {
  const { port1, port2 } = new MessageChannel();
  let before = performance.now();
  port1.onmessage = () => {
    const now = performance.now();
    onGap(now - before);
    before = now;
    port2.postMessage('');
  };
  port2.postMessage('');
  return () => port1.close();
}

async function scrollTeam(count: number, changesPerSecond: number, seconds: number): Promise<Frames> {
  let members = manyMembers(count);
  const source = createSource(supervising({ members }));
  const view = await showTeam(source);
  const scroller = find(view, 'gc-team .scroller');
  let turn = 0;
  const change = (): void => {
    turn += 1;
    // Every second one of them is in sight.
    const row = Math.floor((scroller.scrollTop / Math.max(1, scroller.scrollHeight)) * count);
    const index = turn % 2 === 0 ? (turn * 37) % Math.max(1, count) : Math.min(count - 1, row + (turn % 8));
    const state: TeamMember['state'] = turn % 3 === 0 ? 'READY' : 'TALKING';
    members = members.map((one, at) => (at === index ? { ...one, state, since: Date.now() } : one));
    source.set(supervising({ members }));
  };
  const timer = setInterval(() => {
    for (let one = 0; one < (changesPerSecond * EVERY) / 1000; one += 1) change();
  }, EVERY);
  let longestTask = 0;
  const gaps: number[] = [];
  let rows = 0;
  // What it takes to show the team, and to begin, is not what is asked.
  const start = performance.now() + SETTLING;
  const stop = beat((gap) => {
    if (performance.now() > start) longestTask = Math.max(longestTask, gap);
  });
  const end = start + seconds * 1000;
  let before = await frame();
  for (let now = before; now < end; before = now) {
    scroller.scrollTop += SPEED;
    if (scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight) scroller.scrollTop = 0;
    now = await frame();
    if (now > start) gaps.push(now - before);
    rows = Math.max(rows, findAll(view, 'gc-team .row').length);
  }
  stop();
  clearInterval(timer);
  gaps.sort((a, b) => a - b);
  return { p95: gaps[Math.floor(gaps.length * 0.95)] ?? 0, longestTask, rows };
}

const frame = (): Promise<number> => new Promise(requestAnimationFrame);

declare global {
  interface Window {
    scrollTeam: typeof scrollTeam;
  }
}
window.scrollTeam = scrollTeam;
