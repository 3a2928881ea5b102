/**
 * The custom-elements manifest of the package (schema 2.1.0 of webcomponents/custom-elements-manifest): what editors and
 * documentation tools know of our elements. Read off the sources by the compiler's own parser, from the doc tags of each
 * class and its table of properties; test/docs/manifest.test.ts holds it against the classes themselves.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { readElements, type ElementSource } from './manifest-source.ts';
import { COLOURS, MEASURES } from '../src/ui/tokens.ts';

/** Where all elements come from, for whoever installs the package. */
const MODULE = 'dist/index.js';

/** Those that a program can import as classes. */
const EXPORTED = ['GcSoftphone', 'SoftphoneParts'];

/** The outermost elements, on which a page sets tokens. */
const OUTERMOST = ['gc-softphone', 'gc-view', 'gc-parts'];

interface Named {
  readonly name: string;
  readonly description: string;
}

/** A class of an element, as the manifest has it. */
export interface Declaration extends Named {
  readonly kind: 'class';
  readonly customElement: true;
  readonly tagName: string;
  readonly superclass: { readonly name: string; readonly package?: string; readonly module?: string };
  readonly attributes: readonly (Named & { readonly fieldName: string })[];
  readonly members: readonly (Named & { readonly kind: 'field' | 'method' })[];
  readonly events: readonly (Named & { readonly type: { readonly text: string } })[];
  readonly slots: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly cssProperties: readonly (Named & { readonly default?: string })[];
}

export interface Manifest {
  readonly schemaVersion: '2.1.0';
  readonly readme: string;
  readonly modules: readonly {
    readonly kind: 'javascript-module';
    readonly path: string;
    readonly declarations: readonly Declaration[];
    readonly exports: readonly object[];
  }[];
}

/** Every token with what it is where the page sets nothing. */
function tokens(documented: readonly Named[]): Declaration['cssProperties'] {
  const described = new Map(documented.map(({ name, description }) => [name, description]));
  const all: readonly (readonly [string, string, string])[] = [
    ...Object.entries(MEASURES).map(([name, value]) => [name, value, ''] as const),
    ...Object.entries(COLOURS).map(
      ([name, [light, dark]]) => [name, light, `the colour “${name}”; ${dark} where it is dark`] as const,
    ),
  ];
  const known = all.map(([name, value, words]) => ({
    name: `--gc-${name}`,
    default: value,
    description: described.get(`--gc-${name}`) ?? words,
  }));
  const others = documented.filter(({ name }) => known.every((one) => one.name !== name));
  return [...known, ...others];
}

function declarationOf(element: ElementSource, outermost: readonly Named[]): Declaration {
  const { name, tag, description, superclass, properties, methods, tags } = element;
  return {
    kind: 'class',
    customElement: true,
    name,
    tagName: tag,
    description,
    superclass:
      superclass === 'LitElement'
        ? { name: superclass, package: 'lit' }
        : { name: superclass, module: MODULE },
    attributes: properties.flatMap(({ attribute, ...property }) =>
      attribute === undefined
        ? []
        : [
            {
              name: attribute,
              fieldName: property.name,
              description: property.description,
              type: property.type,
            },
          ],
    ),
    members: [
      ...properties.map(({ attribute, reflects, ...property }) => ({
        kind: 'field' as const,
        ...property,
        ...(attribute === undefined ? {} : { attribute }),
        ...(reflects ? { reflects } : {}),
      })),
      ...methods.map((method) => ({ kind: 'method' as const, ...method })),
    ],
    events: tags.fires.map((event) => ({
      ...event,
      type: { text: element.eventTypes[event.name] ?? 'Event' },
    })),
    slots: tags.slot,
    cssParts: tags.csspart,
    cssProperties: OUTERMOST.includes(tag) ? tokens(outermost) : tags.cssproperty,
  };
}

/** The manifest of the sources as they are. */
export function manifest(): Manifest {
  const elements = readElements();
  const outermost = elements.find(({ tag }) => tag === 'gc-view')?.tags.cssproperty ?? [];
  const declarations = elements.map((element) => declarationOf(element, outermost));
  const reference = (name: string) => ({ name, module: MODULE });
  return {
    schemaVersion: '2.1.0',
    readme: 'README.md',
    modules: [
      {
        kind: 'javascript-module',
        path: MODULE,
        declarations,
        exports: [
          ...EXPORTED.map((name) => ({ kind: 'js', name, declaration: reference(name) })),
          ...elements.map(({ tag, name }) => ({
            kind: 'custom-element-definition',
            name: tag,
            declaration: reference(name),
          })),
        ],
      },
    ],
  };
}

/** Writes it where `customElements` in package.json says it is. */
export function writeManifest(): void {
  const { customElements } = JSON.parse(readFileSync('package.json', 'utf8')) as { customElements: string };
  writeFileSync(customElements, `${JSON.stringify(manifest(), undefined, 2)}\n`);
}
