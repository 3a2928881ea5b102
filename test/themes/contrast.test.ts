import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PALETTES, type Worn } from '../../src/ui/themes.ts';
import type { Palette } from '../../src/ui/tokens.ts';

type Name = keyof Palette;

/** What is written in a colour, and on what: the pairs that the elements' styles make. */
const TEXT: readonly (readonly [ink: Name, ...papers: Name[]])[] = [
  ['text', 'surface', 'raised', 'accent-soft', 'ready-soft', 'busy-soft', 'wrap-soft', 'talk-soft'],
  ['muted', 'surface', 'raised', 'accent-soft'],
  ['accent', 'surface', 'raised', 'accent-soft'],
  ['ready', 'surface', 'raised', 'ready-soft', 'accent-soft'],
  ['busy', 'surface', 'raised', 'busy-soft', 'accent-soft'],
  ['wrap', 'surface', 'raised', 'wrap-soft', 'accent-soft'],
  ['talk', 'surface', 'raised', 'talk-soft', 'accent-soft'],
  ['on-accent', 'accent'],
  ['on-call', 'answer', 'end'],
];

/** What is drawn, and has to be told from what is behind it: edges of fields, the focus, marks, the two large buttons. */
const SHAPES: readonly (readonly [Name, ...Name[]])[] = [
  ['edge', 'surface', 'raised'],
  ['accent', 'surface', 'raised'],
  ['answer', 'surface'],
  ['end', 'surface'],
];

/** WCAG 2.2: 1.4.3 and 1.4.11, level AA; for high contrast 1.4.6, level AAA, and as much for shapes as AA wants of text. */
const WANTED: Readonly<Record<Worn, { readonly text: number; readonly shapes: number }>> = {
  neutral: { text: 4.5, shapes: 3 },
  lightning: { text: 4.5, shapes: 3 },
  finesse: { text: 4.5, shapes: 3 },
  contrast: { text: 7, shapes: 4.5 },
};

/** Source: WCAG 2.2, "relative luminance". */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The pairs that are too weak. */
function weak(palette: Palette, mode: 0 | 1, pairs: typeof TEXT, least: number): string[] {
  return pairs.flatMap(([ink, ...papers]) =>
    papers.flatMap((paper) => {
      const ratio = contrast(palette[ink][mode], palette[paper][mode]);
      return ratio >= least ? [] : [`${ink} on ${paper}: ${ratio.toFixed(2)}`];
    }),
  );
}

it('contrast is measured as WCAG measures it', () => {
  assert.equal(contrast('#ffffff', '#000000').toFixed(2), '21.00');
  assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48');
});

for (const [name, palette] of Object.entries(PALETTES) as [Worn, Palette][]) {
  describe(`the look ${name}`, () => {
    for (const [mode, words] of [
      [0, 'light'],
      [1, 'dark'],
    ] as const) {
      it(`can be read in ${words}`, () => {
        assert.deepEqual(weak(palette, mode, TEXT, WANTED[name].text), []);
        assert.deepEqual(weak(palette, mode, SHAPES, WANTED[name].shapes), []);
      });
    }
  });
}

it('lines are as strong as text in high contrast', () => {
  for (const mode of [0, 1] as const)
    assert.deepEqual(weak(PALETTES.contrast, mode, [['line', 'surface', 'raised']], 4.5), []);
});
