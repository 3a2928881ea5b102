/** What holds for the pages and the app of the sample: of Salesforce's own names, those that there are. */
import { filesOf, type Project } from './project.ts';
import { everyTag, parseXml, tagsOf, textAt, textsAt, type Tag } from './xml.ts';

/** Regions of the templates that are used. */
const REGIONS: Readonly<Record<string, readonly string[]>> = {
  'flexipage:recordHomeTemplateDesktop': ['header', 'main', 'sidebar'],
  'one:utilityBarTemplateDesktop': ['utilityItems', 'backgroundComponents'],
};

/** Salesforce's own components that are used, with the properties that they have. */
const COMPONENTS: Readonly<Record<string, readonly string[]>> = {
  'flexipage:tab': ['active', 'body', 'title'],
  'flexipage:tabset': ['label', 'tabs'],
  'force:detailPanel': [],
  'force:highlightsPanel': ['collapsed', 'hideChatterActions', 'numVisibleActions'],
  'force:relatedListContainer': ['relatedListComponentOverride', 'rowsToDisplay', 'showActionBar'],
  'opencti:softPhone': [],
};

const TABS = ['Account', 'Case', 'Contact', 'home', 'Lead', 'Task'].map((one) => `standard-${one}`);

type Rule = (name: string, page: Tag) => readonly string[];

const hasItsRegions: Rule = (name, page) => {
  const template = textAt(page, 'template.name');
  const regions = REGIONS[template];
  if (!regions) return [`${name}: there is no template ${template}`];
  const named = tagsOf(page, 'flexiPageRegions').filter((one) => textAt(one, 'type') !== 'Facet');
  const names = named.map((one) => textAt(one, 'name'));
  return [
    ...names
      .filter((one) => !regions.includes(one))
      .map((one) => `${name}: ${template} has no region ${one}`),
    ...regions.filter((one) => !names.includes(one)).map((one) => `${name}: nothing in the region ${one}`),
  ];
};

const placesWhatThereIs: Rule = (name, page) =>
  everyTag(page, 'componentInstance').flatMap((one) => {
    const component = textAt(one, 'componentName');
    if (!component.includes(':')) return [];
    const properties = COMPONENTS[component];
    if (!properties) return [`${name}: Salesforce has no ${component}`];
    return tagsOf(one, 'componentInstanceProperties')
      .filter((property) => textAt(property, 'type') !== 'decorator')
      .map((property) => textAt(property, 'name'))
      .filter((property) => !properties.includes(property))
      .map((property) => `${name}: ${component} has no ${property}`);
  });

/** A softphone that is started when it is opened does not ring before. */
const startsTheSoftphone: Rule = (name, page) => {
  if (textAt(page, 'type') !== 'UtilityBar') return [];
  const softphone = everyTag(page, 'componentInstance').find(
    (one) => textAt(one, 'componentName') === 'opencti:softPhone',
  );
  const eager = tagsOf(softphone, 'componentInstanceProperties').find(
    (one) => textAt(one, 'name') === 'eager',
  );
  return textAt(eager, 'value') === 'true' ? [] : [`${name}: the softphone is not started with the app`];
};

function wrongApp(name: string, app: Tag): readonly string[] {
  const tabs = textsAt(app, 'tabs');
  const mapped = everyTag(app, 'mappings').map((one) => textAt(one, 'tab'));
  return [
    ...[...tabs, ...mapped]
      .filter((one) => !TABS.includes(one))
      .map((one) => `${name}: there is no tab ${one}`),
    ...tabs
      .filter((one) => !mapped.includes(one))
      .map((one) => `${name}: ${one} has no place in the console`),
  ];
}

/** What the sample would show otherwise than meant, or not at all. */
export function wrongPages(project: Project): readonly string[] {
  const read = (ending: string) =>
    filesOf(project, ending).map(({ name, content }) => [name, parseXml(content)] as const);
  return [
    ...read('.flexipage-meta.xml').flatMap(([name, page]) =>
      [hasItsRegions, placesWhatThereIs, startsTheSoftphone].flatMap((rule) => rule(name, page)),
    ),
    ...read('.app-meta.xml').flatMap(([name, app]) => wrongApp(name, app)),
  ];
}
