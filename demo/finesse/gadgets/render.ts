/** /gadgets/ifr: a gadget's XML becomes the page in its frame, as Shindig renders it. */
import { parseXml } from '../../../simulator/finesse/xml.ts';
import { rewrite } from './rewrite.ts';
import type { GadgetSpec } from './spec.ts';
import { contentFor, localesFor, readMessages, readSpec } from './spec.ts';

/** What the frame's own scripts are told. */
export interface GadgetContext {
  readonly moduleId: string;
  readonly lang: string;
  readonly country: string;
  readonly view: string;
  readonly title: string;
  readonly prefs: Readonly<Record<string, string>>;
  readonly messages: Readonly<Record<string, string>>;
  readonly features: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

export interface RenderOptions {
  /** Shindig writes a DOCTYPE for gadgets of version 2 and up; older ones, as all of Finesse's, are in quirks mode. */
  readonly doctype?: boolean;
  readonly concat?: boolean;
}

/** Reads a file that a gadget names. @throws when there is none */
export type Fetch = (url: string) => Promise<string>;

/**
 * @param query of the frame's address: url, mid, lang, country, view and `up_` parameters
 * @throws Error in words for the gadget's place on the desktop
 */
export async function render(
  query: URLSearchParams,
  fetch: Fetch,
  options: RenderOptions = {},
): Promise<string> {
  const url = query.get('url') ?? '';
  const spec = readSpec(await fetch(url));
  const [lang, country] = [query.get('lang') ?? 'all', query.get('country') ?? 'ALL'];
  const view = query.get('view') ?? 'default';
  const messages = await messagesFor(spec, url, lang, country, fetch);
  const moduleId = query.get('mid') ?? '0';
  const prefs = Object.fromEntries(
    Object.entries(spec.prefs).map(([name, value]) => [name, query.get(`up_${name}`) ?? value]),
  );
  const substitute = (text: string): string => substituted(text, { messages, prefs, moduleId });
  const features = Object.fromEntries(spec.features.map(({ name, params }) => [name, params]));
  const context: GadgetContext = {
    moduleId,
    lang,
    country,
    view,
    title: substitute(spec.title),
    // The desktop's own parameters reach a gadget's scripts whether it has declared them or not.
    prefs: { ...fromQuery(query), ...prefs },
    messages,
    features,
  };
  const excluded = features['content-rewrite']?.['exclude-url'] ?? [];
  const body = rewrite(substitute(contentFor(spec, view)), {
    base: url,
    excluded,
    concat: options.concat ?? true,
  });
  const json = JSON.stringify(context).replaceAll('<', '\\u003c');
  return `${options.doctype ? '<!DOCTYPE html>' : ''}<html><head><meta charset="utf-8">
<script type="application/json" id="gadget-context">${json}</script>
<script src="/gadgets/js/features.js"></script></head><body>${body}</body></html>`;
}

const fromQuery = (query: URLSearchParams): Record<string, string> =>
  Object.fromEntries(
    [...query].flatMap(([name, value]) => (name.startsWith('up_') ? [[name.slice(3), value]] : [])),
  );

async function messagesFor(
  spec: GadgetSpec,
  base: string,
  lang: string,
  country: string,
  fetch: Fetch,
): Promise<Record<string, string>> {
  const bundles = localesFor(spec, lang, country).map(async ({ messages, inside }) =>
    messages === '' ? inside : readMessages(parseXml(await fetch(new URL(messages, base).href))),
  );
  return Object.assign({}, ...(await Promise.all(bundles))) as Record<string, string>;
}

type Substitutions = Pick<GadgetContext, 'messages' | 'prefs' | 'moduleId'>;

/** Messages are put in as they are, preferences escaped. What is not known stays. */
function substituted(text: string, { messages, prefs, moduleId }: Substitutions): string {
  return text
    .replace(/__MSG_(\w+?)__/g, (all, name: string) => messages[name] ?? all)
    .replace(/__UP_(\w+?)__/g, (all, name: string) => escapeHtml(prefs[name]) ?? all)
    .replaceAll('__MODULE_ID__', moduleId);
}

const escapeHtml = (text: string | undefined): string | undefined =>
  text?.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
