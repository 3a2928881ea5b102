import { executeServerCommand } from '@web/test-runner-commands';

/** What somebody has told their system, by the names of media features. */
export interface Wishes {
  readonly 'forced-colors'?: 'active';
  readonly 'prefers-color-scheme'?: 'light' | 'dark';
  readonly 'prefers-contrast'?: 'more';
  readonly 'prefers-reduced-motion'?: 'reduce' | 'no-preference';
}

/** Tells the browser of these wishes and no others; `{}` of none. */
export async function wish(wishes: Wishes): Promise<void> {
  await executeServerCommand<true, Wishes>('wishes', wishes);
}
