import type { CSSResult } from 'lit';
import { COLOURS, MEASURES, sheetOf, type Look, type Palette } from './tokens.ts';

/**
 * Looks that few pages need at once, in a file of their own. They take the place of our colours as one: each has every
 * colour, so that none of ours shines through.
 */

/**
 * Salesforce Lightning. Source: Salesforce Lightning Design System, palette (neutral, blue, green, red, orange), BSD-3
 * design tokens. It has no dark variant of its own there: the darker steps of the same scales.
 */
const LIGHTNING: Palette = {
  surface: ['#ffffff', '#181818'],
  raised: ['#f3f3f3', '#2e2e2e'],
  line: ['#e5e5e5', '#444444'],
  edge: ['#747474', '#8c8c8c'],
  text: ['#181818', '#f3f3f3'],
  muted: ['#5c5c5c', '#c9c9c9'],
  accent: ['#0b5cab', '#78b0fd'],
  'accent-soft': ['#eef4ff', '#032d60'],
  'on-accent': ['#ffffff', '#001639'],
  ready: ['#22683e', '#45c65a'],
  'ready-soft': ['#ebf7e6', '#0e3522'],
  busy: ['#ba0517', '#feb8ab'],
  'busy-soft': ['#fef1ee', '#640103'],
  wrap: ['#825101', '#f9ce76'],
  'wrap-soft': ['#fff1ea', '#3e2b02'],
  talk: ['#0b5cab', '#78b0fd'],
  'talk-soft': ['#eef4ff', '#032d60'],
  answer: ['#22683e', '#2e844a'],
  end: ['#ba0517', '#ea001e'],
  'on-call': ['#ffffff', '#ffffff'],
};

/**
 * Cisco Finesse. Source: Cisco UI kit, brand and status colours (Cisco blue, indigo, status green, orange and red, the
 * greys), darker or lighter where they carry text.
 */
const FINESSE: Palette = {
  surface: ['#ffffff', '#1b1c1f'],
  raised: ['#f2f2f2', '#28292d'],
  line: ['#dfdfdf', '#45464a'],
  edge: ['#7f7f86', '#85868c'],
  text: ['#39393b', '#f2f2f2'],
  muted: ['#58585b', '#b9bbc0'],
  accent: ['#00628a', '#64bbe3'],
  'accent-soft': ['#e3f3fa', '#0b3346'],
  'on-accent': ['#ffffff', '#04202c'],
  ready: ['#2c6a19', '#7fd35c'],
  'ready-soft': ['#e9f6e3', '#1c3313'],
  busy: ['#b01a28', '#ff9aa0'],
  'busy-soft': ['#fce9ea', '#47161b'],
  wrap: ['#854100', '#ffab5e'],
  'wrap-soft': ['#fff0e0', '#402605'],
  talk: ['#00628a', '#64bbe3'],
  'talk-soft': ['#e3f3fa', '#0b3346'],
  answer: ['#34741e', '#3b7d22'],
  end: ['#cf2030', '#cf2030'],
  'on-call': ['#ffffff', '#ffffff'],
};

/** Text 7 : 1 (WCAG 1.4.6), everything else that carries meaning 4.5 : 1. */
const CONTRAST: Palette = {
  surface: ['#ffffff', '#000000'],
  raised: ['#ededed', '#1f1f1f'],
  line: ['#4d4d4d', '#a6a6a6'],
  edge: ['#1f1f1f', '#d9d9d9'],
  text: ['#000000', '#ffffff'],
  muted: ['#2e2e2e', '#d9d9d9'],
  accent: ['#003c80', '#9fd0ff'],
  'accent-soft': ['#dbe9ff', '#00294d'],
  'on-accent': ['#ffffff', '#000000'],
  ready: ['#00441b', '#7ff0a0'],
  'ready-soft': ['#e0f5e6', '#00290f'],
  busy: ['#7d0008', '#ffb3ad'],
  'busy-soft': ['#ffe8e6', '#3d0300'],
  wrap: ['#5a3300', '#ffd27a'],
  'wrap-soft': ['#fff0d6', '#332200'],
  talk: ['#003c80', '#9fd0ff'],
  'talk-soft': ['#dbe9ff', '#00294d'],
  answer: ['#00521f', '#7ff0a0'],
  end: ['#8a0009', '#ffb3ad'],
  'on-call': ['#ffffff', '#000000'],
};

export type Worn = Look | 'contrast';

/** All of them, with ours; what a look says of sizes and type lies over ours. */
export const PALETTES: Readonly<Record<Worn, Palette>> = {
  neutral: COLOURS,
  lightning: LIGHTNING,
  finesse: FINESSE,
  contrast: CONTRAST,
};

export const SIZES: Readonly<Record<Worn, Readonly<Partial<Record<keyof typeof MEASURES, string>>>>> = {
  neutral: {},
  lightning: { radius: '4px', 'radius-large': '4px' },
  finesse: { font: `"CiscoSans",${MEASURES.font}`, radius: '3px', 'radius-large': '4px' },
  contrast: {},
};

const sheets = new Map<Worn, CSSResult>();

/** Gives a softphone's outermost element these colours, in the place of those it has. */
export function wear(root: ShadowRoot, look: Worn): void {
  const theirs = new Set([...sheets.values()].map(({ styleSheet }) => styleSheet));
  const own = root.adoptedStyleSheets.filter((sheet) => !theirs.has(sheet));
  if (!sheets.has(look)) sheets.set(look, sheetOf(PALETTES[look], { ...MEASURES, ...SIZES[look] }));
  const sheet = look === 'neutral' ? undefined : sheets.get(look)?.styleSheet;
  root.adoptedStyleSheets = sheet ? [...own, sheet] : own;
}
