import type { Scene, View } from '../model.ts';
import { home } from './home.ts';
import { list, missing, results } from './lists.ts';
import { record } from './record.ts';

/** The page of a view. */
export function pageOf(view: View, scene: Scene): HTMLElement {
  switch (view.kind) {
    case 'home':
      return home(scene);
    case 'search':
      return results(view.term, scene);
    case 'missing':
      return missing();
    case 'contact':
    case 'account':
    case 'lead':
    case 'case':
      return record(view, scene);
    default:
      return list(view.kind, scene);
  }
}
