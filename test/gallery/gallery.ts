/** The page of `npm run gallery`. Its words are in gallery.html. */
import type { Theme } from '../../src/elements/softphone-view.ts';
import { createClock } from '../../src/ui/clock.ts';
import { LANGUAGES } from '../../src/ui/languages.ts';
import type { Look } from '../../src/ui/tokens.ts';
import { NOW } from '../support/make-state.ts';
import { SAMPLES, statesFor } from './samples.ts';
import { show } from './stage.ts';

/** Every theme and every look; the compiler knows when one is missing. */
const THEMES = Object.keys({ system: 0, light: 0, dark: 0, contrast: 0 } satisfies Record<Theme, 0>);
const LOOKS = Object.keys({ neutral: 0, lightning: 0, finesse: 0 } satisfies Record<Look, 0>);

/** What elements say to the page around them, beside intents. */
const EVENTS = ['gc-back', 'gc-call', 'gc-cancel', 'gc-check', 'gc-consult', 'gc-done'];

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as querySelector has it
const byId = <T extends HTMLElement = HTMLElement>(id: string): T => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`gallery.html has no #${id}`);
  return element as T;
};

const screen = byId('screen');
const log = byId('log');
const state = byId<HTMLSelectElement>('state');
const theme = byId<HTMLSelectElement>('theme');
const look = byId<HTMLSelectElement>('look');
const language = byId<HTMLSelectElement>('language');
const width = byId<HTMLSelectElement>('width');

// Timers go on from the moment that the states are of.
const start = Date.now();
const clock = createClock({ now: () => NOW + Date.now() - start });
let tag = 'gc-view';
let turn = 0;

function note(text: string): void {
  const line = document.createElement('li');
  line.textContent = text;
  log.prepend(line);
}

/** One of them has no box of its own: it stands in a form among its fields. */
const hasHeight = (element: Element): boolean =>
  [element, ...element.children].some((one) => one.getBoundingClientRect().height > 0);

/** Shows what is chosen; the latest choice wins. */
async function draw(): Promise<void> {
  const mine = (turn += 1);
  byId('tag').textContent = `<${tag}>`;
  delete screen.dataset['shown'];
  screen.style.width = `${width.value}px`;
  const host = document.createElement('div');
  screen.replaceChildren(host);
  const choice = {
    tag,
    state: state.value,
    theme: theme.value as Theme,
    look: look.value as Look,
    language: language.value,
  };
  const view = await show(host, choice, { clock, dispatch: (intent) => note(JSON.stringify(intent)) });
  if (mine !== turn) return;
  const [element] = tag === 'gc-view' ? [view] : view.children;
  byId('nothing').textContent = element && hasHeight(element) ? '' : 'It has nothing to show in this state.';
  screen.dataset['shown'] = tag;
}

function fill(select: HTMLSelectElement, values: readonly string[]): void {
  select.replaceChildren(...values.map((value) => new Option(value, value)));
}

function choose(next: string): void {
  tag = next;
  const sample = SAMPLES[tag];
  if (sample) fill(state, statesFor(sample));
  for (const button of byId('elements').querySelectorAll('button')) {
    if (button.textContent === tag) button.setAttribute('aria-current', 'true');
    else button.removeAttribute('aria-current');
  }
  void draw();
}

function step(by: 1 | -1): void {
  const { length } = state.options;
  state.selectedIndex = (state.selectedIndex + by + length) % length;
  void draw();
}

fill(theme, THEMES);
fill(look, LOOKS);
fill(language, [...LANGUAGES, 'xx']);
byId('elements').append(
  ...Object.keys(SAMPLES).map((name) => {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = name;
    button.addEventListener('click', () => choose(name));
    item.append(button);
    return item;
  }),
);
for (const select of [state, theme, look, language, width])
  select.addEventListener('change', () => void draw());
byId('back').addEventListener('click', () => step(-1));
byId('forward').addEventListener('click', () => step(1));
for (const name of EVENTS) {
  screen.addEventListener(
    name,
    (event) => {
      const detail: unknown = event instanceof CustomEvent ? event.detail : undefined;
      note(detail === undefined || detail === null ? name : `${name} ${JSON.stringify(detail)}`);
    },
    true,
  );
}
choose(tag);
