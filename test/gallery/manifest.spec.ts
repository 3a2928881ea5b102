import type { ReactiveElement } from 'lit';
import { manifest } from '../../scripts/manifest.ts';
import { expect, test } from './served.ts';

/** What a class says of itself. */
interface Facts {
  readonly attributes: readonly string[];
  readonly fields: readonly string[];
  /** Those of the methods that it has. */
  readonly methods: readonly string[];
}

const names = (all: readonly { readonly name: string }[]): string[] => all.map(({ name }) => name).sort();

test('the manifest has the attributes, properties and methods that the classes have', async ({
  page,
  gallery,
}) => {
  await page.goto(gallery);
  await expect(page.locator('#screen')).toHaveAttribute('data-shown', 'gc-view');
  const declarations = manifest().modules.flatMap((module) => module.declarations);
  expect(declarations.length).toBeGreaterThan(30);
  for (const { tagName, attributes, members } of declarations) {
    const ofKind = (wanted: 'field' | 'method') => names(members.filter(({ kind }) => kind === wanted));
    const declared: Facts = {
      attributes: names(attributes),
      fields: ofKind('field'),
      methods: ofKind('method'),
    };
    const real = await page.evaluate(
      ([tag, methods]): Facts | undefined => {
        const element = customElements.get(tag) as typeof ReactiveElement | undefined;
        if (!element) return undefined;
        return {
          // Asked for them, the class reads its table of properties.
          attributes: [...element.observedAttributes].sort(),
          fields: [...element.elementProperties]
            .flatMap(([name, { state }]) => (state ? [] : [String(name)]))
            .sort(),
          methods: methods.filter((name) => typeof Reflect.get(element.prototype, name) === 'function'),
        };
      },
      [tagName, declared.methods] as const,
    );
    expect(real, tagName).toEqual(declared);
  }
});
