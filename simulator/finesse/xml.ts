/** The little of XML that Finesse and its gadgets are written in: read strictly, written from plain values. */

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

export class XmlError extends Error {
  override readonly name = 'XmlError';
}

/** Text, an element's children by name, or several elements of one name; undefined is left out. */
export type XmlValue =
  string | null | undefined | readonly XmlValue[] | { readonly [name: string]: XmlValue };

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const token =
  /<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<\?[^]*?\?>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/y;

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

/**
 * Reads one document: elements, attributes, text, CDATA; comments and processing instructions are passed over.
 * @throws {XmlError} with the line, for anything else, a DOCTYPE included
 */
export function parseXml(source: string): XmlElement {
  const text = source.replace(/^\uFEFF/, '');
  const top: Open = { name: '', attributes: {}, children: [] };
  const open: Open[] = [top];
  const fail = (what: string): never => {
    const line = text.slice(0, token.lastIndex).split('\n').length;
    throw new XmlError(`line ${line}: ${what}`);
  };
  token.lastIndex = 0;
  for (let at = 0; at < text.length; at = token.lastIndex) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (!match) {
      token.lastIndex = at;
      return fail(`no XML: ${text.slice(at, at + 30)}`);
    }
    const [all, cdata, closing, opening, attributes = '', empty] = match;
    const parent = open.at(-1) ?? top;
    if (cdata !== undefined) {
      if (parent === top) fail('text outside of the document');
      parent.children.push(cdata);
    } else if (closing !== undefined) {
      if (closing !== parent.name) fail(`</${closing}> ends <${parent.name}>`);
      open.pop();
    } else if (opening !== undefined) {
      const element: Open = { name: opening, attributes: readAttributes(attributes, fail), children: [] };
      if (parent === top && elementsOf(top).length > 0) fail('a second document');
      parent.children.push(element);
      if (empty === '') open.push(element);
    } else if (!all.startsWith('<')) {
      if (all.includes(']]>')) fail(']]> without a beginning');
      if (parent !== top) parent.children.push(unescape(all, fail));
      else if (all.trim() !== '') fail('text outside of the document');
    }
  }
  if (open.length > 1) fail(`<${open.at(-1)?.name ?? ''}> does not end`);
  return elementsOf(top)[0] ?? fail('an empty document');
}

type Fail = (what: string) => never;

function readAttributes(source: string, fail: Fail): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', value = ''] of source.matchAll(/([\w:.-]+)\s*=\s*("[^"]*"|'[^']*')/g)) {
    if (Object.hasOwn(attributes, name)) fail(`two attributes ${name}`);
    attributes[name] = unescape(value.slice(1, -1), fail);
  }
  return attributes;
}

const unescape = (text: string, fail: Fail): string =>
  text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));|&/gi,
    (all, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return (name !== undefined && Object.hasOwn(entities, name) ? entities[name] : undefined) ?? fail(all);
    },
  );

export const elementsOf = ({ children }: Pick<XmlElement, 'children'>, name?: string): XmlElement[] =>
  children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );

export const textOf = ({ children }: XmlElement): string =>
  children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

/**
 * An element as Finesse's JavaScript library hands it on: what occurs once is no list, what is empty is null, text is
 * a string. Attributes, which Finesse's objects have none of that count, are dropped.
 */
export function toValue(element: XmlElement): XmlValue {
  const inner = elementsOf(element);
  if (inner.length === 0) return textOf(element) || null;
  const value: Record<string, XmlValue> = {};
  for (const child of inner) {
    const one = toValue(child);
    const before = value[child.name];
    if (!Object.hasOwn(value, child.name)) value[child.name] = one;
    else value[child.name] = Array.isArray(before) ? [...(before as XmlValue[]), one] : [before, one];
  }
  return value;
}

export const escapeXml = (text: string): string =>
  text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** One element for a value, several for a list, none for undefined. */
export function writeXml(name: string, value: XmlValue): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return (value as readonly XmlValue[]).map((one) => writeXml(name, one)).join('');
  if (value === null || value === '') return `<${name}/>`;
  if (typeof value === 'string') return `<${name}>${escapeXml(value)}</${name}>`;
  const inner = Object.entries(value).map(([key, one]) => writeXml(key, one));
  return `<${name}>${inner.join('')}</${name}>`;
}
