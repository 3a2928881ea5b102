import assert from 'node:assert/strict';
import arabic from '../../../locales/ar.json' with { type: 'json' };
import english from '../../../locales/en.json' with { type: 'json' };
import german from '../../../locales/de.json' with { type: 'json' };
import type { Notice, SoftphoneState } from '../../../src/state/model.ts';
import { reduce } from '../../../src/state/reduce.ts';
import { NOW } from '../../support/make-state.ts';
import { eventOf } from './decoded.ts';

/** Keys of what the agent is newly told when this frame comes: in the status line, among the alerts, in the form. */
export function saidOf(state: SoftphoneState, frame: string | object): readonly string[] {
  const next = reduce(state, { type: 'gc', event: eventOf(frame), at: NOW });
  const told = [...noticesOf(next)].filter((notice) => !noticesOf(state).includes(notice));
  return told.map(({ key }) => key);
}

function noticesOf({ status, alerts, signIn }: SoftphoneState): readonly Notice[] {
  const problem = signIn.phase === 'signedOut' ? signIn.problem : undefined;
  return [status, ...alerts, problem].filter((notice) => notice !== undefined);
}

/** Fails unless every language has words of its own for the key. */
export function hasWords(key: string): void {
  const texts = [english, german, arabic].map((language) => textAt(language, key));
  for (const text of texts) assert.ok(typeof text === 'string' && text.trim() !== '', `${key} has no words`);
  assert.equal(new Set(texts).size, texts.length, `${key} is not translated`);
}

function textAt(language: object, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>((group, name) => new Map(Object.entries(Object(group))).get(name), language);
}
