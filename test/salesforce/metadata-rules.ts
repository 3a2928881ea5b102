/** What holds for the metadata of the project, file by file. */
import { dirname } from 'node:path';
import { wrongCallCenters } from './call-center-rules.ts';
import { filesOf, settingsOf, type Project } from './project.ts';
import { misshapen } from './shapes.ts';
import { parseXml, tagsOf, textAt } from './xml.ts';

type Rule = (project: Project) => readonly string[];

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

/** Each kind of file: its folder in the project, and its root (Metadata API Developer Guide). */
const KINDS: Readonly<Record<string, readonly [folder: RegExp, root: string]>> = {
  app: [/\/applications$/, 'CustomApplication'],
  callCenter: [/\/callCenters$/, 'CallCenter'],
  cls: [/\/classes$/, 'ApexClass'],
  cspTrustedSite: [/\/cspTrustedSites$/, 'CspTrustedSite'],
  field: [/\/objects\/\w+\/fields$/, 'CustomField'],
  flexipage: [/\/flexipages$/, 'FlexiPage'],
  js: [/\/lwc\/\w+$/, 'LightningComponentBundle'],
  labels: [/\/labels$/, 'CustomLabels'],
  md: [/\/customMetadata$/, 'CustomMetadata'],
  messageChannel: [/\/messageChannels$/, 'LightningMessageChannel'],
  object: [/\/objects\/\w+$/, 'CustomObject'],
  permissionset: [/\/permissionsets$/, 'PermissionSet'],
  translation: [/\/translations$/, 'Translations'],
};

const areInPlace: Rule = (project) =>
  [...project.keys()]
    .filter((path) => path.endsWith('.xml'))
    .flatMap((path) => {
      const kind = KINDS[/\.(\w+)-meta\.xml$/.exec(path)?.[1] ?? ''];
      if (!kind) return [`${path}: no kind of metadata`];
      try {
        const { name, namespace } = parseXml(project.get(path) ?? '');
        return [
          ...(kind[0].test(dirname(path)) ? [] : [`${path}: not its folder`]),
          ...(name === kind[1] ? [] : [`${path}: begins with ${name}, not with ${kind[1]}`]),
          ...(namespace === NAMESPACE ? [] : [`${path}: not in the namespace of metadata`]),
        ];
      } catch (error) {
        return [`${path}: not well-formed: ${String(error)}`];
      }
    });

/** A component's or a class's source, and what is told of it. */
const areWhole: Rule = (project) => {
  const bundles = [...project.keys()].flatMap((path) => /^(.*\/lwc\/(\w+))\//.exec(path)?.slice(1) ?? []);
  const wanted = bundles
    .filter((_, index) => index % 2 === 0)
    .map((folder) => `${folder}/${folder.split('/').at(-1)}`);
  return [
    ...filesOf(project, '.cls').map(({ path }) => `${path}-meta.xml`),
    ...filesOf(project, '.cls-meta.xml').map(({ path }) => path.replace('-meta.xml', '')),
    ...wanted.flatMap((bundle) => [`${bundle}.js`, `${bundle}.js-meta.xml`]),
  ]
    .filter((path, index, all) => !project.has(path) && all.indexOf(path) === index)
    .map((path) => `${path} is not there`);
};

const areOfOneVersion: Rule = (project) => {
  const { sourceApiVersion, packageDirectories, name, namespace } = settingsOf(project);
  const workspace = JSON.parse(project.get('package.json') ?? '{}') as { readonly name?: string };
  const versions = [...filesOf(project, '.cls-meta.xml'), ...filesOf(project, '.js-meta.xml')]
    .map(({ path, content }) => [path, textAt(parseXml(content), 'apiVersion')] as const)
    .filter(([, version]) => version !== sourceApiVersion);
  const folders = packageDirectories.map((one) => one.path);
  return [
    ...versions.map(([path, version]) => `${path}: API ${version}, the project is of ${sourceApiVersion}`),
    ...folders
      .filter((folder) => ![...project.keys()].some((path) => path.startsWith(`${folder}/`)))
      .map((one) => `no folder ${one}`),
    ...[...project.keys()]
      .filter((path) => path.includes('/') && !folders.includes(path.split('/')[0] ?? ''))
      .map((path) => `${path} is in no package directory`),
    ...(packageDirectories.filter((one) => one.default).length === 1
      ? []
      : ['not one default package directory']),
    ...(namespace === '' ? [] : [`the namespace is ${namespace}: no org of a customer has it`]),
    ...(workspace.name === name ? [] : [`the project is called ${name}, the workspace ${workspace.name}`]),
  ];
};

/** What an administrator has to fill in: named in `replacements`, and nowhere else. */
const areFilledInAtOnePlace: Rule = (project) => {
  const { replacements } = settingsOf(project);
  const said = [...project]
    .filter(([path]) => path.endsWith('.xml'))
    .flatMap(([path, content]) =>
      [...content.matchAll(/[\w:/.-]*example\.(?:com|org|net)/g)].map(([found]) => ({ path, found })),
    );
  const covers = (path: string, found: string): boolean =>
    replacements.some(
      ({ filename, stringToReplace }) => filename === path && found.startsWith(stringToReplace),
    );
  return [
    ...said
      .filter(({ path, found }) => !covers(path, found))
      .map(({ path, found }) => `${path}: nobody fills in ${found}`),
    ...replacements
      .filter(({ filename, stringToReplace }) => !project.get(filename)?.includes(stringToReplace))
      .map(({ filename, stringToReplace }) => `${stringToReplace} is not in ${filename}`),
    ...replacements
      .filter(({ replaceWithEnv }) => replaceWithEnv !== 'GC_SOFTPHONE_ORIGIN')
      .map(({ replaceWithEnv }) => `a second thing to fill in: ${replaceWithEnv}`),
  ];
};

/** Field types that Activity takes; a long text area is none of them. */
const OF_ACTIVITY = [
  'Text',
  'TextArea',
  'Number',
  'Checkbox',
  'Date',
  'DateTime',
  'Picklist',
  'Phone',
  'Url',
  'Email',
];

const fieldsFit: Rule = (project) =>
  filesOf(project, '.field-meta.xml').flatMap(({ path, name, content }) => {
    const tag = parseXml(content);
    const [type, length] = [textAt(tag, 'type'), Number(textAt(tag, 'length') || '0')];
    return [
      ...(textAt(tag, 'fullName') === name ? [] : [`${path}: called ${textAt(tag, 'fullName')}`]),
      ...(type === 'Text' && (length < 1 || length > 255) ? [`${path}: ${length} characters`] : []),
      ...(path.includes('/Activity/') && !OF_ACTIVITY.includes(type)
        ? [`${path}: Activity takes no ${type}`]
        : []),
      ...(textAt(tag, 'description').trim() ? [] : [`${path}: nobody knows what it holds`]),
    ];
  });

/** By this field a call is written once, whatever happens; a task that is no call has none. */
const keyIsUnique: Rule = (project) => {
  const [key] = filesOf(project, '/GcCallKey__c.field-meta.xml');
  const tag = key && parseXml(key.content);
  return [
    ...['unique', 'externalId', 'caseSensitive']
      .filter((one) => textAt(tag, one) !== 'true')
      .map((one) => `the call key is not ${one}`),
    ...(textAt(tag, 'required') === 'false' ? [] : ['no task without a call key']),
  ];
};

/** The page of Lightning may frame the softphone, and load nothing else from its server. */
const siteIsTrusted: Rule = (project) =>
  filesOf(project, '.cspTrustedSite-meta.xml').flatMap(({ path, content }) => {
    const tag = parseXml(content);
    const on = tag.children.filter(({ name, text }) => name.startsWith('is') && text === 'true');
    return [
      ...(on.map(({ name }) => name).join() === 'isActive,isApplicableToFrameSrc'
        ? []
        : [`${path}: trusts for ${on.map(({ name }) => name).join()}`]),
      ...(textAt(tag, 'context') === 'LEX' ? [] : [`${path}: not trusted in Lightning`]),
      ...(/^https:\/\/[^/]+$/.test(textAt(tag, 'endpointUrl')) ? [] : [`${path}: trusts no origin`]),
    ];
  });

const channelsAreOpen: Rule = (project) =>
  filesOf(project, '.messageChannel-meta.xml').flatMap(({ path, content }) => {
    const tag = parseXml(content);
    const fields = tagsOf(tag, 'lightningMessageFields');
    return [
      ...(textAt(tag, 'isExposed') === 'true' ? [] : [`${path}: not exposed`]),
      ...fields
        .filter((one) => !textAt(one, 'description').trim())
        .map((one) => `${path}: nobody knows what ${textAt(one, 'fieldName')} holds`),
    ];
  });

const staysHome: Rule = (project) => {
  const ignored = project.get('.forceignore') ?? '';
  return ['**/__tests__/**', '**/jsconfig.json', 'package.json', 'node_modules/**']
    .filter((one) => !ignored.split('\n').includes(one))
    .map((one) => `.forceignore lets ${one} into the org`);
};

const RULES: readonly Rule[] = [
  areWhole,
  areOfOneVersion,
  areFilledInAtOnePlace,
  fieldsFit,
  keyIsUnique,
  channelsAreOpen,
  siteIsTrusted,
  wrongCallCenters,
  misshapen,
  staysHome,
];

/** Everything that is wrong with the metadata. */
export function wrongMetadata(project: Project): readonly string[] {
  const misplaced = areInPlace(project);
  return misplaced.length > 0 ? misplaced : RULES.flatMap((rule) => rule(project));
}
