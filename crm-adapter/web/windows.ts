/** Windows of other pages, as far as they can be told, found or opened from here. */
import { isAllowed } from '../origins.ts';
import type { Target } from './talk.ts';

/** What is used of this window. */
export type View = Pick<Window, 'open' | 'document' | 'location'> & {
  readonly parent: Target;
  readonly opener: unknown;
  readonly top: View | null;
};

/**
 * Where a CRM's page may be that was there before us: around this frame, or what opened this tab. What surrounds us and
 * is known to be another page, a Finesse desktop's, is left in peace.
 */
export function pagesAround(view: View, origins: readonly string[]): readonly Target[] {
  const { parent, top } = view;
  const around = (view.location as Partial<Location>).ancestorOrigins?.[0];
  const opener = top?.opener as Target | null;
  const isAround = (parent as unknown) !== view && (around === undefined || isAllowed(around, origins));
  return [...(isAround ? [parent] : []), ...(opener ? [opener] : [])];
}

/**
 * The window of this name as it is, or a new one with this page; what an agent types in an open one stays.
 * @returns undefined where the browser blocks it; `isNew` for a page that will speak first, once it is loaded
 */
export function findOrOpen(
  view: View,
  url: string,
  name: string,
): { readonly target: Target; readonly isNew: boolean } | undefined {
  const target = openerOf(view).open('', name);
  if (!target) return undefined;
  const isNew = isEmpty(target);
  if (isNew) target.location.replace(url);
  return { target, isNew };
}

/**
 * Shows an address in the window of this name.
 * @returns false where the browser blocks it
 */
export function show(view: View, url: string, name: string): boolean {
  const found = openerOf(view).open(url, name);
  found?.focus();
  return found !== null;
}

/** The desktop's page, where we may use it: a window that it opened can be found again after any reload. */
function openerOf(view: View): View {
  try {
    return view.top?.document ? view.top : view;
  } catch {
    return view;
  }
}

/** One of another origin cannot be looked into. */
function isEmpty({ location }: Window): boolean {
  try {
    return location.href === 'about:blank';
  } catch {
    return false;
  }
}
