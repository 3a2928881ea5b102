/** What the project has, by the names that others refer to it with. */
import { allOf, childOf, onceEach, parseApex } from './apex-tree.ts';
import { filesOf, type Project } from './project.ts';
import { parseXml, tagsOf, textAt, textsAt, type Tag } from './xml.ts';

export interface Field {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly tag: Tag;
}

export interface Component {
  readonly targets: readonly string[];
  readonly exposed: boolean;
  /** Properties that a page may set, by target. */
  readonly properties: ReadonlyMap<string, readonly string[]>;
}

export interface Page {
  readonly type: string;
  readonly object: string;
}

export interface Catalogue {
  /** Fields by object. Those of Activity are Task's and Event's. */
  readonly fields: ReadonlyMap<string, readonly Field[]>;
  readonly classes: ReadonlySet<string>;
  /** `Class.method` that a component may import, and its parameters. */
  readonly auraMethods: ReadonlySet<string>;
  /** Classes that are called from outside the org's own Apex. */
  readonly entrances: ReadonlySet<string>;
  readonly components: ReadonlyMap<string, Component>;
  readonly labels: ReadonlySet<string>;
  readonly channels: ReadonlySet<string>;
  readonly pages: ReadonlyMap<string, Page>;
  readonly applications: ReadonlySet<string>;
}

/** @throws {Error} where a file is not well-formed */
export function catalogueOf(project: Project): Catalogue {
  const read = (ending: string) =>
    filesOf(project, ending).map((file) => ({ ...file, tag: parseXml(file.content) }));
  const fields = new Map<string, Field[]>();
  for (const { path, tag } of read('.field-meta.xml')) {
    const object = /objects\/(\w+)\/fields\//.exec(path)?.[1] ?? '';
    const field = {
      name: textAt(tag, 'fullName'),
      type: textAt(tag, 'type'),
      required: textAt(tag, 'required') === 'true',
      tag,
    };
    fields.set(object, [...(fields.get(object) ?? []), field]);
  }
  const classes = filesOf(project, '.cls');
  const opened = classes.map(({ name, content }) => [name, methodsOf(content)] as const);
  return {
    fields,
    classes: new Set(classes.map(({ name }) => name)),
    auraMethods: new Set(opened.flatMap(([name, { aura }]) => aura.map((method) => `${name}.${method}`))),
    entrances: new Set(
      opened.filter(([, { aura, web }]) => aura.length + web.length > 0).map(([name]) => name),
    ),
    components: new Map(read('.js-meta.xml').map(({ name, tag }) => [name, componentOf(tag)])),
    labels: new Set(
      read('.labels-meta.xml').flatMap(({ tag }) =>
        tagsOf(tag, 'labels').map((one) => textAt(one, 'fullName')),
      ),
    ),
    channels: new Set(filesOf(project, '.messageChannel-meta.xml').map(({ name }) => `${name}__c`)),
    pages: new Map(
      read('.flexipage-meta.xml').map(({ name, tag }) => [
        name,
        { type: textAt(tag, 'type'), object: textAt(tag, 'sobjectType') },
      ]),
    ),
    applications: new Set(filesOf(project, '.app-meta.xml').map(({ name }) => name)),
  };
}

function componentOf(tag: Tag): Component {
  const properties = new Map<string, string[]>();
  for (const config of tagsOf(tagsOf(tag, 'targetConfigs')[0], 'targetConfig'))
    for (const target of (config.attributes['targets'] ?? '').split(','))
      properties.set(
        target.trim(),
        tagsOf(config, 'property').map(({ attributes }) => attributes['name'] ?? ''),
      );
  return {
    targets: textsAt(tagsOf(tag, 'targets')[0], 'target'),
    exposed: textAt(tag, 'isExposed') === 'true',
    properties,
  };
}

/** Static methods of a class that components, or the softphone, can call. */
const methodsOf = onceEach((source) => {
  const methods = allOf(parseApex(source).tree, 'ClassBodyDeclaration').flatMap((declared) => {
    const method = childOf(childOf(declared, 'MemberDeclaration'), 'MethodDeclaration');
    if (!method) return [];
    const modifiers = declared.children
      .filter(({ kind }) => kind === 'Modifier')
      .map(({ text }) => text.toLowerCase());
    return [{ name: childOf(method, 'Id')?.text ?? '', modifiers }];
  });
  const having = (start: string): readonly string[] =>
    methods.filter(({ modifiers }) => modifiers.some((one) => one.startsWith(start))).map(({ name }) => name);
  return { aura: having('@auraenabled'), web: having('webservice') };
});
