import { configSchema } from '../../src/config.ts';

/** A key of the configuration, as the schema has it. */
export interface SchemaKey {
  readonly path: string;
  /** `string`, `array`, … */
  readonly type: string;
  readonly required: boolean;
  /** Undefined where there is none; a part whose keys have defaults has none of its own. */
  readonly initial: unknown;
  /** The words allowed, where they are listed. */
  readonly options: readonly string[];
}

interface Node {
  readonly type: string;
  readonly wrapped?: Node;
  readonly default?: unknown;
  readonly entries?: Readonly<Record<string, Node>>;
  readonly item?: Node;
  readonly options?: readonly string[];
}

/** Every key that somebody can write, with the keys of lists as `rules[].open`. */
export function keysOf(node = configSchema as unknown as Node, path = ''): readonly SchemaKey[] {
  return Object.entries(node.entries ?? {}).flatMap(([name, entry]): readonly SchemaKey[] => {
    const at = path === '' ? name : `${path}.${name}`;
    const required = entry.type !== 'optional';
    const inner = entry.wrapped ?? entry;
    const { options = inner.item?.options ?? [] } = inner;
    const key: SchemaKey = { path: at, type: inner.type, required, initial: entry.default, options };
    if (inner.item) return [key, ...keysOf(inner.item, `${at}[]`)];
    // A part is described by its keys, unless it can be absent as a whole.
    const isGroup = inner.entries !== undefined && entry.default !== undefined;
    return [...(isGroup || (required && inner.entries) ? [] : [key]), ...keysOf(inner, at)];
  });
}
