/** XML as a plain tree, read by libxml2. */
import { XmlDocument, XmlElement } from 'libxml2-wasm';

export interface Tag {
  readonly name: string;
  readonly namespace: string;
  /** Its text, and that of everything in it. */
  readonly text: string;
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Tag[];
}

/** @throws {Error} where it is not well-formed */
export function parseXml(content: string): Tag {
  const document = XmlDocument.fromString(content);
  try {
    return plain(document.root);
  } finally {
    document.dispose();
  }
}

function plain(element: XmlElement): Tag {
  const children: Tag[] = [];
  for (let node = element.firstChild; node; node = node.next) {
    if (node instanceof XmlElement) children.push(plain(node));
  }
  return {
    name: element.name,
    namespace: element.namespaceUri,
    text: element.content,
    line: element.line,
    attributes: Object.fromEntries(element.attrs.map(({ name, value }) => [name, value])),
    children,
  };
}

/** The children of this name. */
export const tagsOf = (tag: Tag | undefined, name: string): readonly Tag[] =>
  tag?.children.filter((child) => child.name === name) ?? [];

/** The text at the end of a path of names, such as `template.name`; '' where there is none. */
export function textAt(tag: Tag | undefined, path: string): string {
  let at = tag;
  for (const name of path.split('.')) [at] = tagsOf(at, name);
  return at?.text ?? '';
}

/** The texts of the children of this name. */
export const textsAt = (tag: Tag | undefined, name: string): readonly string[] =>
  tagsOf(tag, name).map(({ text }) => text);

/** Every tag of this name, however deep. */
export function everyTag(tag: Tag, name: string): readonly Tag[] {
  return tag.children.flatMap((child) => [...(child.name === name ? [child] : []), ...everyTag(child, name)]);
}
