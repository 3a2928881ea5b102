import { expect } from '@open-wc/testing';
import type { SoftphoneState } from '../../src/state/model.ts';
import { deep, find, mount, settled } from '../support/mount.ts';
import { STATES } from '../support/states.ts';

/** Attributes that people get to see or hear. */
const SPOKEN = /^(aria-(label|description|roledescription|valuetext|placeholder)|title|placeholder|alt)$/;

/** Timers, keys of telephone and keyboard, times of day, days, durations and the marks between two texts are no words. */
const NO_WORDS = /^[A-Z]\d*$|^([A-Z][a-z]{2} \d+, )?[\d\s:.·,*–]*( [AP]M)?$|^(\d+ (hr|min|sec) ?)+$/;

describe('words', () => {
  for (const [name, state] of Object.entries(STATES)) {
    it(`of “${name}” all come from locales or from the call`, async () => {
      const { view } = await mount(state(), { language: 'xx' });
      const bar = view.shadowRoot?.querySelector('gc-panel')?.shadowRoot?.querySelector('gc-agent-bar');
      bar?.openAt('ready');
      await settled(view);
      const data = leaves(state());
      const foreign = wordsOf(view).filter(
        (text) => !isTranslated(text) && !NO_WORDS.test(text) && !data.has(text),
      );
      expect(foreign).to.deep.equal([]);
    });
  }

  it('are really looked at', async () => {
    const { view } = await mount((STATES['active'] ?? expect.fail())(), { language: 'xx' });
    expect(wordsOf(view)).to.include.members([
      '⟦Hold⟧',
      '⟦Call with Maria Sørensen⟧',
      'Maria Sørensen',
      '01:37',
    ]);
    find(view, 'gc-call-card .card').append('Hidden in the source');
    expect(wordsOf(view)).to.include('Hidden in the source');
  });
});

function isTranslated(text: string): boolean {
  return text.startsWith('⟦') && text.endsWith('⟧');
}

function wordsOf(root: Element): string[] {
  return [...deep(root)].flatMap((element) => {
    if (element.matches('style, script')) return [];
    const texts = [element, ...(element.shadowRoot ? [element.shadowRoot] : [])]
      .flatMap((node) => [...node.childNodes])
      .filter((node) => node instanceof Text)
      .map((node) => node.data);
    const spoken = [...element.attributes].filter(({ name }) => SPOKEN.test(name)).map(({ value }) => value);
    // A title says in one what stands in several places.
    return [...texts, ...spoken]
      .flatMap((text) => (isTranslated(text.trim()) ? [text] : text.split(' · ')))
      .map((text) => text.trim())
      .filter((text) => text !== '');
  });
}

/** Every text of the state, and people's names put together. */
function leaves(state: SoftphoneState): ReadonlySet<string> {
  const found = new Set<string>();
  const collect = (value: unknown): void => {
    // The dialler writes a customer as `first,last`.
    if (typeof value === 'string') [value, value.replace(',', ' ')].forEach((text) => found.add(text.trim()));
    else if (typeof value === 'object' && value !== null) {
      if ('firstName' in value && 'lastName' in value)
        found.add(`${String(value.firstName)} ${String(value.lastName)}`);
      for (const [name, part] of Object.entries(value)) [name, part].forEach(collect);
    }
  };
  collect(state);
  return found;
}
