/** Every name that something of the project refers to is there. */
import { catalogueOf, type Catalogue } from './catalogue.ts';
import { filesOf, type Project } from './project.ts';
import { everyTag, parseXml, tagsOf, textAt, textsAt, type Tag } from './xml.ts';

type Rule = (project: Project, catalogue: Catalogue) => readonly string[];

/** Task and Event have their own fields in common, and a permission set has to say so of both. */
const ACTIVITIES = ['Task', 'Event'];
/** Standard fields that every call writes, and a profile can hide; the fields of calls cannot be hidden (Object Reference, Task). */
const WRITTEN = ['Task.Description', 'Task.WhatId', 'Task.WhoId'];

const readAll = (project: Project, ending: string): readonly { readonly name: string; readonly tag: Tag }[] =>
  filesOf(project, ending).map(({ name, content }) => ({ name, tag: parseXml(content) }));

const permissionSets: Rule = (project, { fields, classes, entrances, applications }) => {
  const sets = readAll(project, '.permissionset-meta.xml');
  const granted = (list: string, name: string): readonly string[] =>
    sets.flatMap(({ tag }) => tagsOf(tag, list).map((one) => textAt(one, name)));
  const known = new Set([
    ...WRITTEN,
    ...[...fields].flatMap(([object, all]) =>
      (object === 'Activity' ? ACTIVITIES : [object]).flatMap((one) =>
        all.map(({ name }) => `${one}.${name}`),
      ),
    ),
  ]);
  const editable = sets.flatMap(({ tag }) =>
    tagsOf(tag, 'fieldPermissions')
      .filter((one) => textAt(one, 'editable') === 'true' && textAt(one, 'readable') === 'true')
      .map((one) => textAt(one, 'field')),
  );
  const wanted = [...known].filter((one) => ACTIVITIES.some((object) => one.startsWith(`${object}.`)));
  const types = granted('customMetadataTypeAccesses', 'name');
  return [
    ...missing('permission for a field', granted('fieldPermissions', 'field'), known),
    ...missing('permission for a class', granted('classAccesses', 'apexClass'), classes),
    ...missing('permission for an app', granted('applicationVisibilities', 'application'), applications),
    ...missing(
      'permission for a type',
      types,
      new Set([...fields.keys()].filter((one) => one.endsWith('__mdt'))),
    ),
    ...missing('no permission to edit', wanted, new Set(editable)),
    ...missing('no permission for the class', [...entrances], new Set(granted('classAccesses', 'apexClass'))),
    ...missing(
      'no permission for the type',
      [...fields.keys()].filter((one) => one.endsWith('__mdt')),
      new Set(types),
    ),
  ];
};

const VALUE_TYPES: Readonly<Record<string, string>> = {
  Text: 'xsd:string',
  Number: 'xsd:double',
  Checkbox: 'xsd:boolean',
};

const customMetadata: Rule = (project, { fields }) =>
  readAll(project, '.md-meta.xml').flatMap(({ name, tag }) => {
    const type = `${name.split('.')[0]}__mdt`;
    const known = fields.get(type);
    if (!known) return [`${name}: there is no type ${type}`];
    const values = tagsOf(tag, 'values').map((one) => ({
      field: textAt(one, 'field'),
      type: tagsOf(one, 'value')[0]?.attributes['type'],
      text: textAt(one, 'value'),
    }));
    const set = new Set(values.filter(({ text }) => text !== '').map(({ field }) => field));
    return [
      ...missing(
        `${name}: field`,
        values.map(({ field }) => field),
        new Set(known.map((one) => one.name)),
      ),
      ...missing(
        `${name}: nothing in`,
        known.filter(({ required }) => required).map((one) => one.name),
        set,
      ),
      ...values.flatMap(({ field, type: given }) => {
        const expected = VALUE_TYPES[known.find((one) => one.name === field)?.type ?? ''];
        return given === expected ? [] : [`${name}: ${field} is a ${given}, not a ${expected}`];
      }),
      ...values
        .filter(({ type: given, text }) => given === 'xsd:double' && !/^-?\d+(?:\.\d+)?$/.test(text))
        .map(({ field, text }) => `${name}: ${field} is no number: ${text}`),
    ];
  });

const TARGETS: Readonly<Record<string, string>> = {
  RecordPage: 'lightning__RecordPage',
  UtilityBar: 'lightning__UtilityBar',
};

const pages: Rule = (project, { components }) =>
  readAll(project, '.flexipage-meta.xml').flatMap(({ name, tag }) => {
    const target = TARGETS[textAt(tag, 'type')] ?? '';
    const instances = everyTag(tag, 'componentInstance');
    const facets = new Set(tagsOf(tag, 'flexiPageRegions').map((one) => textAt(one, 'name')));
    const identifiers = instances.map((one) => textAt(one, 'identifier'));
    return [
      ...instances.flatMap((one) => placed(name, one, target, components)),
      ...instances.flatMap((one) => {
        const inner = tagsOf(one, 'componentInstanceProperties')
          .filter((property) => ['body', 'tabs'].includes(textAt(property, 'name')))
          .map((property) => textAt(property, 'value'));
        return missing(`${name}: region`, inner, facets);
      }),
      ...identifiers
        .filter((one, index) => one === '' || identifiers.indexOf(one) < index)
        .map((one) => `${name}: two components are called "${one}"`),
    ];
  });

/** A component of ours on a page; Salesforce's own have a colon in their name. */
function placed(
  page: string,
  instance: Tag,
  target: string,
  components: Catalogue['components'],
): readonly string[] {
  const name = textAt(instance, 'componentName');
  if (name.includes(':')) return [];
  const component = components.get(name);
  if (!component) return [`${page}: there is no component ${name}`];
  const set = tagsOf(instance, 'componentInstanceProperties')
    .filter((one) => textAt(one, 'type') !== 'decorator')
    .map((one) => textAt(one, 'name'));
  return [
    ...(component.exposed && component.targets.includes(target)
      ? []
      : [`${page}: ${name} is not for ${target}`]),
    ...missing(`${page}: property of ${name}`, set, new Set(component.properties.get(target))),
  ];
}

const applications: Rule = (project, { pages: known }) =>
  readAll(project, '.app-meta.xml').flatMap(({ name, tag }) => {
    const bars = new Set([...known].filter(([, { type }]) => type === 'UtilityBar').map(([one]) => one));
    return [
      ...missing(`${name}: utility bar`, textsAt(tag, 'utilityBar'), bars),
      ...tagsOf(tag, 'actionOverrides').flatMap((one) => {
        const [page, object] = [textAt(one, 'content'), textAt(one, 'pageOrSobjectType')];
        const found = known.get(page);
        if (found?.type !== 'RecordPage') return [`${name}: there is no record page ${page}`];
        return found.object === object ? [] : [`${name}: ${page} is not a page of ${object}`];
      }),
    ];
  });

/** What components and classes import. */
const sources: Rule = (project, { labels, channels, auraMethods, components, fields }) =>
  [
    ...filesOf(project, '.js'),
    ...filesOf(project, '.ts'),
    ...filesOf(project, '.cls'),
    ...filesOf(project, '.html'),
  ]
    .filter(({ path }) => /\/(lwc|classes)\//.test(path))
    .flatMap(({ path, content }) => {
      const named = (pattern: RegExp): readonly string[] =>
        [...content.matchAll(pattern)].map(([, one = '']) => one);
      const tags = path.endsWith('.html') ? named(/<c-([a-z0-9-]+)/g).map(camel) : [];
      const own = [...fields].flatMap(([object, all]) => all.map(({ name }) => `${object}.${name}`));
      const schema = named(/@salesforce\/schema\/(\w+\.\w+__c)\b/g).map((one) =>
        one.replace(/^(Task|Event)\./, 'Activity.'),
      );
      return [
        ...missing(`${path}: label`, named(/@salesforce\/label\/c\.(\w+)|\bLabel\.(?=Gc)(\w+)/g), labels),
        ...missing(`${path}: channel`, named(/@salesforce\/messageChannel\/(\w+)/g), channels),
        ...missing(`${path}: method`, named(/@salesforce\/apex\/(\w+\.\w+)/g), auraMethods),
        ...missing(`${path}: component`, [...tags, ...named(/from 'c\/(\w+)'/g)], new Set(components.keys())),
        ...missing(`${path}: field`, schema, new Set(own)),
      ];
    });

const camel = (tag: string): string => tag.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Each label in each language, and no label that nobody reads. */
const labels: Rule = (project, { labels: known }) => {
  const used = [...project]
    .filter(([path]) => /\/(lwc|classes)\//.test(path))
    .flatMap(([, content]) => [...content.matchAll(/@salesforce\/label\/c\.(\w+)|\bLabel\.(Gc\w+)/g)])
    .map(([, lwc, apex]) => lwc ?? apex ?? '');
  return [
    ...missing('a label that nobody uses', [...known], new Set(used)),
    ...readAll(project, '.translation-meta.xml').flatMap(({ name, tag }) => {
      const translated = tagsOf(tag, 'customLabels').filter((one) => textAt(one, 'label').trim() !== '');
      const names = translated.map((one) => textAt(one, 'name'));
      return [
        ...missing(`${name}: a label that is not there`, names, known),
        ...missing(`${name}: no translation of`, [...known], new Set(names)),
      ];
    }),
  ];
};

function missing(what: string, names: readonly string[], known: ReadonlySet<string>): readonly string[] {
  return names.filter((one) => one !== '' && !known.has(one)).map((one) => `${what} ${one}`);
}

const RULES: readonly Rule[] = [permissionSets, customMetadata, pages, applications, sources, labels];

/** Every name that leads nowhere. */
export function brokenReferences(project: Project): readonly string[] {
  const catalogue = catalogueOf(project);
  return RULES.flatMap((rule) => rule(project, catalogue));
}
