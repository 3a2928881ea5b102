import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { filesBelow } from './test-files.ts';

interface Named {
  readonly name: string;
  readonly description: string;
}

export interface PropertySource extends Named {
  readonly type: { readonly text: string };
  /** Absent: it is a property only. */
  readonly attribute?: string;
  readonly reflects: boolean;
}

/** An element as its file describes it, with what it has from the classes above it. */
export interface ElementSource extends Named {
  readonly tag: string;
  readonly superclass: string;
  /** Where it stands, and the files of the classes above it. */
  readonly files: readonly string[];
  readonly properties: readonly PropertySource[];
  readonly methods: readonly Named[];
  readonly tags: Readonly<Record<TagName, readonly Named[]>>;
  /** `CustomEvent` or `Event`, by the event's name. */
  readonly eventTypes: Readonly<Record<string, string>>;
}

const TAGS = ['attr', 'fires', 'slot', 'csspart', 'cssproperty'] as const;
type TagName = (typeof TAGS)[number];

interface ClassSource {
  readonly file: string;
  readonly node: ts.ClassDeclaration;
  readonly source: ts.SourceFile;
}

/** @returns the elements of the sources, by tag */
export function readElements(): readonly ElementSource[] {
  const classes = new Map<string, ClassSource>();
  for (const file of [...filesBelow('src/elements', '.ts'), 'src/softphone/gc-softphone.ts']) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
    for (const node of source.statements)
      if (ts.isClassDeclaration(node) && node.name) classes.set(node.name.text, { file, node, source });
  }
  return [...classes.values()]
    .flatMap((one) => elementOf(one, classes) ?? [])
    .sort((a, b) => (a.tag < b.tag ? -1 : 1));
}

function elementOf(own: ClassSource, classes: ReadonlyMap<string, ClassSource>): ElementSource | undefined {
  const tag = tagsOf(own.node, 'tag')[0]?.name;
  if (tag === undefined) return undefined;
  const line: ClassSource[] = [];
  for (let at: ClassSource | undefined = own; at; at = classes.get(superclassOf(at.node))) line.push(at);
  const table = new Map(line.reverse().flatMap(({ node }) => propertyTable(node)));
  const attributes = tagsOf(own.node, 'attr');
  const described = (name: string, attribute?: string): PropertySource => {
    const options = table.get(name) ?? {};
    const field = line.flatMap(({ node }) => fieldOf(node, name) ?? []).at(-1);
    return {
      name,
      description:
        attributes.find((one) => one.name === attribute)?.description || (field ? commentOf(field) : ''),
      type: { text: field ? typeOf(field) : 'unknown' },
      ...(attribute === undefined ? {} : { attribute }),
      reflects: options['reflect'] === 'true',
    };
  };
  const properties = [...table]
    .filter(([, options]) => options['state'] !== 'true')
    .map(([name, { attribute = name.toLowerCase() }]) =>
      described(name, attribute === 'false' ? undefined : attribute.replaceAll("'", '')),
    );
  const files = line.map(({ file }) => file);
  const dispatched = files.flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(/new (CustomEvent|Event)(?:<.*?>)?\(\s*'([^']+)'/g),
  ]);
  return {
    name: own.node.name?.text ?? '',
    tag,
    description: commentOf(own.node),
    superclass: superclassOf(own.node),
    files,
    properties,
    methods: byName(line.flatMap(({ node }) => methodsOf(node))),
    tags: Object.fromEntries(
      TAGS.map((name) => [name, byName(line.flatMap(({ node }) => tagsOf(node, name)))]),
    ) as Record<TagName, readonly Named[]>,
    eventTypes: Object.fromEntries(dispatched.map(([, type = '', name = '']) => [name, type])),
  };
}

/** One of each name: a class says it anew of what it has from the one above. */
function byName(all: readonly Named[]): readonly Named[] {
  return [...new Map(all.map((one) => [one.name, one])).values()];
}

/** Doc tags of one kind: `@csspart menu - the menu`. What has no name, as the only slot, begins with the hyphen. */
function tagsOf(node: ts.Node, kind: string): Named[] {
  return ts
    .getJSDocTags(node)
    .filter(({ tagName }) => tagName.text === kind)
    .map((tag) => {
      const text = (ts.getTextOfJSDocComment(tag.comment) ?? '').trim().replaceAll(/\s+/g, ' ');
      const [, name = '', description = ''] = /^([^\s-]\S*|--\S+)?\s*(?:- ?)?(.*)$/.exec(text) ?? [];
      return { name, description };
    });
}

/** What is said of it, without its tags. */
function commentOf(node: ts.Node): string {
  const [doc] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return (ts.getTextOfJSDocComment(doc?.comment) ?? '').trim().replaceAll(/\s+/g, ' ');
}

function superclassOf({ heritageClauses }: ts.ClassDeclaration): string {
  return heritageClauses?.[0]?.types[0]?.expression.getText() ?? '';
}

/** Lit's `static properties`, each with its options as they are written. */
function propertyTable(node: ts.ClassDeclaration): (readonly [string, Readonly<Record<string, string>>])[] {
  const table = fieldOf(node, 'properties')?.initializer;
  if (!table || !ts.isObjectLiteralExpression(table)) return [];
  return table.properties.filter(ts.isPropertyAssignment).map(({ name, initializer }) => {
    const options = ts.isObjectLiteralExpression(initializer)
      ? initializer.properties.filter(ts.isPropertyAssignment)
      : [];
    return [
      name.getText(),
      Object.fromEntries(options.map((option) => [option.name.getText(), option.initializer.getText()])),
    ] as const;
  });
}

function fieldOf(node: ts.ClassDeclaration, name: string): ts.PropertyDeclaration | undefined {
  return node.members.filter(ts.isPropertyDeclaration).find((member) => member.name.getText() === name);
}

function typeOf({ type, initializer }: ts.PropertyDeclaration): string {
  if (type) return type.getText().replaceAll(/\s+/g, ' ');
  if (initializer && ts.isStringLiteral(initializer)) return 'string';
  if (initializer && ts.isNumericLiteral(initializer)) return 'number';
  const isWord =
    initializer?.kind === ts.SyntaxKind.TrueKeyword || initializer?.kind === ts.SyntaxKind.FalseKeyword;
  return isWord ? 'boolean' : 'unknown';
}

/** What may be called from outside: public, and somebody has said what for. */
function methodsOf(node: ts.ClassDeclaration): readonly Named[] {
  return node.members.filter(ts.isMethodDeclaration).flatMap((method) => {
    const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected | ts.ModifierFlags.Static;
    const description = commentOf(method);
    const isPublic = (ts.getCombinedModifierFlags(method) & hidden) === 0;
    return isPublic && description ? [{ name: method.name.getText(), description }] : [];
  });
}
