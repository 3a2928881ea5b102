/** What holds for the metadata of the project, file by file. */
import { dirname } from 'node:path';
import { keysOf } from '../docs/schema.ts';
import { filesOf, settingsOf, type Project } from './project.ts';
import { parseXml, tagsOf, textAt, type Tag } from './xml.ts';

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
  const { sourceApiVersion, packageDirectories, name } = settingsOf(project);
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
    ...new Set(
      replacements.map(({ replaceWithEnv }) => replaceWithEnv).filter((one) => !/^GC_[A-Z_]+$/.test(one)),
    ),
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

/** By this field a call is written once, whatever happens. */
const keyIsUnique: Rule = (project) => {
  const [key] = filesOf(project, '/GcCallKey__c.field-meta.xml');
  const tag = key && parseXml(key.content);
  return ['unique', 'externalId', 'caseSensitive']
    .filter((one) => textAt(tag, one) !== 'true')
    .map((one) => `the call key is not ${one}`);
};

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

const REQUIRED = [
  'reqAdapterUrl',
  'reqUseApi',
  'reqSoftphoneHeight',
  'reqSoftphoneWidth',
  'reqSalesforceCompatibilityMode',
];

/** The call centre's items, by the names that the softphone reads: `/section/item`. */
const callCentreIsRead: Rule = (project) =>
  filesOf(project, '.callCenter-meta.xml').flatMap(({ path, name, content }) => {
    const tag = parseXml(content);
    const items = new Map(
      tagsOf(tag, 'sections').flatMap((section) =>
        tagsOf(section, 'items').map(
          (item) => [`${textAt(section, 'name')}/${textAt(item, 'name')}`, item] as const,
        ),
      ),
    );
    const value = (item: string): string => textAt(items.get(`reqGeneralInfo/${item}`), 'value');
    const within = (item: string, least: number, most: number): boolean =>
      Number(value(item)) >= least && Number(value(item)) <= most;
    return [
      ...(/^[A-Za-z][A-Za-z0-9]{0,39}$/.test(name) ? [] : ['the internal name is no name']),
      ...REQUIRED.filter((one) => !value(one)).map((one) => `${one} is missing`),
      ...(value('reqAdapterUrl').startsWith('https://') ? [] : ['the adapter has no https address']),
      ...(value('reqAdapterUrl') === textAt(tag, 'adapterUrl') ? [] : ['two addresses of the adapter']),
      ...(within('reqSoftphoneHeight', 240, 2560) && within('reqSoftphoneWidth', 200, 1920)
        ? []
        : ['no size']),
      ...(value('reqSalesforceCompatibilityMode') === 'Lightning' ? [] : ['not shown in Lightning']),
      ...settingsDiffer(tag, value),
      ...[...items.keys()].flatMap((item) => unreadItem(item)),
    ].map((complaint) => `${path}: ${complaint}`);
  });

function settingsDiffer(tag: Tag, value: (item: string) => string): readonly string[] {
  const settings = JSON.parse(textAt(tag, 'customSettings') || '{}') as Record<string, string>;
  return Object.entries(settings)
    .filter(([item, given]) => value(item) !== given)
    .map(([item]) => `customSettings says something else of ${item}`);
}

/** Paths of the configuration that a section of the call centre may set; whose softphone it is, it may not. */
const SETTABLE = new Set(keysOf().flatMap(({ path }) => (path.startsWith('crm.') ? [] : [path])));
const DIALING = ['reqOutsidePrefix', 'reqLongDistPrefix', 'reqInternationalPrefix'];

function unreadItem(item: string): readonly string[] {
  const [section = '', name = ''] = item.split('/');
  if (section === 'reqGeneralInfo') return name.startsWith('req') ? [] : [`nobody reads ${item}`];
  const known = section === 'reqDialingOptions' ? DIALING.includes(name) : SETTABLE.has(name);
  return known ? [] : [`nobody reads ${item}`];
}

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
  callCentreIsRead,
  staysHome,
];

/** Everything that is wrong with the metadata. */
export function wrongMetadata(project: Project): readonly string[] {
  const misplaced = areInPlace(project);
  return misplaced.length > 0 ? misplaced : RULES.flatMap((rule) => rule(project));
}
