/** The page of `npm run replay`: opens a diagnostics file, and steps through it. Its words are in page.html. */
import { lineOf } from '../diagnostics/download.ts';
import type { Moment } from '../diagnostics/file.ts';
import { defineElements, loadElements } from '../define.ts';
import type { SoftphoneState } from '../state/model.ts';
import { createClock } from '../ui/clock.ts';
import type { Source } from '../ui/context.ts';
import { createI18n } from '../ui/i18n.ts';
import { replay, ReplayError, type Replay } from './replay.ts';

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as querySelector has it
const byId = <T extends HTMLElement = HTMLElement>(id: string): T => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`page.html has no #${id}`);
  return element as T;
};

const position = byId<HTMLInputElement>('position');
const back = byId<HTMLButtonElement>('back');
const forward = byId<HTMLButtonElement>('forward');
const moments = byId('moments');
const screen = byId('screen');

const i18n = createI18n({ base: new URL('locales/', location.href) });
let opened: Replay | undefined;

async function open(file: File): Promise<void> {
  const main = document.querySelector('main');
  let problem = '';
  try {
    opened = replay(await file.text());
    await Promise.all([loadElements('call'), loadElements('crm'), loadElements('logs'), i18n.use('auto')]);
    describe(opened);
    show(0);
  } catch (error) {
    opened = undefined;
    problem = `${file.name}: ${error instanceof ReplayError ? error.message : String(error)}`;
  }
  byId('problem').textContent = problem;
  if (main) main.hidden = !opened;
  if (opened) position.focus();
}

/** What the file says of itself, and its moments. */
function describe({ file, steps, isFaithful }: Replay): void {
  const { made, page, browser, build, counters, notUnderstood } = file;
  const count = (counts: object): string =>
    Object.entries(counts)
      .map(([name, value]) => `${name}: ${String(value)}`)
      .join(', ');
  const facts = {
    made,
    page,
    browser,
    build,
    counters: count(counters),
    'not understood': count(notUnderstood) || '–',
    replay: isFaithful
      ? 'ends in the state that the softphone was in'
      : 'ends in another state than the softphone was in: this is another version of it',
  };
  byId('facts').replaceChildren(
    ...Object.entries(facts).flatMap(([name, value]) => [element('dt', name), element('dd', value)]),
  );
  moments.replaceChildren(
    ...steps.map(({ moment }, index) => {
      const button = element('button', lineOf(moment));
      button.addEventListener('click', () => show(index + 1));
      const item = document.createElement('li');
      item.append(button);
      return item;
    }),
  );
  position.max = String(steps.length);
}

/** @param index 0 is before the first moment */
function show(index: number): void {
  if (!opened) return;
  const { file, steps } = opened;
  const step = steps[index - 1];
  const at = Date.parse(step?.moment.at ?? steps[0]?.moment.at ?? file.made);
  const state = step?.state ?? file.start;
  const where = `${index} of ${steps.length}, ${new Date(at).toISOString()}`;
  position.value = String(index);
  position.setAttribute('aria-valuetext', step ? `${where}, ${lineOf(step.moment)}` : where);
  byId('where').textContent = where;
  // A button that went off would lose the focus of whoever steps by it.
  back.ariaDisabled = String(index === 0);
  forward.ariaDisabled = String(index === steps.length);
  byId('moment').textContent = step ? JSON.stringify(legible(step.moment), undefined, 2) : '–';
  byId('difference').hidden = step?.isAsRead ?? true;
  byId('state').textContent = JSON.stringify(state, undefined, 2);
  [...moments.children].forEach((item, one) => {
    const button = item.firstElementChild;
    if (one === index - 1) {
      button?.setAttribute('aria-current', 'step');
      item.scrollIntoView({ block: 'nearest' });
    } else button?.removeAttribute('aria-current');
  });
  showScreen(state, at);
}

/** The frame as an object, where it is one. */
function legible(moment: Moment): object {
  const isJson = 'frame' in moment && moment.form === 'json' && moment.read.kind === 'event';
  return isJson ? { ...moment, frame: JSON.parse(moment.frame) as unknown } : moment;
}

/** The softphone at that moment: it does nothing, and its timers stand still. */
function showScreen(state: SoftphoneState, at: number): void {
  const view = screen.querySelector('gc-view') ?? document.createElement('gc-view');
  const source: Source = { state, subscribe: () => () => undefined, dispatch: () => undefined };
  Object.assign(view, { source, i18n });
  view.clock = createClock({ now: () => at, after: () => () => undefined });
  if (!view.isConnected) screen.append(view);
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, text: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

defineElements();
position.addEventListener('input', () => show(Number(position.value)));
back.addEventListener('click', () => show(Math.max(0, Number(position.value) - 1)));
forward.addEventListener('click', () => show(Math.min(Number(position.max), Number(position.value) + 1)));
byId<HTMLInputElement>('file').addEventListener('change', ({ target }) => {
  const [file] = (target as HTMLInputElement).files ?? [];
  if (file) void open(file);
});
addEventListener('dragover', (event) => {
  event.preventDefault();
  document.body.classList.add('dropping');
});
addEventListener('dragleave', () => document.body.classList.remove('dropping'));
addEventListener('drop', (event) => {
  event.preventDefault();
  document.body.classList.remove('dropping');
  const [file] = event.dataTransfer?.files ?? [];
  if (file) void open(file);
});
