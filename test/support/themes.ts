import type { SoftphoneView } from '../../src/elements/softphone-view.ts';
import { PALETTES, wear, type Worn } from '../../src/ui/themes.ts';

/** Colours that a softphone can have: whose, and whether light or dark. */
export interface Dress {
  readonly look: Worn;
  readonly scheme: 'light' | 'dark';
}

/** All that there are: a palette that is added joins by itself. */
export const DRESSES: readonly Dress[] = (Object.keys(PALETTES) as Worn[]).flatMap((look) =>
  (['light', 'dark'] as const).map((scheme) => ({ look, scheme })),
);

/** Puts them on, at once. */
export async function dress(view: SoftphoneView, { look, scheme }: Dress): Promise<void> {
  wear(view.renderRoot as ShadowRoot, look);
  view.theme = scheme;
  await view.updateComplete;
}
