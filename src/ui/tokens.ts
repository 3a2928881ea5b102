import { css, unsafeCSS } from 'lit';
import type { CSSResult } from 'lit';

/** Whose colours: our own, or those of the application around the softphone. */
export type Look = 'neutral' | 'lightning' | 'finesse';

/** Every colour of the softphone, for light and for dark. */
export type Palette = Readonly<Record<keyof typeof COLOURS, readonly [light: string, dark: string]>>;

/**
 * Our own colours, for light and for dark; src/ui/themes.ts has the others. A page overrides one by setting
 * `--gc-<name>` on `<gc-softphone>` or above it; the elements use it as `--_<name>`.
 */
export const COLOURS = {
  surface: ['#ffffff', '#15181e'],
  raised: ['#f5f7fa', '#1e232b'],
  line: ['#dfe3ea', '#323945'],
  // Edges of fields and buttons: 3 : 1 against the surface.
  edge: ['#858e9c', '#6d7788'],
  text: ['#171b22', '#eef1f6'],
  muted: ['#566071', '#a8b2c1'],
  accent: ['#0a5bb5', '#7db5f5'],
  'accent-soft': ['#e6f0fb', '#1c2f47'],
  'on-accent': ['#ffffff', '#0b1625'],
  ready: ['#1a6e36', '#6fd08f'],
  'ready-soft': ['#e4f4ea', '#17321f'],
  busy: ['#a9211a', '#ff9a92'],
  'busy-soft': ['#fcebea', '#3d1c1a'],
  wrap: ['#7a4a00', '#f0b964'],
  'wrap-soft': ['#fdf1dd', '#382a12'],
  talk: ['#0a5bb5', '#7db5f5'],
  'talk-soft': ['#e6f0fb', '#1c2f47'],
  answer: ['#1f7a3d', '#24803f'],
  end: ['#c0271d', '#c8372d'],
  'on-call': ['#ffffff', '#ffffff'],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

/** Sizes and type, the same in light and dark; overridden in the same way. */
export const MEASURES = {
  font: '"Salesforce Sans", system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", sans-serif',
  'font-size': '0.8125rem',
  radius: '8px',
  'radius-large': '12px',
  'min-height': 'min(480px, 100dvh)',
  'max-width': '30rem',
} as const;

/** Values that `--gc-<name>` overrides. */
const declare = (entries: readonly (readonly [string, string])[]): CSSResult =>
  unsafeCSS(entries.map(([name, value]) => `--_${name}:var(--gc-${name},${value})`).join(';'));

/** For the outermost element: `theme="light"` and `theme="dark"` override what the system prefers. */
export function sheetOf(palette: Palette, measures: Readonly<Record<string, string>>): CSSResult {
  const [light, dark] = [0, 1].map((one) =>
    declare(Object.entries(palette).map(([name, values]) => [name, values[one] ?? ''] as const)),
  ) as [CSSResult, CSSResult];
  return css`
    :host {
      color-scheme: light;
      ${declare(Object.entries(measures))};
      ${light};
    }
    :host([theme='dark']) {
      color-scheme: dark;
      ${dark};
    }
    @media (prefers-color-scheme: dark) {
      :host(:not([theme='light'])) {
        color-scheme: dark;
        ${dark};
      }
    }
  `;
}

/** Our own. */
export const tokens = sheetOf(COLOURS, MEASURES);
