import { css, unsafeCSS } from 'lit';
import type { CSSResult } from 'lit';

/**
 * Every colour of the softphone, for light and for dark. A page overrides one by setting `--gc-<name>` on
 * `<gc-softphone>` or above it; the elements use it as `--_<name>`.
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

const declare = (entries: readonly (readonly [string, string])[]): CSSResult =>
  unsafeCSS(entries.map(([name, value]) => `--_${name}:var(--gc-${name},${value})`).join(';'));

const light = declare(Object.entries(COLOURS).map(([name, [value]]) => [name, value] as const));
const dark = declare(Object.entries(COLOURS).map(([name, [, value]]) => [name, value] as const));
const measures = declare(Object.entries(MEASURES));

/** For the outermost element. `theme="light"` and `theme="dark"` override what the system prefers. */
export const tokens = css`
  :host {
    color-scheme: light;
    ${measures};
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
