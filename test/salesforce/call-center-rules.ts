/** What holds for the definition of a call centre: Salesforce takes it, and the softphone reads every item of it. */
import { keysOf } from '../docs/schema.ts';
import { filesOf, type Project } from './project.ts';
import { parseXml, tagsOf, textAt, type Tag } from './xml.ts';

const REQUIRED = [
  'reqAdapterUrl',
  'reqUseApi',
  'reqSoftphoneHeight',
  'reqSoftphoneWidth',
  'reqSalesforceCompatibilityMode',
];

/** What is wrong with the call centres of the project. */
export function wrongCallCenters(project: Project): readonly string[] {
  return filesOf(project, '.callCenter-meta.xml').flatMap(({ path, name, content }) => {
    const tag = parseXml(content);
    const all = itemsOf(tag);
    const items = new Map(all);
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
      ...DIALING.filter((one) => !items.has(`reqDialingOptions/${one}`)).map((one) => `${one} is missing`),
      ...all
        .filter(([one], index) => all.findIndex(([other]) => other === one) < index)
        .map(([one]) => `${one} twice`),
      ...all
        .filter(([one]) => !/^[A-Za-z0-9]{1,40}\/[A-Za-z0-9]{1,40}$/.test(one))
        .map(([one]) => `Salesforce takes no such name: ${one}`),
      ...[...items.keys()].flatMap((item) => unreadItem(item)),
    ].map((complaint) => `${path}: ${complaint}`);
  });
}

/** The items, by the names that Open CTI tells them with: `section/item`. */
export function itemsOf(tag: Tag): readonly (readonly [name: string, item: Tag])[] {
  return tagsOf(tag, 'sections').flatMap((section) =>
    tagsOf(section, 'items').map(
      (item) => [`${textAt(section, 'name')}/${textAt(item, 'name')}`, item] as const,
    ),
  );
}

function settingsDiffer(tag: Tag, value: (item: string) => string): readonly string[] {
  const settings = JSON.parse(textAt(tag, 'customSettings') || '{}') as Record<string, string>;
  return Object.entries(settings)
    .filter(([item, given]) => value(item) !== given)
    .map(([item]) => `customSettings says something else of ${item}`);
}

/**
 * What a section of the call centre may set, by the names that Salesforce takes: `gc.urls` by `gcUrls`. Whose softphone it is,
 * it may not.
 */
export const SETTABLE: ReadonlyMap<string, string> = new Map(
  keysOf().flatMap(({ path }) =>
    /^crm\.|\..*\.|\[/.test(path)
      ? []
      : [[path.replace(/\.(\w)/, (_, letter: string) => letter.toUpperCase()), path] as const],
  ),
);
const DIALING = ['reqOutsidePrefix', 'reqLongDistPrefix', 'reqInternationalPrefix'];

function unreadItem(item: string): readonly string[] {
  const [section = '', name = ''] = item.split('/');
  if (section === 'reqGeneralInfo') return name.startsWith('req') ? [] : [`nobody reads ${item}`];
  const known = section === 'reqDialingOptions' ? DIALING.includes(name) : SETTABLE.has(name);
  return known ? [] : [`nobody reads ${item}`];
}
