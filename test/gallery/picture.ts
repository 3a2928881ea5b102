/** The page that pictures are taken of. Its time stands still. */
import { createClock } from '../../src/ui/clock.ts';
import { NOW } from '../support/make-state.ts';
import { show, type Choice } from './stage.ts';

export interface Sheet {
  readonly choices: readonly Choice[];
  /** Of each softphone, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** With their names, so many beside each other. Absent: one, and nothing but it. */
  readonly columns?: number;
}

const clock = createClock({ now: () => NOW, after: () => () => undefined });
// Asked for one by one they would come while a picture is taken.
const fonts = Promise.all([...document.fonts].map((font) => font.load()));

async function showSheet({ choices, width, height, columns }: Sheet): Promise<void> {
  await fonts;
  const { body } = document;
  body.classList.toggle('sheet', columns !== undefined);
  body.style.gridTemplateColumns = `repeat(${columns ?? 1}, ${width}px)`;
  const screens = choices.map(() => document.createElement('div'));
  body.replaceChildren(
    ...screens.map((screen, index) => {
      const figure = document.createElement('figure');
      const caption = document.createElement('figcaption');
      caption.textContent = choices[index]?.state ?? '';
      screen.className = 'screen';
      screen.style.width = `${width}px`;
      screen.style.height = `${height}px`;
      figure.append(...(columns === undefined ? [] : [caption]), screen);
      return figure;
    }),
  );
  for (const [index, choice] of choices.entries()) {
    const screen = screens[index];
    if (screen) await show(screen, choice, { clock, dispatch: () => undefined });
  }
  // The colours of another look come with a file of their own.
  for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
  // What took the focus would be seen in one picture and not in the next.
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  (focused as HTMLElement | null)?.blur();
}

declare global {
  interface Window {
    showSheet: (sheet: Sheet) => Promise<void>;
  }
}
window.showSheet = showSheet;
