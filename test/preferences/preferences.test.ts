import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseConfig, type ConfigDocument } from '../../src/config.ts';
import { keepPreferences } from '../../src/softphone/preferences.ts';
import { initialState } from '../../src/state/initial.ts';
import { createStore } from '../../src/state/store.ts';
import { COMBINATIONS, combinationOf, problemOf, shortcutFor, takenBy } from '../../src/ui/shortcuts.ts';
import { SETUP } from '../support/make-state.ts';

const KEY = 'gc-softphone.preferences';

/** The tabs of one browser: each has a keeper. */
function browser(kept = new Map<string, string>()) {
  const listeners: ((key: string | null) => void)[] = [];
  return {
    kept,
    tell: (key: string | null) => listeners.forEach((listener) => listener(key)),
    tab(document: Partial<ConfigDocument> = {}, denied = false) {
      const parsed = parseConfig({ gc: { transport: 'finesse' }, ...document });
      assert.ok(parsed.ok);
      const store = createStore(initialState(SETUP));
      const keeper = keepPreferences({
        store,
        config: parsed.config,
        storage: () => {
          if (denied) throw new DOMException('', 'SecurityError');
          return {
            getItem: (key) => kept.get(key) ?? null,
            setItem: (key, value) => void kept.set(key, value),
          };
        },
        onStored(listener) {
          listeners.push(listener);
          return () => void listeners.splice(listeners.indexOf(listener), 1);
        },
      });
      return { keeper, now: () => store.state.preferences };
    },
  };
}

describe('preferences', () => {
  it('are the configuration’s until something is chosen, and then still in all that was not', () => {
    const all = browser();
    const document = {
      locale: 'de',
      theme: 'dark',
      attention: { volume: 0.2 },
      shortcuts: false,
    } as const;
    const { keeper, now } = all.tab(document);
    const configured = {
      language: 'de',
      theme: 'dark',
      ring: true,
      volume: 0.2,
      notify: true,
      shortcuts: false,
      combinations: COMBINATIONS,
    };
    assert.deepEqual(now(), configured);
    keeper.change({ volume: 1 });
    assert.deepEqual(now(), { ...configured, volume: 1 });
    assert.deepEqual(JSON.parse(all.kept.get(KEY) ?? ''), { volume: 1 });
    assert.deepEqual(all.tab({ ...document, theme: 'light' }).now(), {
      ...configured,
      volume: 1,
      theme: 'light',
    });
  });

  it('hold in the other tabs at once, until those are gone', () => {
    const all = browser();
    const [one, other] = [all.tab(), all.tab()];
    one.keeper.change({ theme: 'contrast' });
    all.tell('gc-softphone.form');
    assert.equal(other.now()?.theme, 'system');
    all.tell(KEY);
    assert.equal(other.now()?.theme, 'contrast');
    other.keeper.dispose();
    one.keeper.change({ theme: 'dark' });
    all.tell(KEY);
    assert.equal(other.now()?.theme, 'contrast');
  });

  it('are the configuration’s again once everything is cleared', () => {
    const all = browser();
    const { keeper, now } = all.tab();
    keeper.change({ theme: 'dark' });
    all.kept.clear();
    all.tell(null);
    assert.equal(now()?.theme, 'system');
  });

  it('hold in this tab where the browser denies storage', () => {
    const { keeper, now } = browser().tab({}, true);
    keeper.change({ theme: 'dark' });
    keeper.change({ volume: 0 });
    assert.deepEqual([now()?.theme, now()?.volume], ['dark', 0]);
  });

  for (const text of [
    '[',
    'null',
    '7',
    '{"theme":"pink"}',
    '{"language":7}',
    '{"volume":"loud"}',
    '{"volume":-1}',
    '{"volume":7}',
    '{"shortcuts":"yes"}',
    '{"combinations":null}',
    '{"combinations":{"answer":"Alt+Shift+KeyA"}}',
    JSON.stringify({ combinations: { ...COMBINATIONS, end: COMBINATIONS.answer } }),
    JSON.stringify({ combinations: { ...COMBINATIONS, end: 'Enter' } }),
    JSON.stringify({ combinations: { ...COMBINATIONS, end: 7 } }),
  ]) {
    it(`are not taken from ${text}`, () => {
      const { now } = browser(new Map([[KEY, text]])).tab();
      assert.deepEqual(now(), browser().tab().now());
    });
  }
});

describe('combinations', () => {
  const press = (code: string, ...held: ('ctrl' | 'alt' | 'shift' | 'meta')[]) => ({
    code,
    ctrlKey: held.includes('ctrl'),
    altKey: held.includes('alt'),
    shiftKey: held.includes('shift'),
    metaKey: held.includes('meta'),
  });

  it('are heard with exactly their keys', () => {
    assert.equal(shortcutFor(COMBINATIONS, press('KeyA', 'alt', 'shift')), 'answer');
    for (const other of [
      press('KeyA'),
      press('KeyA', 'alt'),
      press('KeyA', 'ctrl', 'alt', 'shift'),
      press('KeyA', 'alt', 'shift', 'meta'),
      press('KeyQ', 'alt', 'shift'),
    ]) {
      assert.equal(shortcutFor(COMBINATIONS, other), undefined);
    }
  });

  it('name their modifiers in one order', () => {
    assert.equal(combinationOf(press('Digit7', 'shift', 'ctrl')), 'Ctrl+Shift+Digit7');
    assert.equal(combinationOf(press('KeyA', 'meta', 'shift')), undefined);
  });

  for (const [combination, problem] of [
    ['Alt+Shift+KeyZ', undefined],
    ['Alt+Shift+Numpad5', undefined],
    ['Ctrl+Shift+F9', undefined],
    ['Ctrl+Shift+KeyL', undefined],
    ['KeyA', 'modifiers'],
    ['Shift+KeyA', 'modifiers'],
    ['Alt+F4', 'modifiers'],
    ['Ctrl+KeyC', 'modifiers'],
    ['Ctrl+Alt+KeyE', 'altGr'],
    ['Ctrl+Alt+Shift+KeyE', 'altGr'],
    ['Ctrl+Shift+KeyT', 'browser'],
    ['Alt+Shift+Enter', 'key'],
    ['Alt+Shift+ArrowUp', 'key'],
    ['Alt+Shift+Escape', 'key'],
    ['Alt+Shift+', 'key'],
    ['', 'key'],
  ] as const) {
    it(`${combination || 'nothing'} is ${problem ? `refused: ${problem}` : 'taken'}`, () =>
      assert.equal(problemOf(combination), problem));
  }

  it('are free unless another shortcut has them', () => {
    assert.equal(takenBy(COMBINATIONS, 'answer', 'Alt+Shift+KeyE'), 'end');
    assert.equal(takenBy(COMBINATIONS, 'answer', 'Alt+Shift+KeyA'), undefined);
    assert.equal(takenBy(COMBINATIONS, 'answer', 'Alt+Shift+KeyZ'), undefined);
  });

  it('of the configuration can all be shortcuts, and differ', () => {
    const all = Object.values(COMBINATIONS);
    assert.deepEqual(
      all.map(problemOf),
      all.map(() => undefined),
    );
    assert.equal(new Set(all).size, all.length);
  });
});
