/** Apex as a plain tree: what the parser found, named by its grammar's rules. */
import { ApexErrorListener, ApexParserFactory } from '@apexdevtools/apex-parser';

export interface ApexNode {
  /** The rule of the grammar, such as `DotMethodCall`; '' for a token. */
  readonly kind: string;
  /** Without spaces and comments. */
  readonly text: string;
  readonly line: number;
  readonly children: readonly ApexNode[];
}

export interface Parsed {
  readonly tree: ApexNode;
  /** What is no Apex, by line. */
  readonly errors: readonly string[];
}

/** Of the parser's own nodes, what is read here. */
interface Given {
  readonly children?: readonly Given[] | null;
  readonly symbol?: { readonly line: number };
  readonly start?: { readonly line: number };
  getText(): string;
}

class Errors extends ApexErrorListener {
  readonly all: string[] = [];
  apexSyntaxError(line: number, column: number, message: string): void {
    this.all.push(`${line}:${column} ${message}`);
  }
}

/** Reads each source once: of a project in which one file has changed, the others are the same. */
export function onceEach<Read>(read: (source: string) => Read): (source: string) => Read {
  const seen = new Map<string, Read>();
  return (source) => {
    const known = seen.get(source) ?? read(source);
    seen.set(source, known);
    return known;
  };
}

/** Parses the source of a class. */
export const parseApex = onceEach((source): Parsed => {
  const listener = new Errors();
  const { parser } = ApexParserFactory.createLexerAndParser(source, listener);
  const tree = plain(parser.compilationUnit() as unknown as Given);
  return { tree, errors: listener.all };
});

function plain(given: Given): ApexNode {
  return {
    kind: given.symbol ? '' : given.constructor.name.replace(/Context$/, ''),
    text: given.getText(),
    line: (given.symbol ?? given.start)?.line ?? 0,
    children: (given.children ?? []).map(plain),
  };
}

/** The node and everything below it. */
export function* walk(node: ApexNode): Generator<ApexNode> {
  yield node;
  for (const child of node.children) yield* walk(child);
}

/** Every node of one of these kinds. */
export function allOf(node: ApexNode, ...kinds: readonly string[]): readonly ApexNode[] {
  return [...walk(node)].filter(({ kind }) => kinds.includes(kind));
}

/** The first child of this kind. */
export function childOf(node: ApexNode | undefined, kind: string): ApexNode | undefined {
  return node?.children.find((child) => child.kind === kind);
}
