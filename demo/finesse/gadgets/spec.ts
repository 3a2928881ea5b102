/** A gadget's XML, read as Shindig reads it (OpenSocial Core Gadget specification). */
import { elementsOf, parseXml, textOf } from '../../../simulator/finesse/xml.ts';
import type { XmlElement } from '../../../simulator/finesse/xml.ts';

export interface Feature {
  readonly name: string;
  readonly required: boolean;
  readonly params: Readonly<Record<string, readonly string[]>>;
}

export interface GadgetSpec {
  readonly title: string;
  /** Preferences with their default values. */
  readonly prefs: Readonly<Record<string, string>>;
  readonly features: readonly Feature[];
  readonly locales: readonly Locale[];
  readonly contents: readonly { readonly views: readonly string[]; readonly body: string }[];
}

export interface Locale {
  readonly lang: string;
  readonly country: string;
  /** Address of the message bundle, relative to the XML's; '' when the messages are inside. */
  readonly messages: string;
  readonly inside: Readonly<Record<string, string>>;
}

/** What this container can do; a gadget that requires more is not shown. */
const supported: ReadonlySet<string> = new Set([
  'collapsible',
  'content-rewrite',
  'dynamic-height',
  'loadingindicator',
  'pubsub-2',
  'rpc',
  'setprefs',
  'settitle',
  'views',
]);

/**
 * @throws {XmlError} for what is no XML
 * @throws Error for what is no gadget, or requires what the container has not
 */
export function readSpec(xml: string): GadgetSpec {
  const module = parseXml(xml);
  const [preferences] = elementsOf(module, 'ModulePrefs');
  if (module.name !== 'Module' || !preferences) throw new Error('No <Module> with <ModulePrefs>');
  const features = elementsOf(preferences)
    .filter(({ name }) => name === 'Require' || name === 'Optional')
    .map(readFeature);
  const missing = features.find(({ name, required }) => required && !supported.has(name));
  if (missing) throw new Error(`Unsupported feature: ${missing.name}`);
  const contents = elementsOf(module, 'Content').map((content) => {
    const { type = 'html', view = 'default' } = content.attributes;
    if (type !== 'html') throw new Error(`Content of type ${type}`);
    return { views: view.split(',').map((one) => one.trim()), body: textOf(content) };
  });
  if (contents.length === 0) throw new Error('No <Content>');
  return {
    title: preferences.attributes['title'] ?? '',
    prefs: Object.fromEntries(
      elementsOf(module, 'UserPref').map(({ attributes }) => [
        attributes['name'] ?? '',
        attributes['default_value'] ?? '',
      ]),
    ),
    features: features.filter(({ name }) => supported.has(name)),
    locales: elementsOf(preferences, 'Locale').map(readLocale),
    contents,
  };
}

function readFeature(element: XmlElement): Feature {
  const params: Record<string, string[]> = {};
  for (const param of elementsOf(element, 'Param')) {
    (params[param.attributes['name'] ?? ''] ??= []).push(textOf(param).trim());
  }
  return { name: element.attributes['feature'] ?? '', required: element.name === 'Require', params };
}

function readLocale(element: XmlElement): Locale {
  const { lang = 'all', country = 'all', messages = '' } = element.attributes;
  return { lang, country, messages, inside: readMessages(element) };
}

/** The messages of a bundle, or of a Locale. */
export const readMessages = (element: XmlElement): Record<string, string> =>
  Object.fromEntries(
    elementsOf(element, 'msg').map((msg) => [msg.attributes['name'] ?? '', textOf(msg).trim()]),
  );

/** Those for all, for the language, and for the language in its country, the more special ones last. */
export function localesFor(spec: GadgetSpec, lang: string, country: string): readonly Locale[] {
  const fits = (of: Locale): boolean =>
    [lang, 'all'].includes(of.lang.toLowerCase()) &&
    [country.toLowerCase(), 'all'].includes(of.country.toLowerCase());
  const rank = (of: Locale): number => Number(of.lang !== 'all') * 2 + Number(of.country !== 'all');
  return spec.locales.filter(fits).sort((one, other) => rank(one) - rank(other));
}

/** All Content sections of a view are one; without any for this view, those for `default` are. */
export function contentFor({ contents }: GadgetSpec, view: string): string {
  const of = (name: string): readonly string[] =>
    contents.filter(({ views }) => views.includes(name)).map(({ body }) => body);
  const own = of(view);
  return (own.length > 0 ? own : of('default')).join('');
}
