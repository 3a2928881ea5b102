/**
 * What an administrator has set for the gadget: in the query of its address in the desktop layout, and in a file beside
 * it. Both are one configuration document, as docs/configuration.md describes it; the query lies over the file.
 */
import { configSchema } from '../src/config.ts';

export interface Settings {
  /** The file that `config=` names, as it is written there. */
  readonly file: string | undefined;
  /** A height that stays, px. Undefined: as high as what it shows. */
  readonly height: number | undefined;
  /** Lays the query over the file's document. */
  readonly over: (document: unknown) => Tree;
}

type Tree = Record<string, unknown>;

/** Settings that are no part of the configuration. */
const OUR_OWN = ['config', 'transport', 'gadgetHeight'];

/**
 * @param query `config`, `transport` (`finesse` or `gc`), `gadgetHeight`, and keys of the configuration by their paths:
 * `gc.urls=wss://a,wss://b`
 */
export function readSettings(query: URLSearchParams): Settings {
  const height = Number(query.get('gadgetHeight'));
  const transport = query.get('transport');
  return {
    file: query.get('config') ?? undefined,
    height: height > 0 ? height : undefined,
    over(document) {
      let result = isTree(document) ? document : {};
      for (const [path, text] of query) {
        if (!OUR_OWN.includes(path)) result = withValue(result, path.split('.'), valueOf(path, text));
      }
      const { gc } = result;
      const { transport: written = 'finesse' } = isTree(gc) ? gc : {};
      const wire = written === 'finesse' ? 'stomp' : written;
      return withValue(result, ['gc', 'transport'], transport === 'gc' ? wire : (transport ?? written));
    },
  };
}

const SECRET = /(password|passcode|secret|token)$/i;

/** The first path that holds a secret of its own: whoever has the address of these files can read it. */
export function secretIn(document: unknown, path = ''): string | undefined {
  if (typeof document === 'string')
    return SECRET.test(path) && document.replaceAll(/\{\w+\}/g, '') !== '' ? path : undefined;
  if (!isTree(document)) return undefined;
  for (const [key, value] of Object.entries(document)) {
    const found = secretIn(value, path ? `${path}.${key}` : key);
    if (found) return found;
  }
  return undefined;
}

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function withValue(tree: Tree, [key = '', ...rest]: readonly string[], value: unknown): Tree {
  const below = tree[key];
  return { ...tree, [key]: rest.length > 0 ? withValue(isTree(below) ? below : {}, rest, value) : value };
}

interface Schema {
  readonly type?: string;
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly wrapped?: unknown;
  readonly pipe?: readonly unknown[];
}

/** A query holds texts: what the schema wants there decides. What does not fit stays, for the reader to complain of. */
function valueOf(path: string, text: string): unknown {
  const kind = path.split('.').reduce<Schema | undefined>(entry, bare(configSchema))?.type;
  if (kind === 'array') return text.split(',').map((one) => one.trim());
  if (kind === 'boolean') return { true: true, false: false }[text] ?? text;
  return kind === 'number' && text.trim() !== '' && !Number.isNaN(Number(text)) ? Number(text) : text;
}

const entry = (schema: Schema | undefined, key: string): Schema | undefined =>
  schema?.entries && Object.hasOwn(schema.entries, key) ? bare(schema.entries[key]) : undefined;

/** Without what says that it may be left out, or what else is to be checked. */
function bare(schema: unknown): Schema {
  const one = schema as Schema;
  if (one.wrapped) return bare(one.wrapped);
  return one.pipe && one.pipe[0] !== schema ? bare(one.pipe[0]) : one;
}
