/**
 * What Shindig does to a gadget's HTML. Relative addresses are resolved against the XML's (AbsolutePathReferenceVisitor:
 * src of img, input, embed and script, background of body, href of those links that have both rel=stylesheet and
 * type=text/css). Scripts that stand side by side become one request, which keeps the first one's attributes and nobody
 * else's (ConcatVisitor).
 */

const addressed: Readonly<Record<string, string>> = {
  body: 'background',
  embed: 'src',
  img: 'src',
  input: 'src',
  link: 'href',
  script: 'src',
};

const tag = /<(body|embed|img|input|link|script)\b((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
const adjacent = /(?:<script\b(?:[^>"']|"[^"]*"|'[^']*')*>\s*<\/script>\s*(?:<!--[^]*?-->\s*)*){2,}/gi;
const script = /<script\b((?:[^>"']|"[^"]*"|'[^']*')*)>\s*<\/script>/gi;

export interface Rewriting {
  /** Address of the gadget's XML. */
  readonly base: string;
  /** Addresses that hold one of these, in any case, stay as they are; `*` is all of them (content-rewrite, exclude-url). */
  readonly excluded: readonly string[];
  /** Whether scripts are put together. */
  readonly concat: boolean;
}

export function rewrite(html: string, rewriting: Rewriting): string {
  const resolved = html.replace(tag, (all: string, name: string, attributes: string) => {
    const attribute = addressed[name.toLowerCase()] ?? '';
    const address = attributeOf(attributes, attribute);
    if (address === undefined || !isOurs(address, rewriting)) return all;
    if (name.toLowerCase() === 'link' && !isStylesheet(attributes)) return all;
    return `<${name}${withAttribute(attributes, attribute, new URL(address, rewriting.base).href)}>`;
  });
  return rewriting.concat ? concat(resolved, rewriting) : resolved;
}

function concat(html: string, rewriting: Rewriting): string {
  return html.replace(adjacent, (run: string) => {
    let out = '';
    let group: { readonly attributes: string; readonly sources: string[] } | undefined;
    const end = (): void => {
      if (!group) return;
      const [first = '', ...more] = group.sources;
      const parameters = group.sources.map((source, index) => `${index + 1}=${encodeURIComponent(source)}`);
      const src = more.length === 0 ? first : `/gadgets/concat?type=js&${parameters.join('&')}`;
      out += `<script${withAttribute(group.attributes, 'src', src)}></script>`;
      group = undefined;
    };
    for (const [whole, attributes = ''] of run.matchAll(script)) {
      const source = attributeOf(attributes, 'src');
      if (source === undefined || !isOurs(source, rewriting)) {
        end();
        out += whole;
      } else if (group) group.sources.push(source);
      else group = { attributes, sources: [source] };
    }
    end();
    return out;
  });
}

const isOurs = (address: string, { excluded }: Rewriting): boolean =>
  !excluded.some((part) => part === '*' || address.toLowerCase().includes(part.toLowerCase()));

const isStylesheet = (attributes: string): boolean =>
  attributeOf(attributes, 'rel')?.toLowerCase() === 'stylesheet' &&
  attributeOf(attributes, 'type')?.toLowerCase() === 'text/css';

function attributeOf(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(
    attributes,
  );
  return (found?.[1] ?? found?.[2] ?? found?.[3])?.replaceAll('&amp;', '&');
}

function withAttribute(attributes: string, name: string, value: string): string {
  const written = `${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
  return attributes.replace(
    new RegExp(`(^|\\s)${name}\\s*=\\s*(?:"[^"]*"|'[^']*'|[^\\s"'>]+)`, 'i'),
    `$1${written}`,
  );
}
